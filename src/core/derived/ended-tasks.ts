import type { Occurrence } from '../lexicon/phrase';
import type { PartialDate } from '../text/date';
import type { Source } from '../lexicon/types';
import { type Surroundings } from './surroundings';
import { must } from '../language/demands';

/** A task that has ended and bears no dates in its name. */
interface EndedTask {
  readonly id: string;
  readonly name: string;
  readonly until: PartialDate;
  readonly source: Source;
  readonly advice: string;
  /** How texts name it where they ask for it. */
  readonly forms: RegExp;
  /** What must stand near; anywhere where absent. */
  readonly near?: RegExp;
  /** What stands near where it is looked back on, or where another thing is meant. */
  readonly spared: RegExp;
  /** What stands anywhere in the text where all of it is about another thing. */
  readonly another?: RegExp;
  /** What stands right before it where it is no task. */
  readonly ledBy?: RegExp;
  /** What stands right behind it where it is no task. */
  readonly followedBy: RegExp;
}

const tasks: readonly EndedTask[] = [
  {
    id: 'poverty',
    name: '脱贫攻坚任务',
    until: '2021-02-25',
    source: { title: '《在全国脱贫攻坚总结表彰大会上的讲话》', issuer: '习近平', date: '2021-02-25' },
    advice: '脱贫攻坚已经结束，宜按常态化帮扶和乡村全面振兴的现行要求改写',
    forms:
      /(?:决战决胜|决战|决胜|打赢打好|打赢|打好|夺取)?(?:精准)?脱贫攻坚(?:战|工作)?|精准(?:扶贫|脱贫)(?:、精准脱贫)?(?:工作)?|(?:整[县乡镇村]|贫困县|贫困村|贫困户|贫困人口|高质量|如期|按期|稳定)(?:脱贫摘帽|脱贫|摘帽|退出|出列)|高水平摘帽|(?<![生产就业教育健康金融电商科技旅游光伏消费社会定点])扶贫(?:工作|攻坚|举措|政策|开发工作)/g,
    spared:
      /巩固拓展|过渡期|帮扶机制|常态化(?:精准)?帮扶|防止?返贫|返贫致贫|规模性返贫|乡村全面振兴|全面推进乡村振兴|打赢了|取得了?(?:决定性|全面|伟大|历史性)|如期(?:打赢|完成|实现)|全部(?:脱贫|摘帽)|历史性|减贫|展览|全球|世界|国际|联合国|非洲|202[2-9]年|经验|十五五|十四五/,
    ledBy: /(?:像|如同|弘扬|发扬|传承|当年|参加|参与|经历|投身)[^、]{0,4}$|(?:曾|在)$/,
    followedBy:
      /^(?:时期|阶段|以来|之后|精神|表彰|总结|纪念|题材|一样|[期后史展时奖]|的?(?:成果|伟大|故事|历程|实践|经验|成就|先进|楷模|模范|英雄)|战?(?:取得|已))/,
  },
  {
    id: 'moderate-prosperity',
    name: '全面建成小康社会的任务',
    until: '2021-07-01',
    source: { title: '《在庆祝中国共产党成立100周年大会上的讲话》', issuer: '习近平', date: '2021-07-01' },
    advice: '全面建成小康社会的目标已经实现，宜按第二个百年奋斗目标的表述改写',
    forms:
      /(?:决胜|决战|同步|率先|如期|加快|冲刺)?(?:全面建成(?:更高水平)?小康社会|实现全面小康|全面建成小康(?!社会)|(?<=决胜|决战)全面小康)/g,
    spared:
      /第一个百年|第二个百年|胜利实现|如期实现|历史性|基础上|乘势而上|开启全面|现代化强国|巩固拓展|世界|国际|全球|十五五|202[2-9]年|大提出|会提出|宣布|宣告/,
    ledBy: /(?:已经?|在|如期|胜利|总结|回顾)$/,
    followedBy:
      /^(?:以来|后|之后|时期|阶段|期间|取得|的?(?:成就|成果|伟大|历史|基础|历程|决定性)|奋斗目标|目标(?:已|如期)|、实现第)/,
  },
  {
    id: 'epidemic',
    name: '新冠疫情防控的任务',
    until: '2023-01-08',
    source: {
      title: '《关于对新型冠状病毒感染实施“乙类乙管”的总体方案》',
      issuer: '国务院应对新型冠状病毒感染疫情联防联控机制综合组',
      number: '联防联控机制综发〔2022〕144号',
      date: '2022-12-26',
    },
    advice: '新冠病毒感染自2023年1月8日起实施“乙类乙管”，当时的防控措施已经停止，宜删去或改写',
    forms:
      /常态化(?:疫情)?防控(?:机制|措施)|零报告制度|外防输入(?=防线|压力|关口|的防线|的压力)|疫情规模性(?:输入|反弹)|疫情(?:输入|反弹)(?:和反弹)?|聚集性疫情|(?:全员|定期|重点人群)?核酸(?:检测|筛查|采样)(?!实验室|机构|资质)|[三双两]码(?:查验|联查)?|(?:健康|行程|场所)码|轨迹查询|人物同防|应[种接](?:尽|必)[种接]|密接[、和者人]|入境人员(?:健康)?(?:管理|管控|隔离)/g,
    near: /疫情防控|新冠|防疫/,
    spared: /甲流|流感|三年抗疫|抗疫三年|乙类乙管|平稳转段|过峰|202[3-9]年(?!春节|元旦)/,
    another:
      /动物(?:疫|防)|生猪|禽流感|口蹄疫|猪瘟|布病|布鲁氏|狂犬|登革热|基孔肯雅|猴痘|松材线虫|美国白蛾|红火蚁|手足口|诺如|鼠疫|疟疾|埃博拉/,
    followedBy: /^(?:以来|期间|时期|后|三年|转段|成果|阶段|政策(?:调整|优化))/,
  },
];

const demanded = new RegExp(
  `${must}|应当|继续|下一步|坚决|坚定不移|毫不放松|全力|狠抓|抓好|抓紧|抓实|做好|切实|加快|扎实|努力|聚焦|助推|助力|压实|强化|进一步|深入推进|持续|[作做]出[^、。]{0,4}贡献|奋斗`,
);
/** 今年是脱贫攻坚的决胜之年. */
const thisYear = /(?:今年|20\d\d年|20\d\d年度)[也正又既更]?是[^、。]{0,12}$/;
const namedYear = /^[^、。;:周]{0,12}?(?:之年|的?一年|年)/;

const idPrefix = 'task-';

/** The ended task that an entry made here speaks of; undefined where the id is of another entry. */
export function endedTaskOf(id: string): string | undefined {
  return id.startsWith(idPrefix) ? id.slice(idPrefix.length) : undefined;
}

/** The ended tasks that a text with these folded words is not about: an animal disease is no 新冠疫情. */
export function tasksRuledOutBy(folded: string): string[] {
  return tasks.filter(({ another }) => another?.test(folded)).map(({ id }) => id);
}

/** Tasks that have ended, where something is still asked for in their name. */
export function* tasksIn(reading: Surroundings): Generator<Occurrence> {
  for (const { id, name, until, source, advice, forms, near, spared, ledBy, followedBy } of tasks) {
    for (const { index, 0: words } of reading.folded.matchAll(forms)) {
      const end = index + words.length;
      const before = reading.clauseBefore(index);
      const after = reading.clauseAfter(end);
      const told = reading.sentenceBefore(index);
      const later = reading.sentenceAfter(end);
      if (followedBy.test(after) || ledBy?.test(before)) continue;
      const passage = reading.passage(index, end);
      if (spared.test(passage) || (near && !near.test(passage))) continue;
      const year = thisYear.test(before) ? namedYear.exec(after) : null;
      if (!year && !demanded.test(told + words + later)) continue;
      yield reading.occurrence(index, end + (year?.[0].length ?? 0), `${idPrefix}${id}`, () => ({
        text: name,
        note: `${name}已经结束。`,
        valid: { until },
        status: 'completed',
        advice,
        sources: [source],
      }));
    }
  }
}
