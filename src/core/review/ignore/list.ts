import { list, object, readJson, text, type Problem, type ReportFault } from '../../files/checks';
import { longestRemark, mostIgnored } from '../../limits';
import { quoted } from '../../text/quotation';

/** Where the list of what is ignored lies in a workspace folder. */
export const ignoreFile = '.tuiqiao/ignore.json';

/** What is not to be reported wherever it stands, and why. */
export interface IgnoreEntry {
  /** The words as they stand in the text: those of the finding, or more around them where only they make it right. */
  readonly text: string;
  /** Id of the rule; of every rule where it is left out. */
  readonly rule?: string;
  /** Id of the lexicon entry that the finding rests on; of every entry where it is left out. */
  readonly entry?: string;
  readonly reason: string;
}

/** A list of what is ignored, as read. */
export interface IgnoreList {
  /** The entries without fault. */
  readonly entries: readonly IgnoreEntry[];
  /** What stands in the file as its entries, the faulty ones among them. */
  readonly given: readonly unknown[];
  readonly problems: readonly Problem[];
}

const remark = text(1, longestRemark);

const entryCheck = object({ text: remark, reason: remark }, { rule: remark, entry: remark });

const fileCheck = object({ entries: list(() => {}) }, { $schema: text(0, longestRemark) });

/** What single members cannot say. */
function checkWhole(entry: IgnoreEntry, path: string, rules: readonly string[], report: ReportFault): void {
  if (entry.text.trim() === '') report(`${path}.text`, '应写明忽略哪些文字');
  if (entry.reason.trim() === '') report(`${path}.reason`, '应写明忽略的理由');
  if (entry.rule !== undefined && !rules.includes(entry.rule)) {
    report(`${path}.rule`, `没有规则${quoted(entry.rule)}，请核对拼写`);
  }
}

/**
 * Reads a list of what is ignored: an object with `entries`, or the bare array of entries. Never throws: faults are reported
 * with their JSON path, the entries without fault are returned.
 * @param file name of the file, for the reports
 * @param rules ids of the rules there are
 */
export function parseIgnoreList(json: string, file: string, rules: readonly string[]): IgnoreList {
  const problems: Problem[] = [];
  const report: ReportFault = (path, message, severity) => {
    problems.push({ file, path, severity: severity ?? 'error', message });
  };
  const { value, fault } = readJson(json);
  if (fault) report('', fault);
  const root = (Array.isArray(value) ? { entries: value } : value) as { entries?: unknown } | null;
  if (!fault) fileCheck(root, '', report);
  const given: unknown[] = Array.isArray(root?.entries) ? root.entries : [];
  if (given.length > mostIgnored) report('entries', `超过${mostIgnored}条，其余未读入，请删去不再需要的`);
  const entries: IgnoreEntry[] = [];
  given.slice(0, mostIgnored).forEach((entry, index) => {
    const path = `entries[${index}]`;
    const before = problems.length;
    entryCheck(entry, path, report);
    if (problems.length === before) checkWhole(entry as IgnoreEntry, path, rules, report);
    if (problems.length === before) entries.push(entry as IgnoreEntry);
  });
  return { entries, given, problems };
}

/** JSON path of an entry of the list. */
export function pathOf({ given }: IgnoreList, entry: IgnoreEntry): string {
  return `entries[${given.indexOf(entry)}]`;
}

/** Entries of the list that nothing was ignored by, as warnings. @param used the entries that were of use */
export function unusedEntries(list: IgnoreList, file: string, used: ReadonlySet<IgnoreEntry>): Problem[] {
  return list.entries
    .filter((entry) => !used.has(entry))
    .map((entry) => ({
      file,
      path: pathOf(list, entry),
      severity: 'warning',
      message: `审校过的文稿里没有用到这一条（${quoted(entry.text)}），可以删去`,
    }));
}
