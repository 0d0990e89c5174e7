import { stringOf } from '../text/units';
import { list, object, oneOf, readJson, text, type Check, type Problem } from '../files/checks';
import type { Review } from './review';
import type { Finding } from '../finding';

/** How many folded units on either side of a finding tell it from others of the same words. */
const surroundings = 8;

/** Longest folded text that is kept of a finding; more of a long sentence does not tell it better. */
const longestKept = 60;

/** A finding as a baseline knows it: by its words and what stands around them, not by its place. */
export interface Accepted {
  readonly rule: string;
  /** Folded words of the finding. */
  readonly text: string;
  /** Folded words before and behind it in its paragraph. */
  readonly before: string;
  readonly after: string;
  /** How many findings are like it. */
  readonly count: number;
}

/** The findings that were accepted, by file; paths are relative to the baseline's folder, parts joined by `/`. */
export type Baseline = ReadonlyMap<string, readonly Accepted[]>;

/** The findings of a review as a baseline keeps them. */
export function acceptedOf(review: Review): Accepted[] {
  const counts = new Map<string, { -readonly [Key in keyof Accepted]: Accepted[Key] }>();
  for (const finding of review.findings) {
    const traits = traitsOf(review, finding);
    const key = keyOf(traits);
    const known = counts.get(key);
    if (known) known.count++;
    else counts.set(key, { ...traits, count: 1 });
  }
  return [...counts.values()];
}

/** The review without the findings that were accepted, of like ones as many as were accepted, and how many of those are gone. */
export function withoutAccepted(review: Review, accepted: readonly Accepted[]): { review: Review; gone: number } {
  const left = new Map(accepted.map((one) => [keyOf(one), one.count]));
  const findings = review.findings.filter((finding) => {
    const key = keyOf(traitsOf(review, finding));
    const count = left.get(key) ?? 0;
    left.set(key, count - 1);
    return count <= 0;
  });
  const known = review.findings.length - findings.length;
  const gone = [...left.values()].reduce((sum, count) => sum + Math.max(0, count), 0);
  const limits = known > 0 ? [...review.limits, `另有${known}处问题已列入基线，没有列出。`] : review.limits;
  return { review: { ...review, findings, limits }, gone };
}

function traitsOf({ text, speech: { folded, lines } }: Review, finding: Finding): Omit<Accepted, 'count'> {
  const { start, end } = folded.range(finding);
  const line = lines.span(lines.at(finding.start));
  const paragraph = folded.range({ start: line.start, end: Math.max(line.end, finding.end) });
  const read = (from: number, to: number) =>
    stringOf(folded.units, Math.max(from, paragraph.start), Math.min(to, paragraph.end));
  // What folding drops, such as a blank too many, is told by the words themselves.
  const words = start < end ? read(start, Math.min(end, start + longestKept)) : text.slice(finding.start, finding.end);
  return {
    rule: finding.rule,
    text: words,
    before: read(start - surroundings, start),
    after: read(end, end + surroundings),
  };
}

function keyOf({ rule, text: words, before, after }: Omit<Accepted, 'count'>): string {
  return JSON.stringify([rule, words, before, after]);
}

const words = text(0, longestKept + surroundings);
const positive: Check = (value, path, report) => {
  if (!Number.isInteger(value) || Number(value) < 1) report(path, '应为正整数');
};
const acceptedCheck = object({ rule: words, text: words, before: words, after: words, count: positive }, {});

const fileCheck = object({ version: oneOf(['1']), files: () => {} }, {});

/** Reads a baseline. Never throws: where it has faults, they are returned and the baseline is empty. */
export function parseBaseline(json: string, file: string): { baseline: Baseline; problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const report = (path: string, message: string) => {
    problems.push({ file, path, severity: 'error', message });
  };
  const { value, fault } = readJson(json);
  if (fault) report('', fault);
  else fileCheck(value, '', report);
  const files = problems.length === 0 ? (value as { files: unknown }).files : {};
  if (typeof files !== 'object' || files === null || Array.isArray(files)) report('files', '应为对象（花括号）');
  for (const [path, accepted] of Object.entries(files ?? {})) list(acceptedCheck)(accepted, `files.${path}`, report);
  return { baseline: new Map(problems.length === 0 ? Object.entries(files as object) : []), problems };
}

/** What a baseline file begins with, and ends with; between them one line for each file. */
export const baselineFrame = {
  opening: '{\n"version": "1",\n"files": {\n',
  separator: ',\n',
  closing: '\n}\n}\n',
} as const;

/** A line of a baseline file. */
export function baselineLine(path: string, accepted: readonly Accepted[]): string {
  return `${JSON.stringify(path)}: ${JSON.stringify(accepted)}`;
}
