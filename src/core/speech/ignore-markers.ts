import type { Lines } from '../text/lines';
import type { Span } from '../text/span';

/** The words that every marker begins with. */
export const markerWord = '推敲忽略';

/** Rule word of a marker that stands for every rule. */
export const everyRule = '全部';

/** Longest marker that is read; one that is not closed within it is none. */
const longestMarker = 1000;

/** How a marker is opened and closed: as a comment of Markdown, or visibly in plain text. */
const brackets = [
  { open: '<!--', close: '-->' },
  { open: '【', close: '】' },
] as const;

/** A place where the writer says what is to be ignored and why: `<!-- 推敲忽略 规则 理由 -->`, `【推敲忽略 规则 理由】`. */
export interface IgnoreMarker extends Span {
  /** Id or name of a rule as written; empty where there is none. */
  readonly rule: string;
  /** The words that alone are to be ignored, given in quotation marks behind the rule; undefined for the whole paragraph. */
  readonly fragment: string | undefined;
  /** Empty where there is none. */
  readonly reason: string;
}

/** The markers of a text in order of their places; each stands in one line. */
export function ignoreMarkers(text: string): IgnoreMarker[] {
  const markers: IgnoreMarker[] = [];
  for (let at = text.indexOf(markerWord); at >= 0;) {
    const marker = markerAround(text, at);
    if (marker) markers.push(marker);
    at = text.indexOf(markerWord, marker?.end ?? at + markerWord.length);
  }
  return markers;
}

const wrongBrackets = new RegExp(`[（(［[〔]\\s?${markerWord}(?=[\\s：:])[^（(）)\\r\\n]{1,200}[）)］\\]〕]`, 'g');

/** What looks like a marker and is none, for its brackets are others: （推敲忽略 规则 理由）. */
export function wrongMarkers(text: string): Span[] {
  if (!text.includes(markerWord)) return [];
  return [...text.matchAll(wrongBrackets)].map(({ index, 0: words }) => ({ start: index, end: index + words.length }));
}

/**
 * The markers of a text by the number of the line that they speak of: their own, or the next one below with words in it where they stand
 * alone; the line behind the last where there is none.
 */
export function markersByLine(
  text: string,
  lines: Lines,
  markers: readonly IgnoreMarker[],
): ReadonlyMap<number, readonly IgnoreMarker[]> {
  const ofLine = new Map<number, IgnoreMarker[]>();
  for (const marker of markers) append(ofLine, lines.at(marker.start), marker);
  const found = new Map<number, IgnoreMarker[]>();
  let passed = lines.count;
  let target = lines.count;
  for (const marker of [...markers].reverse()) {
    const own = lines.at(marker.start);
    for (let line = Math.min(passed - 1, lines.count - 1); line >= own; line--) {
      if (wordsOf(text, lines.span(line), ofLine.get(line) ?? []) !== '') target = line;
    }
    passed = Math.min(passed, own);
    append(found, target, marker);
  }
  return found;
}

function append<T>(lists: Map<number, T[]>, key: number, member: T): void {
  const list = lists.get(key);
  if (list) list.push(member);
  else lists.set(key, [member]);
}

/** What the line says besides its markers. */
function wordsOf(text: string, line: Span, markers: readonly IgnoreMarker[]): string {
  let words = '';
  let at = line.start;
  for (const marker of markers) {
    words += text.slice(at, marker.start);
    at = marker.end;
  }
  return (words + text.slice(at, line.end)).trim();
}

/** The marker whose word stands at the offset. */
function markerAround(text: string, word: number): IgnoreMarker | undefined {
  let before = word;
  while (text[before - 1] === ' ' || text[before - 1] === '\u3000') before--;
  for (const { open, close } of brackets) {
    const start = before - open.length;
    if (!text.startsWith(open, start)) continue;
    const [line] = text.slice(word + markerWord.length, start + longestMarker).split(/[\r\n]/, 1);
    const length = line.indexOf(close);
    if (length < 0) return undefined;
    const end = word + markerWord.length + length + close.length;
    return { start, end, ...contentOf(line.slice(0, length)) };
  }
  return undefined;
}

/** Rule, fragment and reason, parted by blanks or colons. */
function contentOf(content: string): Omit<IgnoreMarker, 'start' | 'end'> {
  const said = trimmed(content);
  const rule = /^[^\s：:“"「]+/.exec(said)?.[0] ?? '';
  const rest = trimmed(said.slice(rule.length));
  const words = /^(?:“([^”]+)”|"([^"]+)"|「([^」]+)」)(?=[\s：:]|$)/.exec(rest);
  const fragment = words?.[1] ?? words?.[2] ?? words?.[3];
  return { rule, fragment, reason: trimmed(words ? rest.slice(words[0].length) : rest) };
}

function trimmed(words: string): string {
  return words.replace(/^[\s：:]+/, '').trimEnd();
}

/** The words in the first quotation marks of a marker that they do not close themselves; undefined where they cannot be named. */
export function namedInMarker(words: string): string | undefined {
  if (words === '' || /[\r\n\u2028\u2029】]|-->/.test(words)) return undefined;
  const [open, close] = ['“”', '""', '「」'].find(([, mark]) => !words.includes(mark)) ?? [];
  return open && open + words + close;
}

/** The text of a marker. @param fragment as `namedInMarker` gives it @param comment whether as a comment of Markdown */
export function markerText(rule: string, fragment: string | undefined, reason: string, comment: boolean): string {
  const { open, close } = brackets[comment ? 0 : 1];
  // Neither the reason nor a line break in it may close the marker.
  const told = reason
    .replace(/[\r\n]+/g, ' ')
    .replaceAll('-->', '')
    .replaceAll('】', '〕')
    .trim();
  const said = [markerWord, rule, ...(fragment ? [fragment] : []), told].join(' ');
  return comment ? `${open} ${said} ${close}` : `${open}${said}${close}`;
}
