import { jsonReport } from '../core/report/json';
import type { Review } from '../core/review';
import type { Severity } from '../core/rules/rule';
import type { Format } from './arguments';
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

const reporters: Readonly<Record<Format, (io: Io) => Reporter>> = { text, json, jsonl };

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
