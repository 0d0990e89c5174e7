import { isBlank } from './headings';
import type { NumberForm } from './types';

// Numbers before a figure: 3.5G基站 is an item between 2. and 4., and a decimal elsewhere.

/** A number that may begin an item. */
interface Numbered {
  readonly form: NumberForm;
  readonly value: number;
  /** `figure` where a figure follows, so that the whole may be a decimal. */
  readonly doubt?: string | undefined;
  /** Where the words behind the number and its mark begin. */
  readonly end: number;
}

/** Numbers in between beyond which another is not beside it any more. */
export const farthestNeighbour = 60;

const countedNouns = '项名家条位处座所支场次起件款类国部';
/** What a decimal is not: 3.30名, 3.30个, 3.5G, 3.2024年, 3.1至9月, 3.1-2月. */
const noDecimal = new RegExp(
  `^(?:\\d+(?:[${countedNouns}]|个(?!百分点|多?月|多?小时)|[GDKA](?![A-Za-z]))|(?:19|20)\\d\\d(?!\\d)|\\d{1,2}[-—~～至到]\\d{1,2}月)`,
);

/** Without the numbers before a figure that their neighbours do not prove to be items. @param numberedOf the number of a candidate */
export function withoutDecimals<T>(
  text: string,
  candidates: readonly T[],
  numberedOf: (candidate: T) => Numbered,
): readonly T[] {
  if (!candidates.some((candidate) => numberedOf(candidate).doubt === 'figure')) return candidates;
  const numbers = candidates.map(numberedOf);
  return candidates.filter((_, index) => numbers[index].doubt !== 'figure' || countsHere(text, numbers, index));
}

function countsHere(text: string, numbers: readonly Numbered[], index: number): boolean {
  const { value, end } = numbers[index];
  const [before, after] = [neighbour(numbers, index, -1), neighbour(numbers, index, 1)];
  const figure = text.slice(end, end + 24);
  // 1.1 is a number of two levels.
  const alone = isBlank(figure.charCodeAt(figure.search(/\D|$/)));
  if (value === 1) return !alone && after?.counts === true && before?.value !== 1;
  if (!before?.counts) return false;
  return after?.counts === true || (after?.value !== value && noDecimal.test(figure));
}

/**
 * The nearest number of the form that is beyond doubt, and whether it counts on with the one at the index, by way of doubtful
 * ones between them where need be, at the front down to a doubtful 1.
 */
function neighbour(
  numbers: readonly Numbered[],
  index: number,
  direction: 1 | -1,
): { value: number; counts: boolean } | undefined {
  let expected = numbers[index].value + direction;
  for (let away = 1; away <= farthestNeighbour; away++) {
    const other = numbers.at(index + away * direction);
    if (!other || index + away * direction < 0) return undefined;
    if (other.form !== numbers[index].form) continue;
    if (other.doubt !== 'figure') return { value: other.value, counts: other.value === expected };
    if (other.value !== expected) continue;
    expected += direction;
    if (expected === 0) return { value: other.value, counts: true };
  }
  return undefined;
}
