import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { arch, platform, userInfo } from 'node:os';
import { delimiter, join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { installOnce, unpackPackage } from './packages';
import { INSTALLED, PROJECT_ROOT } from './paths';
import { runToEnd } from './processes';

/** A browser program, and the environment it needs beyond that of this process. */
interface Program {
  readonly path: string;
  readonly env: Readonly<Record<string, string>>;
}

/** Quiet, without the network: the workbench is on this machine, and nothing else has to be asked. */
const FLAGS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
];

/** Opens a headless Chromium that can draw Chinese text. */
export async function launchBrowser(): Promise<Browser> {
  const program = findInstalled() ?? (await unpackBundled());
  const asRoot = platform() === 'linux' && userInfo().uid === 0;
  return chromium.launch({
    executablePath: program.path,
    args: asRoot ? [...FLAGS, '--no-sandbox'] : FLAGS,
    env: { ...process.env, ...program.env, ...(await fontEnvironment()) },
  });
}

function findInstalled(): Program | undefined {
  const named = process.env.CHROME_PATH;
  if (named) {
    if (!existsSync(named)) throw new Error(`CHROME_PATH 所指的文件不存在。 CHROME_PATH names no file: ${named}`);
    return { path: named, env: {} };
  }
  const path = candidates().find((candidate) => existsSync(candidate));
  return path === undefined ? undefined : { path, env: {} };
}

function candidates(): string[] {
  switch (platform()) {
    case 'darwin':
      return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
        (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
      );
    case 'win32':
      return [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA].flatMap((folder) =>
        folder === undefined
          ? []
          : [
              join(folder, 'Google/Chrome/Application/chrome.exe'),
              join(folder, 'Microsoft/Edge/Application/msedge.exe'),
            ],
      );
    default: {
      const names = ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser', 'microsoft-edge'];
      return (process.env.PATH ?? '').split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
    }
  }
}

/**
 * Unpacks the Chromium of @sparticuz/chromium. The package unpacks into the temporary folder, trusts what it finds there
 * and changes its process's environment; a process of its own with a folder of its own keeps all that apart.
 */
async function unpackBundled(): Promise<Program> {
  if (platform() !== 'linux' || arch() !== 'x64') {
    throw new Error(
      '没有找到 Chrome、Chromium 或 Edge，请安装其中之一，或用环境变量 CHROME_PATH 指明。\n' +
        'No Chrome, Chromium or Edge was found: install one, or name it in the environment variable CHROME_PATH.',
    );
  }
  const manifest = join(PROJECT_ROOT, 'node_modules/@sparticuz/chromium/package.json');
  const { version } = JSON.parse(await readFile(manifest, 'utf8')) as { version: string };
  const folder = await installOnce(join(INSTALLED, `chromium-${version}`), async (partial) => {
    const script = `import('@sparticuz/chromium').then((chromium) => chromium.default.executablePath())`;
    // With this runtime named, the package also unpacks the system libraries a bare machine lacks.
    const env = { ...process.env, TMPDIR: partial, AWS_LAMBDA_JS_RUNTIME: 'nodejs22.x' };
    const { code, output } = await runToEnd(process.execPath, ['-e', script], { cwd: PROJECT_ROOT, env });
    if (code !== 0) throw new Error(`无法解开 Chromium。 Cannot unpack Chromium.\n${output}`);
  });
  const libraries = [join(folder, 'al2023/lib'), process.env.LD_LIBRARY_PATH ?? ''].filter(Boolean).join(delimiter);
  return { path: join(folder, 'chromium'), env: { LD_LIBRARY_PATH: libraries } };
}

/**
 * Installs a Chinese font and returns the environment that lets fontconfig find it beside the machine's own fonts.
 * Elsewhere than on Linux the system has Chinese fonts.
 */
async function fontEnvironment(): Promise<Record<string, string>> {
  if (platform() !== 'linux') return {};
  const folder = await installOnce(join(INSTALLED, 'noto-sans-sc-0.4.3'), async (partial) => {
    await unpackPackage(
      {
        name: '@expo-google-fonts/noto-sans-sc',
        version: '0.4.3',
        integrity: 'sha512-9rAwdFTFHbO/u6Cs0gj2jZbW74TGIiaFNQnXYH2s5wA1bzVkwbaviL4t8YUV642eGYjg86eH6DkAEQmfNHDncQ==',
        files: ['400Regular/NotoSansSC_400Regular.ttf', '700Bold/NotoSansSC_700Bold.ttf'],
      },
      partial,
    );
  });
  const configuration = join(folder, 'fonts.conf');
  await mkdir(join(folder, 'cache'), { recursive: true });
  await writeFile(
    configuration,
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <dir>${folder}</dir>
  <cachedir>${join(folder, 'cache')}</cachedir>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
</fontconfig>
`,
  );
  return { FONTCONFIG_FILE: configuration };
}
