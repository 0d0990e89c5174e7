import { changesByParagraph, clean, garbledIn, lostMark, type CleaningChange, type StepId } from '../clean';
import type { ParagraphReading } from '../text/paragraph';
import { quoted } from '../text/quotation';
import { encloses } from '../text/span';
import type { RuleContext, SpeechRule } from './rule';
import type { Observation } from '../finding';

/** What converting left inside the text; each step is safe where it speaks at all. */
const insideText: readonly StepId[] = ['pinyin', 'lost', 'traditional', 'marks'];

/** Longest stretch that a message repeats in full, in UTF-16 code units. */
const longestShown = 12;

/** A date that stands between two stretches of a time stamp: they are one finding. */
const longestStamp = 12;

/** Reports what cleaning would take out, by the same steps, without cleaning. */
export const textResidue: SpeechRule = {
  scope: 'speech',
  id: 'text/residue',
  title: '复制、转换留下的杂质',
  english: 'Dirt left by copying and converting',
  severity: 'warning',
  examples: {
    flag: [
      '縣委召開常委會(huì)議,對(duì)防汛工作進(jìn)行再部署。',
      '各鄉鎮黨委要切實加強領導,層層壓實責任,確保各項任務落到實處。',
      '各乡镇要压实责任，，守牢底线。',
      '要传达省委,、市委会议精神，抓好落实。。',
      '全县上下要抓好落实?h委书记作了讲话，县长作了部署。',
      '要健全机制\ufffd\ufffd落实责任，持续用力，久久为功，不断巩固来之不易的工作成果，推动各项部署落地见效，让群众真正得到实惠，不达目的决不收兵。',
      '推进改⾰，坚持以⼈⺠为中⼼，抓好落实。',
      '到二O二六年底要完成任务。',
      '全年完成投资３０亿元。',
      '鎴戜滑瑕佸姞寮洪',
      '烫烫烫烫烫',
      '今天的会议很重要，请大家抓好落实。\n[责任编辑：某某]\n上一篇：现场会讲话',
    ],
    keep: [
      '教学生读“饕餮（tāo tiè）”“龟（guī）裂”，要区分多音字。',
      '《論語》说：“學而時習之，不亦說乎？”学习要持之以恒。',
      '香港特別行政區立法會「一致通過」有關議案，各部門貫徹落實，黨委、總書記等字樣照錄。',
      '比分是3:1，时间是15:26，网址是https://www.example.cn/?h=1。',
      '会议什么时候开？？请尽快答复！！',
      '姓名,职务,,电话\n某某,科长,,12345',
      '来源可靠，责任编辑要认真把关。',
      '到二〇二六年底，ＸＸ县要完成任务。',
      '茶水烫，当心烫着；全县屯粮。Zürich、Köln 的做法可以借鉴。',
    ],
  },
  *check(draft) {
    const { text } = draft;
    const inside = changesByParagraph(draft, insideText);
    const page = [...pageFindings(draft)];
    yield* page;
    const script = inside.filter(({ steps }) => steps.length === 1 && steps[0] === 'traditional');
    const shown = script.find((change) => !page.some((finding) => encloses(finding, change)));
    if (shown) yield traditionalFinding(text, shown, script);
    for (const change of inside) {
      if (!script.includes(change) && change.end > change.start) yield finding(text, change);
    }
    yield* lostCharacters(draft);
    yield* lookalikes(draft);
    yield* garbled(draft);
  },
};

function shorten(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim();
  return line.length > longestShown ? `${line.slice(0, longestShown)}…` : line;
}

/** One finding for a stretch of page furniture, shown at its first line. */
function* pageFindings(draft: RuleContext): Generator<Observation> {
  const { text, lines } = draft;
  const stretches: CleaningChange[][] = [];
  for (const change of clean(draft, { steps: ['furniture'] }).changes) {
    const stretch = stretches.at(-1);
    if (stretch && change.start - stretch[stretch.length - 1].end <= longestStamp) stretch.push(change);
    else stretches.push([change]);
  }
  for (const edits of stretches) {
    const all = text.slice(edits[0].start, edits[edits.length - 1].end);
    const start = edits[0].start + all.length - all.trimStart().length;
    const end = Math.min(lines.span(lines.at(start)).end, edits[edits.length - 1].end);
    if (all.trim() === '' || start >= end) continue;
    yield {
      start,
      end,
      message: '这里是网页上的导航、分享栏、编辑署名一类内容，不属于文稿，应删去。',
      fixes: [{ title: '删去这一处网页杂项', edits, safe: false }],
    };
  }
}

function traditionalFinding(
  text: string,
  { start, end }: CleaningChange,
  edits: readonly CleaningChange[],
): Observation {
  const characters = edits.reduce((sum, edit) => sum + edit.end - edit.start, 0);
  return {
    start,
    end,
    message: `${quoted(shorten(text.slice(start, end)))}等${characters}个字是误转的繁体字，应改回简体字。`,
    fixes: [{ title: `把误转的${characters}个繁体字改为简体字`, edits, safe: true }],
  };
}

function finding(text: string, change: CleaningChange): Observation {
  const { start, end, steps } = change;
  const before = shorten(text.slice(start, end));
  if (change.text.includes(lostMark)) {
    return {
      start,
      end,
      message: '这里有字在转换时丢失，无法确定是什么字，请对照原文补上。',
      fixes: [{ title: `标为${quoted(lostMark)}，留待补上`, edits: [change], safe: false }],
    };
  }
  const after = shorten(change.text);
  const instead = after === '' ? '应删去' : `应为“${after}”`;
  const why = steps.includes('lost')
    ? '丢了字'
    : steps.includes('pinyin')
      ? '混入了转换时加上的拼音'
      : '标点重复或错位';
  return {
    start,
    end,
    message: `“${before}”${why}，${instead}。`,
    fixes: [{ title: after === '' ? `删去“${before}”` : `改为“${after}”`, edits: [change], safe: true }],
  };
}

/** Marks of lost characters that were set and not filled in; boxes of a form stand apart from words. */
function* lostCharacters({ text, regions }: RuleContext): Generator<Observation> {
  if (!text.includes(lostMark)) return;
  for (const match of text.matchAll(/(?<=[\u3400-\u9fff，、。；])◻+(?=[\u3400-\u9fff，、。；])(?![是否有无男女])/g)) {
    const span = { start: match.index, end: match.index + match[0].length };
    if (regions.outsideSpeech(span)) continue;
    yield { ...span, message: `${quoted(lostMark)}标着丢失的字，请对照原文补上。` };
  }
}

const mayHoldLookalikes: ParagraphReading<boolean> = ({ text }) =>
  /[\u2e80-\u2fdf]|[一二三四五六七八九〇][OoＯｏ0０]/.test(text);
const mayHoldWide: ParagraphReading<boolean> = ({ text }) => /[０-９Ａ-Ｚａ-ｚ]/.test(text);

/** Characters that look like others, told once of each kind: radicals for ideographs, full-width digits. */
function* lookalikes(draft: RuleContext): Generator<Observation> {
  const { text, paragraphs } = draft;
  const ofStep = (step: StepId, mayHold: ParagraphReading<boolean>) =>
    paragraphs.some(({ paragraph }) => paragraph.read(mayHold)) ? clean(draft, { steps: [step] }).changes : [];
  const told = (edits: readonly CleaningChange[], why: string): Observation => {
    const [{ start, end, text: proper }] = edits;
    const several = edits.length > 1 ? `等${edits.length}处` : '';
    return {
      start,
      end,
      message: `“${shorten(text.slice(start, end))}”${several}${why}，应为“${shorten(proper)}”。`,
      fixes: [{ title: several ? `改正${several.slice(1)}` : `改为“${proper}”`, edits, safe: true }],
    };
  };
  const alike = ofStep('lookalikes', mayHoldLookalikes);
  if (alike.length > 0) yield told(alike, '形似汉字而不是汉字，检索不到');
  const wide = ofStep('alphanumeric', mayHoldWide);
  if (wide.length > 0) yield { ...told(wide, '是全角的数字或字母（GB/T 15835 用半角）'), severity: 'hint' };
}

/** What a wrong decoding left; told once, since nothing in the text can mend it. */
function* garbled(draft: RuleContext): Generator<Observation> {
  const { text, regions } = draft;
  const span = garbledIn(draft).find((each) => !regions.has('code', each));
  if (!span) return;
  const unwritten = '烫屯'.includes(text[span.start]);
  const shown = shorten(text.slice(span.start, span.end));
  yield {
    ...span,
    message: unwritten
      ? `“${shown}”是程序没有写入内容的内存，原文已经丢失，请对照原件补上。`
      : `“${shown}”是用错误的编码打开文件造成的乱码，请改用原来的编码（如 UTF-8、GB18030）重新打开。`,
  };
}
