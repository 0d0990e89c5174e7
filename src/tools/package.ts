/** Development only: makes the extension's file. Run by `npm run package`. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createVSIX, listFiles, PackageManager } from '@vscode/vsce';
import { extensionPage } from './extension-page';

const root = join(__dirname, '../..');
const out = join(root, 'out');

/** What of the manifest is for those who build, or for the command line, which is not in the file. */
const notPublished = ['scripts', 'devDependencies', 'bin', 'files', 'exports', 'types', 'sideEffects'];

/**
 * Builds the extension and packages it from a folder with nothing in it but what is published. Where the manifest names no
 * `homepage`, the page of the extension leads to no file beside it; where it does, links and pictures lead there.
 * @returns the path of the .vsix file
 * @throws where the build fails or vsce refuses
 */
export async function packageVsix(): Promise<string> {
  // Its output is shown where something is wrong only.
  execFileSync(process.execPath, [join(root, 'esbuild.mjs')], { cwd: root, stdio: 'pipe' });
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const homepage: string | undefined = manifest.homepage;
  mkdirSync(out, { recursive: true });
  const staged = mkdtempSync(join(out, 'package-'));
  try {
    for (const file of [...(await listFiles({ cwd: root, packageManager: PackageManager.None })), '.vscodeignore']) {
      mkdirSync(dirname(join(staged, file)), { recursive: true });
      cpSync(join(root, file), join(staged, file));
    }
    const published = Object.entries(manifest).filter(([key]) => !notPublished.includes(key));
    writeFileSync(join(staged, 'package.json'), JSON.stringify(Object.fromEntries(published), null, 2));
    const page = (name: string) => readFileSync(join(root, name), 'utf8');
    writeFileSync(join(staged, 'README.md'), extensionPage(page('README.zh-CN.md'), page('README.md'), homepage));
    const packagePath = join(out, `tuiqiao-${manifest.version}.vsix`);
    await createVSIX({
      cwd: staged,
      packagePath,
      dependencies: false,
      ...(homepage === undefined
        ? { allowMissingRepository: true }
        : { baseContentUrl: `${homepage}/blob/HEAD`, baseImagesUrl: `${homepage}/raw/HEAD` }),
    });
    return packagePath;
  } finally {
    rmSync(staged, { recursive: true, force: true });
  }
}

if (require.main === module) {
  packageVsix().catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  });
}
