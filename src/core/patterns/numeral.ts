const numerals = new Set('一二三四五六七八九十两双百千万');
const openQuote = /[“「『"]/g;
const closeQuotes = new Set('”」』"');

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
  // Bodies and places by their everyday names.
  if (/^[两二三][会办院委江岸]$/.test(inside)) return false;
  return [...inside].some((character) => !numerals.has(character));
}
