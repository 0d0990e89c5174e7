import type { Span, TextEdit } from '../text/span';
import type { CleaningStep } from './step';
import type { Stage } from './stage';

const words = (list: string) => new Set(list.split(' '));

/** Elements that stand on lines of their own, and those that only dress the words inside. Tables stay as they are. */
const breaking = words('p br hr div section article main header footer center blockquote h1 h2 h3 h4 h5 h6 ul ol li');
const dressing = words('span strong b em i u s font big small a img o:p');

const tagName = /^<\/?([a-z][a-z\d:]*)[\s/>]/i;
/** Who speaks of a tag sets it in quotation marks or says what it is. */
const spokenOf = /^(?:[”"’』」]|\s?(?:标签|元素|标记|用来|用于|表示|代表))/;
const aboutTags = /HTML|网页[里中代源]|标签|标记语言|源代码|代码/i;

/** Tags of a page that was copied as source: what stands in lines of its own there does so here, the others go. */
export const tags: CleaningStep = {
  id: 'tags',
  name: '网页标签',
  description: '去掉正文里的网页标签（“<p>”“<br>”“<span>”），分段的地方换行；代码和表格里的不动。',
  *edits(source) {
    for (const group of groups(source)) {
      const [first, last] = [group[0], group[group.length - 1]];
      const { start, end } = source.lines.span(source.lines.at(first.start));
      const before = source.text.slice(start, first.start).trim();
      const after = source.text.slice(last.end, end).trim();
      if (before === '' && after === '') {
        yield { start, end: nextLine(source, end), text: '' };
        continue;
      }
      const breaks = before !== '' && after !== '' && group.some((tag) => breaking.has(nameOf(source, tag)));
      for (const [at, tag] of group.entries()) {
        yield { ...tag, text: breaks && at === 0 ? lineBreakOf(source) : '' } satisfies TextEdit;
      }
    }
  },
};

/** Known tags outside code, those together that have only blanks between them in one line. */
function groups(source: Stage): Span[][] {
  const { text, regions } = source;
  const found: Span[][] = [];
  for (const tag of regions.of('code')) {
    const name = nameOf(source, tag);
    if (!breaking.has(name) && !dressing.has(name)) continue;
    if (spokenOf.test(text.slice(tag.end, tag.end + 3)) || isInRow(source, tag) || isUnpaired(source, tag)) continue;
    const line = source.lines.span(source.lines.at(tag.start));
    if (aboutTags.test(text.slice(line.start, line.end).replace(anyTag, ''))) continue;
    const last = found.at(-1);
    if (last && /^[ \t\u00a0\u3000]*$/.test(text.slice(last[last.length - 1].end, tag.start))) last.push(tag);
    else found.push([tag]);
  }
  return found;
}

const anyTag = /<[^<>]*>/g;
/** Elements without a closing tag, and those whose closing tag pages leave out. */
const single = words('p br hr li img o:p');

/** Whether it opens an element that the text never closes: no page does, who speaks of the tag does. */
function isUnpaired(source: Stage, tag: Span): boolean {
  const name = nameOf(source, tag);
  if (single.has(name) || source.text[tag.start + 1] === '/') return false;
  return !source.text.toLowerCase().includes(`</${name}`);
}

function nameOf({ text }: Stage, { start, end }: Span): string {
  return tagName.exec(text.slice(start, Math.min(end, start + 16)))?.[1].toLowerCase() ?? '';
}

/** Whether the tag stands in a row of a Markdown table, where <br> is the only way to a new line. */
function isInRow({ text, lines }: Stage, { start }: Span): boolean {
  return /^\s*\|/.test(text.slice(lines.span(lines.at(start)).start, start));
}

function nextLine({ lines, text }: Stage, end: number): number {
  const next = lines.at(end) + 1;
  return next < lines.count ? lines.span(next).start : text.length;
}

function lineBreakOf({ text }: Stage): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}
