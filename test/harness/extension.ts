import { join } from 'node:path';
import { EXTENSION_ROOT, PROJECT_ROOT } from './paths';
import { runToEnd } from './processes';

/** Makes the extension's file, from a folder with nothing in it but what is published. */
const PACKAGE_TOOL = join(PROJECT_ROOT, 'src/tools/package.ts');

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
  const { code, output } = await runToEnd(process.execPath, ['--import', 'tsx', PACKAGE_TOOL], { cwd: EXTENSION_ROOT });
  if (code !== 0) throw new Error(`打包失败。 Packaging failed.\n${output}`);
  const [, vsix] = /Packaged: (.+\.vsix) \(/.exec(output) ?? [];
  if (vsix === undefined) throw new Error(`打包失败。 Packaging failed.\n${output}`);
  return vsix;
}
