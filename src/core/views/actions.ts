import type { Finding } from '../finding';
import { safeEdits } from '../review/fixes';
import type { Review } from '../review/review';
import type { Span, TextEdit } from '../text/span';

/** The findings that the span touches, the shortest first: it is the most particular. */
export function findingsAt(review: Review, span: Span): Finding[] {
  return review.findings
    .filter(({ start, end }) => start <= span.end && span.start <= end)
    .sort((a, b) => a.end - a.start - (b.end - b.start) || a.start - b.start);
}

export function isSafelyFixable(finding: Finding): boolean {
  return finding.fixes?.some((fix) => fix.safe) ?? false;
}

/** A change of the text that is offered at a place. */
export interface OfferedFix {
  /** The finding that it is offered for. */
  readonly finding: Finding;
  /** What it mends: the finding, all of its rule in the text, or all that is found in it. */
  readonly scope: 'finding' | 'rule' | 'text';
  /** Says what comes of the finding: 改为“…”. Only of what mends one. */
  readonly title?: string;
  /** How many findings it mends. */
  readonly count: number;
  readonly edits: readonly TextEdit[];
  /** It leaves no choice, and is the first that does not: at most one of a place. */
  readonly preferred: boolean;
}

/** What can be changed at a place, in this order: replacements, all of the same rule, the whole text. */
export function fixesAt(review: Review, span: Span): OfferedFix[] {
  const here = findingsAt(review, span);
  const single = here.flatMap((finding) => (finding.fixes ?? []).map((fix) => ({ finding, fix })));
  const sure = single.find(({ fix }) => fix.safe);
  const offered: OfferedFix[] = single.map((one) => {
    const { title, edits } = one.fix;
    return { finding: one.finding, scope: 'finding', title, count: 1, edits, preferred: one === sure };
  });

  const fixable = review.findings.filter(isSafelyFixable);
  let ofOneRule = 1;
  for (const finding of here.filter(({ rule }, at) => here.findIndex((other) => other.rule === rule) === at)) {
    const count = fixable.filter(({ rule }) => rule === finding.rule).length;
    if (count < 2) continue;
    ofOneRule = Math.max(ofOneRule, count);
    offered.push({ finding, scope: 'rule', count, edits: safeEdits(review, finding.rule), preferred: false });
  }
  if (here.length > 0 && fixable.length > ofOneRule) {
    const edits = safeEdits(review);
    offered.push({ finding: here[0], scope: 'text', count: fixable.length, edits, preferred: false });
  }
  return offered;
}

/** The page that a finding rests on; https only, whatever the lexicon says. */
export function pageOf({ source, entry }: Finding): string | undefined {
  const url = source?.url ?? entry?.sources?.find((one) => one.url)?.url;
  return url?.startsWith('https://') ? url : undefined;
}
