import type { SlipPlace } from '../lexicon/places';
import type { SlipRule } from '../lexicon/types';
import { citation } from '../lexicon/wording';
import { isAboutWording } from '../language/about-wording';
import { isNameIn } from '../language/names';
import { narrowed } from '../text/edits';
import { quoted } from '../text/quotation';
import type { Span } from '../text/span';
import type { Fix, Observation } from '../finding';
import type { ParagraphFacts, ParagraphRule, RuleContext } from './rule';

/** Longest stretch between a pair of quotation marks that is looked for. */
const longestQuotation = 2000;

/** Whether the place lies between quotation marks: what is quoted, or called so, is not corrected. */
function isQuoted(text: string, { start, end }: Span): boolean {
  for (const [open, close] of ['“”', '‘’', '「」', '『』']) {
    const opened = text.lastIndexOf(open, start - 1);
    if (start === 0 || opened < 0 || start - opened > longestQuotation) continue;
    const closed = text.indexOf(close, opened);
    if (closed >= end && !text.slice(opened, start).includes('\n')) return true;
  }
  return false;
}

/** Whether the place is left alone whatever stands there: quoted, in a title, or what the sentence speaks of. */
function isLeftAlone(facts: ParagraphFacts, span: Span): boolean {
  return isQuoted(facts.text, span) || facts.has('title', span) || isAboutWording(facts.text, span);
}

function observe(text: string, { start, end, slip }: SlipPlace, fault: string): Observation {
  const { note, advice, severity, safe = false, source } = slip.group;
  const { right } = slip;
  const written = text.slice(start, end);
  const instead = right === undefined ? (advice ?? '请核对') : `宜改为${quoted(right)}`;
  const basis = source ? `（见${citation(source)}）` : '';
  const fixes: Fix[] =
    right === undefined
      ? []
      : [{ title: `改为${quoted(right)}`, edits: narrowed(text, [{ start, end, text: right }]), safe }];
  const message = `${quoted(written)}${fault}${note ? `：${note}` : ''}${basis}，${instead}。`;
  return { start, end, message, severity, fixes, source };
}

/** What the lexicon lists as wrong for the rule. @param fault what is wrong, behind the wording */
export function slipsFor(facts: ParagraphFacts, rule: SlipRule, fault: string): Observation[] {
  return facts.slips.filter(({ slip }) => slip.group.rule === rule).map((place) => observe(facts.text, place, fault));
}

/** Names are not corrected, nor what is a name elsewhere in the text. */
export function withoutNames(found: readonly Observation[], { text }: RuleContext): Observation[] {
  return found.filter((span) => !isNameIn(text, span));
}

/** A rule that says what the lexicon lists as wrong for it. @param fault what is wrong, behind the wording */
export function slipRule(
  described: Pick<ParagraphRule, 'title' | 'english' | 'severity' | 'examples'> & {
    readonly id: SlipRule;
    readonly fault: string;
    /** What a list of words cannot say. */
    readonly find?: (text: string) => Iterable<Observation>;
  },
): ParagraphRule {
  const { fault, find, ...rest } = described;
  return {
    ...rest,
    scope: 'paragraph',
    check: (facts) =>
      [...slipsFor(facts, rest.id, fault), ...(find?.(facts.text) ?? [])].filter((span) => !isLeftAlone(facts, span)),
    select: withoutNames,
  };
}
