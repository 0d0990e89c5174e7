import { Gate, type Gated } from '../text/gate';
import { anyOf } from './words';

/** 要 that asks: not 主要、需要、要求、要素. */
export const call =
  '(?<![主重需只首紧概摘纲扼简索纪快想])要(?![求素点害道塞义旨职案么是员诀津]|件(?!件)|冲(?![在刺锋])|务(?!必)|领(?!导)|闻(?![令风警讯])|不[要然])';

/** 要 as a demand and its like. */
export const must = `(?:${call}|必须|务必|务须|力争|确保)`;

/** Words that ask for something: 要 (not 如要), 须, 必须, 应当, 务必, 不得, 严禁, and the words that give it to somebody: 负责, 牵头, 确保. */
const marker = new RegExp(
  anyOf(
    `(?<![如若将正险])${call} (?<!非)(?:必须|务必|务须) (?<![必务无])须(?![知臾要]) 应当 应(?=[于在按]|及时|立即|主动|积极|严格) ` +
      '(?<=[部门位局委办县区镇乡村校业员])需(?=[在于按要]) 不得 不予 严禁 不准 负责(?![人同制任]) 牵头(?![单部领负责人机]) 确保',
  ),
  'g',
);

/** What a marker begins with. */
const gate = new Gate({
  demand:
    '要 须 必须 务必 应当 应于 应在 应按 应及时 应立即 应主动 应积极 应严格 需在 需于 需按 需要 不得 不予 严禁 不准 负责 牵头 确保',
});
/** What stands behind the gate. */
export const gated: readonly Gated[] = [{ gate, set: 'demand', expression: marker }];

/** A prohibition, 负责 and 确保 are words of the task itself. */
const inTask = new Set('不得 不予 严禁 不准 负责 牵头 确保'.split(' '));
const none: readonly Demand[] = [];

/** A demand in a clause; `start` of the marker, `task` where the words of the task begin. */
export interface Demand {
  readonly start: number;
  readonly task: number;
}

/** The demands of a clause in order of their places. */
export function demandsIn(clause: string): readonly Demand[] {
  if (gate.of(clause) === 0) return none;
  const demands: Demand[] = [];
  marker.lastIndex = 0;
  for (let found = marker.exec(clause); found; found = marker.exec(clause)) {
    const { index, 0: word } = found;
    demands.push({ start: index, task: inTask.has(word) ? index : index + word.length });
  }
  return demands;
}

/** Words before a subject that connect its clause or set the time. */
const connective =
  /^(?:同时|此外|另外|其次|首先|再次|最后|特别是|尤其是|尤其|因此|为此|所以|总之|接下来|下一步|下一阶段|下阶段|今后|今年|明年|当前|目前|眼下|会后|散会后|近期|这里|对此|具体来说|也就是说|一方面|另一方面|各位|再强调一点|要求|希望|即|一句话|无论如何|在此基础上|从现在起|从今天起|从即日起|从明天起)(?![县市区镇乡])/;

/** Adverbs between a subject and the word that asks. */
const adverb =
  /(?:[也都均还更既又再就便则]|一定|一律|同样|首先|今后|今年|当前|切实|散会后|会后|分别|真正|始终|尤其|特别|同时|务必|坚决|共同|下一步|接下来|从现在起|从今天起|本身|自己|主动|相应|平时)$/;

/** The words without what connects them, and without the adverbs at their end. */
export function bare(words: string): string {
  for (let before = ''; before !== words;) {
    before = words;
    words = words.replace(connective, '').replace(/^[、，\s]+/, '');
  }
  for (let before = ''; before !== words;) {
    before = words;
    const shorter = words.replace(adverb, '');
    if (shorter.length === 0 || shorter.length >= 2) words = shorter;
  }
  return words;
}

/** The number that opens an item of a series or list, with its mark: 一要 leaves 要 to be read. */
const item =
  /^[\s•·●◆■*#>-]{0,4}(?:[一二三四五六七八九十]{1,3}(?=要(?!求))|[一二三四五六七八九十]{1,3}(?:是(?:要(?!求))?|[、，])|[第其][一二三四五六七八九十]{1,2}[，、:]|\([一二三四五六七八九十\d]{1,3}\)|\d{1,2}[.、，)](?!\d(?!\d?月))|[①-⑳])/;

/** Length of the number that opens the words, 0 where there is none. */
export function itemLength(words: string): number {
  return item.exec(words)?.[0].length ?? 0;
}

/** What asks for an attitude and names no work: alone it is no task for anybody in particular. */
const attitude = new RegExp(
  `^${anyOf('继续 始终 切实 进一步 不断 深入 认真 坚决 全面 大力 牢牢 充分 高度 更加 自觉 真正 持续 着力 从 把 、')}{0,6}${anyOf(
    '深刻(?:认识|领会|把握|理解) 充分认识 认识 认清 提高思想 提高认识 提高(?:政治)?站位 提升(?:思想|政治)?站位 增强.{0,12}(?:意识|自觉|感|信心|定力) ' +
      '统一思想 学习领会 学深悟透 贯彻(?:落实)?(?:习近平|党中央|党的|中央|总书记) 学习(?:贯彻|宣传|习近平|党的) 贯彻.{0,20}(?:精神|思想) 高度重视 重视 ' +
      '坚持(?!.{0,6}(?:每|定期|一周)) 坚定 树牢 树立 绷紧 克服 牢记 牢固 保持 发扬 弘扬 清醒 看到 讲政治 政治上 思想上 站在 站稳 以习近平 以.{2,20}为指导 ' +
      '把思想 思想 完整、准确、全面贯彻 大兴',
  )}`,
);

/** Whether the task is an attitude and no work. */
export function isAttitude(task: string): boolean {
  return attitude.test(task.replace(/^[^\u3400-\u9fff]+/, ''));
}

/** Verbs with an end: when they are done, they are done. */
const finite = new RegExp(
  anyOf(
    '完成(?!.{0,10}任务) 建成 报送 上报 报[县市区省镇乡我] 制[定订] 出台 印发 拿出 提交 摸清 [排检]查一遍 梳理一遍 逐[户项个村].{0,6}(?:排查|核查|登记) 整改(?:到位|完毕) 销号(?!管理|制) ' +
      '竣工 交付 投入使用 签订 组建 成立 召开.{0,10}会 建立.{0,10}(?:台账|清单|名册) 列出.{0,8}清单 修订 (?:安装|配备|发放|拨付)到位 拆除 兑现',
  ),
);

/** Whether the task comes to an end of its own, so that it can be due. */
export function hasEnd(task: string): boolean {
  return finite.test(task);
}
