import * as vscode from 'vscode';
import { largestKeptTable, mostKeptTables } from '../../core';
import type { PageState } from './page/messages';

/**
 * Task tables as the user has left them, by document: of a saved document in a file of this machine, so that they outlive tab,
 * window and program; of an untitled one in memory, for what its author has not saved is not written anywhere else.
 */
export class KeptTables {
  readonly #folder: vscode.Uri;
  readonly #isTable: (value: unknown) => value is PageState;
  readonly #tables = new Map<string, PageState | undefined>();
  readonly #waiting = new Set<string>();
  #writing = Promise.resolve();

  /** @param folder where the files are @param isTable whether what is read from a file is a table */
  constructor(folder: vscode.Uri, isTable: (value: unknown) => value is PageState) {
    this.#folder = folder;
    this.#isTable = isTable;
  }

  /** The table of the document; undefined where none is kept. */
  async get(uri: vscode.Uri): Promise<PageState | undefined> {
    const key = uri.toString();
    if (!this.#tables.has(key) && !isUntitled(uri)) {
      const read = await this.#read(uri);
      if (!this.#tables.has(key)) this.#tables.set(key, read);
    }
    return this.#tables.get(key);
  }

  /** Keeps the table in place of the one before. Resolves when it is written; says so where it cannot be. */
  async keep(uri: vscode.Uri, table: PageState): Promise<void> {
    this.#tables.set(uri.toString(), table);
    await this.#store(uri);
  }

  /** Forgets the table of the document. */
  async forget(uri: vscode.Uri): Promise<void> {
    this.#tables.set(uri.toString(), undefined);
    await this.#store(uri);
  }

  /** The document has another URI now. */
  async move(from: vscode.Uri, to: vscode.Uri): Promise<void> {
    const table = await this.get(from);
    if (!table) return;
    await Promise.all([this.keep(to, { ...table, uri: to.toString() }), this.forget(from)]);
  }

  /** Writes what is known of the document, after what is being written; what changes meanwhile is written with it. */
  async #store(uri: vscode.Uri): Promise<void> {
    const key = uri.toString();
    if (isUntitled(uri)) return;
    if (!this.#waiting.has(key)) {
      this.#waiting.add(key);
      this.#writing = this.#writing.then(async () => {
        this.#waiting.delete(key);
        await this.#write(uri, this.#tables.get(key));
      });
    }
    await this.#writing;
  }

  async #write(uri: vscode.Uri, table: PageState | undefined): Promise<void> {
    const file = await this.#fileOf(uri);
    const text = table && JSON.stringify(table);
    try {
      if (text === undefined) await vscode.workspace.fs.delete(file).then(undefined, () => undefined);
      else if (text.length > largestKeptTable) throw new Error('too large');
      else {
        await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
        await this.#prune();
      }
    } catch {
      void vscode.window.showErrorMessage(
        vscode.l10n.t('The corrections of the task table cannot be kept; export the table before you close it.'),
      );
    }
  }

  async #read(uri: vscode.Uri): Promise<PageState | undefined> {
    try {
      const bytes = await vscode.workspace.fs.readFile(await this.#fileOf(uri));
      const table: unknown = JSON.parse(new TextDecoder().decode(bytes));
      return this.#isTable(table) && table.uri === uri.toString() ? table : undefined;
    } catch {
      return undefined;
    }
  }

  /** Deletes the oldest files beyond the limit. */
  async #prune(): Promise<void> {
    const names = (await vscode.workspace.fs.readDirectory(this.#folder)).map(([name]) => name);
    if (names.length <= mostKeptTables) return;
    const files = await Promise.all(
      names.map(async (name) => {
        const file = vscode.Uri.joinPath(this.#folder, name);
        return { file, time: (await vscode.workspace.fs.stat(file)).mtime };
      }),
    );
    files.sort((a, b) => b.time - a.time);
    for (const { file } of files.slice(mostKeptTables)) await vscode.workspace.fs.delete(file);
  }

  /** The file of a document: its name tells nothing of the document. */
  async #fileOf(uri: vscode.Uri): Promise<vscode.Uri> {
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(uri.toString()));
    const name = [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    return vscode.Uri.joinPath(this.#folder, `${name}.json`);
  }
}

function isUntitled({ scheme }: vscode.Uri): boolean {
  return scheme === 'untitled';
}
