import type { Review } from '../review';
import type { Finding } from '../../finding';
import { foldPhrase } from '../../text/fold';
import { longestRemark } from '../../limits';
import { markerText } from '../../speech/ignore-markers';
import type { TextEdit } from '../../text/span';
import { standsIn } from './apply';
import type { IgnoreEntry } from './list';

/** Words that tell one place from another by themselves; shorter ones are listed with what stands around them. */
const shortestTelling = 4;
/** How far around a short finding its fragment reaches, in UTF-16 code units. */
const surroundings = 12;

const clauseEnd = /[。！？!?；;\r\n]/;

/**
 * The edit that puts a marker for the finding into the text: in a line of its own above the paragraph; in Markdown at the end
 * of the line where the paragraph goes on from the line above. It names the words where the paragraph has another finding of the rule.
 * @param markdown whether as a comment
 */
export function markerFor(review: Review, finding: Finding, reason: string, markdown: boolean): TextEdit {
  const { text, speech, findings } = review;
  const number = speech.lines.at(finding.start);
  const line = speech.lines.span(number);
  const alike = findings.filter(
    ({ rule, start }) => rule === finding.rule && start >= line.start && start <= line.end,
  ).length;
  const words = text.slice(finding.start, finding.end);
  const fragment = alike > 1 && !/[“”"\r\n]/.test(words) ? words : undefined;
  const marker = markerText(finding.rule, fragment, reason, markdown);
  const above = number > 0 ? speech.lines.span(number - 1) : undefined;
  const goesOn = above !== undefined && text.slice(above.start, above.end).trim() !== '';
  if (markdown && goesOn) return { start: line.end, end: line.end, text: marker };
  const lineBreak = /\r\n|\r|\n/.exec(text)?.[0] ?? '\n';
  return { start: line.start, end: line.start, text: marker + lineBreak };
}

/** The entry of the list that ignores the finding wherever its words stand; undefined where no words can tell it. */
export function entryFor({ speech }: Review, finding: Finding, reason: string): IgnoreEntry | undefined {
  const { text, lines } = speech;
  const words = text.slice(finding.start, finding.end);
  const telling = !finding.rule.startsWith('outline/') && foldPhrase(words).length >= shortestTelling;
  let { start, end } = finding;
  if (!telling) {
    const line = lines.span(lines.at(finding.start));
    const [first, last] = [Math.max(line.start, start - surroundings), Math.min(line.end, end + surroundings)];
    while (start > first && !clauseEnd.test(text[start - 1])) start--;
    while (end < last && !clauseEnd.test(text[end])) end++;
    // Neither end may cut a character outside the basic plane in two.
    if (/[\udc00-\udfff]/.test(text[start])) start++;
    if (/[\ud800-\udbff]/.test(text[end - 1])) end--;
  }
  const fragment = text
    .slice(start, end)
    .replace(/[\r\n]/g, '')
    .trim();
  if (fragment.length === 0 || fragment.length > longestRemark) return undefined;
  return standsIn(speech, finding, fragment, foldPhrase(fragment))
    ? { text: fragment, rule: finding.rule, reason }
    : undefined;
}
