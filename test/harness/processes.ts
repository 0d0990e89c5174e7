import { spawn, spawnSync, type ChildProcess, type SpawnOptions } from 'node:child_process';

const running = new Set<ChildProcess>();
/** How long a process may take to end by itself before it is killed. */
const GRACE_MILLISECONDS = 5_000;

process.once('exit', () => {
  for (const child of running) signalTree(child, 'SIGKILL');
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => process.exit(signal === 'SIGINT' ? 130 : 143));
}

/**
 * Starts a program as the head of a process group of its own. The whole group ends with `stopTree`, and at the latest
 * with this process, also on Ctrl+C.
 */
export function startTree(command: string, args: readonly string[], options: SpawnOptions): ChildProcess {
  const child = spawn(command, args, { ...options, detached: process.platform !== 'win32' });
  running.add(child);
  return child;
}

/** Ends a process started by `startTree` and everything it has started; resolves when it is gone. */
export async function stopTree(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null && child.pid !== undefined) {
    const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    signalTree(child, 'SIGTERM');
    const impatience = setTimeout(() => signalTree(child, 'SIGKILL'), GRACE_MILLISECONDS);
    await gone;
    clearTimeout(impatience);
  }
  // What the head of the group left behind.
  signalTree(child, 'SIGKILL');
  running.delete(child);
}

function signalTree(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  if (process.platform === 'win32') {
    spawnSync('taskkill', ['/pid', String(child.pid), '/T', '/F']);
    return;
  }
  try {
    process.kill(-child.pid, signal);
  } catch {
    // The group is gone already.
  }
}

/** What a program left when it ended. */
export interface Finished {
  readonly code: number;
  /** Standard output and standard error, in the order they came. */
  readonly output: string;
}

/** Runs a program to its end and collects what it writes. */
export function runToEnd(command: string, args: readonly string[], options: SpawnOptions = {}): Promise<Finished> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    const chunks: Buffer[] = [];
    child.stdout?.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr?.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, output: Buffer.concat(chunks).toString('utf8') }));
  });
}
