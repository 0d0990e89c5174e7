import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, posix } from 'node:path';
import ts from 'typescript';

/**
 * The rooms of the house, from the ground up, and the packages that each may use. A file may import from its own room, and from
 * rooms that stand above its own in this table; nothing runs back up.
 */
const ROOMS: Readonly<Record<string, readonly string[]>> = {
  // What everything rests on: no text, no rule.
  data: [],
  'core/limits': [],
  'core/vocabulary': [],
  // The core: one text, read once, judged, viewed. It knows no editor and no machine.
  'core/text': [],
  'core/files': ['jsonc-parser'],
  'core/lexicon': [],
  'core/finding': [],
  'core/sets': [],
  'core/patterns': [],
  'core/speech': [],
  'core/language': [],
  'core/clean': ['htmlparser2', 'opencc-js'],
  'core/drafting': [],
  'core/derived': [],
  'core/tasks': [],
  'core/rules': [],
  'core/review': [],
  'core/configuration': [],
  'core/views': ['diff', 'sarif'],
  'core/index': [],
  'built-in-files': [],
  'built-in-lexicon': [],
  pinyin: ['pinyin-pro'],
  // What the npm package gives to programs.
  api: [],
  // Word files, and what the command line and the threads of both hosts share.
  word: ['htmlparser2', 'jszip'],
  node: ['node:*', 'iconv-lite'],
  // Servers for other programs; the command line starts them.
  lsp: ['node:*', 'vscode-languageserver', 'vscode-languageserver-textdocument'],
  mcp: ['node:*', '@modelcontextprotocol/server'],
  cli: ['node:*', 'picomatch'],
  // The editor: how VS Code is spoken to, what is held for the open window, the features.
  'vscode/host': ['vscode', 'node:fs'],
  'vscode/workspace': ['vscode'],
  'vscode/phrases': ['vscode'],
  'vscode/outline': ['vscode'],
  'vscode/findings': ['vscode'],
  'vscode/drafting': ['vscode'],
  'vscode/report': ['vscode'],
  'vscode/tasks': ['vscode'],
  'vscode/folder': ['vscode', 'node:os'],
  'vscode/start': ['vscode'],
  'vscode/assistant': ['vscode'],
  extension: ['vscode'],
  tools: ['node:*', '@vscode/vsce', 'opencc-js'],
};
const NAMES = Object.keys(ROOMS);

/** Through the first everything enters the core that is no part of it; the other is heavy and loaded when it is used. */
const DOORS = ['core/index.ts', 'core/clean/html.ts'];
const isOfCore = (room: string) => room.startsWith('core/');

/** Sources by path from `src`. */
type Sources = ReadonlyMap<string, string>;

/** The room of a file: the longest name of the table that its path begins with. */
function roomOf(path: string): string {
  const name = NAMES.filter((room) => path.startsWith(`${room}/`) || path.replace(/\.\w+$/, '') === room);
  return name.sort((a, b) => b.length - a.length)[0] ?? `no room: ${path}`;
}

/** Paths and packages that a source imports, types and what is imported only when used included. */
function importsOf(path: string, source: string, sources: Sources): { files: string[]; packages: string[] } {
  const named = ts.preProcessFile(source, true, true).importedFiles.map(({ fileName }) => fileName);
  const files = named
    .filter((name) => name.startsWith('.'))
    .map((name) => posix.normalize(posix.join(dirname(path), name)))
    .map((name) => [name, `${name}.ts`, `${name}/index.ts`].find((one) => sources.has(one)) ?? name);
  return { files, packages: named.filter((name) => !name.startsWith('.')) };
}

function allows(packages: readonly string[], name: string): boolean {
  const full = builtinModules.includes(name) ? `node:${name}` : name;
  return packages.some((one) =>
    one === 'node:*' ? full.startsWith('node:') : full === one || full.startsWith(`${one}/`),
  );
}

/** Circles of files that import one another, each told by one way round. */
function circles(imports: ReadonlyMap<string, readonly string[]>): string[] {
  const found: string[] = [];
  const done = new Set<string>();
  const way: string[] = [];
  const visit = (path: string): void => {
    if (way.includes(path)) found.push([...way.slice(way.indexOf(path)), path].join(' → '));
    if (done.has(path) || way.includes(path)) return;
    way.push(path);
    imports.get(path)?.forEach(visit);
    way.pop();
    done.add(path);
  };
  [...imports.keys()].forEach(visit);
  return found;
}

/** What is wrong with the house, in words. */
function faultsOf(sources: Sources): string[] {
  const imports = new Map<string, readonly string[]>();
  const faults: string[] = [];
  for (const [path, source] of sources) {
    if (!path.endsWith('.ts')) continue;
    const room = roomOf(path);
    if (!NAMES.includes(room)) faults.push(`${path} stands in no room`);
    const { files, packages } = importsOf(path, source, sources);
    imports.set(path, files);
    for (const file of files) {
      if (NAMES.indexOf(roomOf(file)) > NAMES.indexOf(room)) faults.push(`${path} imports ${file}, which is above it`);
      if (!isOfCore(room) && isOfCore(roomOf(file)) && !DOORS.includes(file)) {
        faults.push(`${path} imports ${file}: hosts enter the core through ${DOORS[0]}`);
      }
    }
    for (const name of packages) {
      if (!allows(ROOMS[room] ?? [], name)) faults.push(`${path} imports ${name}, which ${room} may not`);
    }
  }
  return [...faults, ...circles(imports).map((circle) => `circle: ${circle}`)];
}

function readSources(): Map<string, string> {
  const paths = readdirSync('src', { recursive: true, encoding: 'utf8' }).map((path) => path.replaceAll('\\', '/'));
  const sources = paths.filter((path) => /\.(?:ts|json)$/.test(path));
  return new Map(sources.map((path) => [path, readFileSync(join('src', path), 'utf8')]));
}

describe('the house', () => {
  const sources = readSources();
  const planted = (path: string, source: string) => faultsOf(new Map([...sources, [path, source]]));

  it('has no circle, and nothing in it runs back up', () => assert.deepEqual(faultsOf(sources), []));

  it('would tell of a circle', () => {
    const faults = planted(
      'core/text/span.ts',
      `import { Lines } from './lines';\n${sources.get('core/text/span.ts')}`,
    );
    assert.equal(faults.length, 1);
    assert.match(faults[0], /^circle: .*core\/text\/span\.ts/);
  });

  it('would tell of an import that runs back up', () => {
    const faults = planted('core/text/planted.ts', "import type { Review } from '../review/review';");
    assert.deepEqual(faults, ['core/text/planted.ts imports core/review/review.ts, which is above it']);
  });

  it('would tell of the editor and the machine in the core', () => {
    for (const name of ['vscode', 'node:worker_threads', 'worker_threads', 'fs/promises']) {
      const faults = planted('core/rules/planted.ts', `import * as planted from '${name}';`);
      assert.deepEqual(faults, [`core/rules/planted.ts imports ${name}, which core/rules may not`]);
    }
    assert.equal(planted('core/rules/planted.ts', "const later = import('node:net');").length, 1);
  });

  it('would tell of a host that goes round the door', () =>
    assert.deepEqual(planted('cli/planted.ts', "import { fold } from '../core/text/fold';"), [
      'cli/planted.ts imports core/text/fold.ts: hosts enter the core through core/index.ts',
    ]));

  it('would tell of a file that stands in no room', () =>
    assert.deepEqual(planted('core/utils.ts', ''), ['core/utils.ts stands in no room']));
});
