import { stat } from 'node:fs/promises';
import type * as vscode from 'vscode';

/** Whether both lead to one file: by links and other spellings of a name too where it is on a disk. */
export async function isSameFile(one: vscode.Uri, other: vscode.Uri): Promise<boolean> {
  if (one.toString() === other.toString()) return true;
  if (one.scheme !== 'file' || other.scheme !== 'file') return false;
  const [a, b] = await Promise.all(
    [one, other].map(({ fsPath }) => stat(fsPath, { bigint: true }).catch(() => undefined)),
  );
  return a !== undefined && a.dev === b?.dev && a.ino === b.ino;
}
