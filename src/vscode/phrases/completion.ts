import * as vscode from 'vscode';
import {
  type Candidate,
  cardOf,
  CompletionIndex,
  type Day,
  type Entry,
  kindNames,
  lettersStart,
  type Lexicon,
  offeredAt,
  type Skeleton,
  unmistakableLetters,
} from '../../core';
import { cardContents } from './card-markdown';
import { changedLines, type LineRange } from './changed-lines';
import { speechLanguage } from '../host/documents';
import { offsetOf, rangeOf } from '../host/positions';
import { pinyinInitials } from '../../pinyin';
import { snippetsIn } from '../host/snippets';
import type { Reviews } from '../workspace/reviews';
import { InitialsKey, textBefore } from './initials-key';

/** A formulation in the list, with what its card is made of. */
class FormulationItem extends vscode.CompletionItem {
  readonly entry: Entry;
  readonly asOf: Day;
  readonly lexicon: Lexicon;

  constructor(candidate: Candidate, rank: number, range: vscode.Range, asOf: Day, lexicon: Lexicon) {
    const { entry, continues } = candidate;
    const label = continues
      ? { label: candidate.text, description: entry.text }
      : { label: entry.text, description: kindNames[entry.kind] };
    super(label, vscode.CompletionItemKind.Constant);
    this.entry = entry;
    this.asOf = asOf;
    this.lexicon = lexicon;
    this.insertText = candidate.text;
    this.filterText = candidate.filter;
    this.sortText = String(rank).padStart(5, '0');
    this.range = range;
  }
}

const indexes = new WeakMap<Lexicon, Promise<CompletionIndex>>();

async function buildIndex(lexicon: Lexicon): Promise<CompletionIndex> {
  return new CompletionIndex(lexicon.entries, await pinyinInitials());
}

function indexOf(lexicon: Lexicon): Promise<CompletionIndex> {
  let index = indexes.get(lexicon);
  if (!index) indexes.set(lexicon, (index = buildIndex(lexicon)));
  return index;
}

/** A snippet in the list. */
function snippetItem({ name, prefix, description, body }: Skeleton, range: vscode.Range): vscode.CompletionItem {
  const item = new vscode.CompletionItem({ label: prefix, description: name }, vscode.CompletionItemKind.Snippet);
  item.insertText = new vscode.SnippetString(body);
  item.documentation = description;
  // Behind the formulations.
  item.sortText = `z${prefix}`;
  item.range = range;
  return item;
}

/**
 * An item that is never shown. One letter begins no formulation, but the next may have been typed before the answer is there,
 * and VS Code asks again only those whose answer held something and was incomplete.
 */
function askAgain(position: vscode.Position): vscode.CompletionList {
  const item = new vscode.CompletionItem('…');
  item.filterText = '\u0000';
  item.range = new vscode.Range(position.translate(0, -1), position);
  return new vscode.CompletionList([item], true);
}

/**
 * Marks behind which the members of a set go on, and which begin no word that would bring completion up by itself. An input
 * method commits them like any other text, alone or at the end of a phrase.
 */
const triggers = ['、', '（', '：'];

/**
 * Tells whether the writer has asked for the list. In plain text and Markdown, the user's other files, the editor takes the
 * first of a list by Enter, and that is not ours to set: there nothing may come up unasked. The editor asks providers alike
 * for itself and for the writer; for itself it asks where something has just been typed.
 */
class Requests implements vscode.Disposable {
  /** The lines of the last change of a document. */
  readonly #changed = new WeakMap<vscode.TextDocument, LineRange>();
  #asked: { document: vscode.TextDocument; version: number; position: vscode.Position } | undefined;

  readonly #subscription = vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
    if (contentChanges.length > 0) this.#changed.set(document, changedLines(contentChanges));
  });

  dispose(): void {
    this.#subscription.dispose();
  }

  /** Lists what can be written at the cursor, as the writer asks. */
  async ask(): Promise<void> {
    const editor = vscode.window.activeTextEditor;
    if (!editor) return;
    const { document, selection } = editor;
    this.#asked = { document, version: document.version, position: selection.active };
    await vscode.commands.executeCommand('editor.action.triggerSuggest');
  }

  isAsked(
    document: vscode.TextDocument,
    position: vscode.Position,
    { triggerKind }: vscode.CompletionContext,
  ): boolean {
    // A list that is made anew as one types on has been asked for.
    if (triggerKind === vscode.CompletionTriggerKind.TriggerForIncompleteCompletions) return true;
    const asked = this.#asked;
    if (asked?.document === document && asked.version === document.version && asked.position.isEqual(position)) {
      return true;
    }
    const changed = this.#changed.get(document);
    return !changed || position.line < changed.first || changed.last < position.line;
  }
}

/** Formulations in force, by their first characters or by pinyin initials, and what goes on with members of a set. */
export function register(context: vscode.ExtensionContext, reviews: Reviews): void {
  const requests = new Requests();
  const loadSnippets = async () =>
    (await Promise.all([snippetsIn(context, 'outline.json'), snippetsIn(context, 'speeches.json')])).flat();
  let loaded: Promise<readonly Skeleton[]> | undefined;
  const snippets = () => (loaded ??= loadSnippets());

  const formulations = async (
    document: vscode.TextDocument,
    position: vscode.Position,
    token: vscode.CancellationToken,
  ) => {
    const review = await reviews.get(document, token);
    if (!review) return undefined;
    const lexicon = await reviews.lexicon(document);
    const index = await indexOf(lexicon);
    if (token.isCancellationRequested) return undefined;
    const offered = offeredAt(review, index, offsetOf(document, position));
    if (!offered) return undefined;
    const { items, incomplete, left } = offered;
    if (items.length === 0) return lettersStart(left) < left.length ? askAgain(position) : undefined;
    return new vscode.CompletionList<vscode.CompletionItem>(
      items.map(
        (candidate, rank) =>
          new FormulationItem(candidate, rank, rangeOf(document, candidate.span), review.asOf, lexicon),
      ),
      incomplete,
    );
  };

  const snippetItems = async (document: vscode.TextDocument, position: vscode.Position) => {
    const left = textBefore(document, position);
    const start = lettersStart(left);
    if (start === left.length && left.trim() !== '') return [];
    const range = new vscode.Range(position.translate(0, start - left.length), position);
    return (await snippets()).map((snippet) => snippetItem(snippet, range));
  };

  const resolveCompletionItem = (item: vscode.CompletionItem) => {
    if (item instanceof FormulationItem) {
      item.documentation = cardContents(cardOf(item.entry, item.asOf, item.lexicon));
    }
    return item;
  };

  const inSpeech: vscode.CompletionItemProvider = { provideCompletionItems: formulations, resolveCompletionItem };

  const elsewhere: vscode.CompletionItemProvider = {
    async provideCompletionItems(document, position, token, completion) {
      if (!requests.isAsked(document, position, completion)) return undefined;
      const list = (await formulations(document, position, token)) ?? new vscode.CompletionList();
      // In a speech the editor lists them itself.
      if (document.languageId === 'markdown')
        for (const item of await snippetItems(document, position)) list.items.push(item);
      return list;
    },
    resolveCompletionItem,
  };

  const namesSomething = async (document: vscode.TextDocument, left: string) => {
    const letters = unmistakableLetters(left);
    if ((await snippets()).some(({ prefix }) => prefix.startsWith(letters))) return true;
    return (await indexOf(await reviews.lexicon(document))).namesFormulation(left);
  };

  context.subscriptions.push(
    requests,
    new InitialsKey(namesSomething),
    vscode.commands.registerCommand('tuiqiao.suggest', () => requests.ask()),
    vscode.languages.registerCompletionItemProvider({ language: speechLanguage }, inSpeech, ...triggers),
    vscode.languages.registerCompletionItemProvider([{ language: 'plaintext' }, { language: 'markdown' }], elsewhere),
  );
}
