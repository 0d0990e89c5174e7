import * as vscode from 'vscode';
import * as assistant from './vscode/assistant';
import * as asOf from './vscode/findings/as-of';
import * as cleaning from './vscode/drafting/cleaning';
import * as codeActions from './vscode/findings/code-actions';
import * as comparison from './vscode/report/comparison';
import * as completion from './vscode/phrases/completion';
import * as decorations from './vscode/phrases/decorations';
import * as configuration from './vscode/findings/configuration';
import * as diagnostics from './vscode/findings/diagnostics';
import * as earlierText from './vscode/findings/earlier-text';
import * as entries from './vscode/phrases/entries';
import * as findingsView from './vscode/findings/findings-view';
import * as folderView from './vscode/folder/folder-view';
import * as guessedLanguage from './vscode/drafting/guessed-language';
import * as hover from './vscode/phrases/hover';
import * as ignoring from './vscode/findings/ignoring';
import * as lexiconBrowser from './vscode/phrases/lexicon-browser';
import * as newSpeech from './vscode/drafting/new-speech';
import * as nextStep from './vscode/start/next-step';
import * as open from './vscode/start/open';
import * as outline from './vscode/outline/outline';
import * as outlineTree from './vscode/outline/outline-tree';
import * as outlineEditing from './vscode/outline/outline-editing';
import * as outlineTyping from './vscode/outline/outline-typing';
import * as ownEntries from './vscode/phrases/own-entries';
import * as placeholders from './vscode/findings/placeholders';
import * as reportExport from './vscode/report/report-export';
import * as reviewPanel from './vscode/report/review-panel';
import * as phrasesView from './vscode/phrases/phrases-view';
import * as paste from './vscode/drafting/paste';
import { Reviews } from './vscode/workspace/reviews';
import * as sectionLengths from './vscode/outline/section-lengths';
import * as status from './vscode/findings/status';
import * as targetLengths from './vscode/outline/target-lengths';
import * as templates from './vscode/drafting/templates';
import * as taskPanel from './vscode/tasks/task-panel';
import * as walkthrough from './vscode/start/walkthrough';
import * as word from './vscode/drafting/word';
import * as wordImport from './vscode/drafting/word-import';
import * as wordReview from './vscode/report/word-review';

const features = [
  diagnostics,
  codeActions,
  ignoring,
  decorations,
  hover,
  completion,
  outline,
  outlineEditing,
  outlineTyping,
  asOf,
  earlierText,
  status,
  configuration,
  newSpeech,
  guessedLanguage,
  templates,
  targetLengths,
  sectionLengths,
  outlineTree,
  placeholders,
  cleaning,
  paste,
  entries,
  ownEntries,
  findingsView,
  phrasesView,
  comparison,
  folderView,
  lexiconBrowser,
  reviewPanel,
  reportExport,
  taskPanel,
  word,
  wordImport,
  wordReview,
  walkthrough,
  open,
  nextStep,
  assistant,
];

/** Registers every feature; nothing is loaded or reviewed before this returns. */
export function activate(context: vscode.ExtensionContext): void {
  const log = vscode.window.createOutputChannel('推敲', { log: true });
  const reviews = new Reviews(log);
  context.subscriptions.push(log, reviews);
  for (const feature of features) feature.register(context, reviews);
}
