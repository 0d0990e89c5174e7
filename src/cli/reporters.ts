import type { Notification } from 'sarif';
import { version } from '../../package.json';
import { csvBeginning, csvLines } from '../core/report/csv';
import { htmlBeginning, htmlEnd, htmlReport } from '../core/report/html';
import { jsonReport } from '../core/report/json';
import { markdownReport } from '../core/report/markdown';
import { reportOf } from '../core/report/report';
import { sarifBeginning, sarifEnd, sarifNotifications, sarifResults } from '../core/report/sarif';
import type { Review } from '../core/review';
import type { Severity } from '../core/rules/rule';
import type { Format } from './arguments';
import { standardInput } from './inputs';
import { painter, write, type Io } from './io';
import { countSeverities, severityLine, textReport } from './text-report';

/** Writes reports as they come. */
export interface Reporter {
  add(file: string, review: Review): Promise<void>;
  end(): Promise<void>;
}

/** The reporter of a format; each writes a file's report at once and keeps none of it. */
export function reporter(format: Format, io: Io): Reporter {
  return reporters[format](io);
}

const reporters: Readonly<Record<Format, (io: Io) => Reporter>> = {
  text,
  json,
  jsonl,
  sarif,
  markdown,
  html,
  csv,
};

function text(io: Io): Reporter {
  const paint = painter(io);
  let files = 0;
  const tally = new Map<Severity, number>();
  return {
    async add(file, review) {
      const gap = files > 0 ? '\n' : '';
      files++;
      countSeverities(review.findings, tally);
      await write(io.stdout, gap + textReport(file, review, paint));
    },
    async end() {
      if (files > 1) await write(io.stdout, `\n共审校 ${files} 份；${severityLine(tally)}\n`);
    },
  };
}

function json(io: Io): Reporter {
  let opening = '[\n';
  return {
    async add(file, review) {
      await write(io.stdout, opening + JSON.stringify(jsonReport(file, review)));
      opening = ',\n';
    },
    async end() {
      await write(io.stdout, opening === '[\n' ? '[]\n' : '\n]\n');
    },
  };
}

function jsonl(io: Io): Reporter {
  return {
    async add(file, review) {
      await write(io.stdout, JSON.stringify(jsonReport(file, review)) + '\n');
    },
    async end() {},
  };
}

function sarif(io: Io): Reporter {
  const notifications: Notification[] = [];
  let opening = sarifBeginning;
  return {
    async add(file, review) {
      notifications.push(...sarifNotifications(file, review));
      for (const result of sarifResults(file, review)) {
        await write(io.stdout, opening + JSON.stringify(result));
        opening = ',\n';
      }
    },
    async end() {
      const nothing = opening === sarifBeginning ? sarifBeginning : '';
      await write(io.stdout, nothing + sarifEnd(version, notifications));
    },
  };
}

function markdown(io: Io): Reporter {
  let gap = '';
  return {
    async add(file, review) {
      await write(io.stdout, gap + markdownReport(reportOf(named(file), review)));
      gap = '\n';
    },
    async end() {},
  };
}

/** One page, an article for each file. */
function html(io: Io): Reporter {
  const beginning = htmlBeginning('推敲审校报告');
  let files = 0;
  return {
    async add(file, review) {
      files++;
      await write(io.stdout, (files === 1 ? beginning : '') + htmlReport(reportOf(named(file), review), files));
    },
    async end() {
      await write(io.stdout, (files === 0 ? beginning : '') + htmlEnd);
    },
  };
}

/** One table of the findings of all files. */
function csv(io: Io): Reporter {
  let beginning = csvBeginning;
  return {
    async add(file, review) {
      await write(io.stdout, beginning + csvLines(reportOf(named(file), review)));
      beginning = '';
    },
    async end() {
      await write(io.stdout, beginning);
    },
  };
}

function named(file: string): string {
  return file === standardInput ? '（标准输入）' : file;
}
