import * as vscode from 'vscode';
import {
  type Candidate,
  cardOf,
  CompletionIndex,
  type Day,
  type Entry,
  kindNames,
  type Lexicon,
  longestTypedText,
} from '../../core';
import { cardMarkdown } from './card-markdown';
import { selector } from '../host/documents';
import { pinyinInitials } from '../host/pinyin';
import type { Reviews } from '../workspace/reviews';

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

/**
 * Marks behind which the members of a set go on, and which begin no word that would bring completion up by itself. An input
 * method commits them like any other text, alone or at the end of a phrase.
 */
const triggers = ['、', '（', '：'];

/** Formulations in force, by their first characters or by pinyin initials, and what goes on with members of a set. */
export function register(context: vscode.ExtensionContext, reviews: Reviews): void {
  const provider: vscode.CompletionItemProvider<FormulationItem> = {
    async provideCompletionItems(document, position, token) {
      const { text } = document.lineAt(position.line);
      const first = Math.max(0, position.character - longestTypedText);
      const left = text.slice(first, position.character);
      const review = await reviews.get(document, token);
      if (!review) return undefined;
      const lexicon = await reviews.lexicon(document);
      const index = await indexOf(lexicon);
      if (token.isCancellationRequested) return undefined;
      const { items, incomplete } = index.complete(left, review.asOf);
      return new vscode.CompletionList(
        items.map((candidate, rank) => {
          const range = new vscode.Range(position.with({ character: first + candidate.start }), position);
          return new FormulationItem(candidate, rank, range, review.asOf, lexicon);
        }),
        incomplete,
      );
    },
    resolveCompletionItem(item) {
      item.documentation = cardMarkdown(cardOf(item.entry, item.asOf, item.lexicon));
      return item;
    },
  };
  context.subscriptions.push(vscode.languages.registerCompletionItemProvider(selector, provider, ...triggers));
}
