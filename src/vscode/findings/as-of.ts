import * as vscode from 'vscode';
import { type AsOf, chineseDate, readDay, type Review } from '../../core';
import type { Reviews } from '../workspace/reviews';
import { storeAsOf } from '../host/settings';

interface Choice extends vscode.QuickPickItem {
  /** `name` asks for a day. */
  readonly asOf?: AsOf | 'name';
  readonly scope?: 'document' | 'setting';
}

/** What the as-of choice 成文日期 comes to for the reviewed document. */
export function documentDateText({ documentDate, documentPeriod }: Review): string {
  if (!documentDate && documentPeriod) {
    const { from, until } = documentPeriod;
    return vscode.l10n.t('between {0} and {1}, by its wording', chineseDate(from), chineseDate(until));
  }
  if (!documentDate) return vscode.l10n.t('the document has no date of its own: judged as of today');
  const date = chineseDate(documentDate.date);
  return documentDate.confidence === 'stated' ? date : vscode.l10n.t('{0}, inferred from the text', date);
}

/** What is wrong with the text as a day, and what to write; undefined where it is one. */
export function dayError(text: string): string | undefined {
  const reading = readDay(text);
  if ('day' in reading) return undefined;
  switch (reading.fault) {
    case 'unreadable':
      return vscode.l10n.t('Enter a calendar day, such as 2021年6月1日 or 2021-06-01.');
    case 'incomplete':
      return vscode.l10n.t('Enter the day too: year, month and day, such as 2021年6月1日.');
    case 'impossible':
      return vscode.l10n.t('The calendar has no such day; check month and day.');
  }
}

function choicesFor(review: Review, now: AsOf): Choice[] {
  const group = (scope: 'document' | 'setting', label: string): Choice[] => [
    { label, kind: vscode.QuickPickItemKind.Separator },
    { label: vscode.l10n.t('Today'), asOf: 'today', scope },
    {
      label: vscode.l10n.t('Date of the document'),
      description: scope === 'document' ? documentDateText(review) : undefined,
      asOf: 'document',
      scope,
    },
    { label: vscode.l10n.t('Another day…'), asOf: 'name', scope },
  ];
  const stored = vscode.workspace.workspaceFolders
    ? vscode.l10n.t('Setting of the workspace')
    : vscode.l10n.t('Setting of the user');
  const current = now === 'today' || now === 'document' ? now : 'name';
  return [...group('document', vscode.l10n.t('This document')), ...group('setting', stored)].map((choice) =>
    choice.scope === 'document' && choice.asOf === current
      ? {
          ...choice,
          label: `$(check) ${choice.label}`,
          description: now === current ? choice.description : chineseDate(now),
        }
      : choice,
  );
}

async function askDay(review: Review): Promise<AsOf | undefined> {
  const text = await vscode.window.showInputBox({
    title: vscode.l10n.t('Judge the text as of this day'),
    value: chineseDate(review.asOf),
    validateInput: dayError,
  });
  const reading = readDay(text ?? '');
  return 'day' in reading ? reading.day : undefined;
}

/**
 * Registers the commands that set the as-of date (审校基准日), for the document of the active editor or as a setting, and that
 * lead back to today, for the document.
 */
export function register(context: vscode.ExtensionContext, reviews: Reviews): void {
  context.subscriptions.push(
    vscode.commands.registerCommand('tuiqiao.setAsOf', async (chosen?: AsOf, uri?: vscode.Uri) => {
      const named = vscode.workspace.textDocuments.find((one) => one.uri.toString() === uri?.toString());
      if (named && chosen) {
        reviews.setAsOf(named, chosen);
        return;
      }
      const document = vscode.window.activeTextEditor?.document;
      const review = document && (await reviews.get(document));
      if (!review) return;
      const choice = await vscode.window.showQuickPick(choicesFor(review, reviews.asOf(document)), {
        title: vscode.l10n.t('Judge the text as of'),
      });
      const asOf = choice?.asOf === 'name' ? await askDay(review) : choice?.asOf;
      if (!asOf) return;
      if (choice?.scope === 'document') {
        reviews.setAsOf(document, asOf);
      } else {
        await storeAsOf(asOf);
        reviews.setAsOf(document, undefined);
      }
    }),
    vscode.commands.registerCommand('tuiqiao.asOfToday', () => {
      const document = vscode.window.activeTextEditor?.document;
      if (document) reviews.setAsOf(document, 'today');
    }),
  );
}
