import * as vscode from 'vscode';
import { readTarget, statedTarget, type TargetLength } from '../../core';
import { rangeOf } from '../host/positions';
import type { Reviews } from '../workspace/reviews';

const key = 'tuiqiao.targetLengths';

/** Documents whose target is remembered; the longest ago set is forgotten first. */
const mostRemembered = 200;

type Remembered = Readonly<Record<string, TargetLength>>;

function written(target: TargetLength | undefined): string | undefined {
  if (!target) return undefined;
  return 'characters' in target ? String(target.characters) : `${target.minutes}分钟`;
}

/**
 * Registers 设置目标字数: how long the document should be, remembered for the workspace by its URI. Where the document states its
 * length itself, the command leads to that line.
 */
export function register(context: vscode.ExtensionContext, reviews: Reviews): void {
  const memory = context.workspaceState;
  for (const [uri, target] of Object.entries(memory.get<Remembered>(key, {}))) {
    reviews.setTarget(vscode.Uri.parse(uri), target);
  }

  async function store({ uri, isUntitled }: vscode.TextDocument, target: TargetLength | undefined): Promise<void> {
    reviews.setTarget(uri, target);
    if (isUntitled) return;
    const others = Object.entries(memory.get<Remembered>(key, {})).filter(([other]) => other !== uri.toString());
    const stored = target ? [...others.slice(1 - mostRemembered), [uri.toString(), target] as const] : others;
    await memory.update(key, Object.fromEntries(stored));
  }

  async function setTarget(): Promise<void> {
    const editor = vscode.window.activeTextEditor;
    const review = editor && (await reviews.get(editor.document));
    if (!editor || !review) return;
    const { document } = editor;
    const stated = statedTarget(review.text, review.speech.regions);
    if (stated) {
      const { start, end } = rangeOf(document, stated);
      editor.selection = new vscode.Selection(start, end);
      editor.revealRange(editor.selection);
      void vscode.window.showInformationMessage(
        vscode.l10n.t('The document states its length itself; change it in this line.'),
      );
      return;
    }
    const answer = await vscode.window.showInputBox({
      title: vscode.l10n.t('Target Length'),
      prompt: vscode.l10n.t('Characters such as 3000, or speaking time such as 15分钟; leave it empty for none'),
      value: written(reviews.target(document)),
      ignoreFocusOut: true,
      validateInput: (text) =>
        text.trim() === '' || readTarget(text)
          ? undefined
          : vscode.l10n.t('Write a number of characters such as 3000, or of minutes such as 15分钟.'),
    });
    if (answer !== undefined) await store(document, readTarget(answer));
  }

  context.subscriptions.push(vscode.commands.registerCommand('tuiqiao.setTargetLength', setTarget));
}
