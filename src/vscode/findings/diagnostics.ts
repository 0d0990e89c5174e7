import * as vscode from 'vscode';
import { type Finding, pageOf, type Severity, type Span } from '../../core';
import type { Absence } from '../host/documents';
import { diagnosticSource } from '../host/faults';
import { rangeOf } from '../host/positions';
import type { Reviews } from '../workspace/reviews';

/** How long findings on the words being typed are held back after the last edit, in milliseconds. */
const typingPause = 1_500;

const shown: Readonly<Record<Severity, vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
  hint: vscode.DiagnosticSeverity.Hint,
};

/** The finding as VS Code shows it; the document must be of the reviewed version. */
export function diagnosticOf(document: vscode.TextDocument, finding: Finding): vscode.Diagnostic {
  const diagnostic = new vscode.Diagnostic(rangeOf(document, finding), finding.message, shown[finding.severity]);
  const page = pageOf(finding);
  diagnostic.source = diagnosticSource;
  diagnostic.code = page ? { value: finding.rule, target: vscode.Uri.parse(page) } : finding.rule;
  if (finding.rule === 'directive/outdated') diagnostic.tags = [vscode.DiagnosticTag.Deprecated];
  diagnostic.relatedInformation = finding.related?.map(
    (place) =>
      new vscode.DiagnosticRelatedInformation(
        new vscode.Location(document.uri, rangeOf(document, place)),
        place.message,
      ),
  );
  return diagnostic;
}

/** Where the carets stand after the changes. */
function caretsAfter(changes: readonly vscode.TextDocumentContentChangeEvent[]): number[] {
  let shift = 0;
  return [...changes]
    .sort((a, b) => a.rangeOffset - b.rangeOffset)
    .map(({ rangeOffset, rangeLength, text }) => {
      const caret = rangeOffset + shift + text.length;
      shift += text.length - rangeLength;
      return caret;
    });
}

function touches({ start, end }: Span, carets: readonly number[]): boolean {
  return carets.some((caret) => start <= caret && caret <= end);
}

/** Why the document that the user asked about is not reviewed. */
function explained(absence: Absence | undefined): string {
  switch (absence) {
    case 'disabled':
      return vscode.l10n.t('Reviewing is switched off in the settings.');
    case 'excluded':
      return vscode.l10n.t('This document is excluded from review by the settings.');
    case 'left-out':
      return vscode.l10n.t('This document is left out of review by the configuration of its folder.');
    case 'not-chinese':
      return vscode.l10n.t('This document is not Chinese prose and is not reviewed.');
    case 'failed':
      return vscode.l10n.t('The review failed; the output channel 推敲 says where.');
    default:
      return vscode.l10n.t('This document is not a text that is reviewed.');
  }
}

/**
 * Publishes the findings of the reviews; those on the words being typed wait until the writer pauses or saves.
 * The command reviews the document of the active editor, whatever its length, and opens the Problems view.
 */
export function register(context: vscode.ExtensionContext, reviews: Reviews): void {
  const collection = vscode.languages.createDiagnosticCollection('tuiqiao');
  const typing = new Map<vscode.TextDocument, { carets: number[]; timer: ReturnType<typeof setTimeout> }>();

  const publish = (document: vscode.TextDocument) => {
    const review = reviews.peek(document);
    if (!review) {
      if (reviews.absence(document) || document.isClosed) collection.delete(document.uri);
      return;
    }
    const carets = typing.get(document)?.carets ?? [];
    const findings = review.findings.filter((finding) => !touches(finding, carets));
    collection.set(
      document.uri,
      findings.map((finding) => diagnosticOf(document, finding)),
    );
  };
  const rest = (document: vscode.TextDocument) => {
    clearTimeout(typing.get(document)?.timer);
    if (typing.delete(document)) publish(document);
  };

  context.subscriptions.push(
    collection,
    reviews.onDidChange(publish),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length === 0) return;
      clearTimeout(typing.get(document)?.timer);
      const timer = setTimeout(() => rest(document), typingPause);
      typing.set(document, { carets: caretsAfter(contentChanges), timer });
    }),
    vscode.workspace.onDidSaveTextDocument(rest),
    vscode.workspace.onDidCloseTextDocument((document) => {
      clearTimeout(typing.get(document)?.timer);
      typing.delete(document);
      collection.delete(document.uri);
    }),
    vscode.commands.registerCommand('tuiqiao.review', async () => {
      const document = vscode.window.activeTextEditor?.document;
      if (!document) return;
      if (await reviews.reviewAnyway(document)) await vscode.commands.executeCommand('workbench.actions.view.problems');
      else await vscode.window.showInformationMessage(explained(reviews.absence(document)));
    }),
    { dispose: () => typing.forEach(({ timer }) => clearTimeout(timer)) },
  );
}
