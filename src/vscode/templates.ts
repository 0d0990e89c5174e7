import * as vscode from 'vscode';
import { largestTemplate, mostTemplates } from '../core/limits';
import { isTemplateName, parseTemplate, templateFolder, templateFrom, type Template } from '../core/template';
import { diagnosticSource } from './diagnostics';
import { folderOf } from './lexicons';
import { rangeInText } from './positions';
import type { Reviews } from './reviews';
import { writeMade } from './save';

/** How long after the last edit a template is checked, in milliseconds. */
const checkDelay = 300;

/** A file of the templates' folder. */
export interface TemplateFile {
  readonly uri: vscode.Uri;
  /** Path in the workspace folder. */
  readonly path: string;
  /** Undefined where the file is faulty. */
  readonly template: Template | undefined;
  /** The first of its faults, where it cannot be used. */
  readonly fault: string | undefined;
}

/** Whether the document is a template: its blanks are meant to be there. */
export function isTemplate(uri: vscode.Uri): boolean {
  const folder = vscode.workspace.getWorkspaceFolder(uri);
  if (!folder) return false;
  const parent = `${folderUri(folder).path}/`;
  const name = uri.path.slice(parent.length);
  return uri.path.startsWith(parent) && !name.includes('/') && isTemplateName(name);
}

function folderUri(folder: vscode.WorkspaceFolder): vscode.Uri {
  return vscode.Uri.joinPath(folder.uri, templateFolder);
}

/** The templates of all workspace folders as they are now, by folder and name; of a folder no more than may be. */
export async function templateFiles(): Promise<TemplateFile[]> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const files = await Promise.all(folders.map(async (folder) => (await urisIn(folder)).slice(0, mostTemplates)));
  return Promise.all(files.flat().map(read));
}

/** Files of the folder that are templates; none where there is no such folder. */
async function urisIn(folder: vscode.WorkspaceFolder): Promise<vscode.Uri[]> {
  const { fs } = vscode.workspace;
  const uri = folderUri(folder);
  try {
    // VS Code logs an error when a folder is read that is not there, and most workspaces have none.
    await fs.stat(uri);
    const entries = await fs.readDirectory(uri);
    return entries
      .filter(([name, type]) => type & vscode.FileType.File && isTemplateName(name))
      .map(([name]) => vscode.Uri.joinPath(uri, name))
      .sort((a, b) => a.path.localeCompare(b.path, 'zh-CN'));
  } catch {
    return [];
  }
}

function nameOf(uri: vscode.Uri): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}

async function read(uri: vscode.Uri): Promise<TemplateFile> {
  const path = `${templateFolder}/${nameOf(uri)}`;
  const text = await textOf(uri);
  if (typeof text !== 'string') return { uri, path, template: undefined, fault: text?.fault ?? '文件已经不在。' };
  const { template, problems } = parseTemplate(text, nameOf(uri));
  return { uri, path, template, fault: template ? undefined : problems[0]?.message };
}

/** The text of the file, or why it cannot be read; undefined where there is no such file. */
async function textOf(uri: vscode.Uri): Promise<string | { fault: string } | undefined> {
  try {
    const { size } = await vscode.workspace.fs.stat(uri);
    if (size > largestTemplate) {
      return { fault: `文件超过${largestTemplate / 1_000_000}兆字节，不能用作模板，请删去与文稿无关的内容。` };
    }
    return new TextDecoder('utf-8', { fatal: true }).decode(await vscode.workspace.fs.readFile(uri));
  } catch (error) {
    if (error instanceof TypeError) return { fault: '不是 UTF-8 编码的文件，请另存为 UTF-8。' };
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return undefined;
    return { fault: '文件无法读取。' };
  }
}

/** Shows the faults of templates in them: of all when the folder is first seen, of one when it changes. */
class TemplateFaults implements vscode.Disposable {
  readonly #shown = vscode.languages.createDiagnosticCollection('tuiqiao.templates');
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();
  /** The last check of each file, by URI: the next one waits for it, or the older text might be the last to be read. */
  readonly #checks = new Map<string, Promise<void>>();
  readonly #subscriptions: vscode.Disposable;

  constructor() {
    // A folder that is removed takes its files with it, and one that comes with its files may be told of alone.
    const watcher = vscode.workspace.createFileSystemWatcher(`**/{.tuiqiao,${templateFolder},${templateFolder}/*}`);
    const touched = (uri: vscode.Uri) => void (isTemplate(uri) ? this.#check(uri) : this.#checkAll());
    this.#subscriptions = vscode.Disposable.from(
      this.#shown,
      watcher,
      watcher.onDidCreate(touched),
      watcher.onDidChange(touched),
      watcher.onDidDelete(touched),
      // What is deleted in VS Code it need not learn from the disk, which may tell of it late.
      vscode.workspace.onDidDeleteFiles(() => void this.#checkShown()),
      vscode.workspace.onDidChangeTextDocument(({ document: { uri } }) => this.#later(uri)),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => void (isTemplate(uri) && this.#check(uri))),
      vscode.workspace.onDidChangeWorkspaceFolders(() => void this.#checkAll()),
    );
    void this.#checkAll();
  }

  dispose(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#subscriptions.dispose();
  }

  /** Checks the templates that had faults, and may be gone. */
  async #checkShown(): Promise<void> {
    const shown: vscode.Uri[] = [];
    this.#shown.forEach((uri) => shown.push(uri));
    await Promise.all(shown.map((uri) => this.#check(uri)));
  }

  async #checkAll(): Promise<void> {
    await this.#checkShown();
    for (const folder of vscode.workspace.workspaceFolders ?? []) {
      const uris = await urisIn(folder);
      await Promise.all(uris.slice(0, mostTemplates).map((uri) => this.#check(uri)));
      for (const uri of uris.slice(mostTemplates)) {
        this.#show(uri, '', [{ start: 0, end: 0, severity: 'error', message: tooMany() }]);
      }
    }
  }

  #later(uri: vscode.Uri): void {
    if (!isTemplate(uri)) return;
    const key = uri.toString();
    clearTimeout(this.#timers.get(key));
    this.#timers.set(
      key,
      setTimeout(() => {
        this.#timers.delete(key);
        void this.#check(uri);
      }, checkDelay),
    );
  }

  #check(uri: vscode.Uri): Promise<void> {
    const key = uri.toString();
    const check = (this.#checks.get(key) ?? Promise.resolve()).then(() => this.#checkNow(uri));
    this.#checks.set(key, check);
    return check;
  }

  /** Shows the faults of the file, of its unsaved text where it is being written; none where it is no template any more. */
  async #checkNow(uri: vscode.Uri): Promise<void> {
    const document = vscode.workspace.textDocuments.find((one) => one.uri.toString() === uri.toString());
    const text = isTemplate(uri) ? (document?.isDirty ? document.getText() : await textOf(uri)) : undefined;
    if (text === undefined) this.#shown.delete(uri);
    else if (typeof text === 'string') this.#show(uri, text, parseTemplate(text, nameOf(uri)).problems);
    else this.#show(uri, '', [{ start: 0, end: 0, severity: 'error', message: text.fault }]);
  }

  #show(uri: vscode.Uri, text: string, problems: ReturnType<typeof parseTemplate>['problems']): void {
    const { Error, Warning } = vscode.DiagnosticSeverity;
    this.#shown.set(
      uri,
      problems.map(({ start, end, severity, message }) => {
        const range = rangeInText(text, { start, end });
        const diagnostic = new vscode.Diagnostic(range, message, severity === 'error' ? Error : Warning);
        diagnostic.source = diagnosticSource;
        diagnostic.code = 'template';
        return diagnostic;
      }),
    );
  }
}

function tooMany(): string {
  return `模板超过${mostTemplates}个，这个文件没有列出，请把不用的移到别处。`;
}

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
    const uri = templateUri(folder, name);
    const template = templateFrom(review.text, review.outline, name);
    if (!(await writeMade(uri, document.uri, async () => new TextEncoder().encode(template)))) return;
    await vscode.window.showTextDocument(uri);
    void vscode.window.showInformationMessage(
      vscode.l10n.t('Saved. Write {{name}} in place of what changes each time; New Speech asks for it once.'),
    );
  };
  context.subscriptions.push(new TemplateFaults(), vscode.commands.registerCommand('tuiqiao.saveAsTemplate', save));
}

function templateUri(folder: vscode.WorkspaceFolder, name: string): vscode.Uri {
  return vscode.Uri.joinPath(folderUri(folder), `${name}.speech`);
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
      const taken = await vscode.workspace.fs.stat(templateUri(folder, name)).then(
        () => true,
        () => false,
      );
      return taken ? vscode.l10n.t('There is a template of this name already.') : undefined;
    },
  });
  return answer?.trim();
}
