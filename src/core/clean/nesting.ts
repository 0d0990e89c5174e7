import { encloses, type Span } from '../text/span';

/**
 * A year in other brackets than those of a document number, behind the letters of the office: 临委办发[2011]152号. A building or a
 * gate has a number too.
 */
export const documentNumbers =
  /(?<=[\u3400-\u9fff] ?)(?!〔\d{4}〕)[[【（(〔［](?:19|20)\d\d[\]】）)〕］](?= ?\d{1,5}号(?![楼院线门井机台桥店仓厂]))/g;

/** Whether two units may open the year of a document number in wrong brackets. */
export function opensDocumentNumber(unit: number, next: number): boolean {
  return (next === 0x31 || next === 0x32) && '[【（［〔'.includes(String.fromCharCode(unit));
}

/** A pair of quotation or title marks, by the offsets of its halves, and the two marks that should stand there. */
export interface Pair {
  readonly open: number;
  readonly close: number;
  readonly form: string;
}

/** Whether a quotation or a title opens in the line while one of the same form is open. */
export function reachesTwice(text: string, { start, end }: Span): boolean {
  let [quotations, inner, titles] = [0, 0, 0];
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 0x201c) quotations++;
    else if (unit === 0x201d) quotations = 0;
    else if (unit === 0x2018) inner++;
    else if (unit === 0x2019) inner = 0;
    else if (unit === 0x300a) titles++;
    else if (unit === 0x300b) titles = 0;
    if (quotations > 1 || inner > 1 || titles > 1) return true;
  }
  return false;
}

/** @param forms the outer pair and the inner one: “”‘’ */
function formWithin(outer: Pair | undefined, forms: string): string {
  return outer?.form === forms.slice(0, 2) ? forms.slice(2) : forms.slice(0, 2);
}

/** The form of a pair that stands at a span, by the innermost of the pairs around it. @param pairs in order of their first marks */
export function pairsWithin(pairs: readonly Pair[], span: Span, forms: string): string {
  const outer = pairs.findLast(({ open, close }) => encloses({ start: open, end: close }, span));
  return formWithin(outer, forms);
}

/** Longest pair whose halves are believed to belong together when others of the same form are within, in UTF-16 code units. */
const longestOuter = 120;

interface Mark {
  readonly at: number;
  readonly mark: string;
}

/**
 * The closed pairs of a line in order of their first marks, with the form that each should have: the inner form within the outer, within
 * that the outer again. Where a list inside a pair begins with its separator, the first member may have lost its closing mark
 * (“甲、“乙””): its members keep their form. A pair of
 * the inner form that stands alone is a way of writing, no fault.
 */
export function pairsIn(text: string, marks: readonly Mark[], forms: string): Pair[] {
  const around: Pair[] = [];
  const unsure = new Set<Pair>();
  let last: Pair | undefined;
  return closedIn(marks, forms).map(({ open, close, mark }): Pair => {
    while ((around.at(-1)?.close ?? Infinity) < open) around.pop();
    const outer = around.at(-1);
    if (outer && last === outer && '、，。！？'.includes(text[open - 1])) unsure.add(outer);
    if (outer && outer.close - outer.open > longestOuter) unsure.add(outer);
    const own = mark === forms[0] ? forms.slice(0, 2) : forms.slice(2);
    const stays = outer ? unsure.has(outer) : mark !== forms[0];
    last = { open, close, form: stays ? own : formWithin(outer, forms) };
    around.push(last);
    return last;
  });
}

function closedIn(marks: readonly Mark[], forms: string): { open: number; close: number; mark: string }[] {
  const open: Mark[] = [];
  const found: { open: number; close: number; mark: string }[] = [];
  for (const one of marks) {
    const place = forms.indexOf(one.mark);
    if (place >= 0 && place % 2 === 0) open.push(one);
    else if (place >= 0 && open.at(-1)?.mark === forms[place - 1]) {
      const opener = open.pop();
      if (opener) found.push({ open: opener.at, close: one.at, mark: opener.mark });
    }
  }
  return found.sort((a, b) => a.open - b.open);
}
