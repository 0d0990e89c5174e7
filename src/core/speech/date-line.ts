import { datesIn, halfWidth, type WrittenDate } from './date-forms';

/**
 * What a line that holds a date tells: `own` the day of the document, `act` the day on which a law was passed, `printed` the day
 * on which it was printed, `stamp` the day on which a page was put up.
 */
export type DateRole = 'own' | 'act' | 'printed' | 'stamp';

/** Longest line of date and occasion, of date and name, of source, author and time. */
const longestOccasion = 90;
const longestDateLine = 60;
const longestStampLine = 120;
/** Longest place or name that stands beside a date. */
const longestName = 14;

/** The date bounds a time and is not one's own: 自…起, 截至…, …前. */
const boundBefore = /(?:[自从至到由]|截[至止]|[迟晚]于|前身于|成立于|[生创建设]于)\s*$/;
const boundBehind = /^\s*(?:[起止前后至到]|以[前后来]|之[前后]|[^ ]{0,8}(?:施行|实施|生效|截止)|[-—–~]+\s*\d)/;

const ownLabel = /(?:讲话|成文|发文|签发|会议|发言|致辞|演讲|讲课|制发|写作|整理|起草)(?:时间|日期)\s*:?$/;
const stampWords =
  /\d{1,2}:\d{2}|来源|來源|(?:发布|發布|发表|發表|更新)(?:时间|時間|日期)|(?:时间|時間|日期|作者|编辑)\s*:|浏览|瀏覽/;
const act = /(?:通过|批准|修[正订]|公布|发布|颁布)[^,;]{0,30}$/;
const printed = /^\s*印发/;

/** What may follow a date and tells nothing of its own. */
const tails = [
  /^[\s,·・|()[\]〔〕"“”]+/,
  /^(?:星期|周|礼拜)[一二三四五六日天]/,
  /^(?:上午|下午|中午|晚[上间]?|凌晨|清晨|早上?|夜)/,
  /^\d{1,2}(?::\d{2}){1,2}/,
  /^(?:\d{1,2}|[一二三四五六七八九十]{1,3})[时点](?:半|整|(?:\d{1,2}|[一二三四五六七八九十]{1,3})分?)?/,
  /^(?:根据|依据)?(?:现场)?(?:讲话)?(?:录音|速记|记录)[^,;。]{0,20}/,
  /^[^\s,;。]{0,6}(?:稿|提纲)[^\s,;。]{0,4}/,
  /^(?:未经本人审阅|内部资料|注意保存)/,
];
const occasion = /^,?[在于].{2,60}上(?:的\S{2,12}|作的\S{2,12})?$/;
const sayable = /^[\u4e00-\u9fa5a-zA-Z×*·.、\s]*$/;
/** Words of a sentence, which is no name of a place or person. */
const verbs = /召开|举行|举办|开幕|闭幕|成立|逝世|出生|发生|爆发|开展|印发|[了是将]|前往|完成|会见/;
const office =
  /(?:委员会|办公[室厅]|政府|党委|党组|支部|[委局厅部院校处室会司所站社团队]|工会|总队|支队|大队|中心|公司|集团|小组|法院|检察院|大学|学校|指挥部)\s*$/;
const placeholder = /^[年月日×xX*_?○〇\s]+$/;

/** What of the words behind a date is left when all that tells nothing is taken away. */
function remainder(words: string): string {
  let rest = words;
  for (let before = ''; before !== rest;) {
    before = rest;
    for (const tail of tails) rest = rest.replace(tail, '');
  }
  let end = rest.length;
  while (end > 0 && ' )]〕'.includes(rest[end - 1])) end--;
  return rest.slice(0, end);
}

function isNamed(before: string): boolean {
  const name = before.replace(/[\s()〔〕[\]#*—-]/g, '');
  if (name === '' || ownLabel.test(name)) return true;
  if (!sayable.test(name) || verbs.test(name)) return false;
  return name.length <= longestName || (name.length <= longestOccasion / 2 && office.test(name));
}

/** Whether the date stands in brackets or behind a dash and is the first thing there. */
function isSetOff(before: string, after: string): boolean {
  if (/^\s*(?:[(〔[]+|[—–―-]+)\s*$/.test(before)) return true;
  return /[(〔[]\s*$/.test(before) && /^[^)〕\]]*[)〕\]]\s*$/.test(after);
}

function isOwn(before: string, date: WrittenDate, after: string): boolean {
  const setOff = isSetOff(before, after);
  if (date.compact && !setOff && (before + after).trim() !== '') return false;
  if (setOff && /^\s*[,在于]/.test(after)) return true;
  if (!setOff && !isNamed(before) && !/^[(—–-]*在.{2,50}上,?$/.test(before.trim())) return false;
  if (!setOff && occasion.test(after.trim())) return true;
  const rest = remainder(after);
  if (rest === '' || placeholder.test(rest)) return true;
  const apart = setOff || /^[\s·・)]/.test(after);
  return apart && rest.length <= longestName && sayable.test(rest) && !verbs.test(rest);
}

/**
 * Reads a line that consists of a date and what belongs to it: names, the occasion, hour and day of the week, a note.
 * @param above the end of the line above, in which a label may stand
 * @returns the date with its place in the line; undefined where there is none, or where it stands in a sentence
 */
export function readDateLine(line: string, above: string): (WrittenDate & { readonly role: DateRole }) | undefined {
  if (line.length > longestStampLine || line.includes('。')) return undefined;
  const plain = halfWidth(line);
  const dates = datesIn(plain);
  const [date] = dates;
  if (!date) return undefined;
  const before = plain.slice(0, date.start);
  const after = plain.slice(date.end);
  if (boundBefore.test(before) || boundBehind.test(after)) return undefined;
  if (act.test(after) && !printed.test(after)) return { ...dates[dates.length - 1], role: 'act' };
  if (printed.test(after)) return { ...date, role: 'printed' };
  const label = halfWidth(above).slice(-6);
  const labelled = ownLabel.test(label.trim()) || ownLabel.test(before.trim());
  const stamped = stampWords.test(before + after) || (before.trim() === '' && stampWords.test(label));
  if (stamped && !labelled && !/^\s*[(—–-]/.test(before)) return { ...date, role: 'stamp' };
  const most = isSetOff(before, after) ? longestOccasion : longestDateLine;
  return plain.length <= most && isOwn(before, date, after) ? { ...date, role: 'own' } : undefined;
}
