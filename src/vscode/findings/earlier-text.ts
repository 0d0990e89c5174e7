import * as vscode from 'vscode';
import { chineseDate, outdatedSince, type Review } from '../../core';
import { selector } from '../host/documents';
import type { Reviews } from '../workspace/reviews';

/** When the text was written, in words: its date, or the months between which its wording lies. */
function writtenIn({ documentDate, documentPeriod }: Review): string {
  if (documentDate) return chineseDate(documentDate.date);
  const [from, until] = [documentPeriod?.from ?? '', documentPeriod?.until ?? ''].map((day) => day.slice(0, 7));
  return from === until ? chineseDate(from) : `${chineseDate(from)}—${chineseDate(until)}`;
}

/** Says once, above a text that was evidently written earlier, when that was, with the choice of the day it is judged by. */
export function register(context: vscode.ExtensionContext, reviews: Reviews): void {
  const changed = new vscode.EventEmitter<void>();
  const provider: vscode.CodeLensProvider = {
    onDidChangeCodeLenses: changed.event,
    async provideCodeLenses(document, token) {
      const review = reviews.hasChosen(document) ? undefined : await reviews.get(document, token);
      const count = review && outdatedSince(review);
      if (!review || count === undefined) return undefined;
      const top = new vscode.Range(0, 0, 0, 0);
      const lens = (title: string, ...args: unknown[]) =>
        new vscode.CodeLens(top, { title, command: 'tuiqiao.setAsOf', arguments: args });
      return [
        lens(vscode.l10n.t('Written in {0}; {1} formulations have become outdated since', writtenIn(review), count)),
        lens(vscode.l10n.t('Judge as of when it was written'), 'document', document.uri),
        lens(vscode.l10n.t('Judge as of today'), 'today', document.uri),
      ];
    },
  };
  context.subscriptions.push(
    changed,
    vscode.languages.registerCodeLensProvider(selector, provider),
    reviews.onDidChange(() => changed.fire()),
  );
}
