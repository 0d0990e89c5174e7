import * as vscode from 'vscode';
import type { Reviews } from './reviews';
import { saveAs } from './save';

/** Registers 导出 Word: the speech of the active editor as a Word file laid out by GB/T 9704. */
export function register(context: vscode.ExtensionContext, reviews: Reviews): void {
  context.subscriptions.push(
    vscode.commands.registerCommand('tuiqiao.exportWord', async () => {
      const document = vscode.window.activeTextEditor?.document;
      const review = document && (await reviews.get(document));
      if (!review) return;
      const { draft } = review;
      const { title } = draft.outline;
      const name = title
        ? draft.text.slice(title.start, title.end).replace(/\s+/g, '')
        : (document.uri.path.split('/').at(-1) ?? '').replace(/\.[^.]*$/, '');
      await saveAs(document.uri, name, { label: vscode.l10n.t('Word document'), extension: 'docx' }, async () => {
        const { speechDocx } = await import('../export');
        return speechDocx(draft, name);
      });
    }),
  );
}
