import type { TextEdit } from '../../core';
import { Archive, guarded } from '../import/archive';
import { readArchive } from '../import/document';
import { ownComments, storyOf } from '../import/own-comments';
import { ourName, type WordText, type WrittenComment } from '../import/word-text';
import { children, descendants, type XmlElement } from '../import/xml';
import { Comments, type Remark } from './comments';
import { Pen } from './pen';
import { type Anchor, anchorOf, strokesOf } from './places';
import { recordedWords, recordsOf, writeRecord } from './record';

// What writes into Word files. It is a bundle of its own (dist/annotate.js), loaded when somebody wants that.

export { ImportError } from '../import/archive';
export type { Remark } from './comments';

/** What is written into a Word document; places are those of the text that `readWord` gives. */
export interface Asked {
  readonly remarks: readonly Remark[];
  /** What is changed so that it can be accepted and rejected. */
  readonly revisions: readonly TextEdit[];
  /** When it was written, as Word has it: 2026-11-21T00:00:00Z. */
  readonly date: string;
}

/** A Word document into which was written, and what came of it. */
export interface Annotated {
  readonly bytes: Uint8Array;
  /** Comments that were written. */
  readonly written: number;
  /** Remarks that were not written again: they stand in the document, or stood there and were taken out. */
  readonly known: number;
  /** Revisions that were written. */
  readonly revised: number;
  /** Revisions that cannot be: in automatic numbers, fields, links, what somebody has inserted. */
  readonly unrevised: number;
  /** Revisions that were not written again: somebody has rejected them. */
  readonly rejected: number;
}

/** Writes remarks as comments, and changes as revisions, into a copy in which nothing else changes. Throws ImportError. */
export function annotate(bytes: Uint8Array, asked: Asked): Promise<Annotated> {
  return guarded(() => annotated(bytes, asked));
}

async function annotated(bytes: Uint8Array, { remarks, revisions, date }: Asked): Promise<Annotated> {
  const archive = await Archive.open(bytes);
  const word = await readArchive(archive);
  const [pen, comments] = [new Pen(archive), await Comments.of(archive, word, date)];
  const { prefix } = word.body.xml;
  const said = new Said(word);
  const written: WrittenComment[] = [];
  let known = 0;
  for (const remark of remarks) {
    const anchor = anchorOf(word, remark);
    if (!anchor) continue;
    const head = headOf(word, remark, anchor);
    const words = recordedWords(word.text.slice(remark.start, remark.end));
    if (said.has({ head, words }, anchor)) {
      known++;
      continue;
    }
    const id = `${prefix}id="${comments.add([head, ...remark.lines])}"`;
    const reference = `<${prefix}r><${prefix}commentReference ${id}/></${prefix}r>`;
    pen.put(anchor.from, `<${prefix}commentRangeStart ${id}/>`, 'comment-start');
    pen.put(anchor.to, `<${prefix}commentRangeEnd ${id}/>${reference}`, 'comment-end');
    written.push({ head, words });
  }
  const wanted = revisions.filter(
    (edit) => !word.cameBack.rejected.some(({ start, end }) => start <= edit.start && edit.end <= end),
  );
  const possible = wanted
    .map((edit) => ({ edit, strokes: strokesOf(word, edit) }))
    .filter(({ strokes }) => strokes !== undefined);
  for (const { strokes = [] } of possible) pen.revise(strokes, (own) => comments.signature(own));
  const changed = written.length > 0 || possible.length > 0;
  if (changed) {
    pen.finish();
    await comments.write();
    const before = word.cameBack.written;
    const edits = possible.map(({ edit }) => edit).toSorted((one, other) => one.start - other.start);
    await writeRecord(archive, {
      path: before.path,
      comments: [...before.comments, ...written],
      revisions: [...before.revisions, ...recordsOf(word.text, edits)],
    });
  }
  return {
    bytes: changed ? await archive.bytes() : bytes,
    written: written.length,
    known,
    revised: possible.length,
    unrevised: wanted.length - possible.length,
    rejected: revisions.length - wanted.length,
  };
}

/** A Word document whose words were changed. */
export interface Rewritten {
  readonly bytes: Uint8Array;
  readonly made: number;
  /** Changes that cannot be made: in automatic numbers, fields, links, what somebody has inserted. */
  readonly left: number;
}

/** Makes the edits in the words themselves; nothing else changes. Throws ImportError. */
export function rewrite(bytes: Uint8Array, edits: readonly TextEdit[]): Promise<Rewritten> {
  return guarded(() => rewritten(bytes, edits));
}

async function rewritten(bytes: Uint8Array, edits: readonly TextEdit[]): Promise<Rewritten> {
  const archive = await Archive.open(bytes);
  const word = await readArchive(archive);
  const pen = new Pen(archive);
  const possible = edits.map((edit) => strokesOf(word, edit)).filter((each) => each !== undefined);
  for (const each of possible) pen.rewrite(each);
  pen.finish();
  const made = possible.length;
  return { bytes: made > 0 ? await archive.bytes() : bytes, made, left: edits.length - made };
}

/** A Word document without the comments that 推敲 wrote. */
export interface Cleared {
  readonly bytes: Uint8Array;
  readonly removed: number;
  /** Comments of ours that somebody has answered: they stay, for the answers' sake. */
  readonly answered: number;
}

/** Takes our comments out of a document; those of others, and all revisions, stay. Throws ImportError. */
export function clear(bytes: Uint8Array): Promise<Cleared> {
  return guarded(() => cleared(bytes));
}

async function cleared(bytes: Uint8Array): Promise<Cleared> {
  const archive = await Archive.open(bytes);
  const { body, cameBack } = await readArchive(archive);
  const { story, all } = await ownComments(archive);
  const removed = all.filter(({ answered }) => !answered);
  if (!story || removed.length === 0) return { bytes, removed: 0, answered: all.length };
  const pen = new Pen(archive);
  const ids = new Set(removed.map(({ id }) => id));
  const isTheirs = ({ attributes }: XmlElement) => ids.has(attributes['w:id'] ?? '');
  for (const name of ['w:commentRangeStart', 'w:commentRangeEnd']) {
    for (const each of descendants(body.xml.root, name).filter(isTheirs)) pen.remove(body, each);
  }
  for (const run of descendants(body.xml.root, 'w:r')) {
    const content = children(run).filter(({ name }) => name !== 'w:rPr');
    const references = content.filter((each) => each.name === 'w:commentReference' && isTheirs(each));
    if (references.length === content.length && references.length > 0) pen.remove(body, run);
    else for (const each of references) pen.remove(body, each);
  }
  for (const { element } of removed) pen.remove(story, element);
  const names = new Set(removed.flatMap((each) => [...each.names]));
  for (const relation of ['commentsExtended', 'commentsIds'] as const) {
    const states = await storyOf(archive, relation);
    for (const each of children(states?.xml.root)) {
      const speaksOf = Object.entries(each.attributes).some(
        ([key, name]) => key.endsWith(':paraId') && names.has(name),
      );
      if (states && speaksOf) pen.remove(states, each);
    }
  }
  pen.finish();
  const { written } = cameBack;
  const kept = all.filter(({ answered }) => answered).map(({ head }) => head);
  if (written.path) {
    await writeRecord(archive, { ...written, comments: written.comments.filter(({ head }) => kept.includes(head)) });
  }
  return { bytes: await archive.bytes(), removed: removed.length, answered: all.length - removed.length };
}

const asides = { box: '文本框', note: '注释' } as const;

/** What the comment begins with: where Word shows it beside its words, these are told. */
function headOf({ text }: WordText, { start, end, head }: Remark, { aside }: Anchor): string {
  return aside ? `${asides[aside]}中“${text.slice(start, end)}”：${head}` : head;
}

/** What was said: what stands in the document, what stood there and was taken out, and what is being written. */
class Said {
  /** Places with the rule, of comments that stand aside of their words what they begin with. */
  readonly #standing: ReadonlySet<string>;
  readonly #gone: WrittenComment[];
  readonly #new = new Set<string>();

  constructor(word: WordText) {
    const ours = word.comments.filter(({ author }) => author === ourName);
    this.#standing = new Set(
      ours.flatMap(({ lines: [head = ''], start, end }) => {
        const anchor = anchorOf(word, { start, end });
        return anchor ? [head, placed(anchor, ruleIn(head))] : [head];
      }),
    );
    this.#gone = [...word.cameBack.gone];
  }

  /** Whether it was said before, in the same place of the file: cells that are merged repeat what stands in it once. */
  has({ head, words }: WrittenComment, anchor: Anchor): boolean {
    if (this.#standing.has(anchor.aside ? head : placed(anchor, ruleIn(head)))) return true;
    const key = placed(anchor, head);
    if (this.#new.has(key)) return true;
    const at = this.#gone.findIndex((each) => each.words === words && ruleIn(each.head) === ruleIn(head));
    if (at < 0) this.#new.add(key);
    else this.#gone.splice(at, 1);
    return at >= 0;
  }
}

function placed({ from, to }: Anchor, said: string): string {
  return `${from.story.path} ${from.at} ${to.at} ${said}`;
}

/** The rule that a comment names: the rest of what it begins with may count what has changed since. */
function ruleIn(head: string): string {
  return /^(?:[^【]*：)?【[^】]*】/.exec(head)?.[0] ?? head;
}
