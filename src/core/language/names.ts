import { personWords } from '../vocabulary';
import type { Span } from '../text/span';

/** Longest word that may be a name, or its end. */
const longestName = 3;

/** What follows the name of a body, a place or a person. */
const behindName = (
  '公司 集团 有限 股份 工厂 村委会 村民 镇党委 乡党委 街道办 社区 小区 大道 大厦 酒店 大桥 水库 景区 广场 医院 小学 中学 大学 ' +
  '同志 先生 女士 等人 老师 教授 书记 主任 县长 市长 镇长 乡长 村长 局长'
).split(' ');
/** What stands at the beginning of a clause, or ends the post before a name. */
const beforeName = new Set('、，。；：:（(\n 记长席任委员理手师授志');
const clauseEnd = new Set('、，。；：:）)\n ');
const said = ['强调', '指出', '主持', '表示', '介绍', '出席', '说', '代表', '要求'];
const surnames = new Set(
  (['surnames', 'surnamesAlone', 'surnamesBehindPosts'] as const).flatMap((role) => personWords(role)),
);
const opening = new Set('“‘「『《〈');
const closing = new Set('”’」』》〉');

/** Whether the word is a name at that place: alone in quotation or title marks, of a body or place, of a person. */
function isNameAt(text: string, { start, end }: Span): boolean {
  const [before, after] = [text[start - 1] ?? '\n', text[end] ?? '\n'];
  if (opening.has(before) && closing.has(after)) return true;
  if (end - start > longestName) return false;
  if (behindName.some((word) => text.startsWith(word, end))) return true;
  const ends = clauseEnd.has(after) || said.some((word) => text.startsWith(word, end));
  const begins = surnames.has(before) && beforeName.has(text[start - 2] ?? '\n');
  return begins && ends;
}

/** Whether the word is a name somewhere in the text: then it is one everywhere. @param counts whether a place is looked at */
export function isNameIn(text: string, word: string, counts: (place: Span) => boolean): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const place = { start: at, end: at + word.length };
    if (isNameAt(text, place) && counts(place)) return true;
  }
  return false;
}
