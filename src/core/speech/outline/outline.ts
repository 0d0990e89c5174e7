import { withoutRadicals } from '../../text/fold';
import type { Lines } from '../../text/lines';
import { encloses, type Span } from '../../text/span';
import type { Regions } from '../regions';
import type { BuildingList } from './building';
import { findAnnexes } from './annexes';
import { Builder } from './builder';
import { findHeadings, type Heading } from './heading-lines';
import { contentStart, readMarker, skipBlanks, trimEnd } from './headings';
import { scanItems } from './items';
import { setExcerpts, setFirstNumbers } from './lists';
import { meantNumbers } from './meant';
import { findParts } from './parts';
import { rankOfForm } from './ranks';
import type { Outline, OutlineNode } from './types';

const quoted = ['quotation', 'title'] as const;

/**
 * The outline of a speech: headings, items inside paragraphs, and the parts around them. Never throws; cost linear in the length
 * of the text. Children lie inside their parents, siblings are in order of their places and do not overlap.
 */
export function parseOutline(original: string, lines: Lines, regions: Regions): Outline {
  const text = withoutRadicals(original);
  const paragraphs = spokenParagraphs(text, lines, regions);
  const annexes = findAnnexes(text, paragraphs);
  const headings = findHeadings(text, paragraphs, annexes);
  const parts = findParts(text, paragraphs, headings[0]?.paragraph, headings.at(-1)?.paragraph);
  const end = spokenEnd(paragraphs, regions);
  const builder = new Builder(original, text, rankOfForm(headings), end);
  // Somebody else's numbers are no part of the series around them.
  const addItems = (from: number, line: Span, leads: boolean) => {
    const own = ({ start, end }: Span) => !quoted.some((kind) => regions.has(kind, { start, end }));
    builder.addItems(scanItems(text, from, line, leads).filter(own), from);
  };
  let next = 0;
  for (let index = 0; index < paragraphs.length; index++) {
    const line = paragraphs[index];
    let from = contentStart(text, line.start, line.end);
    let leads = true;
    if (line.start === parts.closing?.start) builder.endSections(line.start);
    if (annexes.has(index)) continue;
    for (; next < headings.length && headings[next].paragraph === index; next++) {
      const heading = headings[next];
      if (!leads) addItems(from, { start: line.start, end: heading.boundary }, false);
      builder.addHeading(heading);
      from = heading.title.end;
      leads = false;
    }
    addItems(from, line, leads);
  }
  const { nodes, lists } = builder.finish();
  const fragment = isFragment(paragraphs, headings);
  setFirstNumbers(text, lists, fragment ? headings[0] : undefined);
  setExcerpts(text, lists);
  setMeant(original, lines, regions, lists);
  return { ...parts, opening: openingBefore(text, parts.opening, paragraphs, nodes), nodes, lists };
}

/** Marks the numbers that the writer means as they are, and those of a law. */
function setMeant(text: string, lines: Lines, regions: Regions, lists: readonly BuildingList[]): void {
  if (regions.of('marker').length + regions.of('statute').length === 0) return;
  const byMarker = meantNumbers(text, lines);
  const isMeant = (node: OutlineNode) => byMarker(node) || regions.has('statute', node.marker);
  for (const list of lists) list.meant = new Set(list.nodes.filter(isMeant).map(({ start }) => start));
}

/** The opening up to the first paragraph that begins with an item (第一，…), where the speech is divided by such. */
function openingBefore(
  text: string,
  opening: Span | undefined,
  paragraphs: readonly Span[],
  nodes: readonly OutlineNode[],
): Span | undefined {
  if (!opening) return undefined;
  const starts = new Set(
    paragraphs.filter(({ start }) => start >= opening.start && start < opening.end).map(({ start }) => start),
  );
  const first = nodes.find(({ level, start }) => level === 'series' && starts.has(start));
  if (!first) return opening;
  return first.start > opening.start
    ? { start: opening.start, end: trimEnd(text, opening.start, first.start) }
    : undefined;
}

/** Lines that somebody says, without blanks at their ends. */
function spokenParagraphs(text: string, lines: Lines, regions: Regions): Span[] {
  const paragraphs: Span[] = [];
  for (let line = 0; line < lines.count; line++) {
    const span = lines.span(line);
    const start = skipBlanks(text, span.start, span.end);
    if (start === span.end) continue;
    const paragraph = { start, end: trimEnd(text, start, span.end) };
    if (!regions.outsideSpeech(paragraph) || isDivision(text, paragraph, regions)) paragraphs.push(paragraph);
  }
  return paragraphs;
}

/** Whether the paragraph heads a chapter of a law, whose articles nobody says. */
function isDivision(text: string, { start, end }: Span, regions: Regions): boolean {
  if (!regions.has('statute', { start, end })) return false;
  const form = readMarker(text, contentStart(text, start, end), end)?.form;
  return form === 'part' || form === 'chapter' || form === 'section';
}

/** Where the last of the paragraphs ends, with the articles of a chapter of a law. */
function spokenEnd(paragraphs: readonly Span[], regions: Regions): number {
  const last = paragraphs.at(-1);
  if (!last) return 0;
  return regions.of('statute').find((law) => encloses(law, last))?.end ?? last.end;
}

/** A text that begins with a number other than 1 is cut out of a longer one. */
function isFragment(paragraphs: readonly Span[], headings: readonly Heading[]): boolean {
  const [first] = headings;
  return (
    first !== undefined && first.paragraph === 0 && first.boundary === paragraphs[0].start && first.marker.value > 1
  );
}
