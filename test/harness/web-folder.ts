import * as vscode from 'vscode';
import type { Change, Listed } from './web';

const { FileChangeType, FileSystemError, FileType } = vscode;

/** A file system that is nowhere but in the page: what it holds it asks of the server of the harness, over HTTP. */
class WebFolder implements vscode.FileSystemProvider {
  readonly #server: string;
  readonly #changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.#changed.event;

  constructor(server: string) {
    this.#server = server;
    void this.#listen();
  }

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }

  stat(uri: vscode.Uri): Promise<vscode.FileStat> {
    return this.#json<vscode.FileStat>('stat', uri);
  }

  async readDirectory(uri: vscode.Uri): Promise<[string, vscode.FileType][]> {
    const entries = await this.#json<Listed[]>('list', uri);
    return entries.map(({ name, isFolder }) => [name, isFolder ? FileType.Directory : FileType.File]);
  }

  async readFile(uri: vscode.Uri): Promise<Uint8Array> {
    return new Uint8Array(await (await this.#ask('read', uri)).arrayBuffer());
  }

  async createDirectory(uri: vscode.Uri): Promise<void> {
    await this.#ask('makeFolder', uri);
  }

  async writeFile(uri: vscode.Uri, content: Uint8Array): Promise<void> {
    await this.#ask('write', uri, new Uint8Array(content));
  }

  async delete(uri: vscode.Uri): Promise<void> {
    await this.#ask('remove', uri);
  }

  async rename(from: vscode.Uri, to: vscode.Uri): Promise<void> {
    await this.writeFile(to, await this.readFile(from));
    await this.delete(from);
  }

  async #json<Answer>(what: string, uri: vscode.Uri): Promise<Answer> {
    return (await (await this.#ask(what, uri)).json()) as Answer;
  }

  async #ask(what: string, uri: vscode.Uri, body?: Uint8Array<ArrayBuffer>): Promise<Response> {
    const response = await fetch(`${this.#server}/${what}${encodeURI(uri.path)}`, { method: 'POST', body });
    if (response.ok) return response;
    throw response.status === 404 ? FileSystemError.FileNotFound(uri) : FileSystemError.Unavailable(uri);
  }

  /** Tells what has changed, each time that the server answers. */
  async #listen(): Promise<void> {
    for (;;) {
      const response = await fetch(`${this.#server}/changes`, { method: 'POST' });
      if (!response.ok) return;
      const changes = (await response.json()) as Change[];
      this.#changed.fire(
        changes.map(({ path, isThere }) => ({
          type: isThere ? FileChangeType.Changed : FileChangeType.Deleted,
          uri: vscode.Uri.from({ scheme: 'web-folder', path }),
        })),
      );
    }
  }
}

/** Registers the file system. */
export function activate({ extensionUri, subscriptions }: vscode.ExtensionContext): void {
  const server = extensionUri.with({ path: '/folder' }).toString();
  const options = { isCaseSensitive: true };
  subscriptions.push(vscode.workspace.registerFileSystemProvider('web-folder', new WebFolder(server), options));
}
