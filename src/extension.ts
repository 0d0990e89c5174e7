import * as vscode from 'vscode';
import * as asOf from './vscode/as-of';
import * as codeActions from './vscode/code-actions';
import * as completion from './vscode/completion';
import * as decorations from './vscode/decorations';
import * as diagnostics from './vscode/diagnostics';
import * as entries from './vscode/entries';
import * as hover from './vscode/hover';
import * as lexiconBrowser from './vscode/lexicon-browser';
import * as newSpeech from './vscode/new-speech';
import * as outline from './vscode/outline';
import * as ownEntries from './vscode/own-entries';
import { Reviews } from './vscode/reviews';
import * as status from './vscode/status';
import * as taskPanel from './vscode/task-panel';
import * as word from './vscode/word';

const features = [
  diagnostics,
  codeActions,
  decorations,
  hover,
  completion,
  outline,
  asOf,
  status,
  newSpeech,
  entries,
  ownEntries,
  lexiconBrowser,
  taskPanel,
  word,
];

/** Registers every feature; nothing is loaded or reviewed before this returns. */
export function activate(context: vscode.ExtensionContext): void {
  const log = vscode.window.createOutputChannel('推敲', { log: true });
  const reviews = new Reviews(log);
  context.subscriptions.push(log, reviews);
  for (const feature of features) feature.register(context, reviews);
}
