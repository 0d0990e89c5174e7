import * as vscode from 'vscode';
import { type Handed, HandedOn, leftOutInWords } from '../../core';
import { rangeOf } from '../host/positions';
import type { Reviews } from '../workspace/reviews';
import { saveAs } from '../host/save';

/** Registers 导出 Word: the speech of the active editor as a Word file laid out by GB/T 9704. */
export function register(context: vscode.ExtensionContext, reviews: Reviews): void {
  context.subscriptions.push(
    vscode.commands.registerCommand('tuiqiao.exportWord', async () => {
      const document = vscode.window.activeTextEditor?.document;
      const review = document && (await reviews.get(document));
      if (!review) return;
      const { speech } = review;
      const { title } = speech.outline;
      const name = title
        ? speech.text.slice(title.start, title.end).replace(/\s+/g, '')
        : (document.uri.path.split('/').at(-1) ?? '').replace(/\.[^.]*$/, '');
      const kind = { label: vscode.l10n.t('Word document'), extension: 'docx' };
      const saved = await saveAs(document.uri, name, kind, async () => {
        const { speechDocx } = await import('../../word/export');
        return speechDocx(speech, name);
      });
      if (saved) void tellLeftOut(document, speech);
    }),
  );
}

/** Tells what of the text is not in the Word file, and leads to it. */
async function tellLeftOut(document: vscode.TextDocument, source: Handed): Promise<void> {
  const { leftOut } = new HandedOn(source);
  if (leftOut.length === 0) return;
  const show = vscode.l10n.t('Show');
  const message = vscode.l10n.t(
    'Passages that are no part of the speech and not in the Word file: {0}',
    leftOut.length,
  );
  if ((await vscode.window.showInformationMessage(message, show)) !== show) return;
  const items = leftOut.map((each) => ({ label: leftOutInWords(source, each), place: each }));
  const picked = await vscode.window.showQuickPick(items, { title: message });
  if (!picked) return;
  await vscode.window.showTextDocument(document, { selection: rangeOf(document, picked.place) });
}
