import type { Lexicon } from '../lexicon/lexicon';
import type { Phrase } from '../lexicon/phrase';
import type { Entry } from '../lexicon/types';
import { longestPhrase } from '../limits';
import { foldPhrase } from '../text/fold';
import { overlaps, type Span } from '../text/span';
import { sentenceAround } from '../text/tense';
import type { Rule } from './rule';

/** Findings of one document; who reads five needs no sixth. */
const mostPerDocument = 5;

/** Places of one name that are searched for an explanation. */
const mostPlaces = 50;

/** How far before and behind a name an explanation may stand, in UTF-16 code units. */
const reach = 200;

const numerals = '一二三四五六七八九十';
const valueOf = (character: string) => (character === '两' || character === '双' ? 2 : numerals.indexOf(character) + 1);

/** A number of things (四个一线, 三项机制, 十条), or two numbers (三清两改, 3+3); not 两张皮, 一盘棋, 八小时外. */
const countsThings =
  /^[两三四五六七八九十](?:[个项条]|大\D{2})[\u4e00-\u9fa5]|^(?:[两三四五六七八九十].{1,3}[一两三四五六七八九十]|一.{1,3}[两三四五六七八九十]).|^\d\+\d/;

/** Counted things that are no abbreviation. */
const plain =
  /^(?:一府两院|一[国市校]两|三个和尚|三个臭皮匠|[两三四五六七八九十]个(?:[月字人]|小时|工作日|没有)|一心一意|三心二意|五湖四海|四通八达)/;

/** Opens an explanation behind a name: “四个一线”（…）, …即…, …： */
const announced =
  /^[”’"」』]{0,2}[\u4e00-\u9fa5]{0,8}[”’"」』]{0,2}(?:[（(：:]|[，,]?(?:即|也就是|就是|是指|指的是|分别是|包括)|——)/;

/** Whether nobody can look it up: the lexicon has no members for it, because each place means its own. */
function isRare({ id, kind, disputed, expansion, senses }: Entry): boolean {
  return id === 'pattern-numeral' || (kind === 'abbreviation' && disputed === true && !expansion && !senses);
}

const known = new WeakMap<Lexicon, ReadonlySet<string>>();

/** What the lexicon can explain, whatever the conditions under which it marks it. */
function knownTo(lexicon: Lexicon): ReadonlySet<string> {
  let names = known.get(lexicon);
  if (!names) {
    const listed = lexicon.entries.filter((entry) => !isRare(entry));
    names = new Set(listed.flatMap(({ text, variants = [] }) => [text, ...variants]).map(foldPhrase));
    known.set(lexicon, names);
  }
  return names;
}

/** Members that a list must have to explain the name. */
function sizeOf(words: string): number {
  const values = [...words].map(valueOf).filter((value) => value > 1);
  return Math.max(2, ...values);
}

/** Whether the words around the name say what it stands for: announced, or a list of as many things in its or the next sentence. */
function isExplained(text: string, { start, end }: Span): boolean {
  if (announced.test(text.slice(end, end + 20))) return true;
  const size = sizeOf(text.slice(start, end));
  const sentence = sentenceAround(text, { start, end });
  const next =
    sentence.end < text.length ? sentenceAround(text, { start: sentence.end + 1, end: sentence.end + 1 }) : sentence;
  const before = text.slice(Math.max(sentence.start, start - reach), start);
  const behind = text.slice(end, Math.min(Math.max(sentence.end, next.end), end + reach));
  return [before, behind].some(
    (part) => part.split('、').length >= size || part.split(/[；;]/).length >= size || /[一二]是|一要|第一/.test(part),
  );
}

/** A rare abbreviation that is nowhere explained, at its first place. */
export const abbreviationUnexplained: Rule = {
  id: 'abbreviation/unexplained',
  title: '生僻缩略语的说明',
  english: 'Rare abbreviations that are nowhere explained',
  severity: 'hint',
  examples: {
    flag: ['要全面推行“四个一线”工作法，让干部多跑现场。', '各村要深化“三清两改”行动，持续改善环境。'],
    keep: [
      '要全面推行“四个一线”工作法，做到情况在一线掌握、决策在一线形成、问题在一线解决、成效在一线检验。',
      '各村要深化“三清两改”行动（清垃圾、清沟渠、清杂物，改厕、改圈）。',
      '要增强“四个意识”、坚定“四个自信”、做到“两个维护”。',
      '坚决防止“两张皮”，杜绝“一刀切”。',
    ],
  },
  *check(draft) {
    const { text, regions, phrases, occurrences, lexicon } = draft;
    const familiar = occurrences.filter(({ entry }) => !isRare(entry));
    let behind = 0;
    const first = new Map<string, Phrase>();
    const explained = new Set<string>();
    const places = new Map<string, number>();
    for (const phrase of phrases) {
      if (!isRare(phrase.entry) || regions.has('title', phrase) || regions.has('quotation', phrase)) continue;
      const words = text.slice(phrase.start, phrase.end);
      if (!countsThings.test(words) || plain.test(words) || explained.has(words)) continue;
      if (knownTo(lexicon).has(foldPhrase(words))) continue;
      while (behind < familiar.length && familiar[behind].start < phrase.start - longestPhrase) behind++;
      let within = false;
      for (let at = behind; at < familiar.length && familiar[at].start < phrase.end; at++) {
        within ||= overlaps(familiar[at], phrase);
      }
      if (within) continue;
      const seen = (places.get(words) ?? 0) + 1;
      places.set(words, seen);
      if (seen > mostPlaces) continue;
      if (isExplained(text, phrase)) explained.add(words);
      else if (!first.has(words)) first.set(words, phrase);
    }
    let left = mostPerDocument;
    for (const [words, { start, end, entry }] of first) {
      if (explained.has(words)) continue;
      if (left-- === 0) return;
      const message = `文中没有说明“${words}”包含哪几项，听众未必知道，初次出现时宜写明。`;
      yield { start, end, message, entry };
    }
  },
};
