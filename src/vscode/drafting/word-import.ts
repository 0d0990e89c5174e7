import * as vscode from 'vscode';
import type { Imported } from '../../word/import';
import { speechLanguage } from '../host/documents';

/** Largest file that is read, in bytes. */
const largestFile = 50_000_000;

/** Formats that are asked for often; those that cannot be read are answered with what to do. */
const extensions = ['docx', 'docm', 'doc', 'wps', 'ofd'];

/** Asks for a Word document; undefined where the user leaves. */
export async function askForWord(title: string): Promise<vscode.Uri | undefined> {
  const chosen = await vscode.window.showOpenDialog({
    title,
    filters: { [vscode.l10n.t('Word document')]: extensions },
  });
  return chosen?.[0];
}

/** The bytes of a Word document. Throws an error whose message is for the user. */
export async function bytesOfWord(file: vscode.Uri): Promise<Uint8Array> {
  const { size } = await vscode.workspace.fs.stat(file);
  if (size > largestFile) throw new Error('文件超过 50 MB，无法导入；请删去其中的图片，或拆分后再试。');
  return vscode.workspace.fs.readFile(file);
}

/** The text of the file. Throws an error whose message is for the user. */
async function read(file: vscode.Uri): Promise<Imported> {
  const bytes = await bytesOfWord(file);
  const { importDocx } = await import('../../word/import');
  const imported = await importDocx(bytes);
  if (imported.text === '') throw new Error('文件里没有文字；如果内容是图片或扫描件，请先识别成文字。');
  return imported;
}

/** Registers 导入 Word: the text of a Word document as a new speech, which is not saved yet; the document stays as it is. */
export function register(context: vscode.ExtensionContext): void {
  context.subscriptions.push(
    vscode.commands.registerCommand('tuiqiao.importWord', async (resource?: vscode.Uri) => {
      const file =
        resource instanceof vscode.Uri ? resource : await askForWord(vscode.l10n.t('Import a Word document'));
      if (!file) return;
      const name = file.path.split('/').at(-1) ?? '';
      let imported: Imported;
      try {
        imported = await read(file);
      } catch (error) {
        const why = error instanceof vscode.FileSystemError ? '文件无法读取。' : (error as Error).message;
        return void vscode.window.showErrorMessage(vscode.l10n.t('{0} was not imported: {1}', name, why));
      }
      const document = await vscode.workspace.openTextDocument({ language: speechLanguage, content: imported.text });
      await vscode.window.showTextDocument(document);
      if (imported.leftOut)
        void vscode.window.showInformationMessage(
          vscode.l10n.t('{0} was imported. {1}', name, `${imported.leftOut}。`),
        );
    }),
  );
}
