import { chineseDate, firstDay } from '../date';
import { successorOn } from '../lexicon/succession';
import { statusOn } from '../lexicon/validity';
import type { Phrase } from '../lexicon/phrase';
import { exemptions, type Ending, type Entry, type Exemption, type Source } from '../lexicon/types';
import { quoted } from '../text/quotation';
import { isProspective, looksBack } from '../text/tense';
import type { Draft, Fix, Observation, Rule, Severity } from './rule';

const endingInWords: Readonly<Record<Ending, string>> = {
  ended: '停止执行',
  renamed: '更名',
  superseded: '由新的规定取代',
  abolished: '撤销',
  completed: '宣告完成',
  usage: '不再这样表述',
};

/** Where the phrase stands that may excuse it. */
function exemptionsOf({ text, regions, documentDate, asOf }: Draft, phrase: Phrase): Exemption[] {
  const present = Number((documentDate?.date ?? asOf).slice(0, 4));
  return exemptions.filter((exemption) =>
    exemption === 'history' ? looksBack(text, phrase, present) : regions.has(exemption, phrase),
  );
}

/** Names of documents end so; the title of an event stands without 《》. */
const documentTitle =
  /(?:通知|公告|意见|决定|方案|规定|办法|条例|法|报告|纲要|规划|建议|决议|章程|准则|细则|批复|函|公报|目录|指南|说明|版）)$/;

/** Title, issuer and number of the source, as they stand in a sentence. */
export function citation({ title, issuer, number = '' }: Source): string {
  const named = !title.includes('《') && (number || documentTitle.test(title)) ? `《${title}》` : title;
  const by = title.replace('《', '').startsWith(issuer) ? '' : issuer;
  return `${by}${named}${number && `，${number}`}`;
}

/** What to write instead, as the end of a sentence; empty where nothing can be advised. */
function instead(entry: Entry, draft: Draft): string {
  if (entry.replacement) return `宜改为${quoted(entry.replacement)}`;
  if (entry.advice) return entry.advice.replace(/。$/, '');
  const successor = successorOn(draft.asOf, entry, (id) => draft.lexicon.get(id));
  return successor ? `宜改为${quoted(successor.text)}` : '';
}

function observe(draft: Draft, phrase: Phrase): Observation | undefined {
  const { entry, start, end } = phrase;
  if (phrase.status !== 'outdated') return undefined;
  const places = exemptionsOf(draft, phrase);
  const allowed = entry.allowIn ?? exemptions;
  if (places.some((place) => allowed.includes(place))) return undefined;
  if (entry.onlyProspective && !isProspective(draft.text, phrase)) return undefined;

  const until = chineseDate(entry.valid?.until ?? '');
  const { date } = draft.documentDate ?? {};
  const inForceThen = date !== undefined && statusOn(entry.valid, firstDay(date)) !== 'outdated';
  const source = entry.sources?.at(-1);
  const what = `${quoted(draft.text.slice(start, end))}自${until}起${endingInWords[entry.status ?? 'ended']}`;
  const basis = source ? `（${citation(source)}）` : '';
  const then = inForceThen ? `，成文时（${chineseDate(date)}）仍在使用，今天套用须核改` : '';
  const advice = instead(entry, draft);
  const replaced: Fix[] = entry.replacement
    ? [
        {
          title: `改为${quoted(entry.replacement)}`,
          edits: [{ start, end, text: entry.replacement }],
          safe: entry.interchangeable === true,
        },
      ]
    : [];
  let severity: Severity | undefined;
  if (inForceThen) severity = 'information';
  // A law is always named in 《》, so a title that does not excuse it does not make it slighter either.
  if (places.some((place) => place !== 'title') || entry.disputed) severity = 'hint';
  return {
    start,
    end,
    message: `${entry.disputed ? '待核：' : ''}${what}${basis}${then}${advice && `，${advice}`}。`,
    severity,
    fixes: replaced,
    entry,
    source,
  };
}

/** A formulation that is no longer in force on the as-of date. */
export const directiveOutdated: Rule = {
  id: 'directive/outdated',
  title: '过时的提法、名称和要求',
  english: 'Formulations that are no longer in force',
  severity: 'warning',
  examples: {
    flag: ['各级各部门要坚持“动态清零”总方针，从严从紧抓好各项防控措施。'],
    keep: [
      '零就业家庭动态清零是今年就业工作的硬任务。',
      '2022年，全县上下坚持“动态清零”总方针，守住了群众的生命安全。',
      '会议传达学习了《关于坚持动态清零总方针的通知》。',
    ],
  },
  *check(draft) {
    for (const phrase of draft.phrases) {
      const observation = observe(draft, phrase);
      if (observation) yield observation;
    }
  },
};
