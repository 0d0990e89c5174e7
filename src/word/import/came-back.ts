import type { Span } from '../../core';
import type { Archive } from './archive';
import type { OwnComment } from './own-comments';
import { type CameBack, ourName, type Piece, type Story, type Written, type WrittenRevision } from './word-text';
import { children, descendants, type XmlElement } from './xml';

/** The namespace of the part in which a document carries what 推敲 has written into it. */
export const recordNamespace = 'urn:tuiqiao:written';

/** Reads what the document carries. Throws ImportError. */
export async function readWritten(archive: Archive): Promise<Written> {
  for (const path of archive.pathsOf('customXml')) {
    const root = (await archive.part(path))?.root;
    if (root?.attributes.xmlns !== recordNamespace) continue;
    const said = ({ attributes }: XmlElement, name: string) => attributes[name] ?? '';
    return {
      path,
      comments: children(root, 'comment').map((each) => ({ head: said(each, 'head'), words: said(each, 'words') })),
      revisions: children(root, 'revision').map((each) => ({
        from: said(each, 'from'),
        to: said(each, 'to'),
        before: said(each, 'before'),
        after: said(each, 'after'),
      })),
    };
  }
  return { path: undefined, comments: [], revisions: [] };
}

/** Compares what was written with what stands in the document now. */
export function cameBack(
  written: Written,
  own: readonly OwnComment[],
  text: string,
  pieces: readonly Piece[],
  body: Story,
): CameBack {
  const heads = own.map(({ head }) => head);
  const gone = written.comments.filter(({ head }) => {
    const at = heads.indexOf(head);
    if (at >= 0) heads.splice(at, 1);
    return at < 0;
  });
  const resolved = own.filter((each) => each.resolved).length;
  const pending = ownRevisions(pieces, body);
  const fates = fatesOf(written.revisions, text, pending);
  const count = (fate: Fate['fate']) => fates.filter((each) => each.fate === fate).length;
  const comments = [
    [own.length - resolved, '未处理'],
    [resolved, '已标为解决'],
    [gone.length, '已删去'],
  ] as const;
  const revisions = [
    [written.revisions.length > 0 ? count('pending') : pending.length, '未处理'],
    [count('accepted'), '已接受'],
    [count('rejected'), '已拒绝'],
    [count('changed'), '另作改动'],
  ] as const;
  return {
    written,
    gone,
    rejected: fates.flatMap(({ fate, place }) => (fate === 'rejected' && place ? [place] : [])),
    sentence: [counted('推敲先前的批注', '条', comments), counted('推敲先前的修订', '处', revisions)]
      .filter(Boolean)
      .join('；'),
  };
}

function counted(what: string, unit: string, counts: readonly (readonly [number, string])[]): string {
  const told = counts.filter(([count]) => count > 0).map(([count, fate]) => `${fate} ${count} ${unit}`);
  return told.length > 0 ? `${what}：${told.join('、')}` : '';
}

/** Where revisions of ours stand that nobody has accepted or rejected; one that only takes away is empty. */
function ownRevisions(pieces: readonly Piece[], body: Story): Span[] {
  const stories = new Set([body, ...pieces.map(({ origin }) => origin.story)]);
  return [...stories].flatMap((story) => {
    const within = pieces.filter(({ origin }) => origin.story === story && origin.kind !== 'glue');
    return ['w:ins', 'w:del']
      .flatMap((name) => descendants(story.xml.root, name))
      .filter(({ attributes }) => attributes['w:author'] === ourName)
      .flatMap(({ start, end }) => {
        const inside = within.filter(({ origin }) => origin.from >= start && origin.to <= end);
        const next = inside[0] ?? within.find(({ origin }) => origin.from >= end);
        const last = inside.at(-1);
        const before = within.findLast(({ origin }) => origin.to <= start);
        const at = next?.start ?? before?.end;
        return at === undefined ? [] : [{ start: at, end: last?.end ?? at }];
      });
  });
}

interface Fate {
  readonly fate: 'pending' | 'accepted' | 'rejected' | 'changed';
  /** Of what was put in or left; undefined where it is not found again. */
  readonly place: Span | undefined;
}

/** What became of each revision: those that read the same are told apart by their order in the text. */
function fatesOf(revisions: readonly WrittenRevision[], text: string, pending: readonly Span[]): Fate[] {
  const seen = new Map<string, number>();
  return revisions.map((revision) => {
    const key = JSON.stringify(revision);
    const number = seen.get(key) ?? 0;
    seen.set(key, number + 1);
    const found = placesOf(revision, text)[number];
    if (!found) return { fate: 'changed', place: undefined };
    const { start, end } = found.place;
    const isPending = found.made && pending.some((each) => each.start <= end && each.end >= start);
    return { place: found.place, fate: isPending ? 'pending' : found.made ? 'accepted' : 'rejected' };
  });
}

/** Where the text reads as the revision has it, and where as it was before, in order. */
function placesOf({ from, to, before, after }: WrittenRevision, text: string) {
  // As where it was recorded, the text begins as if a line had ended before it.
  const lines = `\n${text}`;
  const places = (words: string, made: boolean) => {
    const found: { readonly place: Span; readonly made: boolean }[] = [];
    const whole = before + words + after;
    for (let at = whole === '' ? -1 : lines.indexOf(whole); at >= 0; at = lines.indexOf(whole, at + 1)) {
      const start = at + before.length - 1;
      found.push({ place: { start, end: start + words.length }, made });
    }
    return found;
  };
  return [...places(to, true), ...places(from, false)].sort((one, other) => one.place.start - other.place.start);
}
