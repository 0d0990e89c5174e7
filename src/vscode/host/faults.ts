import * as vscode from 'vscode';
import { mostProblems, placesIn, type Problem, type Span } from '../../core';
import { rangesInText } from './positions';

/** What the Problems view shows as the origin of a finding or fault. */
export const diagnosticSource = '推敲';

/** A fault of a file that people write, with its place in the file's text. */
export interface Fault extends Span {
  readonly severity: 'error' | 'warning';
  /** In Chinese, with what to do. */
  readonly message: string;
}

/** The problems of a JSON file, each at the place that its path names. */
export function placed(text: string, problems: readonly Problem[]): Fault[] {
  if (problems.length === 0) return [];
  const placeOf = placesIn(text);
  return problems.map(({ path, severity, message }) => ({ ...placeOf(path), severity, message }));
}

/** Faults as VS Code shows them; of more than somebody can work through the rest is counted. @param code the kind of file */
export function diagnosticsOf(text: string, faults: readonly Fault[], code: string): vscode.Diagnostic[] {
  const { Error, Warning } = vscode.DiagnosticSeverity;
  const listed = faults.slice(0, mostProblems);
  if (faults.length > mostProblems) {
    const message = `这个文件有${faults.length}处问题，只列出前${mostProblems}处；改好之后会列出其余的。`;
    listed.unshift({ start: 0, end: 0, severity: 'warning', message });
  }
  const ranges = rangesInText(text, listed);
  return listed.map(({ severity, message }, index) => {
    const diagnostic = new vscode.Diagnostic(ranges[index], message, severity === 'error' ? Error : Warning);
    diagnostic.source = diagnosticSource;
    diagnostic.code = code;
    return diagnostic;
  });
}
