/** What no page may hold (controls, halves of surrogate pairs), and what could turn the reading direction of what follows. */
const unfit = /[\0-\x08\v\f\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff\p{Cs}]/gu;

/** The text as a page or table may hold it: what it may not is shown as the mark of unknown characters. */
export function fit(text: string): string {
  return text.replace(unfit, '\ufffd');
}
