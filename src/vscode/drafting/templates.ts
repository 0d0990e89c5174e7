import * as vscode from 'vscode';
import { templateFrom } from '../../core';
import { folderOf } from '../host/folders';
import type { Reviews } from '../workspace/reviews';
import { writeMade } from '../host/save';
import { TemplateFaults, templateUri } from '../workspace/template-files';

/** Registers the check of templates and 存为模板. */
export function register(context: vscode.ExtensionContext, reviews: Reviews): void {
  const save = async () => {
    const document = vscode.window.activeTextEditor?.document;
    const review = document && (await reviews.get(document));
    if (!document || !review) return;
    const folder = folderOf(document.uri);
    if (!folder) {
      return void vscode.window.showWarningMessage(vscode.l10n.t('Open a folder first: templates are kept in it.'));
    }
    const name = await askName(folder);
    if (!name) return;
    const uri = templateUri(folder.uri, `${name}.speech`);
    const template = templateFrom(review.text, review.outline, name);
    if (!(await writeMade(uri, document.uri, async () => new TextEncoder().encode(template)))) return;
    await vscode.window.showTextDocument(uri);
    void vscode.window.showInformationMessage(
      vscode.l10n.t('Saved. Write {{name}} in place of what changes each time; New Speech asks for it once.'),
    );
  };
  context.subscriptions.push(new TemplateFaults(), vscode.commands.registerCommand('tuiqiao.saveAsTemplate', save));
}

async function askName(folder: vscode.WorkspaceFolder): Promise<string | undefined> {
  const answer = await vscode.window.showInputBox({
    title: vscode.l10n.t('Save as Template'),
    prompt: vscode.l10n.t('Name of the template, such as 项目推进会讲话'),
    ignoreFocusOut: true,
    validateInput: async (text) => {
      const name = text.trim();
      if (!name) return vscode.l10n.t('Give the template a name.');
      if (/[\\/:*?"<>|]|^\./.test(name))
        return vscode.l10n.t('A name has none of these characters: \\ / : * ? " < > |');
      const taken = await vscode.workspace.fs.stat(templateUri(folder.uri, `${name}.speech`)).then(
        () => true,
        () => false,
      );
      return taken ? vscode.l10n.t('There is a template of this name already.') : undefined;
    },
  });
  return answer?.trim();
}
