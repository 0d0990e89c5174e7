/**
 * Whether Word files of all makers come back as they were: `npm run proof:word [-- --validator PATH]`. Needs LibreOffice and
 * python-docx; with the path of the command line of an OOXML validator (which prints `{"ok", "errors": [{"description", "path"}]}`)
 * the files are validated too. Exits with 1 where one fails.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { argv } from 'node:process';
import { DOMParser } from '@xmldom/xmldom';
import { strFromU8, unzipSync } from 'fflate';
import { builtInLexicon } from '../../src/built-in-lexicon';
import { review, safeEdits, type TextEdit } from '../../src/core';
import { remarksOf } from '../../src/node/word-remarks';
import { annotate, clear, type Remark } from '../../src/word/annotate';
import { ourName, type Piece, readWord, type WordText } from '../../src/word/import';
import { soffice, writeWordFiles } from './word-files';

const date = '2026-11-21T00:00:00Z';
const ownParts = ['word/comments.xml', '[Content_Types].xml', 'word/_rels/document.xml.rels'];
/** The record of what was written stands beside other parts of its kind. */
const record = /^customXml\/(?:_rels\/)?item/;

/** What was looked at, and what of it was wrong. */
const counts = new Map<string, { good: number; bad: string[] }>();

function check(what: string, file: string, good: boolean, more = ''): void {
  const count = counts.get(what) ?? { good: 0, bad: [] };
  counts.set(what, count);
  if (good) count.good++;
  else count.bad.push(`${file} ${more}`);
}

function parsed(xml: string): Document {
  const fail = (message: string) => {
    throw new Error(message);
  };
  return new DOMParser({ errorHandler: { warning: fail, error: fail, fatalError: fail } }).parseFromString(
    xml,
    'text/xml',
  );
}

function ancestors(node: Node): Element[] {
  const found: Element[] = [];
  for (let at = node.parentNode; at?.parentNode; at = at.parentNode) found.push(at as Element);
  return found;
}

const isOurs = (element: Element) => element.getAttribute('w:author') === ourName;

/** Every character of the runs of a part with the look of its run and what stands around it; our changes as if they were rejected. */
function characters(xml: string): string[] {
  const marks = ['w:commentRangeStart', 'w:commentRangeEnd', 'w:commentReference'];
  return Array.from(parsed(xml).getElementsByTagName('w:r')).flatMap((run) => {
    const around = ancestors(run);
    if (around.some((each) => each.nodeName === 'w:ins' && isOurs(each))) return [];
    const others = around.filter((each) => !isOurs(each)).map(({ nodeName }) => nodeName);
    const look = Array.from(run.childNodes)
      .filter(({ nodeName }) => nodeName === 'w:rPr')
      .join('');
    return Array.from(run.childNodes).flatMap((each) => {
      if (each.nodeName === 'w:rPr' || marks.includes(each.nodeName)) return [];
      if (!['w:t', 'w:delText'].includes(each.nodeName)) return [`${each.nodeName} ${others.join('/')}`];
      return Array.from(each.textContent ?? '', (one) => `${one} ${look} ${others.join('/')}`);
    });
  });
}

/** The words between the marks of each of our comments, by id, as the document shows them; blanks left out. */
function anchored(files: Record<string, Uint8Array>): Map<string, { words: string; head: string }> {
  const comments = parsed(strFromU8(files['word/comments.xml'])).getElementsByTagName('w:comment');
  const heads = new Map(
    Array.from(comments)
      .filter(isOurs)
      .map((each) => [each.getAttribute('w:id') ?? '', each.getElementsByTagName('w:t')[0]?.textContent ?? '']),
  );
  const found = new Map<string, { words: string; head: string }>();
  const open = new Set<string>();
  const visit = (node: Node, gone: boolean): void => {
    const element = node as Element;
    const id = element.getAttribute?.('w:id') ?? '';
    if (node.nodeName === 'w:commentRangeStart' && heads.has(id)) {
      open.add(id);
      found.set(id, { words: '', head: heads.get(id)! });
    }
    if (node.nodeName === 'w:commentRangeEnd') open.delete(id);
    if (node.nodeName === 'w:t' && !gone) for (const each of open) found.get(each)!.words += node.textContent;
    const look = node.nodeName === 'w:r' ? element.getElementsByTagName('w:rPr')[0] : undefined;
    const hidden = look && ['w:vanish', 'w:strike'].some((name) => look.getElementsByTagName(name).length > 0);
    const inRun = node.nodeName === 'mc:AlternateContent' && node.parentNode?.nodeName === 'w:r';
    const out = inRun || ['w:del', 'w:moveFrom', 'mc:Fallback', 'w:ruby'].includes(node.nodeName);
    for (const each of Array.from(node.childNodes ?? [])) visit(each, gone || out || Boolean(hidden));
  };
  visit(parsed(strFromU8(files['word/document.xml'])), false);
  return found;
}

const bare = (text: string) => text.replace(/\s/g, '');

/** Besides what the review finds, stretches of every line and cell: its beginning, its inside, the whole. */
function remarksOn(text: string): Remark[] {
  const made = review(text, { lexicon: builtInLexicon, today: '2026-11-21', asOf: 'today' });
  const remarks: Remark[] = remarksOf(made);
  let start = 0;
  for (const [index, line] of text
    .split(/[\n\t]/)
    .slice(0, 90)
    .entries()) {
    const spans = [
      [0, Math.min(2, line.length)],
      [Math.min(3, line.length), Math.min(7, line.length)],
      [0, line.length],
    ];
    const whole = spans.filter(
      ([from, to]) =>
        !/[\udc00-\udfff]/.test((line[from] ?? '') + (line[to] ?? '')) && line.slice(from, to).trim() !== '',
    );
    remarks.push(
      ...whole.map(([from, to], at) => ({
        start: start + from,
        end: start + to,
        head: `第${index}行第${at}条<&>`,
        lines: ['依据'],
      })),
    );
    start += line.length + 1;
  }
  return remarks;
}

/** The safe fixes, and a character changed, taken away or put in in every line that has none. */
function editsIn(text: string): TextEdit[] {
  const edits = [...safeEdits(review(text, { lexicon: builtInLexicon, today: '2026-11-21', asOf: 'today' }))];
  let start = 0;
  for (const [index, line] of text.split('\n').slice(0, 60).entries()) {
    const at = start + Math.floor(line.length / 2);
    const edit = [
      { start: at, end: at + 1, text: '改&<' },
      { start: at, end: at + 1, text: '' },
      { start: at, end: at, text: '添' },
    ][index % 3];
    const free = edits.every((each) => each.end < start || each.start > start + line.length);
    if (line.length > 4 && free && !/[\ud800-\udfff]/.test(text.slice(at - 1, at + 2))) edits.push(edit);
    start += line.length + 1;
  }
  return edits;
}

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'word-proof-'));
  const validator = argv.includes('--validator') ? argv[argv.indexOf('--validator') + 1] : undefined;
  const given = argv.slice(2).filter((each) => !each.startsWith('--') && each !== validator);
  try {
    const names = given.length > 0 ? given : (await writeWordFiles(folder)).map((name) => join(folder, name));
    const written: string[] = [];
    for (const [index, path] of names.entries()) {
      const name = path.split('/').at(-1)!;
      const before = new Uint8Array(readFileSync(path));
      try {
        await prove(name, before, (bytes) => {
          const file = `${index}.docx`;
          written.push(file);
          writeFileSync(join(folder, file), bytes);
          if (validator) validate(validator, name, path, join(folder, file));
        });
      } catch (error) {
        check('is worked through', name, false, String((error as Error).stack));
      }
    }
    console.log(`${names.length} files`);
    if (written.length > 0) soffice(['--convert-to', 'pdf'], folder, folder, written, 'pdf-');
    for (const file of written) {
      const name = names[parseInt(file)].split('/').at(-1)!;
      check('opens in LibreOffice', name, existsSync(join(folder, `pdf-${file.replace('.docx', '.pdf')}`)), file);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  for (const [what, { good, bad }] of counts) {
    console.log(`${bad.length === 0 ? 'ok  ' : 'FAIL'} ${what}: ${good} of ${good + bad.length}`);
    for (const each of bad) console.log(`       ${each}`);
    if (bad.length > 0) process.exitCode = 1;
  }
}

async function prove(name: string, before: Uint8Array, put: (bytes: Uint8Array) => void): Promise<void> {
  const word = await readWord(before);
  const { text } = word;
  const none = await annotate(before, { remarks: [], revisions: [], date });
  check('without findings byte for byte', name, Buffer.from(none.bytes).equals(before));

  const remarks = remarksOn(text).filter((each) => word.touched(each).some(({ origin }) => origin.kind !== 'glue'));
  const made = await annotate(before, { remarks, revisions: [], date });
  // What merged cells repeat is said once.
  const apart = new Set(remarks.map((each) => `${each.head} ${word.touched(each)[0].origin.from}`)).size;
  check('every remark is written', name, made.written >= apart, `${made.written} of ${remarks.length}`);
  same(name, 'comments', before, made.bytes);
  check('text is the same', name, (await readWord(made.bytes)).text === text);
  anchors(name, remarks, word, made.bytes);

  const again = await annotate(made.bytes, { remarks, revisions: [], date });
  check(
    'nothing is said twice',
    name,
    again.written === 0 && again.known === remarks.length && again.bytes === made.bytes,
    `${again.written}, not ${again.known} of ${remarks.length}`,
  );

  const cleared = await clear(made.bytes);
  const after = await readWord(cleared.bytes);
  check('cleared', name, after.text === text && after.comments.every(({ author }) => author !== ourName));
  same(name, 'clearing', before, cleared.bytes);

  const revisions = editsIn(text);
  const both = await annotate(before, { remarks, revisions, date });
  same(name, 'revisions', before, both.bytes);
  put(both.bytes);
  check(
    'revisions written',
    name,
    both.revised > 0 || revisions.length === both.unrevised,
    `${both.revised}, not ${both.unrevised}`,
  );
}

/** All parts but those that must change are the same bytes; in those words and looks are. */
function same(name: string, kind: string, before: Uint8Array, after: Uint8Array): void {
  const [old, now] = [before, after].map((bytes) => unzipSync(bytes));
  const differ = Object.keys({ ...old, ...now }).filter((part) => {
    if (ownParts.includes(part)) return false;
    if (!old[part] && record.test(part)) return false;
    if (!old[part] || !now[part]) return true;
    if (Buffer.from(old[part]).equals(now[part])) return false;
    const [were, are] = [old[part], now[part]].map((bytes) => characters(strFromU8(bytes)));
    return were.join('\n') !== are.join('\n');
  });
  check(`words and looks outside of ${kind} are the same`, name, differ.length === 0, differ.join());
}

/** What the file holds of the words of a remark: of numbers that Word counts their paragraph. */
function writtenWords(word: WordText, { start, end }: Remark): string {
  const isWritten = ({ origin }: Piece) => origin.kind === 'words';
  const pieces = word.touched({ start, end });
  if (pieces.some(({ origin }) => origin.kind === 'words' || origin.kind === 'sign')) {
    return bare(
      pieces
        .filter(isWritten)
        .map((each) => word.text.slice(Math.max(start, each.start), Math.min(end, each.end)))
        .join(''),
    );
  }
  const all = word.pieces.filter((each) => isWritten(each) && each.origin.paragraph === pieces[0].origin.paragraph);
  return bare(all.map((each) => word.text.slice(each.start, each.end)).join(''));
}

function anchors(name: string, remarks: readonly Remark[], word: WordText, bytes: Uint8Array): void {
  const read = anchored(unzipSync(bytes));
  const wanted = new Map<string, string[]>();
  const asides = new Map<string, string[]>();
  for (const remark of remarks) {
    const { start, end, head } = remark;
    wanted.set(head, [...(wanted.get(head) ?? []), writtenWords(word, remark)]);
    asides.set(head, [...(asides.get(head) ?? []), bare(word.text.slice(start, end))]);
  }
  for (const { words, head } of read.values()) {
    const own = head.replace(/^(?:文本框|注释)中“.*?”：(?=第|【)/s, '');
    const aside = own !== head;
    const all = (aside ? asides : wanted).get(own);
    if (!all) {
      check('anchor reads the words of its finding', name, false, `unknown: ${head}`);
      continue;
    }
    const at = all.findIndex((each) => (aside ? bare(head).includes(each) : each === bare(words)));
    if (at >= 0) all.splice(at, 1);
    check('anchor reads the words of its finding', name, at >= 0, `${head}: ${words} / ${all.join(' | ')}`);
  }
}

/** @param path of what it was before; what was wrong with that already is none of ours */
function validate(validator: string, name: string, path: string, made: string): void {
  const faults = (file: string): string[] => {
    let out: string;
    try {
      out = execFileSync(process.execPath, [validator, file], { encoding: 'utf8' });
    } catch (error) {
      out = (error as { stdout: string }).stdout;
    }
    const { errors } = JSON.parse(out) as { errors: { description: string; path: string }[] };
    return errors.map((each) => `${each.path}: ${each.description}`);
  };
  const before = faults(path);
  const left = faults(made).filter((each) => {
    const at = before.indexOf(each);
    if (at >= 0) before.splice(at, 1);
    return at < 0;
  });
  check('valid with comments and revisions', name, left.length === 0, left.slice(0, 3).join('; '));
}

void main();
