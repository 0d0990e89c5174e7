import { chineseDate, type Day } from '../text/date';
import type { Lexicon } from '../lexicon/lexicon';
import { successions } from '../lexicon/succession';
import { exemptions, type Entry, type Exemption, type Validity } from '../lexicon/types';
import { statusOn, validityInWords } from '../lexicon/validity';
import { directiveOutdated, excuseOf, type Excuse } from '../rules/directive-outdated';
import type { Review } from '../review/review';
import type { Phrase } from '../lexicon/phrase';
import { foldPhrase } from '../text/fold';
import type { Span } from '../text/span';
import {
  endingNames,
  insteadInWords,
  insteadOn,
  isPattern,
  kindNames,
  referenceTo,
  type Formulations,
  type Reference,
} from '../lexicon/wording';
import { quoted } from '../text/quotation';

const exemptionNames: Readonly<Record<Exemption, string>> = {
  quotation: '引文',
  title: '书名号内的标题',
  history: '回顾往事的句子',
};

/** One meaning of a formulation. */
export interface CardSense {
  /** The field in which it has this meaning; absent where it has only one. */
  readonly domain?: string;
  readonly note?: string;
  /** What is counted up, in official order; empty where nothing is. */
  readonly members: readonly string[];
}

/** What a reader is told of a formulation: plain text only, so that each view can lay it out and escape it in its own way. */
export interface Card {
  /** The words that stand in the text; where there is no text, the formulation as the lexicon writes it. */
  readonly title: string;
  /** How the lexicon writes it, where the text has it in other words. */
  readonly entry?: string;
  readonly kind: string;
  /** 现行, 已过时 with how it ended, or 尚未提出; absent for what nobody puts in force: boilerplate, metaphors, phrases recognised by their build. */
  readonly standing?: string;
  /** Why it is not reported at its place, though it is outdated. */
  readonly excuse?: string;
  /** Its origin or end is disputed. */
  readonly disputed: boolean;
  readonly note?: string;
  readonly senses: readonly CardSense[];
  /** Since when and until when, and the day as of which its standing was judged. */
  readonly validity?: string;
  /** What to write in its place. */
  readonly instead: readonly string[];
  readonly sources: readonly Reference[];
  /** How often it stands in the text. */
  readonly occurrences?: string;
}

/** One formulation in a line of succession. */
export interface CardLink {
  readonly text: string;
  /** Since when and until when; empty where nothing is known of it. */
  readonly validity: string;
  /** Whether it is the formulation of the card. */
  readonly here: boolean;
}

/** Everything that is known of a formulation, for a page of its own. */
export interface FullCard extends Card {
  readonly id: string;
  /** Name of the domain. */
  readonly domain?: string;
  /** It is switched off and matches nowhere. */
  readonly disabled: boolean;
  /** Other ways of writing it that are recognised too. */
  readonly variants: readonly string[];
  /** Where it counts and where it does not, a sentence each. */
  readonly conditions: readonly string[];
  /** Lines of succession, each from the oldest to today's formulation. */
  readonly successions: readonly (readonly CardLink[])[];
}

function standing(entry: Entry, asOf: Day): string | undefined {
  if (isPattern(entry)) return undefined;
  const bounded = entry.valid?.from ?? entry.valid?.until;
  // Of what has a validity without bounds, the congress of another organisation, it is not known whether it is in force.
  if (!bounded && (entry.valid || entry.kind === 'boilerplate' || entry.kind === 'metaphor')) return undefined;
  const status = statusOn(entry.valid, asOf);
  if (status === 'current') return '现行';
  if (status === 'premature') return '尚未提出';
  return entry.status ? `已过时（已${endingNames[entry.status]}）` : '已过时';
}

/** What is counted up, in each of its meanings. */
export function senses(entry: Entry): CardSense[] {
  if (entry.senses?.length) {
    return entry.senses.map(({ domain, note, expansion }) => ({ domain, note, members: expansion }));
  }
  return entry.expansion?.length ? [{ members: entry.expansion }] : [];
}

function judgedValidity(valid: Validity, asOf: Day): string | undefined {
  const validity = validityInWords(valid);
  return validity ? `${validity}（审校基准日：${chineseDate(asOf)}）` : undefined;
}

/**
 * The card of a formulation.
 * @param asOf the day as of which its standing is judged
 * @param formulations the lexicon, for what took its place
 */
export function cardOf(entry: Entry, asOf: Day, formulations: Formulations): Card {
  return {
    title: entry.text,
    kind: kindNames[entry.kind],
    standing: standing(entry, asOf),
    disputed: entry.disputed === true,
    note: entry.note || undefined,
    senses: senses(entry),
    validity: judgedValidity(entry.valid ?? {}, asOf),
    instead: insteadInWords(insteadOn(asOf, entry, formulations)),
    sources: (entry.sources ?? []).map(referenceTo),
  };
}

const excuses: Readonly<Record<Excuse, string>> = {
  history: '此处为回顾，不提示。',
  quotation: '此处为引文，不提示。',
  title: '此处为书名号内的标题，不提示。',
  name: '此处为名称的一部分，不提示。',
  law: '此处为法律、法规的条文，不提示。',
  abroad: '此处说的是其他国家的机构，不提示。',
  unasked: '此处不是要求或部署，不提示。',
};

/** What the findings that stand above the card do not say already: since when, what instead, on what it rests. */
function unsaid(card: Card, { entry, start, end }: Phrase, { findings, asOf }: Review): Card {
  const here = findings.filter((one) => one.entry?.id === entry.id && one.start === start && one.end === end);
  if (here.length === 0) return card;
  const said = here.flatMap(({ source }) => (source ? [referenceTo(source)] : []));
  const sources = card.sources.filter(({ title, details }) =>
    said.every((other) => other.title !== title || other.details !== details),
  );
  if (here.every(({ rule }) => rule !== directiveOutdated.id)) return { ...card, sources };
  const instead = card.instead.filter((line) => !here.some(({ message }) => message.includes(line.replace(/。$/, ''))));
  return { ...card, instead, sources, validity: judgedValidity({ from: entry.valid?.from }, asOf) };
}

/** The card of a phrase of a text: headed by its words, with what is to be said of its place. */
export function cardAt(review: Review, phrase: Phrase): Card {
  const { text, asOf, context, phrases, unchecked } = review;
  const { entry, start, end } = phrase;
  const card = unsaid(cardOf(entry, asOf, context.lexicon), phrase, review);
  const occurrences = phrases.filter((other) => other.entry.id === entry.id).length;
  const excuse = unchecked.includes(directiveOutdated.id) ? undefined : excuseOf(context, phrase);
  const words = text.slice(start, end).replace(/\s+/g, ' ');
  const own = isPattern(entry) ? {} : { title: words, entry: sameWords(words, entry.text) ? undefined : entry.text };
  return { ...card, ...own, excuse: excuse && excuses[excuse], occurrences: `本文出现${occurrences}次` };
}

function sameWords(words: string, others: string): boolean {
  return foldPhrase(words) === foldPhrase(others);
}

/** The cards of a place, the innermost phrase first. What is recognised by its build is told only where nothing is known better. */
export function cardsAt(
  review: Review,
  offset: number,
): { readonly span: Span; readonly cards: readonly Card[] } | undefined {
  const around = review.phrases
    .filter(({ start, end }) => start <= offset && offset < end)
    .sort((a, b) => a.end - a.start - (b.end - b.start));
  const known = around.filter(({ entry }) => !isPattern(entry));
  const phrases = known.length > 0 ? known : around;
  if (phrases.length === 0) return undefined;
  const first = phrases.filter((phrase, index) => phrases.findIndex(({ entry }) => entry === phrase.entry) === index);
  return { span: phrases[0], cards: first.map((phrase) => cardAt(review, phrase)) };
}

function list(words: readonly string[]): string {
  return words.map(quoted).join('');
}

function oneOf(words: readonly string[]): string {
  return words.length > 1 ? `${list(words)}之一` : list(words);
}

function conditions(entry: Entry): string[] {
  const lines: string[] = [];
  if (entry.onlyQuoted) lines.push('放在引号里才算。');
  if (entry.onlyWith?.length) lines.push(`同一段落里有${oneOf(entry.onlyWith)}才算。`);
  if (entry.notWith?.length) lines.push(`同一段落或标题里有${oneOf(entry.notWith)}就不算。`);
  if (entry.unless?.length) lines.push(`在${list(entry.unless)}中不算。`);
  if (entry.onlyInCluster) lines.push('单独出现时不标，成片出现时才提示。');
  if (!entry.valid) return lines;
  if (entry.onlyProspective) lines.push('用于要求、部署或承诺时才提示，叙述已做的事不提示。');
  const allowed = entry.allowIn ?? exemptions;
  if (allowed.length > 0) lines.push(`用于${allowed.map((place) => exemptionNames[place]).join('、')}时不提示。`);
  return lines;
}

/** The full card of an entry of the lexicon. @param asOf the day as of which its standing is judged */
export function fullCardOf(entry: Entry, asOf: Day, lexicon: Lexicon): FullCard {
  return {
    ...cardOf(entry, asOf, lexicon),
    id: entry.id,
    domain: lexicon.fileOf(entry.id)?.title,
    disabled: lexicon.disabled.includes(entry),
    variants: entry.variants ?? [],
    conditions: conditions(entry),
    successions: successions(entry, lexicon).map((line) =>
      line.map((one) => ({ text: one.text, validity: validityInWords(one.valid ?? {}), here: one === entry })),
    ),
  };
}

/** A speaking time: 约3分钟. */
export function minutesInWords(minutes: number): string {
  return minutes < 1 ? '不到1分钟' : `约${Math.round(minutes)}分钟`;
}

/** Length and speaking time of a part of the speech: 本节680字，约3分钟. */
export function lengthInWords(characters: number, minutes: number): string {
  return `本节${characters}字，${minutesInWords(minutes)}`;
}
