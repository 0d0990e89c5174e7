import { Matcher } from '../text/matcher';
import type { Occurrence } from '../lexicon/phrase';
import type { Entry } from '../lexicon/types';
import type { ParagraphReading } from '../text/paragraph';
import { fourCharacterPhrases } from '../vocabulary';
import { coupletsIn, echoesIn } from './echoes';
import { chainsOf } from './members';
import { quotedNumerals } from './numeral';
import { parallels } from './parallel';
import { qualitiesIn } from './qualities';
import { templatesIn } from './set-phrases';

/** What a reader is told of a phrase that stands in no list but is recognised by its build (句式). */
const entries = {
  parallel: {
    id: 'pattern-parallel',
    text: '排比、对仗',
    kind: 'slogan',
    note: '几个短语字数相同、结构相同，读来上口；请看每一项说的是不是不同的事。',
  },
  numeral: {
    id: 'pattern-numeral',
    text: '数字缩略语',
    kind: 'abbreviation',
    note: '词库中没有它的释义；听众未必知道包含哪几项，初次出现时宜写明。',
  },
  slogan: {
    id: 'pattern-slogan',
    text: '口号句式',
    kind: 'slogan',
    note: '固定的开头和结尾中间换词；请看换进去的词有没有具体内容。',
  },
  boilerplate: {
    id: 'pattern-boilerplate',
    text: '套话句式',
    kind: 'boilerplate',
    note: '固定的开头和结尾中间换词；宜写明谁来做、做什么、做到什么程度。',
  },
  fourCharacter: {
    id: 'pattern-four-character',
    text: '四字语',
    kind: 'slogan',
    note: '讲话稿里常用的四字语；偶用有力，连用则空。',
  },
} satisfies Record<string, Entry>;

let fourCharacters: Matcher | undefined;

/** Phrases of a paragraph that are recognised by their build, in order of start; they may overlap. */
export const patternsIn: ParagraphReading<readonly Occurrence[]> = ({ text, folded }) => {
  const found: Occurrence[] = [];
  const add = (entry: Entry, start: number, end: number) => found.push({ ...folded.span(start, end), entry });
  for (const chain of chainsOf(folded)) {
    for (const { start, end } of parallels(text, folded, chain)) add(entries.parallel, start, end);
  }
  for (const { start, end } of echoesIn(folded)) add(entries.parallel, start, end);
  fourCharacters ??= new Matcher([...fourCharacterPhrases]);
  const scanned = fourCharacters.scan(folded.units, folded.length);
  for (let at = 0; at < scanned.length; at += 3) add(entries.fourCharacter, scanned[at + 1], scanned[at + 2]);
  for (const { start, end, kind } of templatesIn(folded)) add(entries[kind], start, end);
  for (const span of [...coupletsIn(text), ...qualitiesIn(text)]) found.push({ ...span, entry: entries.parallel });
  for (const span of quotedNumerals(text)) found.push({ ...span, entry: entries.numeral });
  return found.sort((a, b) => a.start - b.start);
};
