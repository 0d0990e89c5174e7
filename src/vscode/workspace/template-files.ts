import * as vscode from 'vscode';
import {
  isTemplateName,
  isTemplatePath,
  largestTemplate,
  mostTemplates,
  officeFolder,
  parseTemplate,
  type Template,
  templateFolder,
} from '../../core';
import type { Fault } from '../host/faults';
import { namesIn, OwnFiles, patternsIn, readOwnText, type Folder, type OwnText } from './own-files';

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

/** Where a template of that name lies. @param name of the file */
export function templateUri(folder: vscode.Uri, name: string): vscode.Uri {
  return vscode.Uri.joinPath(folder, templateFolder, name);
}

/** The templates of all workspace folders as they are now, by folder and name; of a folder no more than may be. */
export async function templateFiles(): Promise<TemplateFile[]> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const files = await Promise.all(folders.map(({ uri }) => readFolder(uri)));
  return files
    .flatMap((all) => all.slice(0, mostTemplates))
    .map(({ uri, name, text, fault }) => {
      const { template, problems } =
        fault === undefined ? parseTemplate(text, name) : { template: undefined, problems: [] };
      const path = `${templateFolder}/${name}`;
      return { uri, path, template, fault: template ? undefined : (fault ?? problems[0]?.message) };
    });
}

/** Shows the faults of templates in them, from the moment their folder is seen. */
export class TemplateFaults implements vscode.Disposable {
  readonly #files = new OwnFiles<readonly NamedText[]>({
    code: 'template',
    owns: (path) => path.startsWith(`${templateFolder}/`) && isTemplatePath(path),
    // A folder that is removed takes its files with it, and one that comes with its files may be told of alone.
    patterns: (folder) => patternsIn(folder, [officeFolder, templateFolder, `${templateFolder}/*`]),
    isThere: (files) => files.length > 0,
    read: readFolder,
    same: (known, read) => JSON.stringify(known) === JSON.stringify(read),
    faults: (files, unsaved) =>
      files.map(({ uri, name, ...read }, index) => {
        const text = unsaved(uri) ?? read.text ?? '';
        if (index >= mostTemplates) return { uri, text, faults: [whole(tooMany())] };
        if (read.fault !== undefined && unsaved(uri) === undefined) return { uri, text, faults: [whole(read.fault)] };
        return { uri, text, faults: parseTemplate(text, name).problems };
      }),
  });
  readonly #folders: vscode.Disposable;

  constructor() {
    const check = () => vscode.workspace.workspaceFolders?.forEach(({ uri }) => void this.#files.of(uri));
    this.#folders = vscode.workspace.onDidChangeWorkspaceFolders(check);
    check();
  }

  dispose(): void {
    this.#folders.dispose();
    this.#files.dispose();
  }
}

const tooMany = () => `模板超过${mostTemplates}个，这个文件没有列出，请把不用的移到别处。`;

/** A fault of the file as a whole. */
function whole(message: string): Fault {
  return { start: 0, end: 0, severity: 'error', message };
}

type NamedText = OwnText & { readonly uri: vscode.Uri; readonly name: string; readonly text?: string };

/** The folder's templates with their texts, by name; those beyond how many there may be are not read. */
async function readFolder(folder: Folder): Promise<readonly NamedText[]> {
  if (!folder) return [];
  const names = await namesIn(vscode.Uri.joinPath(folder, templateFolder), isTemplateName);
  const sorted = names.sort((a, b) => a.localeCompare(b, 'zh-CN'));
  const read = await Promise.all(
    sorted.map(async (name, index): Promise<NamedText | undefined> => {
      const uri = templateUri(folder, name);
      if (index >= mostTemplates) return { uri, name, text: '' };
      const found = await readOwnText(uri, largestTemplate, '不能用作模板，请删去与文稿无关的内容');
      return found && { uri, name, ...found };
    }),
  );
  return read.filter((one) => one !== undefined);
}
