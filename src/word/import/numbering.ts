/// <reference lib="dom" />
import { formatChinese } from '../../core';

/** The parts of a Word document that say how its paragraphs are numbered. */
export interface NumberingParts {
  readonly document: Document;
  readonly numbering: Document | undefined;
  readonly styles: Document | undefined;
}

/** How the numbers of one level look and where they begin. */
interface LevelFormat {
  readonly start: number;
  /** Word's name of the numerals: chineseCounting, decimal, bullet … */
  readonly format: string;
  /** The number with its marks, %1 standing for the numeral of level 1: （%2）. */
  readonly text: string;
  readonly legal: boolean;
  /** The level behind which it begins anew; 0 for never, undefined for any above it. */
  readonly restart: number | undefined;
}

/** The list and level that a paragraph belongs to. */
interface ListPlace {
  readonly list: string;
  readonly level: number;
}

const mostLevels = 9;

function children(element: Element | undefined, name: string): Element[] {
  const found: Element[] = [];
  for (let node = element?.firstChild ?? null; node; node = node.nextSibling) {
    if (node.nodeType === 1 && (node as Element).localName === name) found.push(node as Element);
  }
  return found;
}

function child(element: Element | undefined, ...path: readonly string[]): Element | undefined {
  return path.reduce<Element | undefined>((at, name) => children(at, name)[0], element);
}

/** The attribute of the local name, whatever its prefix. */
function attribute(element: Element | undefined, name: string): string | undefined {
  for (const each of Array.from(element?.attributes ?? [])) if (each.localName === name) return each.value;
  return undefined;
}

function all(document: Document | undefined, name: string): Element[] {
  return Array.from(document?.getElementsByTagNameNS('*', name) ?? []);
}

function valueOf(element: Element | undefined, ...path: readonly string[]): string | undefined {
  return attribute(child(element, ...path), 'val');
}

/** A switch of Word's: present without a value means on. */
function isOn(element: Element | undefined): boolean {
  return element !== undefined && !['0', 'false', 'off'].includes(attribute(element, 'val') ?? '1');
}

const digits = '〇一二三四五六七八九';
const formalDigits = '零壹贰叁肆伍陆柒捌玖';
const stems = '甲乙丙丁戊己庚辛壬癸';

function letters(value: number): string {
  // After z Word doubles the letter: aa, bb.
  return String.fromCharCode(0x61 + ((value - 1) % 26)).repeat(Math.ceil(value / 26));
}

function roman(value: number): string {
  const table: readonly [number, string][] = [
    [1000, 'm'],
    [900, 'cm'],
    [500, 'd'],
    [400, 'cd'],
    [100, 'c'],
    [90, 'xc'],
    [50, 'l'],
    [40, 'xl'],
    [10, 'x'],
    [9, 'ix'],
    [5, 'v'],
    [4, 'iv'],
    [1, 'i'],
  ];
  let [left, numeral] = [value, ''];
  for (const [worth, sign] of table) for (; left >= worth; left -= worth) numeral += sign;
  return numeral;
}

function formalChinese(value: number): string {
  return formatChinese(value).replace(/./g, (character) => {
    const digit = '零一二三四五六七八九'.indexOf(character);
    return digit >= 0 ? formalDigits[digit] : character === '十' ? '拾' : '佰';
  });
}

/** The numeral of a value as Word writes it; formats that speeches do not use come out as arabic digits. */
function numeralOf(value: number, format: string): string {
  const inRange = value >= 1 && value <= 999;
  switch (format) {
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'japaneseCounting':
    case 'taiwaneseCounting':
    case 'taiwaneseCountingThousand':
      return inRange ? formatChinese(value) : String(value);
    case 'chineseLegalSimplified':
    case 'ideographLegalTraditional':
      return inRange ? formalChinese(value) : String(value);
    case 'ideographDigital':
    case 'japaneseDigitalTenThousand':
    case 'taiwaneseDigital':
      return String(value).replace(/\d/g, (digit) => digits[Number(digit)]);
    case 'ideographTraditional':
      return stems[value - 1] ?? String(value);
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return value >= 1 && value <= 20 ? String.fromCharCode(0x2460 + value - 1) : String(value);
    case 'decimalFullWidth':
    case 'decimalFullWidth2':
      return String(value).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
    case 'decimalEnclosedParen':
      return `（${value}）`;
    case 'decimalEnclosedFullstop':
      return `${value}.`;
    case 'decimalZero':
      return String(value).padStart(2, '0');
    case 'lowerLetter':
      return inRange ? letters(value) : String(value);
    case 'upperLetter':
      return inRange ? letters(value).toUpperCase() : String(value);
    case 'lowerRoman':
      return inRange ? roman(value) : String(value);
    case 'upperRoman':
      return inRange ? roman(value).toUpperCase() : String(value);
    default:
      return String(value);
  }
}

function levelFormats(abstract: Element | undefined): Map<number, LevelFormat> {
  return new Map(children(abstract, 'lvl').map((level) => [Number(attribute(level, 'ilvl') ?? 0), levelFormat(level)]));
}

function levelFormat(level: Element): LevelFormat {
  const restart = valueOf(level, 'lvlRestart');
  return {
    start: Number(valueOf(level, 'start') ?? 1),
    format: valueOf(level, 'numFmt') ?? 'decimal',
    text: valueOf(level, 'lvlText') ?? '',
    legal: isOn(child(level, 'isLgl')),
    restart: restart === undefined ? undefined : Number(restart),
  };
}

/** The lists of a document by their numbers, and which of them count together. */
class Lists {
  readonly #formats = new Map<string, Map<number, LevelFormat>>();
  /** By list: the definition whose counters it shares. */
  readonly #definition = new Map<string, string>();
  /** By list: levels that begin anew where the list is first used. */
  readonly #overrides = new Map<string, Map<number, number>>();
  readonly #counters = new Map<string, number[]>();
  readonly #begun = new Set<string>();

  constructor(numbering: Document | undefined) {
    const definitions = new Map(
      all(numbering, 'abstractNum').map((each) => [attribute(each, 'abstractNumId') ?? '', each] as const),
    );
    const linked = new Map(
      [...definitions].flatMap(([id, each]) => {
        const style = valueOf(each, 'styleLink');
        return style ? [[style, id] as const] : [];
      }),
    );
    for (const list of all(numbering, 'num')) {
      const id = attribute(list, 'numId');
      const named = valueOf(list, 'abstractNumId');
      if (id === undefined || named === undefined) continue;
      // A definition may only name the style whose list it follows.
      const definition = linked.get(valueOf(definitions.get(named), 'numStyleLink') ?? '') ?? named;
      const formats = levelFormats(definitions.get(definition));
      const starts = new Map<number, number>();
      for (const override of children(list, 'lvlOverride')) {
        const level = Number(attribute(override, 'ilvl') ?? 0);
        const own = child(override, 'lvl');
        if (own) formats.set(level, levelFormat(own));
        const start = valueOf(override, 'startOverride');
        if (start !== undefined) starts.set(level, Number(start));
      }
      this.#formats.set(id, formats);
      this.#definition.set(id, definition);
      this.#overrides.set(id, starts);
    }
  }

  /** The number of the next paragraph at the place; undefined where there is no such list. */
  next({ list, level }: ListPlace): string | undefined {
    const formats = this.#formats.get(list);
    const format = formats?.get(level);
    if (!formats || !format) return undefined;
    const definition = this.#definition.get(list) ?? list;
    let counters = this.#counters.get(definition);
    if (!counters) this.#counters.set(definition, (counters = []));
    if (!this.#begun.has(list)) {
      this.#begun.add(list);
      for (const [at, start] of this.#overrides.get(list) ?? []) counters[at] = start - 1;
    }
    counters[level] = (counters[level] ?? format.start - 1) + 1;
    for (let inner = level + 1; inner < mostLevels; inner++) {
      const restart = formats.get(inner)?.restart;
      if (restart === undefined ? true : restart > level) delete counters[inner];
    }
    if (format.format === 'bullet') return '• ';
    if (format.format === 'none') return format.text.replace(/%\d/g, '');
    const counted = counters;
    return format.text.replace(/%(\d)/g, (_, digit: string) => {
      const at = Number(digit) - 1;
      const other = formats.get(at);
      const value = counted[at] ?? other?.start ?? 1;
      return numeralOf(value, format.legal ? 'decimal' : (other?.format ?? 'decimal'));
    });
  }
}

/** The list that each paragraph style brings with it, inherited from the style it is based on. */
function listsOfStyles(styles: Document | undefined): (style: string | undefined) => Partial<ListPlace> {
  const byId = new Map(all(styles, 'style').map((style) => [attribute(style, 'styleId') ?? '', style] as const));
  const standard = all(styles, 'style').find(
    (style) => attribute(style, 'type') === 'paragraph' && attribute(style, 'default') === '1',
  );
  return (id) => {
    const place: { list?: string; level?: number } = {};
    const seen = new Set<Element>();
    let style = id === undefined ? standard : byId.get(id);
    while (style && !seen.has(style)) {
      seen.add(style);
      const numbers = child(style, 'pPr', 'numPr');
      place.list ??= valueOf(numbers, 'numId');
      const level = valueOf(numbers, 'ilvl');
      if (level !== undefined) place.level ??= Number(level);
      style = byId.get(valueOf(style, 'basedOn') ?? '');
    }
    return place;
  };
}

/** The level of a list that is tied to a paragraph style. */
function levelOfStyle(numbering: Document | undefined): Map<string, number> {
  const levels = new Map<string, number>();
  for (const level of all(numbering, 'lvl')) {
    const style = valueOf(level, 'pStyle');
    if (style !== undefined) levels.set(style, Number(attribute(level, 'ilvl') ?? 0));
  }
  return levels;
}

/**
 * Writes the automatic numbers of a Word document into its paragraphs as text and takes the paragraphs out of their lists:
 * what Word shows as 一、 and （一） is then part of the text. Numbers of deleted paragraphs are not counted.
 */
export function writeOutNumbers({ document, numbering, styles }: NumberingParts): void {
  const lists = new Lists(numbering);
  const ofStyle = listsOfStyles(styles);
  const styleLevels = levelOfStyle(numbering);
  for (const paragraph of all(document, 'p')) {
    const properties = child(paragraph, 'pPr');
    const style = valueOf(properties, 'pStyle');
    const own = child(properties, 'numPr');
    const inherited = ofStyle(style);
    const list = valueOf(own, 'numId') ?? inherited.list;
    const level = Number(valueOf(own, 'ilvl') ?? inherited.level ?? styleLevels.get(style ?? '') ?? 0);
    own?.parentNode?.removeChild(own);
    // Numbers count only where there is something to number: Word shows none before an empty deleted paragraph either.
    if (list === undefined || list === '0' || child(properties, 'rPr', 'del')) continue;
    const label = lists.next({ list, level });
    if (label) insertText(document, paragraph, properties, label);
  }
}

function insertText(document: Document, paragraph: Element, properties: Element | undefined, text: string): void {
  const { namespaceURI, prefix } = paragraph;
  const named = (name: string) => (prefix ? `${prefix}:${name}` : name);
  const run = document.createElementNS(namespaceURI, named('r'));
  const words = document.createElementNS(namespaceURI, named('t'));
  words.setAttribute('xml:space', 'preserve');
  words.appendChild(document.createTextNode(text));
  run.appendChild(words);
  paragraph.insertBefore(run, properties ? properties.nextSibling : paragraph.firstChild);
}
