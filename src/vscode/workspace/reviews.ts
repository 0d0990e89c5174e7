import * as vscode from 'vscode';
import {
  type AsOf,
  type Day,
  dayOf,
  type IgnoreEntry,
  type Lexicon,
  optionsFor,
  review,
  type Review,
  type ReviewOptions,
  type TargetLength,
} from '../../core';
import { absenceOf, isLeftSide, type Absence } from '../host/documents';
import { IgnoreLists } from './ignore-lists';
import { Lexicons } from './lexicons';
import { folderOf } from '../host/folders';
import { judgingOf, settingsChanged, settingsOf } from '../host/settings';

/** How long after the last edit a document is reviewed again, in milliseconds. */
const reviewDelay = 300;

/** What is known of one version of a document: its review, or why it has none. */
type Standing = { readonly version: number; readonly today: Day } & (
  | { readonly review: Review; readonly ignore: readonly IgnoreEntry[]; readonly absence?: undefined }
  | { readonly review?: undefined; readonly absence: Absence }
);

/** Today by the clock of the machine. */
function today(): Day {
  return dayOf(new Date());
}

/** Where an error arose, without its message, which may hold words of the document. */
function placeOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const { name, message, stack = '' } = error;
  const before = stack.indexOf(message);
  return before < 0 ? name : name + stack.slice(before + message.length);
}

/** Reviews of the open documents: one per version, shared by every feature. */
export class Reviews implements vscode.Disposable {
  readonly #log: vscode.LogOutputChannel;
  readonly #changed = new vscode.EventEmitter<vscode.TextDocument>();
  readonly #standings = new Map<vscode.TextDocument, Standing>();
  readonly #timers = new Map<vscode.TextDocument, ReturnType<typeof setTimeout>>();
  /** As-of choices by URI, so that they survive the closing of a tab. */
  readonly #choices = new Map<string, AsOf>();
  /** Target lengths by URI, for the same reason. */
  readonly #targets = new Map<string, TargetLength>();
  /** Documents that are reviewed whatever their length, by URI. */
  readonly #anyway = new Set<string>();
  readonly #subscriptions: vscode.Disposable;

  /** The lexicons that the documents are reviewed by. */
  readonly lexicons: Lexicons;
  /** What is ignored in the folders of the documents. */
  readonly ignoreLists: IgnoreLists;

  /** Fires when a document has a new review, or has lost its review (closed, excluded, not Chinese prose, other language). */
  readonly onDidChange = this.#changed.event;

  /** @param log gets the places of errors, never words of a document */
  constructor(log: vscode.LogOutputChannel) {
    this.#log = log;
    // Before anything else listens to the settings: a review that they call for waits for the lexicon that they call for.
    this.lexicons = new Lexicons(log);
    this.ignoreLists = new IgnoreLists();
    const renewFolder = (folder: vscode.WorkspaceFolder | undefined) => {
      for (const document of [...this.#standings.keys()]) {
        if (folderOf(document.uri)?.uri.toString() === folder?.uri.toString()) this.#again(document);
      }
    };
    this.#subscriptions = vscode.Disposable.from(
      this.#changed,
      this.lexicons,
      this.ignoreLists,
      this.lexicons.onDidChange(renewFolder),
      this.ignoreLists.onDidChange(renewFolder),
      vscode.workspace.onDidOpenTextDocument((document) => this.#renew(document)),
      vscode.workspace.onDidSaveTextDocument((document) => this.#renew(document)),
      vscode.workspace.onDidCloseTextDocument((document) => this.#forget(document)),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0) this.#renew(document, reviewDelay);
      }),
      vscode.workspace.onDidChangeConfiguration((change) => {
        for (const document of vscode.workspace.textDocuments) {
          if (settingsChanged(change, document)) this.#again(document);
        }
      }),
      vscode.window.tabGroups.onDidChangeTabs(() => {
        for (const document of vscode.workspace.textDocuments) {
          const standing = this.#standings.get(document);
          if (!standing || standing.absence === 'other-language') continue;
          if ((standing.absence === 'not-a-draft') !== isLeftSide(document)) this.#again(document);
        }
      }),
    );
    for (const document of vscode.workspace.textDocuments) this.#renew(document);
  }

  /** The review of the document's present version, made now if need be; undefined where the document is not reviewed. */
  async get(document: vscode.TextDocument, token?: vscode.CancellationToken): Promise<Review | undefined> {
    const known = this.#current(document);
    if (known) return known.review;
    const absence = absenceOf(document, this.#anyway.has(document.uri.toString()));
    if (absence) {
      this.#settle(document, { version: document.version, today: today(), absence });
      return undefined;
    }
    let lexicon: Lexicon;
    let ignore: readonly IgnoreEntry[];
    try {
      [lexicon, ignore] = await Promise.all([this.lexicon(document), this.ignoreLists.of(document.uri)]);
    } catch (error) {
      this.#log.error(`lexicon: ${placeOf(error)}`);
      this.#settle(document, { version: document.version, today: today(), absence: 'failed' });
      return undefined;
    }
    if (document.isClosed || token?.isCancellationRequested) return undefined;
    const current = this.#current(document);
    // Lexicon and list may have changed while they were waited for.
    const stands =
      current && (!current.review || (current.review.draft.lexicon === lexicon && current.ignore === ignore));
    return (stands ? current : this.#make(document, lexicon, ignore)).review;
  }

  /** The last review, if it is of the document's present version. */
  peek(document: vscode.TextDocument): Review | undefined {
    const standing = this.#standings.get(document);
    return standing?.version === document.version ? standing.review : undefined;
  }

  /** Why the document has no review; undefined where it has one, or has not been looked at yet. */
  absence(document: vscode.TextDocument): Absence | undefined {
    return this.#standings.get(document)?.absence;
  }

  /** Reviews the document anew, whatever its length; undefined where it is not reviewed for another reason. */
  async reviewAnyway(document: vscode.TextDocument): Promise<Review | undefined> {
    this.#anyway.add(document.uri.toString());
    this.#standings.delete(document);
    return this.get(document);
  }

  /** Reviews another text, such as an earlier draft, by the lexicon, the as-of date and the settings of the document. */
  async reviewOf(text: string, document: vscode.TextDocument): Promise<Review> {
    const [lexicon, ignore] = await Promise.all([this.lexicon(document), this.ignoreLists.of(document.uri)]);
    return review(text, this.#optionsFor(document, lexicon, ignore, today()));
  }

  /** The lexicon in force for the document: built-in entries and those of its folder. Loaded at first use. */
  lexicon(document: vscode.TextDocument | undefined): Promise<Lexicon> {
    return this.lexicons.of(document?.uri);
  }

  /** As-of choice of one document; undefined returns to the setting. */
  setAsOf(document: vscode.TextDocument, asOf: AsOf | undefined): void {
    if (asOf === undefined) this.#choices.delete(document.uri.toString());
    else this.#choices.set(document.uri.toString(), asOf);
    this.#again(document);
  }

  /** Whether somebody has chosen the day for this document, today too. */
  hasChosen(document: vscode.TextDocument): boolean {
    return this.#choices.has(document.uri.toString());
  }

  asOf(document: vscode.TextDocument): AsOf {
    return this.#choices.get(document.uri.toString()) ?? settingsOf(document).asOf;
  }

  /** How long the document should be where its text does not say so; undefined gives the target up. */
  setTarget(uri: vscode.Uri, target: TargetLength | undefined): void {
    if (target === undefined) this.#targets.delete(uri.toString());
    else this.#targets.set(uri.toString(), target);
    const document = vscode.workspace.textDocuments.find((one) => one.uri.toString() === uri.toString());
    if (document) this.#again(document);
  }

  target(document: vscode.TextDocument): TargetLength | undefined {
    return this.#targets.get(document.uri.toString());
  }

  dispose(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
    this.#standings.clear();
    this.#subscriptions.dispose();
  }

  /** What is known of the present version on the present day. */
  #current(document: vscode.TextDocument): Standing | undefined {
    const standing = this.#standings.get(document);
    return standing?.version === document.version && standing.today === today() ? standing : undefined;
  }

  #make(document: vscode.TextDocument, lexicon: Lexicon, ignore: readonly IgnoreEntry[]): Standing {
    const made = { version: document.version, today: today() };
    // The document may have changed while the lexicon was being loaded.
    const absence = absenceOf(document, this.#anyway.has(document.uri.toString()));
    if (absence) return this.#settle(document, { ...made, absence });
    try {
      const result = review(document.getText(), this.#optionsFor(document, lexicon, ignore, made.today));
      for (const { rule, error } of result.failures) this.#log.error(`rule ${rule}: ${placeOf(error)}`);
      return this.#settle(document, { ...made, review: result, ignore });
    } catch (error) {
      this.#log.error(`review: ${placeOf(error)}`);
      return this.#settle(document, { ...made, absence: 'failed' });
    }
  }

  #optionsFor(
    document: vscode.TextDocument,
    lexicon: Lexicon,
    ignore: readonly IgnoreEntry[],
    today: Day,
  ): ReviewOptions {
    return optionsFor({ ...judgingOf(document), today }, lexicon, {
      path: document.isUntitled ? undefined : document.uri.path,
      ignore,
      asOf: this.#choices.get(document.uri.toString()),
      target: this.target(document),
    });
  }

  #settle(document: vscode.TextDocument, standing: Standing): Standing {
    const before = this.#standings.get(document);
    this.#standings.set(document, standing);
    this.#cancel(document);
    if (standing.review || before?.absence !== standing.absence) this.#changed.fire(document);
    return standing;
  }

  /** Reviews the document after the delay, or at once. */
  #renew(document: vscode.TextDocument, delay?: number): void {
    this.#cancel(document);
    if (delay === undefined) void this.get(document);
    else
      this.#timers.set(
        document,
        setTimeout(() => void this.get(document), delay),
      );
  }

  /** Reviews the document at once although it has not changed. */
  #again(document: vscode.TextDocument): void {
    this.#standings.delete(document);
    this.#renew(document);
  }

  #cancel(document: vscode.TextDocument): void {
    clearTimeout(this.#timers.get(document));
    this.#timers.delete(document);
  }

  #forget(document: vscode.TextDocument): void {
    this.#cancel(document);
    if (document.isClosed && document.isUntitled) {
      // The next untitled document may get the same URI.
      this.#choices.delete(document.uri.toString());
      this.#targets.delete(document.uri.toString());
      this.#anyway.delete(document.uri.toString());
    }
    if (this.#standings.delete(document)) this.#changed.fire(document);
  }
}
