import type { Finding, Observation } from '../../finding';
import type { RuleContext, Rule } from '../../rules/rule';
import { foldPhrase } from '../../text/fold';
import { stringOf } from '../../text/units';
import { everyRule, ignoreMarkers, markersByLine, wrongMarkers, type IgnoreMarker } from '../../speech/ignore-markers';
import type { Span } from '../../text/span';
import { quoted } from '../../text/quotation';
import type { IgnoreEntry } from './list';

/** A finding that is not reported, why, and by what: a marker of the text or an entry of the list. */
export interface Ignored {
  readonly finding: Finding;
  readonly reason: string;
  readonly by:
    | { readonly marker: Span; readonly entry?: undefined }
    | { readonly marker?: undefined; readonly entry: IgnoreEntry };
}

/** What is left of the findings, and what was taken out. */
export interface Ignoring {
  readonly kept: readonly Finding[];
  readonly ignored: readonly Ignored[];
  /** What is wrong with markers of the text, or that they are of no use. */
  readonly complaints: readonly Observation[];
}

/** A marker that can be followed, and its rule; undefined for every rule. */
interface Order {
  readonly marker: IgnoreMarker;
  readonly rule: string | undefined;
}

/**
 * Takes out what is ignored by a marker or an entry of the list. A marker alone in its line speaks of the paragraph below, one
 * within a line of that line. Findings in the markers themselves are dropped.
 * @param rules all rules
 * @param checked ids of the rules that were run: what speaks of others is not called useless
 */
export function ignore(
  draft: RuleContext,
  findings: readonly Finding[],
  entries: readonly IgnoreEntry[],
  rules: readonly Rule[],
  checked: ReadonlySet<string>,
): Ignoring {
  const markers = ignoreMarkers(draft.text);
  const complaints: Observation[] = wrongMarkers(draft.text).map((span) => ({ ...span, message: wrongBrackets }));
  if (markers.length + entries.length === 0) return { kept: findings, ignored: [], complaints };
  const orders = new Map<IgnoreMarker, Order>();
  for (const marker of markers) {
    const fault = faultOf(marker, rules);
    if (fault) complaints.push({ ...place(marker), message: fault });
    else orders.set(marker, { marker, rule: ruleOf(marker, rules)?.id });
  }
  const byLine = markersByLine(draft.text, draft.lines, markers);

  const kept: Finding[] = [];
  const ignored: Ignored[] = [];
  const used = new Set<IgnoreMarker>();
  const folded = new Map(entries.map((entry) => [entry, foldPhrase(entry.text)]));
  for (const finding of findings) {
    if (draft.regions.has('marker', finding)) continue;
    const ofLine = byLine.get(draft.lines.at(finding.start)) ?? [];
    const orderedBy = ofLine.flatMap((marker) => {
      const order = orders.get(marker);
      return order && speaksOf(draft, order, finding) ? [order] : [];
    });
    orderedBy.forEach(({ marker }) => used.add(marker));
    const [order] = orderedBy;
    if (order) {
      ignored.push({ finding, reason: order.marker.reason, by: { marker: place(order.marker) } });
      continue;
    }
    const entry = entries.find(
      (one) =>
        (one.rule === undefined || one.rule === finding.rule) &&
        (one.entry === undefined || one.entry === finding.entry?.id) &&
        standsIn(draft, finding, one.text, folded.get(one)!),
    );
    if (entry) ignored.push({ finding, reason: entry.reason, by: { entry } });
    else kept.push(finding);
  }
  for (const { marker, rule } of orders.values()) {
    if (used.has(marker) || (rule !== undefined && !checked.has(rule))) continue;
    complaints.push(useless(draft, marker, rules));
  }
  return { kept, ignored, complaints };
}

const wrongBrackets = '忽略标记要写在【】或者 <!-- --> 里，写在这种括号里不起作用，会当作正文读出来。';

function place({ start, end }: Span): Span {
  return { start, end };
}

function ruleOf({ rule }: IgnoreMarker, rules: readonly Rule[]): Rule | undefined {
  return rules.find(({ id, title }) => id === rule || title === rule);
}

function faultOf(marker: IgnoreMarker, rules: readonly Rule[]): string | undefined {
  if (marker.rule === '') return '这处忽略标记没有写明规则和理由，不起作用，请写作“推敲忽略 规则 理由”。';
  if (marker.rule !== everyRule && !ruleOf(marker, rules)) {
    return `忽略标记里的${quoted(marker.rule)}不是规则，不起作用，请写规则的名称（如“未填写的占位文字”），或写${quoted(everyRule)}。`;
  }
  return marker.reason === '' ? '这处忽略标记没有写明理由，不起作用，请在规则后面写上理由。' : undefined;
}

function speaksOf(draft: RuleContext, { marker, rule }: Order, finding: Finding): boolean {
  if (rule !== undefined && rule !== finding.rule) return false;
  return marker.fragment === undefined || standsIn(draft, finding, marker.fragment, foldPhrase(marker.fragment));
}

/**
 * Whether the finding stands within these words at its place: they are the words of the finding, or more around it.
 * @param fragment the words as written, compared as they are
 * @param folded their folded form, in which they are compared as well
 */
export function standsIn(
  { text, folded: draft }: Pick<RuleContext, 'text' | 'folded'>,
  finding: Span,
  fragment: string,
  folded: string,
): boolean {
  const words = text.slice(finding.start, finding.end);
  for (let at = fragment.indexOf(words); at >= 0; at = fragment.indexOf(words, at + 1)) {
    if (finding.start >= at && text.startsWith(fragment, finding.start - at)) return true;
  }
  const range = draft.range(finding);
  if (range.start === range.end || folded.length < range.end - range.start) return false;
  const core = stringOf(draft.units, range.start, range.end);
  for (let at = folded.indexOf(core); at >= 0; at = folded.indexOf(core, at + 1)) {
    if (readsAt(draft.units.subarray(0, draft.length), range.start - at, folded)) return true;
  }
  return false;
}

/** Whether the units from the offset on are those of the words. */
function readsAt(units: Uint16Array, from: number, words: string): boolean {
  if (from < 0 || from + words.length > units.length) return false;
  for (let at = 0; at < words.length; at++) if (units[from + at] !== words.charCodeAt(at)) return false;
  return true;
}

function useless({ text, lines }: RuleContext, marker: IgnoreMarker, rules: readonly Rule[]): Observation {
  const rule = ruleOf(marker, rules);
  const about = rule ? `${quoted(rule.title)}方面的问题` : '问题';
  const what = marker.fragment === undefined ? about : `${quoted(marker.fragment)}的${rule ? about : '问题'}`;
  return {
    ...place(marker),
    message: `这处忽略标记已不起作用，所指的段落里没有${what}，可以删去。`,
    fixes: [{ title: '删去这处忽略标记', safe: false, edits: [{ ...wholeLine(text, lines, marker), text: '' }] }],
  };
}

/** The marker, with its line and the line break where it is alone there. */
function wholeLine(text: string, lines: RuleContext['lines'], marker: Span): Span {
  const number = lines.at(marker.start);
  const line = lines.span(number);
  const alone = (text.slice(line.start, marker.start) + text.slice(marker.end, line.end)).trim() === '';
  if (!alone) return place(marker);
  return number + 1 < lines.count ? { start: line.start, end: lines.span(number + 1).start } : { ...line };
}
