import { simplified, simplifiedForm } from '../text/fold';
import { toneOf } from './pinyin-syllable';
import { matches, type Source } from './step';

/** What is known of the script a text is written in, found once before the first step: later steps wipe the traces. */
export interface Script {
  /** Simplified text that a machine turned into traditional characters, or that was pasted from such a copy. */
  readonly mistaken: boolean;
  /** A machine put pinyin in brackets behind characters. */
  readonly machinePinyin: boolean;
  /** The user asks for every traditional character to be simplified, mistaken or not. */
  readonly everything: boolean;
}

/** Frequent characters that no traditional text has: they tell a simplified one. */
const simplifiedOnly =
  '们这个来时为国会对发动进实现点县书记议务党员乡镇领导责从众应检测评说认识问题经济业产农场开门见长网络让与资财达传战严环节强转变组织给继续优势单报设计专项东车马风飞龙头买卖读写语词请谁调谈论证红级纪约线练绩维绿罗罚';

const traditionalClass = 1;
const simplifiedClass = 2;

/** Which script each unit tells of; 0 for what both have. */
const scripts = (() => {
  const classes = new Uint8Array(0x10000);
  for (let unit = 0x3400; unit <= 0x9fff; unit++) {
    if (simplifiedForm(unit) !== unit) classes[unit] = traditionalClass;
  }
  for (let at = 0; at < simplifiedOnly.length; at++) classes[simplifiedOnly.charCodeAt(at)] = simplifiedClass;
  return classes;
})();

/** Wording of mainland offices, which traditional pages of Hong Kong, Macao and Taiwan have no use for. */
const mainlandWording = [
  '县委',
  '市委',
  '区委',
  '省委',
  '党委',
  '党组',
  '党支部',
  '党政',
  '党员干部',
  '党的领导',
  '党中央',
  '总书记',
  '副书记',
  '常委会',
  '领导小组',
  '县政府',
  '市政府',
  '县长',
  '人大常委会',
  '自治县',
  '乡镇',
  '村委',
  '卫健',
  '联防联控',
  '疫情防控',
  '各级各部门',
  '各部门',
  '全县',
  '脱贫攻坚',
  '乡村振兴',
  '贯彻落实',
  '督查',
  '指导思想',
  '社会主义',
];

/** Marks and words of texts that are traditional by right. */
const otherRegions = /[「『]|特[区區]政府|行政[长長]官|立法[会會院]|行政院|民[進进][党黨]|[國国]民[黨党]中[央常]|民[國国]\d|[臺台][灣湾]地[區区]?的/;

/** Fewest traditional characters, and fewest words of mainland offices, that make a text a mistaken one. */
const fewestTraditional = 6;
const fewestWordings = 2;
/** Share of traditional characters among those that have two forms, from which a text is written in them. */
const dominantShare = 0.5;
/** A mixed text has at least this share of them, in this many different characters. */
const mixedShare = 0.1;
const fewestMixed = 8;

/** Counts of characters that tell the script. */
export function scriptCounts(text: string): { traditional: number; simplified: number; different: number } {
  let plain = 0;
  let traditional = 0;
  const different = new Set<number>();
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const script = scripts[unit];
    if (script === simplifiedClass) plain++;
    else if (script === traditionalClass) {
      traditional++;
      different.add(unit);
    }
  }
  return { traditional, simplified: plain, different: different.size };
}

/** Judges the script of a text. */
export function judgeScript(source: Source, everything: boolean): Script {
  const { text } = source;
  const counts = scriptCounts(text);
  const annotations = annotationsIn(source);
  if (counts.traditional === 0 && annotations.length === 0) return { mistaken: false, machinePinyin: false, everything };
  const wordings = otherRegions.test(text) ? -1 : wordingsIn(text);
  const machine = wordings >= 0 && isMachinePinyin(annotations, wordings);
  const share = counts.traditional / (counts.traditional + counts.simplified);
  const wholly = counts.traditional >= fewestTraditional && share >= dominantShare;
  const mixed = counts.different >= fewestMixed && share >= mixedShare;
  const annotated = annotations.some(({ character }) => simplified(character) !== character);
  const mistaken =
    wordings >= 0 &&
    ((wordings >= fewestWordings && (wholly || mixed)) || (machine && annotated) || (annotated && wordings > 0));
  return { mistaken, machinePinyin: machine || (mistaken && annotated), everything };
}

function wordingsIn(text: string): number {
  const plain = simplified(text);
  return mainlandWording.filter((word) => plain.includes(word)).length;
}

interface Annotation {
  readonly character: string;
  readonly syllable: string;
}

/** A character with a toned pinyin syllable in brackets behind it. */
const annotation = /([\u3400-\u9fff])[(（]([a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüêńňǹɑɡ]{1,6})[)）]/g;

function annotationsIn(source: Source): Annotation[] {
  if (!/[(（][a-zāáǎàēéěèōóǒò]/.test(source.text)) return [];
  return Array.from(matches(source, annotation), ([, character, syllable]) => ({ character, syllable })).filter(
    ({ syllable }) => toneOf(syllable) > 0,
  );
}

/** Share of the annotated characters that must have a second form: a machine annotates what it converted. */
const convertedShare = 0.8;
const fewestAnnotations = 2;
const fewestInSimplified = 5;

/**
 * Whether a machine wrote the pinyin: it annotates the characters it converted, again at every place, in an office's prose. A
 * teacher annotates rare characters, once.
 */
function isMachinePinyin(annotations: readonly Annotation[], wordings: number): boolean {
  const traditional = annotations.filter(({ character }) => simplified(character) !== character);
  const repeated = annotations.length - new Set(annotations.map(({ character }) => character)).size;
  if (traditional.length >= fewestAnnotations && traditional.length >= annotations.length * convertedShare) {
    return wordings > 0 || repeated >= 3;
  }
  // The characters may have been simplified since.
  const different = new Set(annotations.map(({ character }) => character));
  return different.size >= fewestInSimplified && repeated >= 2 && wordings >= fewestWordings;
}
