import data from '../../data/editions.json';
import { chineseDate, type Day } from '../text/date';

/** The lexicon that ships with the product, as it stood when it had been checked through. */
export interface Edition {
  /** From 1 on, one for each time. */
  readonly number: number;
  /** The day on which it had been checked. */
  readonly day: Day;
  /** Ids of the entries that the edition before did not have. */
  readonly added: readonly string[];
  /** Ids of the entries that the edition before had in another form. */
  readonly changed: readonly string[];
  /** Texts of the entries that the edition before had alone. */
  readonly withdrawn: readonly string[];
}

/** All editions, the newest last. */
export const editions: readonly Edition[] = data.editions;

/** The edition of the product. */
export const edition: Edition = editions[editions.length - 1];

/** 第3版（2026年11月21日核对）. */
export function editionInWords({ number, day }: Edition): string {
  return `第${number}版（${chineseDate(day)}核对）`;
}

/** After so many months an edition may not know the newest: laws, plans and campaigns come half-yearly. */
const monthsOfTrust = 6;

/** Whether the day is so long after the edition that the edition may not know what is new on it. */
export function isBeyond({ day: checked }: Edition, day: Day): boolean {
  const [year, month, rest] = [Number(checked.slice(0, 4)), Number(checked.slice(5, 7)), checked.slice(7)];
  const months = month - 1 + monthsOfTrust;
  const last = `${year + Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}${rest}`;
  return day > last;
}
