import type { TextEdit } from '../../core';
import type { Archive } from '../import/archive';
import { recordNamespace } from '../import/came-back';
import type { Written, WrittenRevision } from '../import/word-text';
import { announce, office, withdraw } from './new-part';
import { escaped } from './part-changes';

/** Characters on either side by which a revision is found again. */
const context = 8;

/** Characters of the words that a comment speaks of, at most. */
const longestWords = 60;

/** What is recorded of the words of a comment. */
export function recordedWords(words: string): string {
  return words
    .slice(0, longestWords)
    .replace(/[\ud800-\udbff]$/, '')
    .replace(/\s+/g, ' ');
}

/** What is recorded of the revisions of a text, which are in order; those that touch one another are recorded as one. */
export function recordsOf(text: string, revisions: readonly TextEdit[]): WrittenRevision[] {
  const merged: TextEdit[] = [];
  for (const edit of revisions) {
    const last = merged.at(-1);
    if (last?.end === edit.start) merged[merged.length - 1] = { ...last, end: edit.end, text: last.text + edit.text };
    else merged.push(edit);
  }
  return merged.map(({ start, end, text: to }, index) => {
    // What stands beside it may be revised as well: only what stays as it is tells the place.
    const [from, until] = [merged[index - 1]?.end ?? 0, merged[index + 1]?.start ?? text.length];
    const before = startingLine(text, Math.max(start - context, from), start);
    const after = text.slice(end, Math.min(end + context, until));
    const lineEnd = after.indexOf('\n');
    return {
      from: text.slice(start, end),
      to,
      before: before.slice(Math.max(0, before.lastIndexOf('\n'))).replace(/^[\udc00-\udfff]/, ''),
      after: (lineEnd < 0 ? after : after.slice(0, lineEnd + 1)).replace(/[\ud800-\udbff]$/, ''),
    };
  });
}

/** The stretch of the text, which begins as if a line had ended before it. */
function startingLine(text: string, from: number, to: number): string {
  return (from === 0 ? '\n' : '') + text.slice(from, to);
}

/** Puts what was written into the document, for the day on which it comes back; takes it out where that is nothing. */
export async function writeRecord(archive: Archive, { path, comments, revisions }: Written): Promise<void> {
  if (path && comments.length + revisions.length === 0) return withdraw(archive, path);
  const entry = (name: string, said: object) =>
    `<${name} ${Object.entries(said)
      .map(([key, value]) => `${key}="${escaped(String(value)).replaceAll('\n', '&#10;')}"`)
      .join(' ')}/>`;
  const entries = [
    ...comments.map((each) => entry('comment', each)),
    ...revisions.map((each) => entry('revision', each)),
  ];
  archive.write(
    path ?? recordPath,
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<written xmlns="${recordNamespace}">${entries.join('')}</written>`,
  );
  if (!path)
    await announce(archive, recordPath, 'application/xml', `${office}/officeDocument/2006/relationships/customXml`);
}

const recordPath = 'customXml/tuiqiao.xml';
