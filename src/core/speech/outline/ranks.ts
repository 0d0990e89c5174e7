import type { Heading } from './heading-lines';
import type { NumberForm } from './types';

/** Order of the forms from the outermost in. */
export const ranks: readonly NumberForm[] = [
  'part',
  'chapter',
  'section',
  'article',
  'chinese',
  'chinese-bracketed',
  'arabic',
  'arabic-bracketed',
  'arabic-half-bracketed',
];

/**
 * Which form stands inside which. Forms are used in the order of the standard, unless a text counts an inner form on while an
 * outer one starts anew inside it: （一） 1. 2. （二） 1. 2., but also 1. （一）（二） 2. （一）（二）.
 */
export function rankOfForm(headings: readonly Heading[]): ReadonlyMap<NumberForm, number> {
  const rank = new Map(ranks.map((form, index) => [form, index]));
  const used = ranks.filter((form) => headings.some(({ marker }) => marker.form === form));
  for (let outer = 0; outer < used.length; outer++) {
    for (let inner = outer + 1; inner < used.length; inner++) {
      if (!isTurned(headings, used[outer], used[inner])) continue;
      const [high, low] = [rank.get(used[outer])!, rank.get(used[inner])!];
      rank.set(used[outer], Math.max(high, low)).set(used[inner], Math.min(high, low));
    }
  }
  return rank;
}

function isTurned(headings: readonly Heading[], outer: NumberForm, inner: NumberForm): boolean {
  let [usual, turned, lastOuter, lastInner] = [0, 0, 0, 0];
  let [innerBegan, outerBegan] = [false, false];
  for (const { marker } of headings) {
    const { form, value } = marker;
    if (form === outer) {
      if (value === lastOuter + 1 && innerBegan) usual++;
      if (value === 1) outerBegan = true;
      lastOuter = value;
      innerBegan = false;
    } else if (form === inner) {
      if (lastInner > 0 && value === lastInner + 1 && outerBegan) turned++;
      if (value === 1) innerBegan = true;
      lastInner = value;
      outerBegan = false;
    }
  }
  return turned > usual;
}
