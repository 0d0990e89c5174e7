import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { EXTENSION_ROOT, OUT, PROJECT_ROOT } from './paths';
import { runToEnd } from './processes';

/** Builds the extension. */
export async function buildExtension(): Promise<void> {
  const { code, output } = await runToEnd(process.execPath, [join(PROJECT_ROOT, 'esbuild.mjs')], {
    cwd: EXTENSION_ROOT,
  });
  if (code !== 0) throw new Error(`构建失败。 The build failed.\n${output}`);
}

/**
 * Builds the extension and packages it as for the marketplace.
 * @returns the path of the .vsix file
 */
export async function packageExtension(): Promise<string> {
  const vsix = join(OUT, 'tuiqiao.vsix');
  await mkdir(OUT, { recursive: true });
  const vsce = join(PROJECT_ROOT, 'node_modules/@vscode/vsce/vsce');
  // vsce runs the build: it is the manifest's vscode:prepublish.
  // No repository is named yet, which links of the README could be completed with.
  const lenient = ['--allow-missing-repository', '--no-rewrite-relative-links'];
  const args = [vsce, 'package', '--no-dependencies', ...lenient, '--out', vsix];
  const { code, output } = await runToEnd(process.execPath, args, { cwd: EXTENSION_ROOT });
  if (code !== 0) throw new Error(`打包失败。 Packaging failed.\n${output}`);
  return vsix;
}
