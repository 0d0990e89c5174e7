import * as vscode from 'vscode';
import {
  chineseDate,
  configurationFile,
  countsOf,
  edition,
  longestDocument,
  paragraphShares,
  percentages,
  problemsIn,
  type Review,
  severities,
  type Severity,
  sumOf,
} from '../../core';
import { documentDateText } from './as-of';
import { configurationNotes } from './configuration';
import type { Absence } from '../host/documents';
import { offeredCommands } from '../host/manifest';
import type { Reviews } from '../workspace/reviews';
import { minutesText } from '../outline/section-lengths';
import { settingsOf } from '../host/settings';

/** What the status items say of one document. */
export interface StatusTexts {
  readonly text: string;
  readonly detail: string;
  readonly limited: boolean;
  readonly command: vscode.Command;
}

/** How many characters there are, of how many there should be. */
function charactersText({ statistics: { characters, target } }: Review): string {
  const figures = [characters, ...(target === undefined ? [] : [target])];
  return figures.map((figure) => figure.toLocaleString('en')).join('/');
}

/** What is missing to the target, or too much. */
function targetText(characters: number, target: number): string {
  const difference = Math.abs(target - characters).toLocaleString('en');
  const wanted = target.toLocaleString('en');
  return characters > target
    ? vscode.l10n.t('Target: {0} characters, {1} too many', wanted, difference)
    : vscode.l10n.t('Target: {0} characters, {1} to go', wanted, difference);
}

function sloganCount({ phrases }: Review): number {
  return phrases.filter(({ entry }) => entry.kind === 'slogan' || entry.kind === 'abbreviation').length;
}

/** The share of the characters that say something definite (具体内容), as panel and report tell it. */
function substanceShare(review: Review): string {
  return percentages(sumOf(paragraphShares(review))).fact;
}

/**
 * Status bar: characters, speaking time, slogans, and the findings that the Problems view lists (all but hints); and the day
 * that the text was judged by, where it is not the present one.
 */
export function figuresText(review: Review): string {
  const figures = vscode.l10n.t(
    '{0} characters · {1} · substance {2} · slogans {3} · findings {4}',
    charactersText(review),
    minutesText(review.statistics.minutes),
    substanceShare(review),
    sloganCount(review),
    problemsIn(countsOf(review.findings)),
  );
  const { asOf, today } = review;
  return asOf === today ? figures : `${figures} · ${vscode.l10n.t('as of {0}', chineseDate(asOf))}`;
}

/** The same with its detail; data are appended as text, so that nothing in them is read as markup. */
export function figuresTooltip(review: Review): vscode.MarkdownString {
  const names: Readonly<Record<Severity, string>> = {
    error: vscode.l10n.t('errors'),
    warning: vscode.l10n.t('warnings'),
    information: vscode.l10n.t('information'),
    hint: vscode.l10n.t('hints'),
  };
  const { characters, minutes, target } = review.statistics;
  const counts = countsOf(review.findings);
  const outdated = review.findings.filter(({ rule }) => rule === 'directive/outdated').length;
  const rows = [
    vscode.l10n.t('Characters: {0}', characters.toLocaleString('en')),
    ...(target === undefined ? [] : [targetText(characters, target)]),
    vscode.l10n.t(
      'Speaking time: {0}, at {1} characters a minute',
      minutesText(minutes),
      review.statistics.speakingRate,
    ),
    vscode.l10n.t('Formulations: {0}, of which outdated {1}', review.phrases.length, outdated),
    vscode.l10n.t('Slogans and abbreviations: {0}', sloganCount(review)),
    vscode.l10n.t('Substance: {0} of the characters', substanceShare(review)),
    vscode.l10n.t('Findings: {0}', severities.map((severity) => `${names[severity]} ${counts[severity]}`).join(' · ')),
    vscode.l10n.t('Judged as of: {0}', chineseDate(review.asOf)),
    vscode.l10n.t('Date of the document: {0}', documentDateText(review)),
    editionNote(),
    ...review.limits,
  ];
  const tooltip = new vscode.MarkdownString('');
  for (const row of rows) tooltip.appendMarkdown('- ').appendText(row).appendMarkdown('\n');
  return tooltip;
}

function editionNote(): string {
  return vscode.l10n.t('Lexicon: edition {0}, checked on {1}', edition.number, chineseDate(edition.day));
}

/** Language status of a reviewed document. @param configuration what is told of the configuration that it is judged by */
export function reviewedStatus(
  document: vscode.TextDocument,
  review: Review,
  chosen: string,
  configuration: readonly string[] = [],
): StatusTexts {
  const { malformedAsOf } = settingsOf(document);
  const notes = [editionNote()];
  if (chosen === 'document' && review.documentDate)
    notes.push(vscode.l10n.t('Date of the document: {0}', documentDateText(review)));
  if (malformedAsOf !== undefined) {
    notes.push(
      vscode.l10n.t(
        'The setting tuiqiao.asOf is “{0}”; it must be today, document or a day such as 2022-12-26, and is passed over.',
        malformedAsOf,
      ),
    );
  }
  notes.push(...configuration, ...review.limits);
  return {
    text: vscode.l10n.t('Judged as of {0}', chineseDate(review.asOf)),
    detail: notes.join(' · '),
    limited: malformedAsOf !== undefined || review.limits.length > 0,
    command: { command: 'tuiqiao.setAsOf', title: vscode.l10n.t('Set as-of date') },
  };
}

/** Language status of a document that is not reviewed though one might expect it; undefined where nobody would. */
export function absentStatus(absence: Absence): StatusTexts | undefined {
  const settings = (title: string, id: string) => ({
    command: 'workbench.action.openSettings',
    title,
    arguments: [id],
  });
  switch (absence) {
    case 'too-long':
      return {
        text: vscode.l10n.t('Not reviewed: the document is too long'),
        detail: vscode.l10n.t('Longer than {0} characters', longestDocument.toLocaleString('en')),
        limited: true,
        command: { command: 'tuiqiao.review', title: vscode.l10n.t('Review anyway') },
      };
    case 'failed':
      return {
        text: vscode.l10n.t('The review failed'),
        detail: vscode.l10n.t('The output channel 推敲 says where'),
        limited: true,
        command: { command: 'tuiqiao.review', title: vscode.l10n.t('Review again') },
      };
    case 'excluded':
      return {
        text: vscode.l10n.t('Not reviewed: excluded by the settings'),
        detail: 'tuiqiao.exclude',
        limited: false,
        command: settings(vscode.l10n.t('Open settings'), 'tuiqiao.exclude'),
      };
    case 'left-out':
      return {
        text: vscode.l10n.t('Not reviewed: left out by the configuration of the folder'),
        detail: configurationFile,
        limited: false,
        command: { command: 'tuiqiao.showConfiguration', title: vscode.l10n.t('Show the configuration') },
      };
    case 'disabled':
      return {
        text: vscode.l10n.t('Not reviewed: switched off in the settings'),
        detail: 'tuiqiao.enable',
        limited: false,
        command: settings(vscode.l10n.t('Open settings'), 'tuiqiao.enable'),
      };
    default:
      return undefined;
  }
}

/** Offers the commands; the way back to today only where the text is judged by another day, and first then. */
async function offerActions(extension: vscode.Extension<unknown>, review: Review | undefined): Promise<void> {
  const items = offeredCommands(extension)
    .filter(({ command }) => command !== 'tuiqiao.showActions')
    .map(({ command, title }) => ({ label: title, command, description: '' }));
  const [back] = items.splice(
    items.findIndex(({ command }) => command === 'tuiqiao.asOfToday'),
    1,
  );
  if (review && review.asOf !== review.today) {
    items.unshift({ ...back, description: vscode.l10n.t('Judged as of {0}', chineseDate(review.asOf)) });
  }
  const chosen = await vscode.window.showQuickPick(items, { title: '推敲' });
  if (chosen) await vscode.commands.executeCommand(chosen.command);
}

/** Shows as-of date and lexicon date, figures and limits of the active editor's document. */
export function register(context: vscode.ExtensionContext, reviews: Reviews): void {
  const language = vscode.languages.createLanguageStatusItem('tuiqiao.review', []);
  language.name = '推敲';
  const figures = vscode.window.createStatusBarItem('tuiqiao.figures', vscode.StatusBarAlignment.Right, 100);
  figures.name = '推敲';
  figures.command = 'tuiqiao.showActions';

  const show = (document: vscode.TextDocument, texts: StatusTexts | undefined) => {
    language.selector = texts ? { language: document.languageId } : [];
    if (!texts) return;
    language.text = texts.text;
    language.detail = texts.detail;
    language.severity = texts.limited
      ? vscode.LanguageStatusSeverity.Warning
      : vscode.LanguageStatusSeverity.Information;
    language.command = texts.command;
  };

  const update = async () => {
    const document = vscode.window.activeTextEditor?.document;
    const review = document && reviews.peek(document);
    const ofAnotherDay = review !== undefined && review.asOf !== review.today;
    void vscode.commands.executeCommand('setContext', 'tuiqiao.reviewed', review !== undefined);
    void vscode.commands.executeCommand('setContext', 'tuiqiao.asOfAnotherDay', ofAnotherDay);
    if (!review) {
      figures.hide();
      const absence = document && reviews.absence(document);
      if (document) show(document, absence && absentStatus(absence));
      return;
    }
    const configuration = await configurationNotes(reviews, document);
    if (vscode.window.activeTextEditor?.document !== document || reviews.peek(document) !== review) return;
    show(document, reviewedStatus(document, review, reviews.asOf(document), configuration));
    figures.text = `$(book) ${figuresText(review)}`;
    figures.tooltip = figuresTooltip(review);
    figures.show();
  };

  context.subscriptions.push(
    language,
    figures,
    reviews.onDidChange((document) => {
      if (document === vscode.window.activeTextEditor?.document) void update();
    }),
    vscode.window.onDidChangeActiveTextEditor(() => void update()),
    vscode.commands.registerCommand('tuiqiao.showActions', () => {
      const document = vscode.window.activeTextEditor?.document;
      return offerActions(context.extension, document && reviews.peek(document));
    }),
  );
  void update();
}
