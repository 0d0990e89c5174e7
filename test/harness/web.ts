import { watch } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, dirname, extname, join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { build } from 'esbuild';
import JSZip from 'jszip';
import { PROJECT_ROOT } from './paths';
import { installServer, SETTINGS, type Server, type ServerOptions } from './server';

const SCHEME = 'web-folder';
/** The extension that has the folder for a file system, by its manifest and the source of its program. */
const WEB_FOLDER = {
  manifest: {
    name: SCHEME,
    publisher: 'tuiqiao-test',
    version: '1.0.0',
    engines: { vscode: '^1.100.0' },
    browser: './extension.js',
    activationEvents: [`onFileSystem:${SCHEME}`],
  },
  program: join(PROJECT_ROOT, 'test/harness/web-folder.ts'),
};

/** This build of the workbench takes for granted that whoever hands it out is a server with a machine behind it: what of it says so. */
const BOUND_TO_SERVER: ReadonlyArray<readonly [RegExp, string]> = [
  [/,remoteAuthority:location\.host\}/g, '}'],
  [/(?<=\(this\.userDataPath\)\.with\(\{scheme:\w+\.)vscodeRemote\}/g, 'vscodeUserData}'],
];

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
};

/** Something that is asked for and is not there. */
class Absent extends Error {}

/** How VS Code for the Web is to be handed out. */
export interface WebOptions extends Pick<ServerOptions, 'version' | 'settings'> {
  /** The packaged extension (.vsix), which the page has installed. */
  readonly extension: string;
  /** A folder, which the page knows as one of a file system that is nowhere but in it. */
  readonly folder: string;
}

/**
 * Hands out VS Code for the Web: nothing but files, and behind them no VS Code, so that the extensions run in a worker of the page.
 * The folder is asked for over HTTP by an extension of the harness.
 */
export async function startWeb({ version, extension, folder, settings }: WebOptions): Promise<Server> {
  const { folder: vscode } = await installServer(version);
  const unpacked = await unpack(extension);
  await buildWebFolder(join(unpacked, 'web-folder'));
  const root = dirname(folder);
  const changes = changesIn(folder);
  const roots: ReadonlyArray<readonly [string, string]> = [
    ['/vscode/', vscode],
    ['/extension/', join(unpacked, 'extension')],
    ['/web-folder/', join(unpacked, 'web-folder')],
  ];

  const answer = async (request: IncomingMessage): Promise<{ type?: string; body: string | Uint8Array }> => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    if (path === '/') return { type: '.html', body: await page(vscode, configuration) };
    const [, room, what, ...rest] = path.split('/');
    if (room === 'folder' && what === 'changes') return { type: '.json', body: JSON.stringify(await changes.next()) };
    if (room === 'folder') return askFolder(what ?? '', join(root, ...rest), request);
    const found = roots.find(([prefix]) => path.startsWith(prefix));
    if (!found) throw new Absent(path);
    const file = join(found[1], path.slice(found[0].length));
    const body = await readFile(file);
    return { type: extname(file), body: basename(file) === 'workbench.js' ? unbound(body.toString('utf8')) : body };
  };

  const server = createServer((request, response) => {
    answer(request).then(
      ({ type = '', body }) => send(response, 200, TYPES[type] ?? 'application/octet-stream', body),
      (error: NodeJS.ErrnoException) =>
        send(response, error instanceof Absent || error.code === 'ENOENT' ? 404 : 500, 'text/plain', String(error)),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const authority = `localhost:${(server.address() as AddressInfo).port}`;
  const origin = `http://${authority}`;
  const pathOf = (path: string) => path.slice(root.length);
  const configuration = {
    folderUri: { scheme: SCHEME, path: pathOf(folder) },
    additionalBuiltinExtensions: ['/extension', '/web-folder'].map((path) => ({ scheme: 'http', authority, path })),
    configurationDefaults: { ...SETTINGS, ...settings },
    enableWorkspaceTrust: false,
    webviewEndpoint: '/vscode/out/vs/workbench/contrib/webview/browser/pre',
    userDataPath: '/',
    isEnabledFileDownloads: true,
    isEnabledFileUploads: true,
    isEnabledCoderGettingStarted: false,
    productConfiguration: { extensionsGallery: undefined },
  };
  return {
    origin,
    remoteUri: (path) => `${SCHEME}:${encodeURI(pathOf(path))}`,
    pageUrl: (_folder, payload = []) => `${origin}/?${new URLSearchParams({ payload: JSON.stringify(payload) })}`,
    async stop() {
      changes.stop();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await rm(unpacked, { recursive: true, force: true });
    },
  };
}

function send(response: ServerResponse, status: number, type: string, body: string | Uint8Array): void {
  response.writeHead(status, { 'content-type': type }).end(body);
}

async function buildWebFolder(folder: string): Promise<void> {
  await build({
    entryPoints: [WEB_FOLDER.program],
    outfile: join(folder, 'extension.js'),
    bundle: true,
    platform: 'browser',
    format: 'cjs',
    external: ['vscode'],
    logLevel: 'warning',
  });
  await writeFile(join(folder, 'package.json'), JSON.stringify(WEB_FOLDER.manifest));
}

async function unpack(vsix: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'tuiqiao-web-'));
  const files = Object.values((await JSZip.loadAsync(await readFile(vsix))).files).filter(({ dir }) => !dir);
  for (const file of files) {
    const path = join(folder, file.name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, await file.async('nodebuffer'));
  }
  return folder;
}

/** The page that VS Code has for its server, filled in as for one that is none. */
async function page(vscode: string, configuration: unknown): Promise<string> {
  const filled: Readonly<Record<string, string>> = {
    WORKBENCH_WEB_CONFIGURATION: JSON.stringify(configuration).replaceAll('&', '&amp;').replaceAll('"', '&quot;'),
    WORKBENCH_WEB_BASE_URL: '/vscode',
    WORKBENCH_NLS_FALLBACK_URL: '/vscode/out/nls.messages.js',
    WORKBENCH_NLS_URL: '/vscode/out/nls.messages.js',
  };
  const template = await readFile(join(vscode, 'out/vs/code/browser/workbench/workbench.html'), 'utf8');
  return template.replace(/\{\{(\w+)\}\}/g, (_, name: string) => filled[name] ?? '');
}

function unbound(workbench: string): string {
  return BOUND_TO_SERVER.reduce((text, [bond, free]) => {
    const { length } = text.match(bond) ?? [];
    if (length !== 1) throw new Error(`the workbench has ${String(length)} places like ${String(bond)}, not one`);
    return text.replace(bond, free);
  }, workbench);
}

/** Does what the page asks of its folder. */
async function askFolder(
  what: string,
  path: string,
  request: IncomingMessage,
): Promise<{ type?: string; body: string | Uint8Array }> {
  switch (what) {
    case 'stat': {
      const found = await stat(path);
      const told = { type: found.isDirectory() ? 2 : 1, ctime: found.ctimeMs, mtime: found.mtimeMs, size: found.size };
      return { type: '.json', body: JSON.stringify(told) };
    }
    case 'list': {
      const entries = await readdir(path, { withFileTypes: true });
      const listed: Listed[] = entries.map((entry) => ({ name: entry.name, isFolder: entry.isDirectory() }));
      return { type: '.json', body: JSON.stringify(listed) };
    }
    case 'read':
      return { body: await readFile(path) };
    case 'write':
      await writeFile(path, await buffer(request));
      return { body: '' };
    case 'makeFolder':
      await mkdir(path);
      return { body: '' };
    case 'remove':
      await rm(path, { recursive: true });
      return { body: '' };
    default:
      throw new Absent(what);
  }
}

/** An entry of a folder. */
export interface Listed {
  readonly name: string;
  readonly isFolder: boolean;
}

/** A file or folder that was written, made or removed. */
export interface Change {
  readonly path: string;
  readonly isThere: boolean;
}

/** Tells, whenever it is asked, what has changed in the folder since. */
function changesIn(folder: string): { next(): Promise<Change[]>; stop(): void } {
  const changed = new Set<string>();
  let tell: (() => void) | undefined;
  const watcher = watch(folder, { recursive: true }, (_, name) => {
    if (name === null) return;
    changed.add(name);
    tell?.();
  });
  return {
    async next() {
      if (changed.size === 0) await new Promise<void>((resolve) => (tell = resolve));
      const names = [...changed];
      changed.clear();
      const isThere = (path: string) =>
        stat(path).then(
          () => true,
          () => false,
        );
      return Promise.all(
        names.map(async (name) => ({
          path: `/${basename(folder)}/${name}`,
          isThere: await isThere(join(folder, name)),
        })),
      );
    },
    stop: () => watcher.close(),
  };
}
