import { forbidden } from '../../files/checks';
import type { Review } from '../review';
import type { Finding } from '../../finding';
import { foldPhrase } from '../../text/fold';
import { longestRemark } from '../../limits';
import { markerText, namedInMarker } from '../../speech/ignore-markers';
import type { Span, TextEdit } from '../../text/span';
import { standsIn } from './apply';
import type { IgnoreEntry } from './list';

/** Words that tell one place from another by themselves; shorter ones are listed with what stands around them. */
const shortestTelling = 4;
/** How far around a short finding its fragment reaches, in UTF-16 code units. */
const surroundings = 12;

const clauseEnd = /[。！？!?；;\r\n]/;
const endsFragment = (unit: string) => clauseEnd.test(unit) || forbidden.test(unit);

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
    (one) => one.rule === finding.rule && one.start >= line.start && one.start <= line.end && one !== finding,
  );
  const fragment = alike.length > 0 ? tellingWords(speech, line, finding, alike) : undefined;
  const marker = markerText(finding.rule, fragment, reason, markdown);
  const above = number > 0 ? speech.lines.span(number - 1) : undefined;
  const goesOn = above !== undefined && text.slice(above.start, above.end).trim() !== '';
  if (markdown && goesOn) return { start: line.end, end: line.end, text: marker };
  const lineBreak = /\r\n|\r|\n/.exec(text)?.[0] ?? '\n';
  return { start: line.start, end: line.start, text: marker + lineBreak };
}

/**
 * The words of the finding as a marker names them, with so much around them that they tell it from the others; undefined where a
 * marker cannot name them.
 */
function tellingWords(
  speech: Review['speech'],
  line: Span,
  finding: Span,
  others: readonly Span[],
): string | undefined {
  let known: string | undefined;
  for (let reach = 0; reach <= surroundings; reach++) {
    const words = speech.text.slice(
      Math.max(line.start, finding.start - reach),
      Math.max(finding.end, Math.min(line.end, finding.end + reach)),
    );
    const named = namedInMarker(words);
    if (named === undefined) break;
    known ??= named;
    if (!others.some((other) => standsIn(speech, other, words, foldPhrase(words)))) return named;
  }
  return known;
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
    while (start > first && !endsFragment(text[start - 1])) start--;
    while (end < last && !endsFragment(text[end])) end++;
    // Neither end may cut a character outside the basic plane in two.
    if (/[\udc00-\udfff]/.test(text[start])) start++;
    if (/[\ud800-\udbff]/.test(text[end - 1])) end--;
  }
  const fragment = text
    .slice(start, end)
    .replace(/[\r\n]/g, '')
    .trim();
  if (fragment.length === 0 || fragment.length > longestRemark || forbidden.test(fragment)) return undefined;
  return standsIn(speech, finding, fragment, foldPhrase(fragment))
    ? { text: fragment, rule: finding.rule, reason }
    : undefined;
}
