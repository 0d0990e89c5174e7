import type { Phrase } from '../lexicon/phrase';
import { frameOf, isWithin } from '../outline/frame';
import { countCharacters } from '../statistics';
import { sentenceAround } from '../text/tense';
import type { Rule } from './rule';

/** How often one slogan may stand in a text, whatever its length. */
const mostInShortText = 3;

/** Characters for which it may stand once more: ten minutes of speaking. */
const charactersForOneMore = 2000;

/** Shorter ones name what the text is about: 乡村振兴, 高质量发展, 全面从严治党. */
const shortestSlogan = 7;

/** Places that a finding lists beside its own. */
const mostRelated = 10;

/** One slogan again and again. */
export const styleRepetition: Rule = {
  id: 'style/repetition',
  title: '口号重复',
  severity: 'hint',
  examples: {
    flag: ['抓项目要撸起袖子加油干。\n抓作风要撸起袖子加油干。\n抓民生要撸起袖子加油干。\n抓安全要撸起袖子加油干。\n'],
    keep: [
      '抓项目要撸起袖子加油干。\n抓作风要撸起袖子加油干。\n抓民生要撸起袖子加油干。\n',
      '乡村振兴要靠产业。\n乡村振兴要靠人才。\n乡村振兴要靠文化。\n乡村振兴要靠生态。\n乡村振兴要靠组织。\n',
      '撸起袖子加油干——在表彰大会上的讲话\n同志们：\n抓项目要撸起袖子加油干。\n抓作风要撸起袖子加油干。\n抓民生要撸起袖子加油干。\n抓安全要撸起袖子加油干。\n',
    ],
  },
  *check({ text, phrases, regions, outline }) {
    const frame = frameOf(outline);
    const places = new Map<string, Phrase[]>();
    const topics = new Set<string>();
    for (const phrase of phrases) {
      const { entry, start, end } = phrase;
      if (entry.kind !== 'slogan' || entry.id.startsWith('pattern-')) continue;
      if (isWithin(frame, start)) topics.add(entry.id);
      if (end - start < shortestSlogan || regions.has('quotation', phrase) || regions.has('title', phrase)) continue;
      const known = places.get(entry.id);
      if (!known) places.set(entry.id, [phrase]);
      // Parts of one slogan in one sentence are one place.
      else if (sentenceAround(text, known[known.length - 1]).end < start) known.push(phrase);
    }
    const length = countCharacters(text, { start: 0, end: text.length });
    const most = mostInShortText + Math.floor(length / charactersForOneMore);
    for (const [id, all] of places) {
      if (all.length <= most || topics.has(id)) continue;
      const { start, end, entry } = all[most];
      const words = text.slice(start, end);
      const related = all
        .filter((_, index) => index !== most)
        .slice(0, mostRelated)
        .map((phrase) => ({ start: phrase.start, end: phrase.end, message: '也在这里出现' }));
      const message = `“${words}”全文用了${all.length}次，再用就淡了，宜换成这一处要说的具体内容。`;
      yield { start, end, message, related, entry };
    }
  },
};
