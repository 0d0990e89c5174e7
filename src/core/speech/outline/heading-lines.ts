import type { Span } from '../../text/span';
import { farthestNeighbour, withoutDecimals } from './figures';
import { contentStart, headingTitle, isContentsEntry, readMarker, skipBlanks, type Marker } from './headings';

/** A heading found in a line; `title` is what follows its marker. */
export interface Heading {
  readonly marker: Marker;
  readonly title: Span;
  readonly paragraph: number;
  /** Where its section begins for the section before it: the start of its line, or the number inside one. */
  readonly boundary: number;
  /** Whether the line before it announces a list: 乙方：, or a few words without a mark. */
  readonly introduced: boolean;
}

/** The headings of a text in order. @param annexes indexes of paragraphs that name papers and head nothing */
export function findHeadings(text: string, paragraphs: readonly Span[], annexes: ReadonlySet<number>): Heading[] {
  const candidates: Heading[] = [];
  for (let paragraph = 0; paragraph < paragraphs.length; paragraph++) {
    const { start, end } = paragraphs[paragraph];
    const marker = annexes.has(paragraph) ? undefined : readMarker(text, contentStart(text, start, end), end);
    if (!marker || isContentsEntry(text, start, end)) continue;
    const title = headingTitle(text, marker.end, end);
    const before = candidates.at(-1)?.paragraph === paragraph - 1 ? undefined : paragraphs[paragraph - 1];
    const introduced = before !== undefined && introduces(text, before, marker);
    candidates.push({ marker, title, paragraph, boundary: start, introduced });
    addRunOn(text, candidates, end);
  }
  const headings = withoutDecimals(text, candidates, ({ marker }) => marker);
  return headings.filter((heading, index) => isHeading(headings, heading, index));
}

/** Longest line without a mark that is taken for what announces a list. */
const longestIntroduction = 12;

function introduces(text: string, { start, end }: Span, { form }: Marker): boolean {
  if ('：:'.includes(text[end - 1])) return true;
  return form.startsWith('arabic') && end - start <= longestIntroduction && !/[\p{P}\d]/u.test(text.slice(start, end));
}

/** Headings that follow in the same line where line breaks were lost: 1.…。2.…。 */
function addRunOn(text: string, headings: Heading[], end: number): void {
  const { paragraph } = headings[headings.length - 1];
  let { marker, title } = headings[headings.length - 1];
  /** Those before a figure that are headings if a number beyond doubt goes on from them. */
  let doubtful: Heading[] = [];
  for (let at = title.end; at < end; at++) {
    if (text[at] !== '。' && text[at] !== '；') continue;
    const start = skipBlanks(text, at + 1, end);
    const next = readMarker(text, start, end);
    if (!next || next.form !== marker.form) continue;
    const last = doubtful.at(-1)?.marker ?? marker;
    const counts = next.value === last.value + 1;
    const heading = { marker: next, title: headingTitle(text, next.end, end), paragraph, boundary: start };
    if (next.doubt === 'figure' && counts) doubtful.push({ ...heading, introduced: false });
    if (next.doubt || !(counts || next.value === marker.value + 1)) continue;
    if (counts) for (const one of doubtful) headings.push(one);
    doubtful = [];
    ({ marker, title } = heading);
    headings.push({ ...heading, introduced: false });
    at = Math.max(at, title.end - 1);
  }
}

/** A doubtful number needs one beside it that counts with it; a lone arabic number that is not 1 is none of a list. */
function isHeading(candidates: readonly Heading[], { marker }: Heading, index: number): boolean {
  const { form, value, doubt } = marker;
  const lone = form.startsWith('arabic') && value > 1;
  if (!doubt && !lone) return true;
  const widest = doubt === 'pair' ? 1 : doubt === 'mark' ? 2 : 3;
  return [-1, 1].some((direction) => {
    for (let at = index + direction; at >= 0 && at < candidates.length; at += direction) {
      const other = candidates[at].marker;
      if (Math.abs(at - index) > farthestNeighbour) return false;
      if (other.form !== form || (doubt && other.doubt === 'pair')) continue;
      const step = (other.value - value) * direction;
      return (step >= 1 && step <= widest) || (step === 0 && !doubt);
    }
    return false;
  });
}
