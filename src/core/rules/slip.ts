import type { SlipPlace } from '../lexicon/places';
import type { SlipRule } from '../lexicon/types';
import { citation } from '../lexicon/wording';
import { isAboutWording } from '../language/about-wording';
import { isNameIn } from '../language/names';
import { narrowed } from '../text/edits';
import { quoted } from '../text/quotation';
import type { ParagraphReading } from '../text/paragraph';
import type { Span } from '../text/span';
import { shiftedBy, type Fix, type Observation } from '../finding';
import type { RuleContext, SpeechRule } from './rule';

/** Longest stretch between a pair of quotation marks that is looked for. */
const longestQuotation = 2000;

/** Whether the place lies between quotation marks of its line: what is quoted, or called so, is not corrected. */
function isQuoted({ text, regions }: RuleContext, { start, end }: Span): boolean {
  const before = text.slice(Math.max(0, start - longestQuotation), start);
  const line = before.slice(before.lastIndexOf('\n') + 1);
  return ['“”', '‘’', '「」', '『』'].some(([open, close]) => {
    const opened = line.lastIndexOf(open);
    if (opened < 0) return false;
    const from = start - line.length + opened;
    const closed = from + text.slice(from, start + longestQuotation).indexOf(close);
    return closed >= end && !regions.has('marker', { start: closed, end: closed + 1 });
  });
}

/** Whether the place is left alone whatever stands there: nobody says it, it is quoted, a title, or spoken of. */
function isLeftAlone(context: RuleContext, span: Span): boolean {
  const { text, regions } = context;
  if (regions.outsideSpeech(span) || regions.has('title', span)) return true;
  return isQuoted(context, span) || isAboutWording(text, span);
}

/** The places that are names nowhere in the text; of each word it is asked once. */
function withoutNames<Place extends Span>({ text, regions }: RuleContext, places: readonly Place[]): Place[] {
  // A marker quotes what is to be ignored, which makes it no name.
  const counts = (place: Span) => !regions.has('marker', place);
  const known = new Map<string, boolean>();
  return places.filter((span) => {
    const word = text.slice(span.start, span.end);
    const isName = known.get(word) ?? isNameIn(text, word, counts);
    known.set(word, isName);
    return !isName;
  });
}

/** What there is to say of a wrong wording. @param fault what is wrong, behind the wording */
export function observeSlip(text: string, { start, end, slip }: SlipPlace, fault: string): Observation {
  const { note, advice, severity, safe = false, source } = slip.group;
  const { right } = slip;
  const instead = right === undefined ? (advice ?? '请核对') : `宜改为${quoted(right)}`;
  const basis = source ? `（见${citation(source)}）` : '';
  const fixes: Fix[] =
    right === undefined
      ? []
      : [{ title: `改为${quoted(right)}`, edits: narrowed(text, [{ start, end, text: right }]), safe }];
  const written = quoted(text.slice(start, end));
  return {
    start,
    end,
    message: `${written}${fault}，${instead}${note ? `：${note}` : ''}${basis}。`,
    severity,
    fixes,
    source,
  };
}

/** A rule that says what the lexicon lists as wrong for it. @param fault what is wrong, behind the wording */
export function slipRule(
  described: Pick<SpeechRule, 'title' | 'english' | 'severity' | 'examples'> & {
    readonly id: SlipRule;
    readonly fault: string;
    /** What a list of words cannot say. */
    readonly find?: ParagraphReading<readonly Observation[]>;
  },
): SpeechRule {
  const { fault, find, ...rest } = described;
  return {
    ...rest,
    scope: 'speech',
    check: (context) => {
      const { text, slips, paragraphs } = context;
      const found: Observation[] = slips
        .filter(({ slip }) => slip.group.rule === rest.id)
        .map((place) => observeSlip(text, place, fault));
      for (const { paragraph, start } of find ? paragraphs : []) {
        for (const own of find ? paragraph.read(find) : []) found.push(shiftedBy(start, own));
      }
      return withoutNames(
        context,
        found.filter((span) => !isLeftAlone(context, span)),
      );
    },
  };
}
