const numerals = new Set('一二三四五六七八九十两双百千万');
const openQuote = /[“「『"]/g;
const closeQuotes = new Set('”」』"');

/** Sayings and plain words with numerals that are no abbreviation. */
const sayings = (
  '一府两院 三个和尚 三个臭皮匠 三下五除二 四菜一汤 三长两短 三言两语 三番五次 三天两头 三心二意 五湖四海 四通八达 五花八门 ' +
  '七上八下 七嘴八舌 四面八方 四平八稳 五光十色 十全十美 三五成群 一心一意 两面三刀 三头六臂 九牛一毛 十拿九稳 五脏六腑'
).split(' ');
/** Counted times, persons and things, and numbers from … to …. */
const plain =
  /^(?:一[国市校]两|[两三四五六七八九十]个(?:[月字人]|小时|工作日|没有)|[一两二三四五六七八九十][到至、][两二三四五六七八九十])/;

/** One of something, and no more of anything else: 一对一, 一站式, 一条龙, 一张网. */
const single = /^一[^两双二三四五六七八九十百千万多]*$/;

/** Whether words that begin with a numeral are a saying or a plain word, which nobody explains by a list. */
export function isPlainNumeral(words: string): boolean {
  return plain.test(words) || single.test(words) || sayings.some((saying) => words.startsWith(saying));
}

/** Longest abbreviation: “三个到位、两个确保、一个不发生”. */
const longest = 20;

/**
 * Quoted abbreviations that begin with a numeral or add up: “四个一线”, “两个坚持、三个转变”, “一屏两分”, “3+3”, “党建+网格”. Plan
 * periods (“十四五”) and bare numbers are none.
 * Offsets are of the original text, quotation marks excluded.
 */
export function quotedNumerals(text: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  openQuote.lastIndex = 0;
  while (openQuote.test(text)) {
    const open = openQuote.lastIndex - 1;
    let close = open + 1;
    while (close < text.length && close - open <= longest + 1 && !closeQuotes.has(text[close])) close++;
    if (!closeQuotes.has(text[close])) continue;
    const inside = text.slice(open + 1, close);
    if (isAbbreviation(inside)) found.push({ start: open + 1, end: close });
    openQuote.lastIndex = close + 1;
  }
  return found;
}

function isAbbreviation(inside: string): boolean {
  const parts = inside.split('、');
  if (parts.length > 1) return parts.length < 5 && parts.every(isAbbreviation);
  if (/^[\u4e00-\u9fa5]{1,6}[+＋](?:[\u4e00-\u9fa5]{2,6}|N)?$/.test(inside)) return true;
  if (/^\d{1,2}[+＋]\d{1,2}(?:[+＋]\d{1,2})?$/.test(inside)) return true;
  if (!numerals.has(inside[0]) || !/^[\u4e00-\u9fa5]{2,8}$/.test(inside)) return false;
  if (/^(?:十[一二三四五六七八九]五|[十百千]年.*|[一二三四五六七八九十][日月年])$/.test(inside)) return false;
  if (isPlainNumeral(inside)) return false;
  // Bodies and places by their everyday names.
  if (/^[两二三][会办院委江岸]$/.test(inside)) return false;
  return [...inside].some((character) => !numerals.has(character));
}
