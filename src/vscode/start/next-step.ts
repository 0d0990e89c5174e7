import * as vscode from 'vscode';
import { readsAsSpeech } from '../../core';
import { isWordName } from '../../node/speech-file';
import { speechLanguage } from '../host/documents';
import { followActiveReview, type Shown } from '../workspace/active-review';
import type { Reviews } from '../workspace/reviews';
import { showOnce } from './walkthrough';

/** What is remembered of a person: the kinds of document for which nothing is to be offered. */
const declinedKey = 'tuiqiao.nextStep.declined';

/** Puts a question in a corner of the window; undefined where it is closed unanswered. */
export type Ask = (message: string, ...answers: string[]) => Thenable<string | undefined>;

/** A step that is offered, by the title of its button. */
interface Step {
  readonly title: string;
  readonly run: () => Thenable<unknown>;
}

/** Offers the steps that fit a kind of document: once in a window, and never again where somebody does not want it. */
class Offers {
  readonly #made = new Set<string>();

  constructor(
    private readonly memory: vscode.Memento,
    private readonly ask: Ask,
  ) {}

  async make(kind: string, message: string, steps: readonly Step[]): Promise<void> {
    const declined = this.memory.get<readonly string[]>(declinedKey, []);
    if (this.#made.has(kind) || declined.includes(kind)) return;
    this.#made.add(kind);
    const never = vscode.l10n.t('Do not offer again');
    const answer = await this.ask(message, ...steps.map(({ title }) => title), never);
    if (answer === never) await this.memory.update(declinedKey, [...declined, kind]);
    await steps.find(({ title }) => title === answer)?.run();
  }
}

/**
 * Offers, to somebody who opens a Word document, to review or import it, and in a text that reads as a speech, to go on with it as
 * one. The first speech of all brings the walkthrough instead.
 */
export function offerSteps(
  context: Pick<vscode.ExtensionContext, 'extension' | 'globalState'>,
  reviews: Reviews,
  ask: Ask,
): vscode.Disposable {
  const offers = new Offers(context.globalState, ask);

  const offerForText = async ({ document, review }: Shown) => {
    const isSpeech = document.languageId === speechLanguage;
    if (!isSpeech && (document.isDirty || !readsAsSpeech(review))) return;
    if ((await showOnce(context)) || isSpeech) return;
    const switching = {
      title: vscode.l10n.t('Switch to speech'),
      run: () => vscode.languages.setTextDocumentLanguage(document, speechLanguage),
    };
    const message = vscode.l10n.t(
      'This text reads as a speech. As one its lines wrap, Enter goes on numbering, and formulations are completed.',
    );
    await offers.make(document.languageId, message, [switching]);
  };

  const offerForWord = async (file: vscode.Uri) => {
    const step = (title: string, command: string) => ({
      title,
      run: () => vscode.commands.executeCommand(command, file),
    });
    const name = file.path.split('/').at(-1) ?? '';
    const message = vscode.l10n.t(
      '{0} is a Word document: 推敲 can review it as it is, or import it as a speech.',
      name,
    );
    await offers.make('word', message, [
      step(vscode.l10n.t('Review it'), 'tuiqiao.reviewWord'),
      step(vscode.l10n.t('Import it'), 'tuiqiao.importWord'),
    ]);
  };

  /** VS Code shows no text of a Word document, but has a tab for it. */
  const lookAtTab = () => {
    const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
    if (input instanceof vscode.TabInputText && isWordName(input.uri.path)) void offerForWord(input.uri);
  };

  lookAtTab();
  return vscode.Disposable.from(
    followActiveReview(reviews, (shown) => shown && void offerForText(shown)),
    vscode.window.tabGroups.onDidChangeTabs(lookAtTab),
  );
}

/** Registers the offers. */
export function register(context: vscode.ExtensionContext, reviews: Reviews): void {
  context.subscriptions.push(
    offerSteps(context, reviews, (message, ...answers) => vscode.window.showInformationMessage(message, ...answers)),
  );
}
