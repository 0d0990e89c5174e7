import type { Readable, Writable } from 'node:stream';
import { TextDocument } from 'vscode-languageserver-textdocument';
import {
  type CompletionItem,
  createConnection,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
  type InitializeResult,
  MessageType,
  ShowMessageNotification,
  TextDocuments,
  TextDocumentSyncKind,
} from 'vscode-languageserver/node';
import {
  asMarkdown,
  CompletionIndex,
  foldsOf,
  hoverAt,
  type Lexicon,
  longestDocument,
  offeredAt,
  officeFolder,
} from '../core';
import type { Grounds } from '../node/grounds';
import { pinyinInitials } from '../pinyin';
import { fileOf } from './files';
import { Reviews } from './reviews';
import {
  type Changing,
  codeActions,
  diagnosticOf,
  fixAllKind,
  itemOf,
  offsetOf,
  rangeOf,
  symbolOf,
  withCard,
} from './shown';

/** How long after the last edit a document is reviewed again, in milliseconds. */
const reviewDelay = 300;

/** Marks behind which the members of a set go on; an input method commits them like any other text. */
const triggers = ['、', '（', '：'];

/** What the server is given by who starts it. */
export interface Start {
  readonly input: Readable;
  readonly output: Writable;
  readonly version: string;
  /** Reads by what documents are reviewed. @param tell is handed what is wrong in a file of an office */
  grounds(tell: (fault: string) => void): Grounds;
}

/** What the client can do with what it is sent. */
interface Abilities {
  readonly versionedEdits: boolean;
  readonly nestedSymbols: boolean;
  readonly watching: boolean;
}

/**
 * Serves an editor by the Language Server Protocol. Texts stay on the machine: what is sent goes to the client alone. The process
 * ends with the client, or when its standard input is closed.
 */
export function serve({ input, output, version, grounds }: Start): void {
  const connection = createConnection(input, output);
  const documents = new TextDocuments(TextDocument);
  /** The rest of what is open goes on. */
  const failed = (error: unknown) => connection.console.error(`审校出错：${String(error)}`);
  const told = new Set<string>();
  const tellOnce = (fault: string) => {
    if (told.has(fault)) return;
    told.add(fault);
    const message = `推敲：${fault}`;
    connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message }).catch(failed);
  };
  const reviews = new Reviews(
    (uri) => documents.get(uri),
    () => grounds(tellOnce),
    (uri) => tellOnce(`${fileOf(uri)} 超过 ${longestDocument} 字，没有审校；请拆开`),
  );
  let abilities: Abilities = { versionedEdits: false, nestedSymbols: false, watching: false };

  connection.onInitialize(({ capabilities: { workspace, textDocument } }: InitializeParams): InitializeResult => {
    abilities = {
      versionedEdits: workspace?.workspaceEdit?.documentChanges === true,
      nestedSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
      watching: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    };
    return {
      capabilities: {
        positionEncoding: 'utf-16',
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
        hoverProvider: true,
        codeActionProvider: { codeActionKinds: ['quickfix', fixAllKind] },
        documentSymbolProvider: { label: '讲话稿' },
        foldingRangeProvider: true,
        completionProvider: { triggerCharacters: triggers, resolveProvider: true },
      },
      serverInfo: { name: 'tuiqiao', version },
    };
  });
  connection.onInitialized(() => {
    if (!abilities.watching) return;
    const watchers = [{ globPattern: `**/${officeFolder}/**` }];
    const refused = () => (abilities = { ...abilities, watching: false });
    connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }).catch(refused);
  });

  const publish = async (uri: string) => {
    const review = await reviews.of(uri);
    const document = documents.get(uri);
    if (!document || (review && review.text !== document.getText())) return;
    const diagnostics = review?.findings.map((finding) => diagnosticOf(uri, review, finding)) ?? [];
    await connection.sendDiagnostics({ uri, version: document.version, diagnostics });
  };
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  const publishSoon = (uri: string, delay: number) => {
    clearTimeout(timers.get(uri));
    const work = () => {
      timers.delete(uri);
      publish(uri).catch(failed);
    };
    timers.set(uri, setTimeout(work, delay));
  };
  const renew = () => {
    reviews.renew();
    told.clear();
    for (const uri of documents.keys()) publishSoon(uri, 0);
  };

  const opened = new Set<string>();
  // Opening counts as a change.
  documents.onDidChangeContent(({ document: { uri } }) => {
    publishSoon(uri, opened.has(uri) ? reviewDelay : 0);
    opened.add(uri);
  });
  documents.onDidSave(({ document }) => (abilities.watching ? publishSoon(document.uri, 0) : renew()));
  documents.onDidClose(({ document: { uri } }) => {
    clearTimeout(timers.get(uri));
    timers.delete(uri);
    opened.delete(uri);
    reviews.forget(uri);
    connection.sendDiagnostics({ uri, diagnostics: [] }).catch(failed);
  });
  connection.onDidChangeWatchedFiles(renew);

  connection.onHover(async ({ textDocument, position }) => {
    const review = await reviews.of(textDocument.uri);
    if (!review) return undefined;
    const offset = offsetOf(review.speech.lines, position);
    const hover = hoverAt(review, offset);
    if (!hover) return undefined;
    // A card leaves out what the findings of its place say, and not every editor shows these above it.
    const said = review.findings.filter(({ start, end }) => start <= offset && offset < end);
    const value = [...said.map(({ message }) => asMarkdown(message)), ...hover.pieces].join('\n\n---\n\n');
    return { contents: { kind: 'markdown', value }, range: rangeOf(review.speech.lines, hover.span) };
  });

  connection.onCodeAction(async ({ textDocument: { uri }, range, context }) => {
    const review = await reviews.of(uri);
    if (!review) return [];
    const reviewed = documents.get(uri)?.version ?? null;
    const change: Changing = (edits) =>
      abilities.versionedEdits
        ? { documentChanges: [{ textDocument: { uri, version: reviewed }, edits: [...edits] }] }
        : { changes: { [uri]: [...edits] } };
    const { lines } = review.speech;
    const span = { start: offsetOf(lines, range.start), end: offsetOf(lines, range.end) };
    return codeActions(review, span, context, change);
  });

  connection.onDocumentSymbol(async ({ textDocument: { uri } }) => {
    const review = await reviews.of(uri);
    const symbols = review?.outline.nodes.map((node) => symbolOf(review, node)) ?? [];
    if (abilities.nestedSymbols) return symbols;
    const flat = (nested: typeof symbols): typeof symbols =>
      nested.flatMap((symbol) => [symbol, ...flat(symbol.children ?? [])]);
    return flat(symbols).map(({ name, kind, range }) => ({ name, kind, location: { uri, range } }));
  });

  connection.onFoldingRanges(async ({ textDocument }) => {
    const review = await reviews.of(textDocument.uri);
    if (!review) return [];
    const folds = foldsOf(review.text, review.speech.lines, review.outline);
    return folds.map(({ first, last }) => ({ startLine: first, endLine: last }));
  });

  const indexes = new WeakMap<Lexicon, CompletionIndex>();
  connection.onCompletion(async ({ textDocument: { uri }, position }) => {
    const review = await reviews.of(uri);
    if (!review) return undefined;
    const { lines } = review.speech;
    const { lexicon } = review.context;
    const index = indexes.get(lexicon) ?? new CompletionIndex(lexicon.entries, await pinyinInitials());
    indexes.set(lexicon, index);
    const offered = offeredAt(review, index, offsetOf(lines, position));
    if (!offered) return undefined;
    const items = offered.items.map((candidate, rank) => ({
      ...itemOf(candidate, rank, lines),
      data: { uri, entry: candidate.entry.id },
    }));
    return { items, isIncomplete: offered.incomplete };
  });
  connection.onCompletionResolve(async (item: CompletionItem) => {
    const { uri, entry: id } = item.data as { uri: string; entry: string };
    const review = await reviews.of(uri);
    const entry = review?.context.lexicon.get(id);
    return entry ? withCard(item, entry, review!.asOf, review!.context.lexicon) : item;
  });

  documents.listen(connection);
  connection.listen();
}
