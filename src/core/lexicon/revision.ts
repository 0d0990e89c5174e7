import type { PartialDate } from '../text/date';
import type { Entry, Kind, Source } from './types';

/** What somebody says of an entry without writing JSON; empty texts say nothing. */
export interface EntryAnswers {
  readonly kind: Kind;
  /** First day, month or year on which it is outdated. */
  readonly until?: PartialDate;
  readonly replacement: string;
  readonly source?: Pick<Source, 'title' | 'issuer' | 'date'>;
  readonly note: string;
}

/** What an entry says of what can be asked. The source is the last, on which its end rests. */
export function answersOf({ kind, valid, replacement = '', sources, note = '' }: Omit<Entry, 'id'>): EntryAnswers {
  return { kind, until: valid?.until, replacement, source: sources?.at(-1), note };
}

/** The entry with the answers in it; all else that it says stays. */
export function revised(entry: Entry, answers: EntryAnswers): Entry {
  const { valid: { from } = {}, sources = [], ...rest } = entry;
  const valid = { ...(from && { from }), ...(answers.until && { until: answers.until }) };
  const source = answers.source && { ...sources.at(-1), ...answers.source };
  const all = [...sources.slice(0, -1), ...(source ? [source] : [])];
  const optional = {
    note: answers.note || undefined,
    valid: Object.keys(valid).length > 0 ? valid : undefined,
    replacement: answers.replacement || undefined,
    sources: all.length > 0 ? all : undefined,
  };
  const said = Object.entries({ ...rest, kind: answers.kind, ...optional }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(said) as unknown as Entry;
}
