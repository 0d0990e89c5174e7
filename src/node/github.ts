import { relative, resolve } from 'node:path';
import { cwd } from 'node:process';
import { type Finding, Lines, type Review, type Severity } from '../core';
import { printable } from './painter';

const levels: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
};

/**
 * The findings as commands of GitHub Actions, a line each: `::warning file=…,line=…,col=…::…`. Files are named from the
 * working directory, where the checkout is.
 */
export function githubAnnotations(file: string, review: Review): string {
  const lines = new Lines(review.text);
  const path = relative(cwd(), resolve(file)).replaceAll('\\', '/');
  return review.findings.map((finding) => `${annotation(path, finding, lines)}\n`).join('');
}

function annotation(path: string, { rule, severity, message, start, end }: Finding, lines: Lines): string {
  const [first, last] = [lines.at(start), lines.at(end - 1)];
  const properties = {
    file: path,
    line: first + 1,
    endLine: last + 1,
    col: start - lines.span(first).start + 1,
    endColumn: end - lines.span(last).start + 1,
    title: rule,
  };
  const written = Object.entries(properties).map(([name, value]) => `${name}=${escaped(String(value), true)}`);
  return `::${levels[severity]} ${written.join(',')}::${escaped(message, false)}`;
}

/** As GitHub reads it: https://docs.github.com/actions/reference/workflow-commands. It has escapes for line breaks only. */
function escaped(value: string, property: boolean): string {
  const data = printable(value.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A'));
  return property ? data.replaceAll(':', '%3A').replaceAll(',', '%2C') : data;
}
