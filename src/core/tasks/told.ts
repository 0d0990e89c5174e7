import { anyOf } from '../language/words';

// What was done and is told is no task, however much it looks like one.

/** Words of an action that is over. */
const over = new RegExp(
  anyOf(
    '已经?(?![建婚知]) 了(?![解结然]) [得做查办用走谈讲看听开]过 曾 完毕 共有 累计 先后 取得.{0,8}(?:成效|进展|成绩|成果|突破) 荣获 圆满 有效提升 明显(?:改善|好转|下降|提升) 得到(?:解决|改善|落实) 值得肯定 (?<![\\d一二三四五六七八九十])日前 近日 今天\\( 昨[天日] 同比 环比 占.{0,6}%',
  ),
);

/** Words that set a sentence in a time that is over. */
const before = anyOf(
  '去年 上年 前年 上月 上周 昨天 前天 刚才 此前 前期 前段时间 近年来 多年来 一年来 今年以来 年初以来 过去 上半年， 截至目前 到目前为止 早在',
);
const openedBefore = new RegExp(`^[^，、。;:]{0,6}${before}`);

/** 我局每年都对合同进行复核: what is so every time. */
const always = /每.{1,4}(?:都[有会能在对把要]|均[有会能在对把]|有[^关效序]|可[^以]|能够?)|常年|一直/;

/** 将于6月建成: what is foreseen, by whomever. */
const foreseen =
  /预计|有望|拟于|计划(?=[于用\d]|[今明]年|年内)|将(?=[于在会有是]|继续|持续|进一步|全面|成为|建成|投入|迎来)/;

/** What is found wanting: no work yet. */
const wanting = new RegExp(
  anyOf(
    '不够 不到位(?!的) 有待 薄弱(?![环村学]) 滞后 不容忽视 不强$ 不高$ 不严$ 不深$ 不实$ 缺乏 仍[有存然是在] 还?存在.{0,8}(?:问题|不足|差距|现象)',
  ),
);

/** Whether the words tell of what was done, what is always so, what will happen or what is wanting. */
export function tells(words: string): boolean {
  return (
    over.test(words) || always.test(words) || wanting.test(words) || foreseen.test(words) || openedBefore.test(words)
  );
}

/** What has come of it: 3月底前完成排查，共发现隐患120处. */
const result = /，(?:共|累计|现?已|目前已?)[^，。;]{0,10}\d/;

/** Whether the sentence tells of a time that is over, 去年县教育局要求…，目前已全部完成, or what has come of it. */
export function tellsOfBefore(sentence: string): boolean {
  return openedBefore.test(sentence) || result.test(sentence);
}

const toldHeadings =
  '回顾 总结 成效 成绩 做法 完成情况 开展情况 落实情况 整改情况 进展情况 执行情况 推进情况 工作情况 基本情况 通报 问题 不足 启示 体会 经验 议程'.split(
    ' ',
  );
const aheadHeadings = '下一步 下步 下阶段 打算 安排 计划 部署 任务 要求 措施 目标 明年 今后 建议 解决 整治 化解'.split(
  ' ',
);

/**
 * Whether a heading is over what was done (2025年工作回顾, 整改情况) and not over what is to be done (下一步打算); undefined where
 * it says neither. Of several words the last counts: 各项任务完成情况.
 */
export function headsWhatWasDone(heading: string): boolean | undefined {
  const last = (words: readonly string[]) =>
    words.reduce((place, word) => Math.max(place, heading.lastIndexOf(word)), -1);
  const [told, ahead] = [last(toldHeadings), last(aheadHeadings)];
  return told === ahead ? undefined : told > ahead;
}

/** A document that tells by its kind what was done: 关于…整改情况的报告, 工作总结. */
const report = /(?:情况的?(?:报告|汇报|通报|说明)|总结(?:报告|材料)?|述职(?:述廉)?报告?|工作汇报|综述|纪实|侧记)$/;

/** Whether the title is that of a document that tells what was done. */
export function isTitleOfReport(title: string): boolean {
  return report.test(title.replace(/[（(][^（）()]*[）)]$/, '').trim());
}

/** Documents that give tasks without a word that asks. */
const givesTasks = /纪要|记录|通知|方案|要点|分工|清单|任务书|安排/;

/** Whether the title is that of a document that gives tasks in every sentence: 会议纪要, 通知. */
export function isTitleOfTasks(title: string): boolean {
  return givesTasks.test(title);
}

/** What the host of a meeting asks those present to do: no task for after it. */
const ceremony = new RegExp(
  anyOf(
    '上台 领奖 颁奖 入座 就座 落座 起立 奏唱 发言 致[辞词] 宣读 宣布 作.{0,8}(?:报告|讲话|部署|动员|介绍|表态|点评|说明) 作指示 讲话 揭牌 授牌 授旗 签字 签约 鼓掌 掌声 ' +
      '审议(?!通过后) 批评指正 入场 退场 合影 观看 移步 表态 举手 分组讨论 介绍.{0,6}情况 通报.{0,12}情况$',
  ),
);

/** Whether the words are said by the host of a meeting: 请获奖代表上台领奖. */
export function isCeremony(words: string): boolean {
  return ceremony.test(words);
}

/** Words that set a time without naming one, or leave it to a rule that is known. */
const timeless =
  /立即|立刻|马上|尽快|尽早|第一时间|限期|按期|按程序|如期|按时|及时|随时|定期|期限|时限|规定|同步|当场|即刻|即[时日]|会后|每[周月季年日天]|长期|始终|日常|今后|以后|一旦|凡是|需要时|必要时|发现.{0,12}的/;

/** Whether no word of the sentence sets a time, or says that a rule does. */
export function setsNoTime(sentence: string): boolean {
  return !timeless.test(sentence);
}
