import { personWords } from '../vocabulary';
import { anyOf } from './words';

const posts = anyOf(personWords('posts'));
const post = new RegExp(`^[^、，。;:()\\s]{0,40}${posts}$`);
const verbs = anyOf('指出 强调 要求 提出.{0,6}要求 表示 提出 强调指出 号召 说 讲话指出');
/** What the verbs end in. */
const verbEndings = new Set('出调求示召说');
const manner = anyOf(
  '在.{1,40}? 就.{1,40}? 结合.{1,20}? 同时 还 又 进一步 特别 最后 代表.{1,16}? 反复 着重 作.{0,6}讲话时? 主持(?:会议|讲话)?时? 讲话时 会上 并',
);
const intro = new RegExp(`^(?:会上|会议上|最后|随后|期间)?，?(.{1,44}?)${manner}{0,3}${verbs}$`);

/** Whose words are not a task for those who hear the report: they are cited. */
const cited = /习近平总书记|总书记|党中央|国务院|列宁|马克思|毛泽东|邓小平|古人|俗话|常言|有人|很多人|大家|专家/;
const meeting = /^(?:大会|会上|专题会|[^，。]{0,16}(?:会议|常委会|党组会|全会))$/;
const surnameless = /^(?:[他她这那我你们县市省区各]|中央|上级|通知|文件|方案|意见|报告|法律|规定|按照|根据)/;

/** Who speaks in the words that follow. */
export interface Introduction {
  /** A name, 会议, or 他 as written. */
  readonly speaker: string;
  readonly cited: boolean;
}

/** Reads a clause such as 县委书记张明强调, 会议指出, 他要求; undefined where it introduces nobody. */
export function introduction(clause: string): Introduction | undefined {
  if (!verbEndings.has(clause[clause.length - 1])) return undefined;
  const found = intro.exec(clause);
  if (!found) return undefined;
  const words = found[1].replace(/^[，、\s]+|(?:同志|先生|女士)$/g, '');
  if (cited.test(words)) return { speaker: words, cited: true };
  if (/^[他她]$/.test(words) || meeting.test(words)) return { speaker: words, cited: false };
  const name = bothNames(words) ?? nameAtEnd(words) ?? nameBeforePost(words);
  return name === undefined || surnameless.test(name) ? undefined : { speaker: name, cited: false };
}

const longestName = 4;
/** Surnames; a name without a post begins with one. */
const surnames = new Set([...personWords('surnames'), ...personWords('surnamesAlone')]);

/** Whether the words begin as a name does, or with the ×× that stands for one. */
function beginsLikeName(words: string): boolean {
  return surnames.has(words[0]) || surnames.has(words.slice(0, 2)) || /^[×x]/i.test(words);
}

/** Names that hide a person, or are of those whom everybody knows: 王某某, 老马. */
const familiar = /^(?:[\u3400-\u9fff]某{1,2}|某{1,3}|[老小][\u3400-\u9fff]|[×x○〇]{2,3})$/i;

/** The words without the name of a person at their end, behind a post that the words before it name; undefined without one. */
export function withoutName(words: string, isPost: (before: string) => boolean): string | undefined {
  for (let length = 2; length <= longestName && length < words.length - 1; length++) {
    const name = words.slice(-length);
    if (!(familiar.test(name) || beginsLikeName(name)) || /[、()]/.test(name)) continue;
    const before = words.slice(0, -length);
    if (isPost(before)) return before;
  }
  return undefined;
}

/** The name at the end of the words, behind the last post if there is one: 县委书记张明 → 张明. */
function nameAtEnd(words: string): string | undefined {
  for (let length = 2; length <= longestName && length < words.length; length++) {
    if (post.test(words.slice(0, -length).split('、').at(-1) ?? '')) return words.slice(-length);
  }
  return /^[\u3400-\u9fff×x·]{2,4}$/i.test(words) && beginsLikeName(words) ? words : undefined;
}

/** The name before a post: 张明县长 → 张明. */
function nameBeforePost(words: string): string | undefined {
  const found = postBehind.exec(words);
  const name = found ? words.slice(0, -found[0].length) : '';
  return /^[\u3400-\u9fff]{2,4}$/.test(name) && beginsLikeName(name) ? name : undefined;
}

const postBehind = new RegExp(`副?${posts}$`);

/** The names of two who speak together, each behind a post: 县长张明和副县长李刚 → 张明、李刚. */
function bothNames(words: string): string | undefined {
  for (const { index } of words.matchAll(/[和与]/g)) {
    const [first, second] = [nameAtEnd(words.slice(0, index)), nameAtEnd(words.slice(index + 1))];
    if (first && second && first !== words.slice(0, index)) return `${first}${joined}${second}`;
  }
  return undefined;
}
const joined = '、';

/** What stands in the sentence before a post and is none of it: 会议由县委书记. */
const beforePost = /^.*[了着由是请对将被把向的]/;
const isPost = (words: string): boolean => post.test(words);

/**
 * The posts that end where a name begins: 县委副书记、县长. Words of the sentence before the first of them are left out as far as
 * they can be told.
 * @param isNamed whether words end in a post that counts
 */
export function postsBefore(text: string, at: number, isNamed: (words: string) => boolean = isPost): string[] {
  let start = at;
  while (start > 0 && at - start < longestPosts && /[\u3400-\u9fff×○〇、]/.test(text[start - 1])) start--;
  const parts = text.slice(start, at).split('、');
  const own = parts.slice(parts.findLastIndex((part) => !isNamed(part)) + 1);
  return own.map((part) => part.replace(beforePost, ''));
}

const longestPosts = 60;
const postAtStart = new RegExp(`^副?${posts}`);
/** Longest post that is worth a place in a table; it may be of many words (…领导小组组长). */
const longestPost = 10;
/** Posts of a person that are named before the name. */
const mostPosts = 2;
const acts = `(?=${anyOf('主持 代表 出席 在 就 作 传达 指出 强调 带队 深入 率 讲话 通报 要求 表示 安排 部署 提出')})`;
const named = new RegExp(`${posts}([\\u3400-\\u9fff]{2,3}?)${acts}`, 'g');

/** The people of a text with their posts, as a report introduces them. */
export class Speakers {
  readonly #text: string;
  readonly #titled = new Map<string, string>();

  /** @param text as it is read */
  constructor(text: string) {
    this.#text = text;
  }

  /** 县委书记张明 where the text gives the post somewhere, else the name alone; each of two names. */
  titled(names: string): string {
    return names
      .split(joined)
      .map((name, index, all) => this.#titledOne(name, all[index - 1]))
      .join(joined);
  }

  #titledOne(name: string, other?: string): string {
    const known = this.#titled.get(name);
    if (known !== undefined) return known;
    let found = name;
    for (let at = this.#text.indexOf(name); at >= 0; at = this.#text.indexOf(name, at + 1)) {
      const all = postsBefore(this.#text, at);
      // 县长张明和副县长李刚: the posts of the other end with his name.
      const behind = other ? all.findLastIndex((part) => part.includes(other)) : -1;
      if (other && behind >= 0)
        all.splice(0, behind + 1, all[behind].slice(all[behind].indexOf(other) + other.length + 1));
      if (all.length === 0) {
        found = this.#withPostBehind(name, at) ?? found;
        continue;
      }
      const short = all.filter((each) => each.length <= longestPost);
      found = (short.length > 0 ? short.slice(0, mostPosts) : [all[all.length - 1]]).join('、') + name;
      break;
    }
    this.#titled.set(name, found);
    return found;
  }

  /** 县长张明 for 张明县长. */
  #withPostBehind(name: string, at: number): string | undefined {
    const behind = postAtStart.exec(this.#text.slice(at + name.length, at + name.length + longestPost));
    return behind ? behind[0] + name : undefined;
  }

  /** Whom 他 means: the last person with a post before the offset who does something. */
  lastBefore(offset: number, from: number): string | undefined {
    let name: string | undefined;
    for (const found of this.#text.slice(from, offset).matchAll(named)) name = found[1];
    return name;
  }
}
