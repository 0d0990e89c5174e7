/** A calendar day as ISO text, `YYYY-MM-DD`; days compare as strings. */
export type Day = string;

/** A day, month or year: `YYYY-MM-DD`, `YYYY-MM` or `YYYY`. */
export type PartialDate = string;

const partialDate = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** Whether the text is a well-formed date of the calendar, to the day, month or year. */
export function isPartialDate(text: string): text is PartialDate {
  const match = partialDate.exec(text);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2] ?? 1), Number(match[3] ?? 1)];
  return year > 0 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** Whether the text is a well-formed calendar day. */
export function isDay(text: string): text is Day {
  return text.length === 10 && isPartialDate(text);
}

/** The first day that a date may mean. */
export function firstDay(date: PartialDate): Day {
  return date + '-01-01'.slice(date.length === 4 ? 0 : date.length === 7 ? 3 : 6);
}

/** The last day that a date may mean. */
export function lastDay(date: PartialDate): Day {
  if (date.length === 10) return date;
  const [year, month = '12'] = date.split('-');
  return `${year}-${month}-${daysInMonth(Number(year), Number(month))}`;
}

/** The date as it is written in Chinese papers: 2022年12月26日, no padding (GB/T 9704-2012, 7.3.5.4). */
export function chineseDate(date: PartialDate): string {
  const [year, month, day] = date.split('-');
  return `${year}年${month ? `${Number(month)}月` : ''}${day ? `${Number(day)}日` : ''}`;
}
