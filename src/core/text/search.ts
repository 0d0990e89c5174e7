/**
 * The first index of a row at which `reached` holds, found by halving; `length` where it holds nowhere. It must hold at every
 * index behind the first at which it does: `start > offset` in a row that is in order of its starts.
 */
export function firstIndex(length: number, reached: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (reached(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
