import { availableParallelism } from 'node:os';
import * as vscode from 'vscode';
import type { ReviewRun } from '../../node/job';
import { Pool } from '../../node/pool';

/** Threads at most: the editor and its other work go on meanwhile. */
const mostThreads = 4;

/**
 * Worker threads for the task, no more than there are files; undefined where the program is not on a disk, which a thread must have
 * it on.
 * @param program the bundle of the worker
 */
export async function threadsFor(program: vscode.Uri, task: ReviewRun, files: number): Promise<Pool | undefined> {
  if (program.scheme !== 'file') return undefined;
  const size = Math.max(1, Math.min(mostThreads, availableParallelism() - 1, files));
  return vscode.workspace.fs.stat(program).then(
    () => new Pool(program.fsPath, task, size),
    () => undefined,
  );
}
