import { inflateRawSync } from 'node:zlib';
import { baselineFrame, csvBeginning, csvTableHead, sarifBeginning, steps } from '../core';
import type { Format, TaskFormat } from './arguments';
import { pageTitle } from './formats';

/** A kind of file that the program writes: an earlier one may be replaced, what somebody else wrote may not. */
export interface OutputKind {
  /** What messages call it. */
  readonly name: string;
  isOurs(content: Uint8Array): boolean;
}

function textKind(name: string, isOurs: (text: string) => boolean): OutputKind {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  return { name, isOurs: (content) => isOurs(decoder.decode(content)) };
}

/** So much of a file holds how it begins, however it is laid out, in UTF-16 code units. */
const headLength = 1_000;

/** The kind whose files begin so, however an editor has laid them out since. */
function jsonKind(name: string, start: string): OutputKind {
  const bare = (text: string) => text.slice(0, headLength).replace(/\s+/g, '');
  return textKind(name, (text) => bare(text).startsWith(bare(start)));
}

function beginning(name: string, start: string): OutputKind {
  return textKind(name, (text) => text.startsWith(start));
}

/** A file of what was accepted. */
export const baselineKind = jsonKind('基线', baselineFrame.opening);

const report = '审校结果';

/** What `review` writes. */
export const reportKinds: Readonly<Record<Format, OutputKind>> = {
  text: textKind(report, (text) => text.split('\n', 2).at(1)?.startsWith('审校基准日 ') === true),
  json: textKind(report, (text) => isJsonList(text, 'asOf')),
  jsonl: textKind(report, (text) => isJsonList(`[${text}`, 'asOf')),
  sarif: jsonKind(report, sarifBeginning),
  markdown: textKind(report, (text) => text.startsWith('# 审校报告：') && text.includes('\n- 审校基准日：')),
  html: textKind(report, (text) => text.startsWith('<!DOCTYPE html>') && text.includes(`<title>${pageTitle}</title>`)),
  csv: beginning(report, csvBeginning),
  github: textKind(report, (text) => /^::(?:error|warning|notice) file=/.test(text)),
};

const table = '任务分解表';

/** What `docx` writes. */
export const speechKind: OutputKind = { name: 'Word 文件', isOurs: isUntouchedDocx };

/** What `review --annotate` writes: people go on in it, so that none is replaced unasked. */
export const annotatedKind: OutputKind = { name: '、别人没有动过的 Word 文件', isOurs: () => false };

/** What `assignments` writes. */
export const tableKinds: Readonly<Record<TaskFormat, OutputKind>> = {
  markdown: textKind(table, (text) => /^# 任务分解表[^\n]*\n\n共\d+项任务/.test(text)),
  csv: beginning(table, csvTableHead),
  json: textKind(table, (text) => isJsonList(text, 'assignments')),
  docx: { name: table, isOurs: isUntouchedDocx },
};

/** What `clean` writes of what it did where it did nothing. */
export const nothingToClean = '没有需要清理的内容';

/** What `clean` writes of what it did: a summary behind the file's name, then places. */
export const logKind = textKind('改动记录', (text) => {
  const [head, ...places] = text.trimEnd().split('\n');
  const summary = head.slice(head.lastIndexOf('：')).slice(1);
  const counted = (part: string) => steps.some(({ name }) => part.startsWith(`${name} `));
  return (
    (summary === nothingToClean || summary.split('，').every(counted)) &&
    places.every((line) => /^\d+:\d+ {2}/.test(line))
  );
});

/** Whether it is an array with a member for each file, `second` being what it says next, or an empty array. */
function isJsonList(text: string, second: string): boolean {
  const [, key] = /^\[\s*\{\s*"file"\s*:\s*"(?:[^"\\]|\\.)*"\s*,\s*"(\w+)"/.exec(text) ?? [];
  return key === second || text.trim() === '[]';
}

/** Whether it is a Word file that we have made, and that no other program has saved since: Word and WPS enter who did. */
function isUntouchedDocx(content: Uint8Array): boolean {
  const properties = unzipped(Buffer.from(content), 'docProps/core.xml');
  return properties?.includes('<dc:creator>推敲</dc:creator><cp:lastModifiedBy>推敲</cp:lastModifiedBy>') === true;
}

/** Most that the properties of a document of ours hold, in bytes. */
const longestProperties = 100_000;

/** The text of a file in a zip archive; undefined where it is none, or holds no such file. */
function unzipped(archive: Buffer, name: string): string | undefined {
  try {
    // The directory says where each file begins; it is itself found from the end of the archive.
    const end = archive.lastIndexOf('PK\u0005\u0006');
    let at = archive.readUInt32LE(end + 16);
    for (let left = archive.readUInt16LE(end + 10); left > 0; left--) {
      const [packed, nameLength] = [archive.readUInt32LE(at + 20), archive.readUInt16LE(at + 28)];
      if (archive.toString('utf8', at + 46, at + 46 + nameLength) === name) {
        const entry = archive.readUInt32LE(at + 42);
        const start = entry + 30 + archive.readUInt16LE(entry + 26) + archive.readUInt16LE(entry + 28);
        const bytes = archive.subarray(start, start + packed);
        const stored = archive.readUInt16LE(at + 10) === 0;
        return (stored ? bytes : inflateRawSync(bytes, { maxOutputLength: longestProperties })).toString('utf8');
      }
      at += 46 + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
    }
  } catch {
    // Whatever is wrong with it, it is none of ours.
  }
  return undefined;
}
