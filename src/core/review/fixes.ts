import type { Review } from './review';
import type { Finding, Fix } from '../finding';
import { applyEdits, composed, inOrder, narrowed } from '../text/edits';
import type { Span, TextEdit } from '../text/span';

/** Edits of fixes that can be made together: of overlapping fixes the earlier; of each fix all edits or none. */
function compatible(fixes: readonly (readonly TextEdit[])[]): TextEdit[] {
  const chosen: TextEdit[] = [];
  const taken = new Taken();
  const ofFixes = fixes.filter((edits) => edits.length > 0).sort((a, b) => a[0].start - b[0].start);
  for (const edits of ofFixes) {
    if (edits.some((edit) => taken.has(edit))) continue;
    for (const edit of edits) {
      taken.add(edit);
      chosen.push(edit);
    }
  }
  return inOrder(chosen);
}

/** The places that edits change. */
class Taken {
  readonly #units = new Set<number>();
  readonly #insertions = new Set<number>();

  /** Whether the edit changes a unit that is taken, inserts within taken ones or where something is inserted. */
  has({ start, end }: Span): boolean {
    if (start === end) {
      return this.#insertions.has(start) || (this.#units.has(start - 1) && this.#units.has(start));
    }
    for (let at = start; at < end; at++) {
      if (this.#units.has(at) || (at > start && this.#insertions.has(at))) return true;
    }
    return false;
  }

  add({ start, end }: Span): void {
    if (start === end) this.#insertions.add(start);
    for (let at = start; at < end; at++) this.#units.add(at);
  }
}

function firstFixes(findings: readonly Finding[], wanted: (fix: Fix) => boolean): TextEdit[] {
  return compatible(findings.map(({ fixes = [] }) => fixes.find(wanted)?.edits ?? []));
}

/** Most passes of fix-all: a fix may lay bare what another one mends. */
const mostPasses = 10;

const known = new WeakMap<Review, Map<string, readonly TextEdit[]>>();

/**
 * What fix-all applies: the first safe fix of every finding, and of every finding of the text that these give, until none is
 * left. Applying it to its own result changes nothing. Worked out once for a review.
 * @param rule only fixes of this rule
 */
export function safeEdits(review: Review, rule = ''): readonly TextEdit[] {
  const ofRules = known.get(review) ?? new Map<string, readonly TextEdit[]>();
  known.set(review, ofRules);
  const edits = ofRules.get(rule) ?? fixedPoint(review, rule);
  ofRules.set(rule, edits);
  return edits;
}

function fixedPoint({ text, findings, again }: Review, rule: string): readonly TextEdit[] {
  const safe = (found: readonly Finding[]) =>
    firstFixes(
      found.filter((finding) => rule === '' || finding.rule === rule),
      (fix) => fix.safe,
    );
  let edits = safe(findings);
  for (let pass = 1; pass < mostPasses && edits.length > 0; pass++) {
    const further = safe(again(applyEdits(text, edits)).findings);
    if (further.length === 0) break;
    edits = composed(edits, further, text.length);
  }
  return narrowed(text, edits);
}

/** Edits of the first fix of every finding of one rule, safe or not. */
export function editsOfRule({ findings }: Review, rule: string): TextEdit[] {
  return firstFixes(
    findings.filter((finding) => finding.rule === rule),
    () => true,
  );
}
