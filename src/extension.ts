import * as vscode from 'vscode';
import * as asOf from './vscode/as-of';
import * as cleaning from './vscode/cleaning';
import * as codeActions from './vscode/code-actions';
import * as comparison from './vscode/comparison';
import * as completion from './vscode/completion';
import * as decorations from './vscode/decorations';
import * as diagnostics from './vscode/diagnostics';
import * as entries from './vscode/entries';
import * as findingsView from './vscode/findings-view';
import * as folderView from './vscode/folder-view';
import * as hover from './vscode/hover';
import * as ignoring from './vscode/ignoring';
import * as lexiconBrowser from './vscode/lexicon-browser';
import * as newSpeech from './vscode/new-speech';
import * as outline from './vscode/outline';
import * as outlineTree from './vscode/outline-tree';
import * as outlineEditing from './vscode/outline-editing';
import * as outlineTyping from './vscode/outline-typing';
import * as ownEntries from './vscode/own-entries';
import * as placeholders from './vscode/placeholders';
import * as reportExport from './vscode/report-export';
import * as reviewPanel from './vscode/review-panel';
import * as phrasesView from './vscode/phrases-view';
import * as paste from './vscode/paste';
import { Reviews } from './vscode/reviews';
import * as sectionLengths from './vscode/section-lengths';
import * as status from './vscode/status';
import * as targetLengths from './vscode/target-lengths';
import * as templates from './vscode/templates';
import * as taskPanel from './vscode/task-panel';
import * as word from './vscode/word';
import * as wordImport from './vscode/word-import';

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
  status,
  newSpeech,
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
];

/** Registers every feature; nothing is loaded or reviewed before this returns. */
export function activate(context: vscode.ExtensionContext): void {
  const log = vscode.window.createOutputChannel('推敲', { log: true });
  const reviews = new Reviews(log);
  context.subscriptions.push(log, reviews);
  for (const feature of features) feature.register(context, reviews);
}
