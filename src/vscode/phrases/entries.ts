import * as vscode from 'vscode';
import { type Day, dayOf, type Entry, fullCardOf, kindNames } from '../../core';
import { fullCardContents } from './card-markdown';
import { editEntry, removeEntry } from './entry-questions';
import { cardScheme } from '../host/documents';
import { originOf, type Stock } from '../workspace/lexicons';
import { folderOf, placeOf } from '../host/folders';
import { offsetOf } from '../host/positions';
import { pinyinInitials } from '../../pinyin';
import type { Reviews } from '../workspace/reviews';
import { lexiconSettingsOf, storeDisabled } from '../host/settings';

/** How long a message stays in the status bar, in milliseconds. */
const messageTime = 5_000;

/** Made when something is first sorted: it takes longer than all else that starting does here. */
let collator: Intl.Collator | undefined;

/** The entries by their texts, in the order of pinyin. */
export function byText(entries: readonly Entry[]): Entry[] {
  const { compare } = (collator ??= new Intl.Collator('zh-CN'));
  return [...entries].sort((a, b) => compare(a.text, b.text));
}

/** An entry of the lexicon of a folder, as commands and pages are told of it. */
export interface EntryAddress {
  readonly id: string;
  /** URI of a folder that the lexicon serves; absent where none is open. */
  readonly folder?: string;
  /** The day as of which its standing is judged; absent for today. */
  readonly asOf?: Day;
}

/** The address of an entry in the lexicon that serves the folder. */
export function addressOf(id: string, place: vscode.Uri | undefined, asOf?: Day): EntryAddress {
  return { id, folder: place?.toString(), asOf };
}

function placeAt({ folder }: EntryAddress): vscode.Uri | undefined {
  return folder === undefined ? placeOf(undefined) : vscode.Uri.parse(folder);
}

function isAddress(argument: unknown): argument is EntryAddress {
  return typeof (argument as Partial<EntryAddress> | undefined)?.id === 'string';
}

/** The virtual document that is the page of an entry; a tab shows the name. */
function pageUri(entry: Entry, address: EntryAddress): vscode.Uri {
  const name = entry.text.replaceAll('/', '／');
  return vscode.Uri.from({ scheme: cardScheme, path: `/${name}.md`, query: JSON.stringify(address) });
}

/** The page of an entry in Markdown. */
function pageOf(stock: Stock, entry: Entry, asOf: Day): string {
  return fullCardContents(fullCardOf(entry, asOf, stock.lexicon), originOf(stock, entry.id));
}

/** Asks for one of the entries: by its text, its pinyin initials, its kind, its domain or its note. */
async function pick({ lexicon }: Stock, entries: readonly Entry[], title: string): Promise<Entry | undefined> {
  const initials = await pinyinInitials();
  const sorted = byText(entries);
  const items = sorted.map((entry) => ({
    label: entry.text,
    description: [initials(entry.text), kindNames[entry.kind], lexicon.fileOf(entry.id)?.title]
      .filter(Boolean)
      .join(' · '),
    detail: entry.note,
    entry,
  }));
  const options = { title, matchOnDescription: true, matchOnDetail: true };
  return (await vscode.window.showQuickPick(items, options))?.entry;
}

/** What can be done with one entry of the lexicon. */
interface Action {
  /** Says in the quick pick what is asked for. */
  readonly title: string;
  /** The entries that it can be done with. */
  among(stock: Stock): readonly Entry[];
  /** What is told where there are none. */
  readonly none: string;
  run(entry: Entry, address: EntryAddress, stock: Stock): Thenable<unknown>;
}

/** Commands on one entry: the one they are told of, the one under the cursor, or one that the user picks. */
export function register(context: vscode.ExtensionContext, reviews: Reviews): void {
  const { lexicons } = reviews;
  const refreshed = new vscode.EventEmitter<vscode.Uri>();

  const tell = (message: string) => vscode.window.setStatusBarMessage(message, messageTime);

  const show = (entry: Entry, address: EntryAddress) =>
    vscode.commands.executeCommand('markdown.showPreview', pageUri(entry, address));

  const disable = async ({ id, text }: Entry, address: EntryAddress) => {
    const folder = folderOf(placeAt(address));
    await storeDisabled(folder, [...lexiconSettingsOf(folder).disabled, id]);
    tell(vscode.l10n.t('Switched off: {0}', text));
  };

  const enable = async ({ id, text }: Entry, address: EntryAddress) => {
    const place = placeAt(address);
    const folder = folderOf(place);
    const { disabled } = lexiconSettingsOf(folder);
    if (disabled.includes(id)) {
      await storeDisabled(
        folder,
        disabled.filter((one) => one !== id),
      );
    }
    const { folder: office, standing } = await reviews.configurations.nearest(place);
    const offThere = standing.configuration.disabled ?? [];
    if (office && offThere.includes(id)) {
      const others = offThere.filter((one) => one !== id);
      if (!(await reviews.configurations.write(office, [[['disabled'], others]]))) return;
    }
    tell(vscode.l10n.t('Switched on: {0}', text));
  };

  const openFile = async ({ id }: Entry, _address: EntryAddress, stock: Stock) => {
    const place = originOf(stock, id)?.place;
    if (place) await vscode.window.showTextDocument(place.uri, { selection: place.range });
  };

  const all = ({ lexicon }: Stock) => [...lexicon.entries, ...lexicon.disabled];
  const ownEntries = (stock: Stock) => all(stock).filter(({ id }) => originOf(stock, id)?.place);
  const empty = vscode.l10n.t('The lexicon has no entries.');
  const noneOwn = vscode.l10n.t('There are no entries of your own yet: select words and add them to the lexicon.');
  const showing = { title: vscode.l10n.t('Show entry'), among: all, none: empty, run: show };
  const disabling = {
    title: vscode.l10n.t('Switch off entry'),
    among: ({ lexicon }: Stock) => lexicon.entries,
    none: empty,
    run: disable,
  };
  const enabling = {
    title: vscode.l10n.t('Switch on entry'),
    among: ({ lexicon }: Stock) => lexicon.disabled,
    none: vscode.l10n.t('No entry is switched off.'),
    run: enable,
  };
  const own = { among: ownEntries, none: noneOwn };
  const opening = { title: vscode.l10n.t('Open the lexicon file of an entry'), ...own, run: openFile };

  /** Does the work with the file that the entry stands in. */
  const inFile =
    (work: (uri: vscode.Uri, entry: Entry) => Promise<unknown>) =>
    async (entry: Entry, _address: EntryAddress, stock: Stock) => {
      const place = originOf(stock, entry.id)?.place;
      if (place) await work(place.uri, entry);
    };
  const editing = { title: vscode.l10n.t('Edit entry'), ...own, run: inFile(editEntry) };
  const removing = { title: vscode.l10n.t('Remove entry'), ...own, run: inFile(removeEntry) };

  /** The phrase of the lexicon under the cursor, the innermost where several lie in one another. */
  const underCursor = async (editor: vscode.TextEditor, stock: Stock) => {
    const review = await reviews.get(editor.document);
    const offset = offsetOf(editor.document, editor.selection.active);
    const [phrase] = (review?.phrases ?? [])
      .filter(({ start, end, entry }) => start <= offset && offset <= end && stock.lexicon.get(entry.id) === entry)
      .sort((a, b) => a.end - a.start - (b.end - b.start));
    return review && phrase && { entry: phrase.entry, asOf: review.asOf };
  };

  const perform = async (action: Action, argument: unknown) => {
    const editor = vscode.window.activeTextEditor;
    const told = isAddress(argument) ? argument : undefined;
    const place = told ? placeAt(told) : placeOf(editor?.document.uri);
    const stock = await lexicons.stock(place);
    const entries = action.among(stock);
    if (entries.length === 0) return void vscode.window.showInformationMessage(action.none);
    const here = !told && editor ? await underCursor(editor, stock) : undefined;
    let entry = told ? stock.lexicon.get(told.id) : here?.entry;
    if (!entry || !entries.includes(entry)) {
      entry = await pick(stock, entries, action.title);
    }
    if (entry) await action.run(entry, addressOf(entry.id, place, told?.asOf ?? here?.asOf), stock);
  };

  const pages: vscode.TextDocumentContentProvider = {
    onDidChange: refreshed.event,
    async provideTextDocumentContent({ query }) {
      const address: unknown = JSON.parse(query);
      if (!isAddress(address)) return undefined;
      const stock = await lexicons.stock(placeAt(address));
      const entry = stock.lexicon.get(address.id);
      if (!entry) return vscode.l10n.t('This entry is no longer in the lexicon.');
      return pageOf(stock, entry, address.asOf ?? dayOf(new Date()));
    },
  };

  const command = (id: string, action: Action) =>
    vscode.commands.registerCommand(id, (argument: unknown) => perform(action, argument));
  context.subscriptions.push(
    refreshed,
    lexicons.onDidChange(() => {
      for (const { uri } of vscode.workspace.textDocuments) if (uri.scheme === cardScheme) refreshed.fire(uri);
    }),
    vscode.workspace.registerTextDocumentContentProvider(cardScheme, pages),
    command('tuiqiao.showEntry', showing),
    command('tuiqiao.disableEntry', disabling),
    command('tuiqiao.enableEntry', enabling),
    command('tuiqiao.openEntryFile', opening),
    command('tuiqiao.editEntry', editing),
    command('tuiqiao.removeEntry', removing),
    vscode.commands.registerCommand('tuiqiao.findEntry', async () => {
      const place = placeOf(vscode.window.activeTextEditor?.document.uri);
      const stock = await lexicons.stock(place);
      const entry = await pick(stock, all(stock), vscode.l10n.t('Find entry'));
      if (entry) await show(entry, addressOf(entry.id, place));
    }),
  );
}
