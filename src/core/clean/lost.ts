import type { TextEdit } from '../text/span';
import { matches, type CleaningStep } from './step';

/** Stands for a character that is lost and cannot be told. */
export const lostMark = '◻';

/**
 * What a careless replacement ate. Pages were kept in GBK, and the full-width question mark (A3 BF) was replaced by ? byte by
 * byte. It was found astride two characters too: 。 is A1 A3, and the characters of the row BF begin with BF, so of 。縣 (A1 A3 BF
 * 68) the letter h (68) was left behind a ?. Each letter stands for one character of the row. Of those that could follow a full
 * stop in a speech:
 */
const eatenByLetter: Readonly<Record<string, string>> = { h: '縣', s: '縮', v: '縱', p: '縫', b: '縝' };

/** Where 總 (BF 82) followed, its second byte joined the next character: what two common words became. */
const eatenByPair: Readonly<Record<string, string>> = { 偨Y: '總結', 傮w: '總體' };

const eaten = /(?<=[\u3400-\u9fff”’》）)\]\d%,，])[?？]{1,2}(?:([a-z])(?=[\u3400-\u9fff])|(偨Y|傮w))/g;

/** What follows 县 in a speech: where the text is simplified already, nothing else proves that h was 縣. */
const afterCounty = /^(?:委|政府|长|人大|政协|领导|直|级|纪委|公安|监委|城|域|内|里|[\u4e00-\u9fff]{1,4}局)/;

/** Replacement characters of a decoder, and the three characters that their bytes give when they are read as GBK. */
const undecodable = /\ufffd+|(?:锟斤拷)+(?![”’」])/g;

/** Share of undecodable characters from which the whole text was read in a wrong encoding: marking them would not help. */
const wrongEncodingShare = 0.1;

/** Whether so much is undecodable that the text must be opened in another encoding. */
export function isWronglyDecoded(text: string): boolean {
  let lost = 0;
  for (let at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', at + 1)) lost++;
  return lost > 1 && lost >= text.length * wrongEncodingShare;
}

/** Restores what a conversion ate where it can be told with certainty (落實?h委 → 落實。縣委); marks what cannot. */
export const lost: CleaningStep = {
  id: 'lost',
  name: '丢失的字',
  description: `还原转换时丢失、能够确定的字（“?h委”即“。县委”）；不能确定的用“${lostMark}”标出，不作猜测。`,
  *edits(source, { mistaken }) {
    const { text } = source;
    const edits: TextEdit[] = [];
    for (const match of matches(source, eaten)) {
      const [whole, letter, pair] = match;
      const end = match.index + whole.length;
      if (mistaken) {
        const character = pair ? eatenByPair[pair] : eatenByLetter[letter];
        edits.push({ start: match.index, end, text: character ? `。${character}` : lostMark });
      } else if (letter === 'h' && text.includes('县') && afterCounty.test(text.slice(end, end + 6))) {
        edits.push({ start: match.index, end, text: '。县' });
      }
    }
    if (!isWronglyDecoded(text)) {
      for (const match of matches(source, undecodable)) {
        edits.push({ start: match.index, end: match.index + match[0].length, text: lostMark });
      }
    }
    yield* edits.sort((a, b) => a.start - b.start);
  },
};
