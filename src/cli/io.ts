import { once } from 'node:events';
import type { Writable } from 'node:stream';
import type { Day } from '../core';
import { printable } from '../node/painter';

/** A stream to write to; `isTTY` where it is a terminal. */
export type Output = Writable & { readonly isTTY?: boolean };

/** What a run of the command line touches besides files; tests put their own in its place. */
export interface Io {
  readonly stdin: AsyncIterable<Uint8Array>;
  readonly stdout: Output;
  readonly stderr: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly today: Day;
  /** Calls the work when the user interrupts the run (Ctrl+C), once; returns what takes that back. */
  onInterrupt(work: () => void): () => void;
}

/**
 * Exit codes that scripts rely on. `findings`: at or above the severity asked for, or something to be rewritten; `failure`: usage,
 * unreadable input; `interrupted`: by Ctrl+C, as shells have it.
 */
export const exitCode = { ok: 0, findings: 1, failure: 2, interrupted: 130 } as const;

/** Writes and, where the reader lags, waits: a long run holds no more than one report in memory. */
export async function write(output: Output, text: string): Promise<void> {
  if (!output.write(text)) await once(output, 'drain');
}

/** Writes a line to stderr that begins with the program's name. Where nobody reads it, the exit code tells. */
export async function complain(io: Io, message: string): Promise<void> {
  if (io.stderr.writable) await write(io.stderr, `tuiqiao：${printable(message)}\n`).catch(() => {});
}

/** Whether stdout is a terminal that is to show colours. */
export function showsColour({ stdout, env }: Io): boolean {
  return stdout.isTTY === true && !env.NO_COLOR;
}

/** The day that builds are to bear which can be repeated (SOURCE_DATE_EPOCH, in seconds), as other programs have it too. */
export function dayOfBuild({ env }: Io): Day | undefined {
  const seconds = env.SOURCE_DATE_EPOCH ?? '';
  return /^\d{1,11}$/.test(seconds) ? new Date(Number(seconds) * 1000).toISOString().slice(0, 10) : undefined;
}
