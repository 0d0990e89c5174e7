import type { Lexicon } from '../../lexicon/lexicon';
import type { Phrase } from '../../lexicon/phrase';
import { onward } from '../../lexicon/succession';
import type { Entry } from '../../lexicon/types';
import type { Review } from '../../review/review';
import { foldPhrase } from '../../text/fold';
import { firstIndex } from '../../text/search';
import type { Span } from '../../text/span';
import { quoted } from '../../text/quotation';
import { withoutNotes } from '../../speech/handed-on';
import { type BindingWord, bindingWords, nameWords, numberWords } from './matters';
import { changedSentences, type SentencePair } from './sentences';

/** What a change of wording touches. */
export const changeKinds = ['formulation', 'number', 'name', 'obligation', 'sentence'] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** One change of wording that matters, with its places in both drafts. */
export interface WordingChange {
  readonly kind: ChangeKind;
  /** One sentence in Chinese. */
  readonly message: string;
  /** Place in the earlier draft. */
  readonly before?: Span;
  /** Place in the later draft. */
  readonly after?: Span;
}

/** Longest stretch of a sentence that a message quotes, in UTF-16 code units. */
const longestQuotation = 24;

/**
 * What changed between two drafts in wording that matters: formulations added, dropped or altered, numbers, names and titles,
 * the strength of obligations, and sentences that came or went. In the order of the later draft.
 */
export function compareDrafts(before: Review, after: Review): WordingChange[] {
  const pairs = changedSentences(before.speech, after.speech);
  const [oldText, youngText] = [withoutNotes(before.speech), withoutNotes(after.speech)];
  const [old, young] = [new Side(before), new Side(after)];
  return pairs.flatMap((pair) => [
    ...formulationChanges(pair, old, young, after.context.lexicon),
    ...wordChanges('number', pair, oldText, youngText, numberWords, '数字'),
    ...wordChanges('name', pair, oldText, youngText, nameWords, '名称'),
    ...obligationChanges(pair, oldText, youngText),
    ...sentenceChanges(pair, oldText, youngText),
  ]);
}

/** One draft with its formulations by place. */
class Side {
  readonly text: string;
  readonly #phrases: readonly Phrase[];

  constructor({ text, phrases }: Review) {
    this.text = text;
    this.#phrases = phrases.filter(({ entry: { kind } }) => kind !== 'boilerplate' && kind !== 'metaphor');
  }

  within(span: Span | undefined): Phrase[] {
    if (!span) return [];
    const from = (offset: number) => firstIndex(this.#phrases.length, (index) => this.#phrases[index].start >= offset);
    return this.#phrases.slice(from(span.start), from(span.end)).filter(({ end }) => end <= span.end);
  }

  words({ start, end }: Span): string {
    return this.text.slice(start, end);
  }

  /** Where one of the phrases stands in the stretch. */
  findOneOf(phrases: readonly string[], stretch: Span | undefined): Span | undefined {
    if (!stretch) return undefined;
    const inside = this.text.slice(stretch.start, stretch.end);
    const phrase = phrases.find((each) => inside.includes(each));
    if (phrase === undefined) return undefined;
    const start = stretch.start + inside.indexOf(phrase);
    return { start, end: start + phrase.length };
  }
}

function* formulationChanges(pair: SentencePair, old: Side, young: Side, lexicon: Lexicon): Generator<WordingChange> {
  const [before, after] = [old.within(pair.before), young.within(pair.after)];
  const key = (side: Side) => (phrase: Phrase) => foldPhrase(side.words(phrase));
  const gone = without(before, after, key(old), key(young));
  const come = without(after, before, key(young), key(old));
  for (const phrase of gone) {
    const { entry } = phrase;
    const words = old.words(phrase);
    const line = onward(entry, (id) => lexicon.get(id));
    const heir = come.find((other) => line.some(({ id }) => id === other.entry.id));
    if (heir) come.splice(come.indexOf(heir), 1);
    const place = heir ? spanOf(heir) : young.findOneOf(wordingsOf(line), pair.after);
    if (place) {
      const message = `${quoted(words)}改为${quoted(young.words(place))}。`;
      yield { kind: 'formulation', message, before: spanOf(phrase), after: place };
    } else if (entry.kind !== 'term') {
      yield { kind: 'formulation', message: `删去了提法${quoted(words)}。`, before: spanOf(phrase), after: pair.after };
    }
  }
  for (const phrase of come) {
    if (phrase.entry.kind === 'term') continue;
    const message = `新增了提法${quoted(young.words(phrase))}。`;
    yield { kind: 'formulation', message, before: pair.before, after: spanOf(phrase) };
  }
}

/** What may stand in the place of the first formulation of a line of succession. */
function wordingsOf([first, ...later]: readonly Entry[]): string[] {
  const wordings = later.flatMap(({ text, variants = [], replacement }) => [text, ...variants, replacement]);
  return [first.replacement, ...wordings].flatMap((each) => each || []);
}

function spanOf({ start, end }: Span): Span {
  return { start, end };
}

/** Those of one side that the other has not, as often as they stand there. */
function without<T>(
  ones: readonly T[],
  others: readonly T[],
  keyOfOne: (one: T) => string,
  keyOfOther: (other: T) => string,
): T[] {
  const left = others.map(keyOfOther);
  return ones.filter((one) => {
    const at = left.indexOf(keyOfOne(one));
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

/** Words of a kind that differ between the two forms of one sentence. */
function* wordChanges(
  kind: ChangeKind,
  { before, after }: SentencePair,
  oldText: string,
  youngText: string,
  find: (text: string, span: Span) => Span[],
  called: string,
): Generator<WordingChange> {
  if (!before || !after) return;
  const words = (text: string) => (span: Span) => text.slice(span.start, span.end);
  const [old, young] = [find(oldText, before), find(youngText, after)];
  const gone = without(old, young, words(oldText), words(youngText));
  const come = without(young, old, words(youngText), words(oldText));
  const paired = Math.min(gone.length, come.length);
  for (let at = 0; at < Math.max(gone.length, come.length); at++) {
    const [one, other] = [gone[at], come[at]];
    const message =
      at < paired
        ? `${called}${quoted(words(oldText)(one))}改为${quoted(words(youngText)(other))}。`
        : one
          ? `删去了${called}${quoted(words(oldText)(one))}。`
          : `新增了${called}${quoted(words(youngText)(other))}。`;
    yield { kind, message, before: one ?? before, after: other ?? after };
  }
}

/** Words that bind more or less than before, paired in their order; one that came or went without a pair stands against none. */
function* obligationChanges(
  { before, after }: SentencePair,
  oldText: string,
  youngText: string,
): Generator<WordingChange> {
  if (!before || !after) return;
  const words = (text: string) => (span: Span) => text.slice(span.start, span.end);
  const [old, young] = [bindingWords(oldText, before), bindingWords(youngText, after)];
  const gone = without(old, young, words(oldText), words(youngText));
  const come = without(young, old, words(youngText), words(oldText));
  const [lost, won] = [against(gone, come), against(come, gone)];
  for (let at = 0; at < Math.max(lost.length, won.length); at++) {
    const [one, other] = [lost[at], won[at]];
    const [was, is] = [one?.strength ?? 0, other?.strength ?? 0];
    if (was === is) continue;
    const said = (text: string, span: Span | undefined) => (span ? quoted(words(text)(span)) : '不作要求');
    const message = `要求的力度${is > was ? '加强' : '减弱'}：由${said(oldText, one)}变为${said(youngText, other)}。`;
    yield { kind: 'obligation', message, before: one ?? before, after: other ?? after };
  }
}

/** The words of one side that can be weighed against those of the other. */
function against(words: readonly BindingWord[], others: readonly BindingWord[]): readonly BindingWord[] {
  const binding = words.filter(({ onlyInPlace }) => !onlyInPlace);
  return binding.length === 0 && others.some(({ onlyInPlace }) => !onlyInPlace) ? words : binding;
}

/** Whole sentences that came or went. */
function* sentenceChanges(
  { before, after }: SentencePair,
  oldText: string,
  youngText: string,
): Generator<WordingChange> {
  if (before && after) return;
  const [text, span, what] = before ? [oldText, before, '删去了一句'] : [youngText, after!, '新增了一句'];
  // Where a note stood, there are blanks.
  const words = text.slice(span.start, span.end).replace(/ {2,}/g, '');
  const told = words.length > longestQuotation ? `${words.slice(0, longestQuotation)}……` : words;
  // A sentence that is quoted whole brings its stop along (GB/T 15834, B.2.2).
  const stop = /[。！？…]$/.test(told) ? '' : '。';
  yield { kind: 'sentence', message: `${what}：${quoted(told)}${stop}`, before, after };
}
