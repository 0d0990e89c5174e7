import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { review } from '../../src/core/review/review';
import { type Finding } from '../../src/core/finding';
import { builtInLexicon } from '../../src/built-in-lexicon';

/** The day as of which the passages are reviewed. */
const reviewedOn = '2026-11-21';

/** Passages of one group of a fixture: blank lines part passages, a line `# …` begins a group. */
export interface Group {
  readonly name: string;
  readonly passages: readonly string[];
}

/** The groups of a fixture file of passages. */
export function readGroups(file: string): Group[] {
  const blocks = readFileSync(join(__dirname, '../fixtures', file), 'utf8')
    .trim()
    .split(/\n{2,}/);
  const groups: { name: string; passages: string[] }[] = [];
  for (const block of blocks) {
    if (block.startsWith('# ')) groups.push({ name: block.slice(2), passages: [] });
    else groups.at(-1)?.passages.push(block);
  }
  return groups;
}

/** Number of passages in all groups. */
export function sizeOf(groups: readonly Group[]): number {
  return groups.reduce((sum, { passages }) => sum + passages.length, 0);
}

/** The findings of the directive rules in a passage. */
export function directiveFindings(text: string): Finding[] {
  const { findings } = review(text, { lexicon: builtInLexicon, today: reviewedOn, asOf: 'today' });
  return findings.filter(({ rule }) => rule.startsWith('directive/'));
}

/** A finding as it is named in a failure: the words found and the entry. */
export function named(text: string, { start, end, entry }: Finding): string {
  return `${text.slice(start, end)} [${entry?.id ?? ''}]`;
}
