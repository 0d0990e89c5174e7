import { headOf } from './leftover-head';
import { meetingFaults, numberFaults, speakerFaults } from './leftover-meetings';
import { placeFaults } from './leftover-places';
import { yearFaults } from './leftover-years';
import type { Observation } from '../finding';
import type { RuleContext, SpeechRule } from './rule';

/** All that disagrees with the head of the text and its date. */
function* faultsOf(context: RuleContext): Iterable<Observation> {
  const { text, documentDate } = context;
  if (documentDate?.confidence === 'stated') {
    yield* yearFaults(text, { year: Number(documentDate.date.slice(0, 4)), span: documentDate });
  }
  const head = headOf(context);
  if (!head) return;
  yield* placeFaults(text, head);
  yield* meetingFaults(text, head);
  yield* numberFaults(text, head);
  yield* speakerFaults(text, head);
}

/** Words of an older draft: another year, place, meeting or post than that of the head. */
export const consistencyLeftover: SpeechRule = {
  scope: 'speech',
  id: 'consistency/leftover',
  title: '旧稿遗留的年份、地名、会议和职务',
  english: 'Years, places, meetings and posts left over from an older draft',
  severity: 'information',
  examples: {
    flag: [
      '在县委经济工作会议上的讲话\n（2026年2月6日）\n同志们：\n这次会议的主要任务是，总结2024年工作，安排2025年任务。\n',
      '在全县农村工作会议上的讲话\n同志们：\n过去一年，我县农业取得新成绩。我市农业技术人员要下沉到田间地头。\n',
      '在青禾县安全生产工作会议上的讲话\n同志们：\n岚溪县各乡镇、各部门要带头排查隐患。\n',
      '在全县信访工作会议上的讲话\n同志们：\n县委决定召开这次全县经济工作会议，部署今年的工作。\n',
      '在县委深改委会议上的讲话\n（2026年1月19日）\n县委书记 高文斌\n同志们：\n作为县长，我将带头领办两项任务。\n',
    ],
    keep: [
      '在县委经济工作会议上的讲话\n（2026年2月6日）\n同志们：\n这次会议的主要任务是，总结2025年工作，安排2026年任务。\n',
      '在全县文旅大会上的讲话\n同志们：\n我县游客人数居全市第二位。我县要用好市里的政策。\n',
      '在青禾县营商环境大会上的讲话\n同志们：\n上周我们到岚溪县考察，岚溪县各部门的做法值得学习。\n',
      '在全县信访工作会议上的讲话\n同志们：\n前不久召开的全县经济工作会议作了部署，这次全县信访工作会议要抓好落实。\n',
      '在县委深改委会议上的讲话\n（2026年1月19日）\n县委书记 高文斌\n同志们：\n作为县长、局长，都要把责任扛在肩上。\n',
    ],
  },
  *check(context) {
    const { regions } = context;
    for (const found of faultsOf(context)) {
      if (regions.outsideSpeech(found) || regions.has('quotation', found) || regions.has('title', found)) continue;
      yield found;
    }
  },
};
