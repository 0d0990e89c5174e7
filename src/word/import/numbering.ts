import { formatChinese } from '../../core';
import { child, children, descendants, isOn, valueOf, type XmlElement } from './xml';

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

const digits = '〇一二三四五六七八九';
const stems = '甲乙丙丁戊己庚辛壬癸';
const branches = '子丑寅卯辰巳午未申酉戌亥';

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

/** The numeral in the characters that cannot be forged; Word says 壹拾 where one counts 十. */
function formalChinese(value: number, characters: string): string {
  const full = value >= 10 && value <= 19 ? `一${formatChinese(value)}` : formatChinese(value);
  return full.replace(/./g, (character) => characters['零一二三四五六七八九十百'.indexOf(character)]);
}

function digitByDigit(value: number, characters: string): string {
  return String(value).replace(/\d/g, (digit) => characters[Number(digit)]);
}

/** A numeral for the values from 1 that the characters stand for, one each. */
function inTurn(value: number, first: number, count: number): string {
  return value <= count ? String.fromCharCode(first + value - 1) : String(value);
}

/** Numerals by Word's names for them, of the values from 1 to 999. */
const numerals: Readonly<Record<string, (value: number) => string>> = {
  chineseCounting: formatChinese,
  chineseCountingThousand: formatChinese,
  taiwaneseCountingThousand: formatChinese,
  taiwaneseCounting: (value) => formatChinese(value).replace('零', '〇'),
  japaneseCounting: (value) =>
    formatChinese(value)
      .replace('零', '')
      .replace(/^一(?=百)/, ''),
  chineseLegalSimplified: (value) => formalChinese(value, '零壹贰叁肆伍陆柒捌玖拾佰'),
  ideographLegalTraditional: (value) => formalChinese(value, '零壹貳參肆伍陸柒捌玖拾佰'),
  ideographDigital: (value) => digitByDigit(value, digits),
  japaneseDigitalTenThousand: (value) => digitByDigit(value, digits),
  taiwaneseDigital: (value) => digitByDigit(value, digits.replace('〇', '○')),
  ideographTraditional: (value) => stems[value - 1] ?? String(value),
  ideographZodiac: (value) => branches[value - 1] ?? String(value),
  ideographZodiacTraditional: (value) => stems[(value - 1) % 10] + branches[(value - 1) % 12],
  decimalEnclosedCircle: (value) => inTurn(value, 0x2460, 20),
  decimalEnclosedCircleChinese: (value) => inTurn(value, 0x2460, 10),
  decimalEnclosedParen: (value) => inTurn(value, 0x2474, 20),
  decimalEnclosedFullstop: (value) => inTurn(value, 0x2488, 20),
  ideographEnclosedCircle: (value) => inTurn(value, 0x3280, 10),
  decimalFullWidth: (value) => digitByDigit(value, '０１２３４５６７８９'),
  decimalFullWidth2: (value) => digitByDigit(value, '０１２３４５６７８９'),
  decimalZero: (value) => String(value).padStart(2, '0'),
  numberInDash: (value) => `- ${value} -`,
  lowerLetter: letters,
  upperLetter: (value) => letters(value).toUpperCase(),
  lowerRoman: roman,
  upperRoman: (value) => roman(value).toUpperCase(),
};

/** The numeral of a value as Word writes it; formats that speeches do not use come out as arabic digits. */
function numeralOf(value: number, format: string): string {
  if (format.startsWith('0')) return String(value).padStart(format.length, '0');
  const written = Object.hasOwn(numerals, format) ? numerals[format] : undefined;
  return written && value >= 1 && value <= 999 ? written(value) : String(value);
}

function levelFormats(abstract: XmlElement | undefined): Map<number, LevelFormat> {
  return new Map(
    children(abstract, 'w:lvl').map((level) => [Number(level.attributes['w:ilvl'] ?? 0), levelFormat(level)]),
  );
}

function levelFormat(level: XmlElement): LevelFormat {
  const restart = valueOf(level, 'w:lvlRestart');
  return {
    start: Number(valueOf(level, 'w:start') ?? 1),
    format: formatOf(level),
    text: valueOf(level, 'w:lvlText') ?? '',
    legal: isOn(child(level, 'w:isLgl')),
    restart: restart === undefined ? undefined : Number(restart),
  };
}

/** The format of a level; one of the user's own (“001, 002, 003, ...”) as its first numeral, where that is nothing but zeros and 1. */
function formatOf(level: XmlElement): string {
  const choice = child(level, 'mc:AlternateContent', 'mc:Choice', 'w:numFmt');
  const [own] = /^0+1/.exec(choice?.attributes['w:format'] ?? '') ?? [];
  return (
    own ?? valueOf(level, 'w:numFmt') ?? valueOf(level, 'mc:AlternateContent', 'mc:Fallback', 'w:numFmt') ?? 'decimal'
  );
}

/** The plain dot, as the font Symbol has it; other marks before a list are pictures that no speech reads. */
const symbolBullet = '\uf0b7';

/** The lists of a document by their numbers, and which of them count together. */
class Lists {
  readonly #formats = new Map<string, Map<number, LevelFormat>>();
  /** By list: the definition whose counters it shares. */
  readonly #definition = new Map<string, string>();
  /** By list: levels that begin anew where the list is first used. */
  readonly #overrides = new Map<string, Map<number, number>>();
  readonly #counters = new Map<string, number[]>();
  readonly #begun = new Set<string>();

  constructor(numbering: XmlElement | undefined) {
    const definitions = new Map(
      children(numbering, 'w:abstractNum').map((each) => [each.attributes['w:abstractNumId'] ?? '', each] as const),
    );
    const linked = new Map(
      [...definitions].flatMap(([id, each]) => {
        const style = valueOf(each, 'w:styleLink');
        return style ? [[style, id] as const] : [];
      }),
    );
    for (const list of children(numbering, 'w:num')) {
      const id = list.attributes['w:numId'];
      const named = valueOf(list, 'w:abstractNumId');
      if (id === undefined || named === undefined) continue;
      // A definition may only name the style whose list it follows.
      const definition = linked.get(valueOf(definitions.get(named), 'w:numStyleLink') ?? '') ?? named;
      const formats = levelFormats(definitions.get(definition));
      const starts = new Map<number, number>();
      for (const override of children(list, 'w:lvlOverride')) {
        const level = Number(override.attributes['w:ilvl'] ?? 0);
        const own = child(override, 'w:lvl');
        if (own) formats.set(level, levelFormat(own));
        const start = valueOf(override, 'w:startOverride');
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
    if (format.format === 'bullet') return format.text === symbolBullet ? '• ' : '';
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
function listsOfStyles(styles: XmlElement | undefined): (style: string | undefined) => Partial<ListPlace> {
  const all = children(styles, 'w:style');
  const byId = new Map(all.map((style) => [style.attributes['w:styleId'] ?? '', style] as const));
  const standard = all.find(
    ({ attributes }) => attributes['w:type'] === 'paragraph' && attributes['w:default'] === '1',
  );
  return (id) => {
    const place: { list?: string; level?: number } = {};
    const seen = new Set<XmlElement>();
    let style = id === undefined ? standard : byId.get(id);
    while (style && !seen.has(style)) {
      seen.add(style);
      const numbers = child(style, 'w:pPr', 'w:numPr');
      place.list ??= valueOf(numbers, 'w:numId');
      const level = valueOf(numbers, 'w:ilvl');
      if (level !== undefined) place.level ??= Number(level);
      style = byId.get(valueOf(style, 'w:basedOn') ?? '');
    }
    return place;
  };
}

/** The level of a list that is tied to a paragraph style. */
function levelOfStyle(numbering: XmlElement | undefined): Map<string, number> {
  const levels = new Map<string, number>();
  for (const level of descendants(numbering, 'w:lvl')) {
    const style = valueOf(level, 'w:pStyle');
    if (style !== undefined) levels.set(style, Number(level.attributes['w:ilvl'] ?? 0));
  }
  return levels;
}

/** Counts the automatic numbers of a document: 一、 and （一）, which Word shows and does not write. */
export class Numbers {
  readonly #lists: Lists;
  readonly #ofStyle: (style: string | undefined) => Partial<ListPlace>;
  readonly #styleLevels: ReadonlyMap<string, number>;

  constructor(numbering: XmlElement | undefined, styles: XmlElement | undefined) {
    this.#lists = new Lists(numbering);
    this.#ofStyle = listsOfStyles(styles);
    this.#styleLevels = levelOfStyle(numbering);
  }

  /** The number of the next paragraph, by its properties; '' where it has none. */
  next(properties: XmlElement | undefined): string {
    const style = valueOf(properties, 'w:pStyle');
    const own = child(properties, 'w:numPr');
    const inherited = this.#ofStyle(style);
    const list = valueOf(own, 'w:numId') ?? inherited.list;
    const level = Number(valueOf(own, 'w:ilvl') ?? inherited.level ?? this.#styleLevels.get(style ?? '') ?? 0);
    return list === undefined || list === '0' ? '' : (this.#lists.next({ list, level }) ?? '');
  }
}
