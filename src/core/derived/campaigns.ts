import type { Occurrence } from '../lexicon/phrase';
import { must, narrates, type Reading } from './reading';

const years = /(?<!\d)(20\d\d)年?(?:[-~至到]|-{2})(20\d\d)(?!\d)年?/g;
const named =
  /(?:行动计划|行动方案|工作方案|实施方案|工作规划|发展规划|行动|计划|方案|规划|纲要|攻坚战|攻坚|工程|战略|目标|意见)[》」』]?\($/;
const behind =
  /^度?[^、。;:!?\n()]{0,24}?(?:行动计划|行动方案|实施方案|三年行动|五年行动|行动|计划|方案|规划|纲要|攻坚战|整治)/;
const carriedOut =
  /(?:贯彻落实|贯彻|落实|实施|执行|推进|推动|抓好|抓实|按照|根据|依据|对照|对标|围绕|编制|制定|制订|启动|开展|打好|打赢|完成|做好)好?[^、了已]{0,40}$/;
const lookedAt = /总结|评估|收尾|收官|回顾|经验|成果|成就|完成情况|实施情况|印发|出台|发布|自\d/;
const longest = 15;

/** Plans and campaigns that carry their years, asked for or promised. */
function* datedIn(reading: Reading): Generator<Occurrence> {
  const { folded } = reading;
  for (const match of folded.matchAll(years)) {
    const [first, last] = [Number(match[1]), Number(match[2])];
    if (last <= first || last - first > longest) continue;
    let start = match.index;
    let end = start + match[0].length;
    const before = reading.clauseBefore(start);
    const name = named.exec(before);
    let verb: RegExpExecArray | null;
    if (name && folded[end] === ')') {
      verb = carriedOut.exec(before);
      end += folded[end + 1] === '》' ? 2 : 1;
    } else {
      const object = behind.exec(reading.clauseAfter(end));
      if (!object) continue;
      verb = carriedOut.exec(before);
      end += object[0].length;
    }
    const after = reading.clauseAfter(end);
    if (!verb || lookedAt.test(before) || lookedAt.test(after) || narrates(before) || narrates(after)) continue;
    start -= verb[0].length;
    yield reading.occurrence(start, end, `campaign-${first}-${last}`, () => ({
      text: `${first}—${last}年的计划`,
      note: `计划期是${first}年至${last}年。`,
      valid: { until: `${last + 1}-01-01` },
      status: 'completed',
      advice: '宜核对接续的文件和新的期限',
      onlyProspective: true,
      allowIn: ['quotation', 'history'],
    }));
  }
}

const target = new RegExp(
  `(?:力争|确保|争取|努力|务必|${must})(?:在|于)?(?:到|至)(20\\d\\d)年(?:[底末]|年[底末])?(?!以?[前来])`,
  'g',
);
const deadline =
  /(?:确保|务必|必须|力争|争取|(?<![主重需只首紧概摘])要)(?:在|于)?(20\d\d)年(?:\d{1,2}月)?(?:\d{1,2}日)?(?:年?底|末|中)?(?:之|以)?前(?=[^、。;:!?\n了]{0,8}(?:完成|建成|实现|达到|落实|到位|解决|销号|脱贫|摘帽|竣工|投产|投入|办结|整改|取得|见到))/g;
const deadlineFirst =
  /(?<![^、。;:!?\n])(20\d\d)年(?:\d{1,2}月)?(?:\d{1,2}日)?(?:年?底|末)?(?:之|以)?前、?(?=[^、。;:!?\n了]{0,24}?(?:必须|务必|确保|要)(?:全部|全面|基本)?(?:完成|建成|实现|达到|落实|到位|得到|解决|整改|竣工|办结|销号))/g;
const attributed = /(?:提出|明确|规定|要求|部署|指出|强调|确定|擘画|描绘)[^。;]{0,12}$/;

/** Targets for a year that has gone by. */
function* targetsIn(reading: Reading): Generator<Occurrence> {
  for (const pattern of [target, deadline, deadlineFirst]) {
    for (const match of reading.folded.matchAll(pattern)) {
      const year = Number(match[1]);
      const end = match.index + match[0].length;
      const told = reading.sentenceBefore(match.index);
      if (attributed.test(told) || narrates(told) || narrates(reading.clauseAfter(end))) continue;
      yield reading.occurrence(match.index, end, `target-${year}`, () => ({
        text: `到${year}年的目标`,
        note: `以${year}年为期的目标和要求。`,
        valid: { until: `${year + 1}-01-01` },
        status: 'completed',
        advice: '期限已过，宜核对目标和期限',
      }));
    }
  }
}

/** 2019年是我县脱贫攻坚的决胜之年，也是全县摘帽之年. */
const yearOfText =
  /(?<=^|[。;:!?\n、])(20\d\d)年[也正既更]?是[^。;:!?\n、]{2,40}?(?:之年|的?一年)(?=[、。;])(?:、(?:[也又更还]|同时)?是[^。;:!?\n、]{2,40}?(?:之年|的?一年)(?=[、。;]))*/g;
const asked = new RegExp(must);
const ofThisYear = /今年|本年|全年/;

/** A year that is named by what it is for the work, where the same text asks for that year's work. */
function* yearsOfTextIn(reading: Reading): Generator<Occurrence> {
  for (const match of reading.folded.matchAll(yearOfText)) {
    const year = Number(match[1]);
    const end = match.index + match[0].length;
    const later = reading.sentenceAfter(end);
    const next = reading.folded.slice(end + later.length, end + later.length + 60);
    if (narrates(later) || attributed.test(later.slice(0, 40))) continue;
    if (!asked.test(later) && !(later.length < 80 && ofThisYear.test(later + next))) continue;
    yield reading.occurrence(match.index, end, `year-of-text-${year}`, () => ({
      text: `${year}年的定位`,
      note: `说的是${year}年在工作中的位置。`,
      valid: { until: `${year + 1}-01-01` },
      status: 'usage',
      advice: '说的是那一年，宜按讲话之年重写',
    }));
  }
}

/** Campaigns, plans and targets whose last year stands in their name. */
export function* campaignsIn(reading: Reading): Generator<Occurrence> {
  yield* datedIn(reading);
  yield* targetsIn(reading);
  yield* yearsOfTextIn(reading);
}
