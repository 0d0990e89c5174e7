/**
 * Writes the types of the npm package, `dist/types`: what can be reached from `src/api.ts`, and of the door of the core what is asked
 * of it there. Run before the package is made.
 */
import { rmSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const root = fileURLToPath(new URL('../..', import.meta.url));
const out = join(root, 'dist', 'types');
const door = join('core', 'index.d.ts');

const declarations = emitted();
rmSync(out, { recursive: true, force: true });
const wanted = new Map([['api.d.ts', new Set()]]);
for (const path of wanted.keys()) {
  // The door comes last: all that ask something of it have been read by then.
  if (path !== door) await write(path, declarations.get(path));
}
const asked = wanted.get(door);
const kept = namedIn(declarations.get(door)).map(([from, names]) => {
  const chosen = names.filter((name) => asked.has(name));
  return chosen.length === 0 ? '' : `export { ${chosen.join(', ')} } from '${from}';\n`;
});
await write(door, kept.join(''));
for (const path of wanted.keys()) if (path !== door) await write(path, declarations.get(path));

/** The declarations by path, as the compiler makes them. */
function emitted() {
  const config = ts.getParsedCommandLineOfConfigFile(join(root, 'tsconfig.json'), {}, ts.sys);
  const options = {
    ...config.options,
    noEmit: false,
    declaration: true,
    emitDeclarationOnly: true,
    noCheck: true,
    outDir: out,
  };
  const program = ts.createProgram([join(root, 'src', 'api.ts')], { ...options, rootDir: join(root, 'src') });
  const found = new Map();
  program.emit(undefined, (path, text) => found.set(relative(out, path), text));
  return found;
}

/** What the declarations import, or hand on, by name: modules, each with the names. */
function namedIn(text) {
  const { statements } = ts.createSourceFile('one.d.ts', text, ts.ScriptTarget.Latest);
  return statements.flatMap(({ moduleSpecifier, exportClause, importClause }) => {
    const { elements = [] } = exportClause ?? importClause?.namedBindings ?? {};
    return moduleSpecifier
      ? [[moduleSpecifier.text, elements.map(({ name, propertyName }) => (propertyName ?? name).text)]]
      : [];
  });
}

/** Writes the declarations, and marks those that they name as wanted. */
async function write(path, text) {
  await mkdir(dirname(join(out, path)), { recursive: true });
  await writeFile(join(out, path), text);
  const fileOf = (from) => {
    const place = join(dirname(path), from);
    const declared = [`${place}.d.ts`, join(place, 'index.d.ts')].find((one) => declarations.has(one));
    if (!from.startsWith('.') || !declared) throw new Error(`${path} needs types that nobody installs: ${from}`);
    return declared;
  };
  for (const { fileName } of ts.preProcessFile(text, true, true).importedFiles) {
    if (!wanted.has(fileOf(fileName))) wanted.set(fileOf(fileName), new Set());
  }
  for (const [from, names] of namedIn(text)) for (const name of names) wanted.get(fileOf(from)).add(name);
}
