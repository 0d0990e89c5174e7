import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { runToEnd, type Finished } from './processes';

/** One package of the npm registry, pinned to its content. */
export interface PinnedPackage {
  readonly name: string;
  readonly version: string;
  /** Checksum of the package's archive, as a lock file records it: `sha512-…`. */
  readonly integrity: string;
  /** Paths in the archive to unpack, without the leading `package/`; everything when left out. */
  readonly files?: readonly string[];
}

/**
 * Makes a folder once: `fill` works in a folder beside it, which takes the final name only when it is complete, so that
 * an interrupted run leaves nothing that looks finished, and two runs at a time do not disturb each other.
 * @returns the folder
 */
export async function installOnce(folder: string, fill: (partial: string) => Promise<void>): Promise<string> {
  if (existsSync(folder)) return folder;
  await mkdir(dirname(folder), { recursive: true });
  await removeAbandoned(folder);
  const partial = `${folder}.partial-${process.pid}`;
  await mkdir(partial);
  try {
    await fill(partial);
    await rename(partial, folder).catch((error: unknown) => {
      // Another run was faster: its folder is as good.
      if (!existsSync(folder)) throw error;
    });
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
  return folder;
}

async function removeAbandoned(folder: string): Promise<void> {
  const prefix = `${basename(folder)}.partial-`;
  for (const name of await readdir(dirname(folder))) {
    if (name.startsWith(prefix) && !isAlive(Number(name.slice(prefix.length)))) {
      await rm(join(dirname(folder), name), { recursive: true, force: true });
    }
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/**
 * Fetches a package through npm, as npm is configured on this machine, checks it and unpacks it into `folder`.
 * Its dependencies are not installed and nothing of it is run.
 * @throws when the registry cannot be reached or the archive is not the pinned one
 */
export async function unpackPackage(pinned: PinnedPackage, folder: string): Promise<void> {
  const specifier = `${pinned.name}@${pinned.version}`;
  await npm(['pack', specifier, '--pack-destination', folder, '--loglevel=error'], folder, specifier);
  const archive = join(folder, `${pinned.name.replace('@', '').replace('/', '-')}-${pinned.version}.tgz`);
  const integrity = `sha512-${createHash('sha512')
    .update(await readFile(archive))
    .digest('base64')}`;
  if (integrity !== pinned.integrity) {
    throw new Error(`${specifier} 的内容与锁定的校验值不符。 The archive is not the pinned one: ${integrity}`);
  }
  const files = (pinned.files ?? []).map((file) => `package/${file}`);
  const unpacked = await runToEnd('tar', ['-xzf', basename(archive), '--strip-components=1', ...files], {
    cwd: folder,
  });
  if (unpacked.code !== 0) throw new Error(`无法解压 ${specifier}。 Cannot unpack it.\n${unpacked.output}`);
  await rm(archive);
}

/**
 * Installs the locked run-time dependencies of the package in `folder`, without running any of their scripts.
 * @throws when the registry cannot be reached
 */
export async function installDependencies(folder: string): Promise<void> {
  // Not `npm ci`: it refuses lock files that were made for another system.
  await npm(
    ['install', '--no-save', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'],
    folder,
    `${folder} 的依赖`,
  );
}

async function npm(args: readonly string[], cwd: string, what: string): Promise<Finished> {
  // npm sets npm_execpath for what it runs; the program itself is a script without an extension of its own on Windows.
  const script = process.env.npm_execpath;
  const npmScript = script !== undefined && basename(script) === 'npm-cli.js' ? script : undefined;
  const finished = npmScript
    ? await runToEnd(process.execPath, [npmScript, '--prefix', cwd, ...args], { cwd })
    : await runToEnd('npm', ['--prefix', cwd, ...args], { cwd, shell: process.platform === 'win32' });
  if (finished.code !== 0) {
    throw new Error(
      `无法从 npm 源安装 ${what}，请检查网络和 npm 的 registry 设置后重试。\n` +
        `Cannot install it from the npm registry; check the network and npm's registry setting, then try again.\n` +
        finished.output.trim().split('\n').slice(0, 15).join('\n'),
    );
  }
  return finished;
}
