import * as vscode from 'vscode';
import {
  type Finding,
  findingsAt,
  type Fix,
  fixesAt,
  isSafelyFixable,
  type OfferedFix,
  quoted,
  type Review,
  ruleTitle,
  safeEdits,
  type Span,
} from '../../core';
import { diagnosticSource } from '../host/faults';
import { selector } from '../host/documents';
import { isIgnorable, isListable, wordsOf, type Target } from './ignoring';
import { rangeOf, spanOf, workspaceEditOf } from '../host/positions';
import type { Reviews } from '../workspace/reviews';

/** How long a message stays in the status bar, in milliseconds. */
const messageTime = 5_000;

const fixAllKind = vscode.CodeActionKind.SourceFixAll.append('tuiqiao');

/** The published diagnostics of the finding among those that the editor asks about. */
function diagnosticsOf(document: vscode.TextDocument, finding: Finding, published: readonly vscode.Diagnostic[]) {
  const range = rangeOf(document, finding);
  return published.filter(
    ({ source, code, range: place }) =>
      source === diagnosticSource &&
      (typeof code === 'object' ? code.value : code) === finding.rule &&
      place.isEqual(range),
  );
}

/** Quick fixes at a place, and all safe fixes of the document as one source action. */
class FixProvider implements vscode.CodeActionProvider {
  constructor(private readonly reviews: Reviews) {}

  async provideCodeActions(
    document: vscode.TextDocument,
    range: vscode.Range,
    context: vscode.CodeActionContext,
    token: vscode.CancellationToken,
  ): Promise<vscode.CodeAction[]> {
    const wanted = (kind: vscode.CodeActionKind) => !context.only || context.only.contains(kind);
    // The light bulb never shows source actions.
    const forBulb = !context.only && context.triggerKind === vscode.CodeActionTriggerKind.Automatic;
    if (!wanted(vscode.CodeActionKind.QuickFix) && !wanted(fixAllKind)) return [];
    const review = await this.reviews.get(document, token);
    if (!review || token.isCancellationRequested) return [];
    const actions: vscode.CodeAction[] = [];
    if (wanted(vscode.CodeActionKind.QuickFix)) {
      actions.push(...quickFixes(document, review, spanOf(document, range), context.diagnostics));
    }
    if (wanted(fixAllKind) && !forBulb) {
      const edits = safeEdits(review);
      if (edits.length > 0) {
        const action = new vscode.CodeAction(vscode.l10n.t('Apply all safe fixes'), fixAllKind);
        action.edit = workspaceEditOf(document, edits);
        actions.push(action);
      }
    }
    return actions;
  }
}

/**
 * The quick fixes for the findings that the span touches, in this order: replacements, all of the same rule, the whole
 * document, the basis, ignoring. The document must be of the reviewed version.
 * @param published the diagnostics that the editor shows there
 */
export function quickFixes(
  document: vscode.TextDocument,
  review: Review,
  span: Span,
  published: readonly vscode.Diagnostic[],
): vscode.CodeAction[] {
  const here = findingsAt(review, span);
  const actions: vscode.CodeAction[] = [];
  const add = (title: string, finding: Finding) => {
    const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
    action.diagnostics = diagnosticsOf(document, finding, published);
    actions.push(action);
    return action;
  };

  for (const fix of fixesAt(review, span)) {
    const action = add(titleOf(fix), fix.finding);
    action.edit = workspaceEditOf(document, fix.edits);
    if (fix.preferred) action.isPreferred = true;
  }

  for (const finding of here) {
    if (!finding.entry && !finding.source) continue;
    const action = add(vscode.l10n.t('Show the basis'), finding);
    action.command = {
      command: 'tuiqiao.showBasis',
      title: action.title,
      arguments: [rangeOf(document, finding).start],
    };
    break;
  }

  const ignorable = here.filter(isIgnorable);
  for (const scope of ignoringScopes) {
    for (const finding of ignorable) {
      if (scope.command === 'tuiqiao.ignoreInWorkspace' && !isListable(document, review, finding)) continue;
      const action = add(ignorable.length === 1 ? scope.title() : scope.titleFor(wordsOf(review, finding)), finding);
      const { rule, start, end } = finding;
      const target: Target = { uri: document.uri.toString(), rule, start, end };
      action.command = { command: scope.command, title: action.title, arguments: [target] };
    }
  }
  return actions;
}

function titleOf({ scope, title = '', count, finding }: OfferedFix): string {
  if (scope === 'finding') return title;
  return scope === 'rule'
    ? vscode.l10n.t('Fix all of “{0}” in the document ({1})', ruleTitle(finding.rule), count)
    : vscode.l10n.t('Apply all safe fixes in the document ({0})', count);
}

/** Where a finding may be ignored, the narrower first. */
const ignoringScopes = [
  {
    command: 'tuiqiao.ignoreHere',
    title: () => vscode.l10n.t('Ignore here…'),
    titleFor: (words: string) => vscode.l10n.t('Ignore {0} here…', quoted(words)),
  },
  {
    command: 'tuiqiao.ignoreInWorkspace',
    title: () => vscode.l10n.t('Ignore these words in the workspace…'),
    titleFor: (words: string) => vscode.l10n.t('Ignore {0} in the workspace…', quoted(words)),
  },
] as const;

function tell(message: string): void {
  vscode.window.setStatusBarMessage(message, messageTime);
}

async function apply(document: vscode.TextDocument, edits: Fix['edits']): Promise<boolean> {
  const applied = await vscode.workspace.applyEdit(workspaceEditOf(document, edits));
  if (!applied) tell(vscode.l10n.t('The document could not be changed.'));
  return applied;
}

/** Registers the quick fixes, the source action, and a command for each of them. */
export function register(context: vscode.ExtensionContext, reviews: Reviews): void {
  const fixDocument = async ({ document }: vscode.TextEditor) => {
    const review = await reviews.get(document);
    if (!review) return;
    const edits = safeEdits(review);
    if (edits.length === 0) tell(vscode.l10n.t('There is nothing that is safe to fix.'));
    else if (await apply(document, edits)) {
      tell(vscode.l10n.t('Safe fixes applied: {0}', review.findings.filter(isSafelyFixable).length));
    }
  };

  const fixHere = async ({ document, selection }: vscode.TextEditor) => {
    const review = await reviews.get(document);
    if (!review) return;
    const version = document.version;
    const fixes = findingsAt(review, spanOf(document, selection)).flatMap((finding) =>
      (finding.fixes ?? []).map((fix) => ({ label: fix.title, detail: finding.message, fix })),
    );
    if (fixes.length === 0) return tell(vscode.l10n.t('There is nothing to fix here.'));
    const chosen = fixes.length === 1 ? fixes[0] : await vscode.window.showQuickPick(fixes);
    if (chosen && document.version === version) await apply(document, chosen.fix.edits);
  };

  const showBasis = async (editor: vscode.TextEditor, position?: vscode.Position) => {
    if (position) {
      editor.selection = new vscode.Selection(position, position);
      editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    }
    await vscode.commands.executeCommand('editor.action.showHover', { focus: 'autoFocusImmediately' });
  };

  const onEditor = <T>(id: string, run: (editor: vscode.TextEditor, argument?: T) => Promise<void>) =>
    vscode.commands.registerCommand(id, (argument?: T) => {
      const editor = vscode.window.activeTextEditor;
      return editor && run(editor, argument);
    });

  context.subscriptions.push(
    vscode.languages.registerCodeActionsProvider(selector, new FixProvider(reviews), {
      providedCodeActionKinds: [vscode.CodeActionKind.QuickFix, fixAllKind],
    }),
    onEditor('tuiqiao.fixAll', fixDocument),
    onEditor('tuiqiao.fixAtCursor', fixHere),
    onEditor('tuiqiao.showBasis', showBasis),
  );
}
