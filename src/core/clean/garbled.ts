import type { ParagraphReading, PlacedParagraph } from '../text/paragraph';
import { movedBy, type Span } from '../text/span';

/** What the first two of the three bytes of an ideograph in UTF-8 (E4 B8 to E9 BF) give when they are read as GBK: rare characters all. */
const leads = new Set(
  '涓涔浜浠浼浣渚淇鍊鍋鍌鍍鍎鍏鍐鍑鍒鍓鍔鍕鍖鍗鍘鍙鍚鍛鍜鍝鍞鍟鍠鍡鍢鍣鍤鍥鍦鍧鍨鍩鍫濉澧澹澶濂濡濮濞濠濯瀚瀣瀛瀹瀵灏灞宀宄宕宓宥宸甯骞搴寤寮褰寰蹇鎬鎭鎮鎯鎰鎱鎲鎳鎴鎵' +
    '鎶鎷鎸鎹鎺鎻鎼鎽鎾鎿鏀鏁鏂鏃鏄鏅鏆鏇鏈鏉鏋鏌鏍妗姊妫妞妤姒妲妯姗妾娅娆姝娈姣姘姹娌娉娲娴娑娣娓婀婧婊婕娼婢婵鐎鐏鐐鐑鐒鐓鐔鐕鐖鐗鐘鐙鐚鐛鐜鐝鐞鐟鐠鐡鐢鐣鐤鐥鐦鐧鐨鐩' +
    '鐪鐫鐬鐭鐮纭纰纾绀绁绂绉绋绌绐绔绗绛绠绡绨绫绮绯绱绲缍绶绺绻绾缁缂缃缇缈鑰鑱鑲鑳鑴鑵鑶鑷鑸鑹鑺鑻鑼鑽鑾鑿钀钁钂钃钄钑钖钘铇铏铓铔铚铦铻锜锠琛琚瑁瑜瑗瑕瑙瑷瑭瑾璜璎璀' +
    '璁璇璋璞璨璩璐璧瓒璺韪韫韬杌杓杞杈杩閫閬閭閮閯閰閱閲閳閴閵閶閷閸閹閺閻閼閽閾閿闀闁闂闃闄闅闆闇闈闉闊闋椤棰椋椁楗棣椐楱椹楠楂楝榄楫榀榘楸椴槌榇榈槎榉楦楣楹榛榧榻榫榭',
);
/** Most texts have next to none of them, which one pass of the engine tells. */
const anyLead = new RegExp(`[${[...leads].join('')}]`, 'g');
/** Where so many stand at every third place, bytes of UTF-8 were read as GBK: 鎴戜滑瑕佸姞寮. */
const fewestLeads = 3;
/** What stands between them where somebody wrote them: marks, words of every day. */
const said = /[\s，、。；：“”《》（）的一是在了和有不人中大]/;

/** Bytes of UTF-8 or GBK read as Latin letters: æˆ‘ä»¬, ÎÒÃÇ. No language puts so many such letters and signs in a row. */
const latin = /(?:[ä-é][\u0080-\u00bfŒœŠšŸŽžƒˆ˜–—‘’‚“”„†‡•…‰‹›€™]{1,5}){3,}|[¡-ÿ]{8,}/g;

/** What memory holds that no program has written to (CC CC, CD CD), and what two replacement characters of a decoder become. */
const unwritten = /烫{4,}|屯{4,}|(?:锟斤拷){2,}/g;

/** Paragraphs have one of these wherever something of it is found. */
const trace = new RegExp(`[${[...leads].join('')}¡-ÿ烫屯锟]`);
const hasTrace: ParagraphReading<boolean> = ({ text }) => trace.test(text);

/** `garbledSpans` of the text, which is read only where a paragraph has a trace of them: none reaches past its line. */
export function garbledIn({ text, paragraphs }: { text: string; paragraphs: readonly PlacedParagraph[] }): Span[] {
  return paragraphs.flatMap(({ paragraph, start }) => {
    if (!paragraph.read(hasTrace)) return [];
    const withBreak = text.slice(start, start + paragraph.text.length + 1);
    return garbledSpans(withBreak).map((span) => movedBy(start, span));
  });
}

/** Stretches that a wrong decoding left, or memory that was not written to; in order of their places. */
export function garbledSpans(text: string): Span[] {
  const spans = [latin, unwritten].flatMap((pattern) =>
    Array.from(text.matchAll(pattern), ({ index, 0: { length } }) => ({ start: index, end: index + length })),
  );
  let last = 0;
  for (const { index: at } of text.matchAll(anyLead)) {
    if (at < last) continue;
    let end = at;
    while (leads.has(text[end] ?? '') && !said.test(text.slice(end + 1, end + 3))) end += 3;
    if (end - at < fewestLeads * 3 - 2) continue;
    spans.push({ start: at, end: Math.min(end, text.length) });
    last = end;
  }
  return spans.sort((a, b) => a.start - b.start);
}
