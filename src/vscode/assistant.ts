import * as vscode from 'vscode';
import { type AssistantHost, assistantTools, quoted, ToolFault } from '../core';
import { languageOfFile } from './host/documents';
import { pathIn } from './host/folders';
import { offeredTools } from './host/manifest';
import type { Reviews } from './workspace/reviews';

/** What the names of tools begin with in the editor, where those of all extensions stand together. */
const prefix = 'tuiqiao_';

/**
 * The document that an assistant names, by its URI, its path, or its path in a workspace folder: a speech of the workspace, or a new
 * one. Undefined where it is none of these: an assistant reads nothing else.
 */
function uriOf(named: string): vscode.Uri | undefined {
  const unsaved = vscode.workspace.textDocuments.find(
    ({ uri, isUntitled }) => isUntitled && [uri.toString(), uri.path].includes(named),
  );
  if (unsaved) return unsaved.uri;
  if (languageOfFile(named) === undefined) return undefined;
  for (const { uri: folder } of vscode.workspace.workspaceFolders ?? []) {
    const whole = [folder.toString(), folder.fsPath, folder.path].find((root) => named.startsWith(root));
    const way = whole === undefined ? named : decodeURIComponent(named.slice(whole.length));
    const path = pathIn(folder, vscode.Uri.joinPath(folder, way));
    const isHidden = path?.split('/').some((part) => part.startsWith('.'));
    if (path !== undefined && !isHidden) return vscode.Uri.joinPath(folder, path);
  }
  return undefined;
}

class Host implements AssistantHost {
  constructor(private readonly reviews: Reviews) {}

  async read(named: string): Promise<string> {
    const uri = this.#given(named);
    let document: vscode.TextDocument;
    try {
      document = await vscode.workspace.openTextDocument(uri);
    } catch {
      throw new ToolFault(`${quoted(named)}无法读取，请核对路径`);
    }
    await this.reviews.get(document);
    const absence = this.reviews.absence(document);
    if (absence === 'disabled' || absence === 'excluded' || absence === 'left-out') {
      throw new ToolFault(`${quoted(named)}在设置或单位的配置里写明不审校，没有读`);
    }
    return document.getText();
  }

  async optionsFor(named: string | undefined) {
    return this.reviews.optionsOf(named === undefined ? undefined : this.#given(named));
  }

  #given(named: string): vscode.Uri {
    const uri = uriOf(named);
    if (uri) return uri;
    throw new ToolFault(`${quoted(named)}不是工作区里的文稿（.txt、.md、.speech、.讲话稿），没有读；Word 文件请先导入`);
  }
}

/** Offers assistants in the editor what the server of assistants offers: on this machine, and nothing is changed. */
export function register(context: vscode.ExtensionContext, reviews: Reviews): void {
  const host = new Host(reviews);
  const tool = (name: string): vscode.LanguageModelTool<object> => ({
    async invoke({ input }) {
      const asked = assistantTools.find((one) => prefix + one.name === name);
      const answer = await asked?.answer(input, host);
      return new vscode.LanguageModelToolResult([new vscode.LanguageModelTextPart(JSON.stringify(answer))]);
    },
  });
  for (const name of offeredTools(context.extension)) {
    context.subscriptions.push(vscode.lm.registerTool(name, tool(name)));
  }
}
