import * as vscode from 'vscode';
import type { Lexicon } from '../core/lexicon/lexicon';
import type { AsOf, Review } from '../core/review';

/** Reviews of the open documents: one per version, shared by every feature. */
export declare class Reviews implements vscode.Disposable {
  /** Fires when a document has a new review, or has lost its review (closed, excluded, not Chinese prose, other language). */
  readonly onDidChange: vscode.Event<vscode.TextDocument>;
  /** The review of the document's present version, made now if need be; undefined where the document is not reviewed. */
  get(document: vscode.TextDocument, token?: vscode.CancellationToken): Promise<Review | undefined>;
  /** The last review, if it is of the document's present version. */
  peek(document: vscode.TextDocument): Review | undefined;
  /** The lexicon in force for the document: built-in, workspace and user entries. Loaded at first use. */
  lexicon(document: vscode.TextDocument | undefined): Promise<Lexicon>;
  /** As-of choice of one document; undefined returns to the setting. */
  setAsOf(document: vscode.TextDocument, asOf: AsOf | undefined): void;
  asOf(document: vscode.TextDocument): AsOf;
  dispose(): void;
}
