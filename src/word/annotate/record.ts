import type { TextEdit } from '../../core';
import type { Archive } from '../import/archive';
import { recordNamespace } from '../import/came-back';
import type { Written, WrittenRevision } from '../import/word-text';
import { announce, declaration, office, withdraw } from './new-part';
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
  const place = path ?? freePlace(archive);
  archive.write(place, `${declaration}<written xmlns="${recordNamespace}">${entries.join('')}</written>`);
  if (path) return;
  const up = '../'.repeat(archive.documentPath.split('/').length - 1);
  const owner = archive.documentPath;
  await announce(archive, {
    path: place,
    contentType: 'application/xml',
    relation: 'customXml',
    owner,
    target: up + place,
  });
  // Programs keep such a part only if it has an id of its own.
  const properties = place.replace('item', 'itemProps');
  archive.write(
    properties,
    `${declaration}<ds:datastoreItem ds:itemID="{6B1C2D6F-0B0D-4E8B-9B8B-2F4B6A1E7C51}" xmlns:ds="${office}/officeDocument/2006/customXml"><ds:schemaRefs/></ds:datastoreItem>`,
  );
  await announce(archive, {
    path: properties,
    contentType: 'application/vnd.openxmlformats-officedocument.customXmlProperties+xml',
    relation: 'customXmlProps',
    owner: place,
    target: properties.replace('customXml/', ''),
  });
}

/** The first path of those that programs give such parts at which there is none. */
function freePlace(archive: Archive): string {
  let number = 1;
  while (archive.file(`customXml/item${number}.xml`) ?? archive.file(`customXml/itemProps${number}.xml`)) number++;
  return `customXml/item${number}.xml`;
}
