import type { TextEdit } from '../text/span';
import { personWords } from '../vocabulary';
import type { Stage } from './stage';

/** Blanks stand anywhere in a sentence from this number on, among so many characters, with a character cut off alone. */
const fewestBlanks = 3;
const fewestCharacters = 10;
/** Characters to a blank: what is set apart one by one is laid out so (通 用 航 空). */
const leastApart = 2;
/** Share of the sentences of a text that have blanks, and of these that are broken, from which no blank is layout. */
const scatteredShare = 1 / 3;

const han = /[\u3400-\u9fff]/g;
const blank = /(?<=[\u3400-\u9fff])[ \u00a0](?=[\u3400-\u9fff])/g;
const sentence = /[^。；！？;!?\r\n]+[。；！？;!?]?/g;
const alone = /(?:^|[ \u00a0])[\u3400-\u9fff](?:[ \u00a0]|[。；！？;!?]?$)/;
/** What has a mark is a sentence or a part of one that goes on in the next line, and no title. */
const marked = /[，、：。；！？,:;!?.]/;

const surnames = new Set((['surnames', 'surnamesAlone', 'surnamesBehindPosts'] as const).flatMap(personWords));
const titles = ['记者', '通讯员', ...personWords('posts')];

/** A sentence with the blanks between its characters that no name explains, as offsets in the text. */
interface Sentence {
  readonly words: string;
  readonly blanks: readonly { readonly start: number; readonly beforeName: boolean }[];
}

/** Whether a machine scattered blanks over the text, as programs do that read the text of a page or a PDF piece by piece. */
export function isScattered(source: Stage): boolean {
  let [all, blanked, broken] = [0, 0, 0];
  for (const each of sentencesOf(source)) {
    if (charactersIn(each.words) < fewestCharacters) continue;
    all++;
    if (each.blanks.length > 0) blanked++;
    if (isBroken(each)) broken++;
  }
  // Who parts clauses by blanks tears no words.
  return broken > 0 && blanked >= all * scatteredShare && broken >= blanked * scatteredShare;
}

/** The blanks that tear words: those of broken sentences, and where the text is scattered with them those of every sentence. */
export function* tearingBlanks(source: Stage, scattered: boolean): Generator<TextEdit> {
  for (const each of sentencesOf(source)) {
    if (!isBroken(each) && !(scattered && marked.test(each.words))) continue;
    for (const { start } of each.blanks) yield { start, end: start + 1, text: '' };
  }
}

function* sentencesOf(source: Stage): Generator<Sentence> {
  if (source.text.search(blank) < 0) return;
  for (const { index, 0: words } of source.text.matchAll(sentence)) {
    const blanks = [...words.matchAll(blank)]
      .filter((match) => !isOfName(words, match.index))
      .map((match) => ({ start: index + match.index, beforeName: beginsName(words, match.index + 1) }))
      .filter(({ start }) => !source.isUntouchable({ start, end: start + 1 }));
    yield { words, blanks };
  }
}

function isBroken({ words, blanks }: Sentence): boolean {
  const characters = charactersIn(words);
  return (
    blanks.filter(({ beforeName }) => !beforeName).length >= fewestBlanks &&
    characters >= fewestCharacters &&
    characters >= blanks.length * leastApart &&
    alone.test(words)
  );
}

function charactersIn(words: string): number {
  return words.match(han)?.length ?? 0;
}

/** Whether the blank stands in a name of two characters (王 伟), behind one, or before the name of somebody with a post. */
function isOfName(words: string, at: number): boolean {
  const hasTitle = (end: number) => titles.some((title) => words.endsWith(title, end));
  const isName = (blankAt: number) =>
    surnames.has(words[blankAt - 1]) &&
    (!/[\u3400-\u9fff]/.test(words[blankAt - 2] ?? '') || hasTitle(blankAt - 1)) &&
    /^.[\u3400-\u9fff](?![\u3400-\u9fff])/.test(words.slice(blankAt, blankAt + 3));
  return isName(at) || (words[at - 2] === ' ' && isName(at - 2)) || (surnames.has(words[at + 1]) && hasTitle(at));
}

/** Whether what stands between blanks there may be one of a list of names: a surname and no more than two characters. */
function beginsName(words: string, at: number): boolean {
  return surnames.has(words[at]) && /^[\u3400-\u9fff]{1,3}(?![\u3400-\u9fff])/.test(words.slice(at, at + 4));
}
