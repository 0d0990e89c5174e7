/** Words that open what follows them: no line ends with one. */
const openers = new Set('在对于为以从向把将让与和及暨或并、“《（〈「『第'.split(''));
/** Words that hang on what stands before them: no line begins with one. */
const hangers = new Set('的上中下里内之年月日届次号等、，。：；！？”》）〉」』—…·'.split(''));
/** Words that join two matters: a line may well begin with one. */
const joints = new Set(['暨', '和', '与', '及', '并']);
/** Words that end a name: it is not parted before one. */
const names = ['大会', '会议', '全会', '委员会', '工作', '中全会', '次会议', '届'];

/** What a poor break costs, a good one, and a narrow middle; an uneven line costs the square of the difference in characters. */
const poorBreak = 40;
const goodBreak = 6;
const waist = 60;

/** Width of words in full characters: letters and digits of half width count half. */
export function widthOf(words: string): number {
  let width = 0;
  for (const character of words) width += (character.codePointAt(0) ?? 0) < 0x2000 && character !== '·' ? 0.5 : 1;
  return width;
}

/** The words of the text, none of which is split between lines. */
function wordsOf(text: string): string[] {
  return [...new Intl.Segmenter('zh-CN', { granularity: 'word' }).segment(text)].map(({ segment }) => segment);
}

/**
 * A title in as few lines as hold it, evenly filled and broken between words, in the shape of a trapezium or a rhombus and never
 * narrow in the middle (GB/T 9704-2012, 7.3.1).
 * @param widest characters that a line holds
 */
export function titleLines(title: string, widest: number): string[] {
  if (widthOf(title) <= widest) return [title];
  const words = wordsOf(title);
  const fewest = Math.ceil(widthOf(title) / widest);
  // A word more or less may not fit: then it takes a line more.
  for (let count = fewest; count <= fewest + 2; count++) {
    const lines = best(words, count, widest);
    if (lines) return lines;
  }
  // One word is wider than a line: Word breaks it as it must.
  return [title];
}

/** The best way to set the words in so many lines; undefined where they do not fit. */
function best(words: readonly string[], count: number, widest: number): string[] | undefined {
  const mean = widthOf(words.join('')) / count;
  let found: { readonly cost: number; readonly lines: string[] } | undefined;
  const visit = (from: number, lines: readonly string[], cost: number): void => {
    if (found && cost >= found.cost) return;
    if (lines.length === count - 1) {
      const last = words.slice(from).join('').trim();
      const whole = [...lines, last];
      const total = cost + unevenness(last, mean) + shape(whole.map(widthOf));
      if (last !== '' && widthOf(last) <= widest && (!found || total < found.cost))
        found = { cost: total, lines: whole };
      return;
    }
    let line = '';
    // A name in 《》 is better not parted, but it may be longer than a line.
    let inside = depthOf(words.slice(0, from).join(''));
    for (let at = from; at < words.length - 1; at++) {
      line += words[at];
      inside += depthOf(words[at]);
      const written = line.trim();
      if (widthOf(written) > widest) return;
      if (widthOf(written) < mean / 3) continue;
      const parting = inside > 0 ? poorBreak : breakCost(words[at], words[at + 1]);
      visit(at + 1, [...lines, written], cost + unevenness(written, mean) + parting);
    }
  };
  visit(0, [], 0);
  return found?.lines;
}

/** By how many marks of a title more are opened than closed. */
function depthOf(words: string): number {
  return words.split('《').length - words.split('》').length;
}

function unevenness(line: string, mean: number): number {
  return (widthOf(line) - mean) ** 2;
}

function breakCost(before: string, after: string): number {
  const parted = openers.has(before.at(-1) ?? '') || hangers.has(after[0]) || /^\d/.test(after);
  if (parted || before.endsWith('届') || names.some((name) => after.startsWith(name))) return poorBreak;
  return joints.has(after) ? 0 : goodBreak;
}

/** What the shape costs: all lines alike are a block, and a narrow middle is none of the shapes. */
function shape(widths: readonly number[]): number {
  const inner = widths.slice(1, -1);
  const [first, last] = [widths[0], widths[widths.length - 1]];
  if (inner.some((width) => width < first && width < last)) return waist;
  return widths.every((width) => width === first) ? 1 : 0;
}
