import { flag, object, oneOf, type ReportFault, text, type Check } from '../files/checks';
import { longestPhrase } from '../limits';
import { quoted } from '../text/quotation';

/** What a font is used for. `latin` is for letters and digits, in all text but the page number. */
export const fontRoles = ['title', 'heading', 'subheading', 'body', 'pageNumber', 'latin'] as const;
export type FontRole = (typeof fontRoles)[number];

/** A font by its name, and what takes its place where it is not installed. */
export interface Font {
  readonly name: string;
  readonly fallback?: string;
}

/** What is set in a size of its own. */
export const sizeRoles = ['title', 'byline', 'body', 'table', 'pageNumber'] as const;
export type SizeRole = (typeof sizeRoles)[number];

const sides = ['top', 'bottom', 'left', 'right'] as const;
type Side = (typeof sides)[number];

/** Where page numbers stand: at the outer edge (right of odd pages, left of even ones), in the middle, or nowhere. */
export const pageNumberPlaces = ['outside', 'center', 'none'] as const;

/** How a speech is laid out as a Word file. */
export interface WordProfile {
  readonly fonts: Readonly<Record<FontRole, Font>>;
  /** In points. */
  readonly sizes: Readonly<Record<SizeRole, number>>;
  /** From line to line, in points. */
  readonly pitch: number;
  /** Characters of a full line; letters are set closer or wider so that they fill it. */
  readonly characters: number;
  /** In millimetres, on A4. */
  readonly margins: Readonly<Record<Side, number>>;
  readonly pageNumbers: (typeof pageNumberPlaces)[number];
  /** Whether headings of the third and fourth level are bold. */
  readonly boldHeadings: boolean;
  /** Whether what leads an item (一是…) is bold, up to the end of its first clause. */
  readonly boldLeads: boolean;
  /** Whether a heading on a line of its own stays on the page of what follows it. */
  readonly keepHeadings: boolean;
  /** Whether no paragraph is split over a page turn where it can be helped. */
  readonly keepParagraphs: boolean;
  /** Whether a heading that runs in with its text is parted from it (样式分隔符), so that Word's navigation shows it alone. */
  readonly separateHeadings: boolean;
}

/** Chinese sizes of type, in points. */
export const namedSizes: Readonly<Record<string, number>> = {
  初号: 42,
  小初: 36,
  一号: 26,
  小一: 24,
  二号: 22,
  小二: 18,
  三号: 16,
  小三: 15,
  四号: 14,
  小四: 12,
  五号: 10.5,
};

/** A4, in millimetres. */
export const paper = { width: 210, height: 297 } as const;

const pointsPerMillimetre = 72 / 25.4;

/** By how much letters may be set closer so that one more fits into the line. */
const closest = 0.985;

/** Characters that fill a line. */
function charactersIn({ left, right }: WordProfile['margins'], size: number): number {
  return Math.floor(((paper.width - left - right) * pointsPerMillimetre) / (size * closest));
}

const gb9704: WordProfile = {
  fonts: {
    title: { name: '方正小标宋简体', fallback: '宋体' },
    heading: { name: '黑体', fallback: 'SimHei' },
    subheading: { name: '楷体', fallback: '楷体_GB2312' },
    body: { name: '仿宋', fallback: '仿宋_GB2312' },
    pageNumber: { name: '宋体', fallback: 'SimSun' },
    latin: { name: 'Times New Roman' },
  },
  sizes: { title: 22, byline: 16, body: 16, table: 12, pageNumber: 14 },
  // 22 lines fill 225 mm; the standard gives no pitch.
  pitch: 28.95,
  characters: 28,
  margins: { top: 37, bottom: 35, left: 28, right: 26 },
  pageNumbers: 'outside',
  boldHeadings: false,
  boldLeads: false,
  keepHeadings: true,
  keepParagraphs: false,
  separateHeadings: false,
};

/** The profiles that everybody has: after GB/T 9704-2012; 打印稿, its page number in the middle; 宣读稿, large and wide. */
export const wordProfiles = {
  gb9704,
  print: { ...gb9704, pageNumbers: 'center' },
  reading: {
    ...gb9704,
    sizes: { title: 24, byline: 18, body: 18, table: 14, pageNumber: 14 },
    pitch: 33,
    characters: charactersIn(gb9704.margins, 18),
    pageNumbers: 'center',
    keepParagraphs: true,
  },
} as const satisfies Readonly<Record<string, WordProfile>>;

type BuiltIn = keyof typeof wordProfiles;
const builtIn = Object.keys(wordProfiles) as BuiltIn[];
/** The profile where nobody has chosen one. */
export const defaultWordProfile: BuiltIn = 'gb9704';

/** A profile as an office writes it: what it does not say is as in `base`. */
export interface WrittenProfile {
  readonly base?: BuiltIn;
  readonly fonts?: Readonly<Partial<Record<FontRole, string | readonly [string, string]>>>;
  readonly sizes?: Readonly<Partial<Record<SizeRole, number | string>>>;
  readonly pitch?: number;
  readonly characters?: number;
  readonly margins?: Readonly<Partial<Record<Side, number>>>;
  readonly pageNumbers?: WordProfile['pageNumbers'];
  readonly boldHeadings?: boolean;
  readonly boldLeads?: boolean;
  readonly keepHeadings?: boolean;
  readonly keepParagraphs?: boolean;
  readonly separateHeadings?: boolean;
}

/** Profiles of an office by their names. */
export type WrittenProfiles = Readonly<Record<string, WrittenProfile>>;

/** Names of the profiles that can be chosen, those of the office first. */
export function profileNames(own: WrittenProfiles = {}): string[] {
  return [...new Set([...Object.keys(own), ...builtIn])];
}

/** The profile of the name; of the same name that of the office goes first. Undefined where there is none. */
export function profileNamed(name: string, own: WrittenProfiles = {}): WordProfile | undefined {
  if (Object.hasOwn(own, name)) return whole(own[name]);
  return Object.hasOwn(wordProfiles, name) ? wordProfiles[name as BuiltIn] : undefined;
}

function whole(written: WrittenProfile): WordProfile {
  const { base = defaultWordProfile, fonts = {}, sizes = {}, margins = {}, characters, ...rest } = written;
  const from = wordProfiles[base];
  const named = Object.entries(fonts).map(([role, font]) => {
    const [name, fallback] = typeof font === 'string' ? [font] : font;
    return [role, fallback === undefined ? { name } : { name, fallback }];
  });
  const sized = Object.entries(sizes).map(([role, size]) => [role, pointsOf(size) ?? from.sizes[role as SizeRole]]);
  const all = {
    ...from,
    ...rest,
    fonts: { ...from.fonts, ...Object.fromEntries(named) } as WordProfile['fonts'],
    sizes: { ...from.sizes, ...Object.fromEntries(sized) } as WordProfile['sizes'],
    margins: { ...from.margins, ...margins },
  };
  return { ...all, characters: characters ?? charactersIn(all.margins, all.sizes.body) };
}

/** A size in points: a number, or a name such as 三号. */
function pointsOf(size: unknown): number | undefined {
  if (typeof size === 'number') return size;
  return typeof size === 'string' && Object.hasOwn(namedSizes, size) ? namedSizes[size] : undefined;
}

function between(least: number, most: number, what: string): Check {
  return (value, path, report) => {
    if (typeof value !== 'number' || value < least || value > most)
      report(path, `应为 ${least} 至 ${most} 的数字，${what}`);
  };
}

const fontName = text(1, longestPhrase);
const font: Check = (value, path, report) => {
  if (!Array.isArray(value)) fontName(value, path, report);
  else if (value.length !== 2) report(path, '应为字体名，或 [字体名, 没有安装时代替它的字体名]');
  else value.forEach((name, index) => fontName(name, `${path}[${index}]`, report));
};

const size: Check = (value, path, report) => {
  const points = pointsOf(value);
  if (points === undefined || points < 5 || points > 72)
    report(path, `应为字号，如 ${Object.keys(namedSizes).join('、')}，或 5 至 72 的磅数`);
};

const all = <Key extends string>(keys: readonly Key[], check: Check) =>
  Object.fromEntries(keys.map((key) => [key, check]));

const members = object(
  {},
  {
    base: oneOf(builtIn),
    fonts: object({}, all(fontRoles, font)),
    sizes: object({}, all(sizeRoles, size)),
    pitch: between(8, 120, '即行距的磅数'),
    characters: between(10, 60, '即每行字数'),
    margins: object({}, all(sides, between(5, 80, '即页边距的毫米数'))),
    pageNumbers: oneOf(pageNumberPlaces),
    ...all(['boldHeadings', 'boldLeads', 'keepHeadings', 'keepParagraphs', 'separateHeadings'], flag),
  },
);

/** How far letters may be set closer or wider. */
const closeness = { least: 0.9, most: 1.3 } as const;

/** Checks one profile: its members, and whether its lines fit. */
const profile: Check = (value, path, report) => {
  let sound = true;
  members(value, path, (place, message, severity) => {
    sound = false;
    report(place, message, severity);
  });
  if (!sound) return;
  const { characters, sizes, pitch, margins } = whole(value as WrittenProfile);
  const room = ((paper.width - margins.left - margins.right) * pointsPerMillimetre) / sizes.body / characters;
  if (room < closeness.least || room > closeness.most) {
    const fitting = charactersIn(margins, sizes.body);
    report(`${path}.characters`, `这样的字号和页边距，一行约${fitting}字，排不成${characters}字；可以不写，自动算出`);
  }
  if (pitch < sizes.body) report(`${path}.pitch`, `行距${pitch}磅小于正文字号${sizes.body}磅，字会被裁去`);
};

/** What an object says by names that whoever writes it has chosen; empty, and reported, where it is none. */
function namedIn(value: unknown, path: string, report: ReportFault, example: string): readonly [string, unknown][] {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return Object.entries(value);
  report(path, `应为对象，如 ${example}`);
  return [];
}

/** Most profiles of one office. */
const mostProfiles = 20;

/** Checks the profiles of an office. */
export const profilesCheck: Check = (value, path, report) => {
  const entries = namedIn(value, path, report, '{ "本单位": { "base": "gb9704", "pageNumbers": "center" } }');
  if (entries.length > mostProfiles) report(path, `最多写${mostProfiles}种版式`);
  for (const [name, written] of entries) {
    if (name.trim() === '' || name.length > longestPhrase) report(`${path}.${name}`, '版式名应为1至60个字');
    else profile(written, `${path}.${name}`, report);
  }
};

/** What is wrong with the name of a profile; undefined where there is such a one. */
export function profileFault(name: string, own?: WrittenProfiles): string | undefined {
  if (profileNamed(name, own)) return undefined;
  return `没有版式${quoted(name)}；可用的有 ${profileNames(own).join('、')}`;
}

/** Fonts that come with Windows, WPS or macOS; others are to be installed. */
const commonFonts = new Set(
  '宋体 黑体 楷体 仿宋 楷体_GB2312 仿宋_GB2312 SimSun SimHei KaiTi FangSong Times New Roman'.split(/ (?!New|Roman)/),
);

const fontRoleNames: Readonly<Record<FontRole, string>> = {
  title: '标题',
  heading: '一级标题',
  subheading: '二级标题',
  body: '正文',
  pageNumber: '页码',
  latin: '字母和数字',
};

/** What of the profile's fonts not every computer has, and what is shown in their place, in Chinese; empty where all are common. */
export function fontsInWords({ fonts }: WordProfile): string {
  const rare = fontRoles.filter((role) => !commonFonts.has(fonts[role].name));
  const said = rare.map((role) => {
    const { name, fallback } = fonts[role];
    return `${fontRoleNames[role]}用${quoted(name)}，没有安装的电脑上换成${fallback ? quoted(fallback) : '别的字体'}`;
  });
  return said.join('；');
}

/** Most names with readings. */
const mostReadings = 500;

/** Checks readings: a syllable for each character of the name, those behind the last may be left out. */
export const readingsCheck: Check = (value, path, report) => {
  const entries = namedIn(value, path, report, '{ "单于": "chán yú" }');
  if (entries.length > mostReadings) report(path, `最多写${mostReadings}个名字`);
  for (const [name, reading] of entries) {
    const fault = readingFault(name, reading);
    if (fault) report(`${path}.${name}`, fault);
  }
};

/** What is wrong with the reading of a name; undefined where nothing is. */
export function readingFault(name: string, reading: unknown): string | undefined {
  const characters = [...name].length;
  if (characters === 0 || !/^\p{Script=Han}+$/u.test(name)) return '名字应为汉字，如 { "单于": "chán yú" }';
  if (
    typeof reading !== 'string' ||
    !/^\p{L}[\p{L}\p{M}\d]{0,7}(?: \p{L}[\p{L}\p{M}\d]{0,7}){0,59}$/u.test(reading.trim())
  )
    return '应为拼音，每个字一个音节，用空格分开，如 "chán yú"';
  if (reading.trim().split(' ').length > characters) return `音节比字多：${quoted(name)}只有${characters}个字`;
  return undefined;
}
