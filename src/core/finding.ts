import type { Entry, Source } from './lexicon/types';
import { movedBy, type Span, type TextEdit } from './text/span';

export const severities = ['error', 'warning', 'information', 'hint'] as const;
export type Severity = (typeof severities)[number];

/** How many there are of each severity. */
export function countsOf(findings: readonly { readonly severity: Severity }[]): Record<Severity, number> {
  const counts = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const { severity } of findings) counts[severity]++;
  return counts;
}

/** The figure 问题, wherever it is told: all but hints, as the Problems view of VS Code lists them. */
export function problemsIn({ error, warning, information }: Readonly<Record<Severity, number>>): number {
  return error + warning + information;
}

/** A change that a reader may accept. Titles say the result: 改为“…”. */
export interface Fix {
  readonly title: string;
  /** Non-overlapping, in order of their places. */
  readonly edits: readonly TextEdit[];
  /** Leaves no choice and keeps the meaning: fix-all may apply it. */
  readonly safe: boolean;
}

/** What a rule has to say of a place; the span is never empty. */
export interface Observation extends Span {
  /** One sentence in Chinese: what, why, what instead. */
  readonly message: string;
  /** In place of the rule's own severity, where this case is milder. */
  readonly severity?: Severity;
  readonly fixes?: readonly Fix[];
  /** Other places that belong to it. */
  readonly related?: readonly (Span & { readonly message: string })[];
  readonly entry?: Entry;
  readonly source?: Source;
}

/** The observation with all its places moved by a number of units. */
export function shiftedBy<Found extends Observation>(offset: number, observation: Found): Found {
  const moved = <T extends Span>(span: T) => movedBy(offset, span);
  const { fixes, related } = observation;
  return {
    ...movedBy(offset, observation),
    ...(fixes && { fixes: fixes.map((fix) => ({ ...fix, edits: fix.edits.map(moved) })) }),
    ...(related && { related: related.map(moved) }),
  };
}

/** An observation with the rule that made it and the severity that is in force for it. */
export interface Finding extends Observation {
  readonly rule: string;
  readonly severity: Severity;
}
