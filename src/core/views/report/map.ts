import { mostMapColumns } from '../../limits';
import { html, type Markup } from './markup';
import type { Report, SectionRow } from './report';
import { type Layer, layersOf, percentages, sumOf, type Shares } from './shares';

/** What a column of the map consists of, from top to bottom, with the names that the legend gives. */
export const layers = [
  { name: 'slogan', title: '口号', explanation: '口号、固定提法和数字缩略语' },
  { name: 'boilerplate', title: '套话', explanation: '套话和比喻' },
  { name: 'rest', title: '其他', explanation: '既不是口号套话，也没有写明具体内容的文字' },
  { name: 'fact', title: '具体内容', explanation: '写明数字、时间、单位、人员或做法的分句' },
] as const;

const columnsHeight = 132;
const axisHeight = 34;

/** The shares of a stretch in words: 口号12%，套话8%，具体内容40%. */
export function sharesInWords(shares: Shares): string {
  const of = percentages(shares);
  return layers
    .filter(({ name }) => name !== 'rest')
    .map(({ name, title }) => `${title}${of[name]}`)
    .join('，');
}

/** The paragraphs of one column. */
interface Column {
  readonly start: number;
  readonly end: number;
  /** Number of the first and last line, from 1. */
  readonly lines: readonly [first: number, last: number];
  readonly shares: Shares;
}

function columnsOf({ paragraphs }: Report): Column[] {
  const size = Math.ceil(paragraphs.length / mostMapColumns);
  const columns: Column[] = [];
  for (let at = 0; at < paragraphs.length; at += size) {
    const group = paragraphs.slice(at, at + size);
    const [first, last] = [group[0], group[group.length - 1]];
    columns.push({
      start: first.start,
      end: last.end,
      lines: [first.place.line, last.place.line],
      shares: sumOf(group),
    });
  }
  return columns;
}

/** Fill of a layer as a pattern, so that layers differ for readers who do not see the colours, and on a black-and-white print. */
function patterns(id: string): Markup {
  return html`<defs
    ><pattern
      id="${id}-slogan"
      class="slogan"
      width="6"
      height="6"
      patternUnits="userSpaceOnUse"
      patternTransform="rotate(45)"
      ><rect width="6" height="6" class="ground" /><rect width="3.2" height="6" class="figure" /></pattern
    ><pattern id="${id}-boilerplate" class="boilerplate" width="5" height="5" patternUnits="userSpaceOnUse"
      ><rect width="5" height="5" class="ground" /><circle cx="2.5" cy="2.5" r="1.1" class="figure" /></pattern
  ></defs>`;
}

function layer(name: Layer, id: string, x: number, y: number, width: number, height: number): Markup {
  const fill = name === 'slogan' || name === 'boilerplate' ? html` fill="url(#${id}-${name})"` : undefined;
  return html`<rect
    class="${name}"
    ${fill}
    x="${share(x)}"
    y="${y.toFixed(1)}"
    width="${share(width)}"
    height="${height.toFixed(1)}"
  />`;
}

/** A part of the whole width. */
function share(part: number): string {
  return `${(part * 100).toFixed(3)}%`;
}

/** A sample of a layer for the legend. */
export function swatch(name: Layer, id: string): Markup {
  return html`<svg class="swatch map" width="22" height="12" aria-hidden="true" focusable="false">
    ${layer(name, id, 0, 0, 1, 12)}
  </svg>`;
}

/**
 * The speech as a picture: a column for each paragraph, as wide as the paragraph is long, with slogans hanging from the top and
 * what is concrete standing on the ground; below it the sections. Widths are shares of the width that the page gives it.
 * @param id what ids in it begin with, so that several may stand in one page
 */
export function speechMap(report: Report, id: string): Markup {
  const columns = columnsOf(report);
  const { characters } = report.shares;
  const gap = columns.length > 1 ? Math.min(0.0012, 0.1 / columns.length) : 0;
  const starts: { readonly offset: number; readonly x: number }[] = [];
  let x = 0;
  const drawn = columns.map(({ start, end, lines: [first, last], shares }) => {
    const width = shares.characters / characters;
    starts.push({ offset: start, x });
    let y = 0;
    const of = layersOf(shares);
    const rects = layers.map(({ name }) => {
      const height = (of[name] / shares.characters) * columnsHeight;
      const rect = height > 0 && layer(name, id, x, y, Math.max(width - gap, width / 2), height);
      y += height;
      return rect;
    });
    x += width;
    const place = first === last ? `第${first}行` : `第${first}—${last}行`;
    return html`<g class="column" data-start="${start}" data-end="${end}"
      ><title>${place}，${shares.characters}字：${sharesInWords(shares)}</title>${rects}</g
    >`;
  });
  const xOf = (offset: number) => starts.find((one) => one.offset >= offset)?.x ?? 1;
  const uppermost = report.outline.rows.filter(({ depth }) => depth === 1);
  const height = columnsHeight + (uppermost.length > 0 ? axisHeight : 1);
  return html`<svg
    class="map"
    role="img"
    aria-labelledby="${id}-title ${id}-description"
    width="100%"
    height="${height}"
  >
    <title id="${id}-title">全文构成图</title>
    <desc id="${id}-description">${description(report)}</desc>
    ${patterns(id)}${drawn}
    <line class="axis" x1="0" x2="100%" y1="${columnsHeight + 0.5}" y2="${columnsHeight + 0.5}" />
    ${uppermost.map((section) => axisLabel(section, xOf(section.place.start), xOf(section.end)))}
  </svg>`;
}

/** The heading of a section below its columns, cut off where the section ends. */
function axisLabel({ heading, place }: SectionRow, from: number, to: number): Markup | undefined {
  if (to <= from) return undefined;
  return html`<svg
    class="section"
    data-start="${place.start}"
    data-end="${place.end}"
    x="${share(from)}"
    y="${columnsHeight}"
    width="${share(to - from)}"
    height="${axisHeight}"
  >
    <title>${heading}</title>
    <line class="axis" x1="0.5" x2="0.5" y1="0" y2="9" />
    <text x="6" y="22">${heading}</text>
  </svg>`;
}

function description(report: Report): string {
  const shares = sharesInWords(report.shares);
  return `全文正文${report.paragraphs.length}段。按字数计，${shares}。各段的数字见下面的逐段数据。`;
}
