import type { Finding } from '../finding';
import type { Review } from '../review/review';
import type { Span } from '../text/span';

/** The findings that the span touches, the shortest first: it is the most particular. */
export function findingsAt(review: Review, span: Span): Finding[] {
  return review.findings
    .filter(({ start, end }) => start <= span.end && span.start <= end)
    .sort((a, b) => a.end - a.start - (b.end - b.start) || a.start - b.start);
}

export function isSafelyFixable(finding: Finding): boolean {
  return finding.fixes?.some((fix) => fix.safe) ?? false;
}
