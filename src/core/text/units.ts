/** Most units that are handed to one call: what is spread over the stack must fit on it. */
const chunk = 8192;

/** The units [start, end) as a string. */
export function stringOf(units: Uint16Array, start = 0, end = units.length): string {
  let text = '';
  for (let at = start; at < end; at += chunk) {
    const part = units.subarray(at, Math.min(end, at + chunk));
    // An array of numbers to the types alone: spreading would walk it with an iterator.
    text += String.fromCharCode.apply(null, part as unknown as number[]);
  }
  return text;
}
