import { markerWord } from '../../speech/ignore-markers';
import type { Span } from '../../text/span';
import { lineAt } from './change';

// What a line break must not tear: numbers, comments, tags, and the pairs of marks around words.

const token = new RegExp(
  `<!--.{0,1000}?-->|【${markerWord}[^【】]{0,1000}】|(?<close></[a-zA-Z]{1,20}>)|(?<open><[a-zA-Z]{1,20}(?: [^<>]{0,200})?>)|(?<bold>\\*\\*)|[\\d０-９]+(?:[.,:][\\d０-９]+)*`,
  'g',
);
const withoutContents = /^<(?:br|hr|img|input)\b/i;

/** A mark that opens and the mark that closes it: ** and **, <u> and </u>. */
export interface Pair {
  readonly open: Span & { readonly text: string };
  readonly close: Span & { readonly text: string };
}

interface Marks {
  /** What is torn by a place inside it: a place before it or behind it takes its stead. */
  readonly tokens: readonly (Span & { readonly place: number })[];
  readonly pairs: readonly Pair[];
}

function marksOf(text: string, line: Span): Marks {
  const tokens: (Span & { place: number })[] = [];
  const pairs: Pair[] = [];
  const open: (Pair['open'] & { readonly name: string })[] = [];
  for (const match of text.slice(line.start, line.end).matchAll(token)) {
    const start = line.start + match.index;
    const mark = { start, end: start + match[0].length, text: match[0] };
    const { close, open: opening, bold } = match.groups!;
    const name = bold ?? /[a-z]+/i.exec(close ?? opening ?? '')?.[0].toLowerCase();
    const before = open.findLastIndex((each) => each.name === name);
    if ((close || bold) && before >= 0) {
      pairs.push({ open: open[before], close: mark });
      open.length = before;
    } else if (name !== undefined && !close && !withoutContents.test(match[0])) open.push({ ...mark, name });
    const opens = open.at(-1)?.start === start;
    tokens.push({
      ...mark,
      place: opens || (name === undefined && /^[\d０-９]/.test(match[0])) ? mark.start : mark.end,
    });
  }
  return { tokens, pairs };
}

/**
 * The place, or the nearest at which nothing is torn: before a number, behind a comment, outside a pair of marks that would be
 * left empty.
 * @param numbers the numbers of headings and items
 */
export function wholePlace(text: string, numbers: readonly Span[], offset: number): number {
  const { tokens, pairs } = marksOf(text, lineAt(text, offset));
  const inside = ({ start, end }: Span) => start < offset && offset < end;
  const number = numbers.find(inside);
  if (number) return number.start;
  let place = tokens.find(inside)?.place ?? offset;
  // Inner pairs come first.
  for (const { open, close } of pairs) {
    if (place === open.end) place = open.start;
    else if (place === close.start) place = close.end;
  }
  return place;
}

/** The pairs of marks around the place, outermost first. */
export function pairsAround(text: string, offset: number): Pair[] {
  const { pairs } = marksOf(text, lineAt(text, offset));
  return pairs
    .filter(({ open, close }) => open.end <= offset && offset <= close.start)
    .sort((a, b) => a.open.start - b.open.start);
}
