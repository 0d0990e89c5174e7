import { chineseDate, firstDay } from '../text/date';
import type { Phrase } from '../lexicon/phrase';
import { exemptions, type Entry, type Exemption } from '../lexicon/types';
import { statusOn } from '../lexicon/validity';
import { citation, endingNames, insteadInBrief, insteadOn } from '../lexicon/wording';
import { quoted } from '../text/quotation';
import { isOver } from '../language/reading/over';
import type { RuleContext, SpeechRule } from './rule';
import type { Fix, Observation, Severity } from '../finding';

/** The year that counts as the text's own. */
function presentOf({ documentDate, asOf }: RuleContext): number {
  return Number((documentDate?.date ?? asOf).slice(0, 4));
}

/** Whether it is a body's name, which other states may use too. */
function namesBody({ status }: Entry): boolean {
  return status === 'abolished' || status === 'renamed';
}

/** Why what is no longer in force may be said at a place. */
export type Excuse = 'name' | 'law' | Exemption | 'abroad' | 'unasked';

/** How an outdated phrase is meant, and why it is no fault there; no excuse where it is one. */
function judged(draft: RuleContext, phrase: Phrase): { excuse?: Excuse; history: boolean; quotation: boolean } {
  const { entry } = phrase;
  const allowed = entry.allowIn ?? exemptions;
  const present = presentOf(draft);
  const reading = draft.sentences.at(phrase, present);
  const { within } = reading;
  const history = isOver(reading, entry, present < Number(draft.asOf.slice(0, 4)));
  const of = (excuse?: Excuse) => ({ excuse, history, quotation: within === 'quotation' });
  if (within === 'name' || within === 'law' || (within && allowed.includes(within))) return of(within);
  if (namesBody(entry) && draft.sentences.isAbroad(phrase, present)) return of('abroad');
  if (history && (allowed.includes('history') || entry.onlyProspective)) return of('history');
  return of(entry.onlyProspective && reading.mode !== 'asked' ? 'unasked' : undefined);
}

/** Why an outdated phrase is not reported at its place; undefined where it is, and for what is in force. */
export function excuseOf(draft: RuleContext, phrase: Phrase): Excuse | undefined {
  return phrase.status === 'outdated' ? judged(draft, phrase).excuse : undefined;
}

function observe(draft: RuleContext, phrase: Phrase): Observation | undefined {
  const { entry, start, end } = phrase;
  if (phrase.status !== 'outdated') return undefined;
  const { excuse, history, quotation } = judged(draft, phrase);
  if (excuse) return undefined;

  const until = chineseDate(entry.valid?.until ?? '');
  const { date } = draft.documentDate ?? {};
  const inForceThen = date !== undefined && statusOn(entry.valid, firstDay(date)) === 'current';
  const source = entry.sources?.at(-1);
  const what = `${quoted(draft.text.slice(start, end))}自${until}起${endingNames[entry.status ?? 'ended']}`;
  const basis = source ? `（${citation(source)}）` : '';
  const then = inForceThen ? `，成文时（${chineseDate(date)}）仍在使用，今天套用须核改` : '';
  const instead = insteadOn(draft.asOf, entry, draft.lexicon);
  const { replacement } = instead;
  const advice = insteadInBrief(instead);
  const replaced: Fix[] = replacement
    ? [
        {
          title: `改为${quoted(replacement)}`,
          edits: [{ start, end, text: replacement }],
          safe: entry.interchangeable === true && replacement === entry.replacement,
        },
      ]
    : [];
  let severity: Severity | undefined;
  if (inForceThen) severity = 'information';
  // A law is always named in 《》, so a title that does not excuse it does not make it slighter either.
  if (history || quotation || entry.disputed) severity = 'hint';
  return {
    start,
    end,
    message: `${entry.disputed ? '待核：' : ''}${what}${then}${advice && `，${advice}`}${basis}。`,
    severity,
    fixes: replaced,
    entry,
    source,
  };
}

/** A formulation that is no longer in force on the as-of date. */
export const directiveOutdated: SpeechRule = {
  scope: 'speech',
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
