import * as vscode from 'vscode';
import { clean, isChineseProse, longestDocument } from '../../core';
import { selector } from '../host/documents';

const kind = vscode.DocumentDropOrPasteEditKind.Empty.append('tuiqiao', 'clean');

/** What VS Code adds when it copies from an editor of its own: the HTML beside it is colouring, not structure. */
const copiedInEditor = 'vscode-editor-data';

/** Offers to paste a dirty text cleaned, and a web page or a Word text by its headings and paragraphs. */
export class CleaningPaste implements vscode.DocumentPasteEditProvider {
  async provideDocumentPasteEdits(
    _document: vscode.TextDocument,
    _ranges: readonly vscode.Range[],
    transfer: vscode.DataTransfer,
    context: vscode.DocumentPasteEditContext,
    token: vscode.CancellationToken,
  ): Promise<vscode.DocumentPasteEdit[]> {
    if (context.only && !context.only.contains(kind)) return [];
    const plain = (await transfer.get('text/plain')?.asString()) ?? '';
    const html = transfer.get(copiedInEditor) ? '' : ((await transfer.get('text/html')?.asString()) ?? '');
    if (token.isCancellationRequested || plain.length > longestDocument || html.length > longestDocument) return [];
    const structured = html === '' ? '' : (await import('../../core/clean/html')).textOfHtml(html);
    const text = isChineseProse(structured) ? structured : plain;
    const cleaned = clean(text).text;
    if (cleaned === '' || withoutBreaks(cleaned) === withoutBreaks(plain)) return [];
    const edit = new vscode.DocumentPasteEdit(cleaned, vscode.l10n.t('Paste and clean'), kind);
    // The plain text is pasted; the cleaned one is offered beside it.
    edit.yieldTo = [vscode.DocumentDropOrPasteEditKind.Text];
    return [edit];
  }
}

/** Clipboards differ in line breaks and end with some or none. */
function withoutBreaks(text: string): string {
  return text.replace(/\r\n?/g, '\n').trim();
}

/** Registers the paste action 粘贴并清理. */
export function register(context: vscode.ExtensionContext): void {
  context.subscriptions.push(
    vscode.languages.registerDocumentPasteEditProvider(selector, new CleaningPaste(), {
      providedPasteEditKinds: [kind],
      pasteMimeTypes: ['text/plain', 'text/html'],
    }),
  );
}
