import * as vscode from 'vscode';
import {
  type AsOf,
  atOnce,
  type Configuration,
  type Day,
  dayOf,
  type IgnoreEntry,
  inTurns,
  type Judging,
  judgingBy,
  type Lexicon,
  optionsFor,
  review,
  type Review,
  reviewing,
  ReviewMemory,
  type ReviewOptions,
  type TargetLength,
} from '../../core';
import { absenceOf, isLeftSide, type Absence } from '../host/documents';
import { Configurations, isLeftOut } from './configurations';
import { IgnoreLists } from './ignore-lists';
import { Lexicons } from './lexicons';
import { foldersUpward, placeOf } from '../host/folders';
import { lengthOf } from '../host/positions';
import { chosenFor, settingsChanged } from '../host/settings';

/** How long after the last edit a document is reviewed again, in milliseconds. */
const reviewDelay = 300;

/** Texts longer than this are reviewed in between other work, so that typing and saving go on, in UTF-16 code units. */
const longText = 200_000;

/** What a document is reviewed by. */
interface Grounds {
  readonly lexicon: Lexicon;
  readonly ignore: readonly IgnoreEntry[];
  /** What its office says, for the documents of this folder. */
  readonly folder: vscode.Uri | undefined;
  readonly configuration: Configuration;
}

function sameGrounds(one: Grounds, other: Grounds): boolean {
  return one.lexicon === other.lexicon && one.ignore === other.ignore && one.configuration === other.configuration;
}

/**
 * What is known of one version of a document: its review, or why it has none. `asked` counts the times that it was asked what
 * reviews go by: what was asked later knows at least as much.
 */
type Standing = { readonly version: number; readonly today: Day; readonly asked: number } & (
  | { readonly review: Review; readonly grounds: Grounds; readonly absence?: undefined }
  | { readonly review?: undefined; readonly absence: Absence }
);

/** A review that is being made of one version of a document. */
interface Making {
  readonly version: number;
  readonly grounds: Grounds;
  /** Undefined where it was given up. */
  standing: Promise<Standing | undefined>;
}

/** Today by the clock of the machine. */
function today(): Day {
  return dayOf(new Date());
}

/** Where an error arose, without its message, which may hold words of the document. */
function originOf(error: unknown): string {
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
  /** What is remembered of the version that was reviewed last, so that a key costs what it changes. */
  readonly #memories = new Map<vscode.TextDocument, ReviewMemory>();
  readonly #timers = new Map<vscode.TextDocument, ReturnType<typeof setTimeout>>();
  /** Reviews of long texts that are being made. */
  readonly #making = new Map<vscode.TextDocument, Making>();
  /** As-of choices by URI, so that they survive the closing of a tab. */
  readonly #choices = new Map<string, AsOf>();
  /** Target lengths by URI, for the same reason. */
  readonly #targets = new Map<string, TargetLength>();
  /** Documents that are reviewed whatever their length, by URI. */
  readonly #anyway = new Set<string>();
  readonly #logged = new Set<string>();
  readonly #subscriptions: vscode.Disposable;
  #asked = 0;

  /** What offices say of how the documents are reviewed. */
  readonly configurations: Configurations;
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
    this.configurations = new Configurations();
    this.lexicons = new Lexicons(log, this.configurations);
    this.ignoreLists = new IgnoreLists();
    // What a folder keeps holds for the folders within it; the documents of no folder have the first one's. One that is being
    // reviewed just now has no standing, and is reviewed again too.
    const renewFolder = (folder: vscode.Uri | undefined) => {
      for (const document of vscode.workspace.textDocuments) {
        const place = placeOf(document.uri);
        const touched = foldersUpward(place).some((one) => one.toString() === folder?.toString());
        if (touched || !folder || !place) this.#again(document);
      }
    };
    this.#subscriptions = vscode.Disposable.from(
      this.#changed,
      this.configurations,
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
        if (settingsChanged(change)) for (const document of vscode.workspace.textDocuments) this.#again(document);
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
    return known ? known.review : this.renewed(document, token);
  }

  /** The review by what is in force by now, though nothing may have told of a change yet. */
  async renewed(document: vscode.TextDocument, token?: vscode.CancellationToken): Promise<Review | undefined> {
    const asked = ++this.#asked;
    const absence = absenceOf(document, this.#anyway.has(document.uri.toString()));
    if (absence) {
      this.#settle(document, { version: document.version, today: today(), asked, absence });
      return undefined;
    }
    let grounds: Grounds;
    try {
      grounds = await this.#groundsOf(document.uri);
    } catch (error) {
      this.#logOnce(`lexicon: ${originOf(error)}`);
      this.#settle(document, { version: document.version, today: today(), asked, absence: 'failed' });
      return undefined;
    }
    if (document.isClosed || token?.isCancellationRequested) return undefined;
    const current = this.#current(document);
    // What it is reviewed by may have changed since.
    const stands = current && (current.asked > asked || !current.review || sameGrounds(current.grounds, grounds));
    if (stands) return current.review;
    if (lengthOf(document) <= longText) return this.#make(document, grounds, asked).review;
    const made = await this.#makeInTurns(document, grounds, asked);
    // It has changed meanwhile: what is asked for is the review of what it is now.
    return made ? made.review : this.get(document, token);
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
    return review(text, this.#optionsFor(document, await this.#groundsOf(document.uri), today()));
  }

  /** How a text is reviewed that is not open: as the document of the URI would be, or a new one where there is none. */
  async optionsOf(uri: vscode.Uri | undefined): Promise<ReviewOptions> {
    const { lexicon, ignore, configuration } = await this.#groundsOf(uri);
    const [path, key = ''] = [uri?.path, uri?.toString()];
    const own = { path, ignore, asOf: this.#choices.get(key), target: this.#targets.get(key) };
    return optionsFor(await this.judgingOf(uri, configuration), lexicon, own);
  }

  /** By what the document, which need not be open, is judged; the office's part is given where it is known. */
  async judgingOf(uri: vscode.Uri | undefined, configuration?: Configuration): Promise<Judging> {
    const office = configuration ?? (await this.configurations.of(uri)).standing.configuration;
    return { ...judgingBy(chosenFor(uri), office), today: today() };
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
    const judged = this.#standings.get(document)?.review?.askedAsOf;
    return this.#choices.get(document.uri.toString()) ?? judged ?? chosenFor(document).asOf ?? 'today';
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
    this.#making.clear();
    this.#memories.clear();
    this.#subscriptions.dispose();
  }

  /** What is known of the present version on the present day. */
  #current(document: vscode.TextDocument): Standing | undefined {
    const standing = this.#standings.get(document);
    return standing?.version === document.version && standing.today === today() ? standing : undefined;
  }

  async #groundsOf(uri: vscode.Uri | undefined): Promise<Grounds> {
    const [lexicon, ignore, office] = await Promise.all([
      this.lexicons.of(uri),
      this.ignoreLists.of(uri),
      this.configurations.of(uri),
    ]);
    return { lexicon, ignore, folder: office.folder, configuration: office.standing.configuration };
  }

  #make(document: vscode.TextDocument, grounds: Grounds, asked: number): Standing {
    return atOnce(this.#steps(document, grounds, asked));
  }

  /** As `#make`, with turns for other work in between; undefined where the document or its grounds change meanwhile. */
  #makeInTurns(document: vscode.TextDocument, grounds: Grounds, asked: number): Promise<Standing | undefined> {
    const known = this.#making.get(document);
    if (known?.version === document.version && sameGrounds(known.grounds, grounds)) return known.standing;
    const making: Making = { version: document.version, grounds, standing: Promise.resolve(undefined) };
    const run = async () => {
      const isWanted = () => this.#making.get(document) === making && document.version === making.version;
      const rest = () => new Promise((resolve) => setTimeout(resolve));
      const standing = await inTurns(this.#steps(document, grounds, asked), rest, isWanted);
      if (standing && this.#making.get(document) === making) this.#making.delete(document);
      return standing;
    };
    this.#making.set(document, making);
    making.standing = run();
    return making.standing;
  }

  *#steps(document: vscode.TextDocument, grounds: Grounds, asked: number): Generator<void, Standing> {
    const made = { version: document.version, today: today(), asked };
    // The document may have changed while the lexicon was being loaded.
    const absence =
      absenceOf(document, this.#anyway.has(document.uri.toString())) ??
      (isLeftOut(document.uri, grounds.folder, grounds.configuration) ? 'left-out' : undefined);
    if (absence) return this.#settle(document, { ...made, absence });
    try {
      const memory = this.#memories.get(document) ?? new ReviewMemory();
      this.#memories.set(document, memory);
      const result = yield* reviewing(document.getText(), this.#optionsFor(document, grounds, made.today), memory);
      for (const { rule, error } of result.failures) this.#logOnce(`rule ${rule}: ${originOf(error)}`);
      return this.#settle(document, { ...made, review: result, grounds });
    } catch (error) {
      this.#logOnce(`review: ${originOf(error)}`);
      return this.#settle(document, { ...made, absence: 'failed' });
    }
  }

  #optionsFor(document: vscode.TextDocument, grounds: Grounds, today: Day): ReviewOptions {
    const { lexicon, ignore, configuration } = grounds;
    return optionsFor({ ...judgingBy(chosenFor(document), configuration), today }, lexicon, {
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

  /** What breaks breaks again at every key: it is logged the first time. */
  #logOnce(fault: string): void {
    if (this.#logged.has(fault)) return;
    this.#logged.add(fault);
    this.#log.error(fault);
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
    this.#making.delete(document);
    this.#renew(document);
  }

  #cancel(document: vscode.TextDocument): void {
    clearTimeout(this.#timers.get(document));
    this.#timers.delete(document);
  }

  #forget(document: vscode.TextDocument): void {
    this.#cancel(document);
    this.#making.delete(document);
    this.#memories.delete(document);
    if (document.isClosed && document.isUntitled) {
      // The next untitled document may get the same URI.
      this.#choices.delete(document.uri.toString());
      this.#targets.delete(document.uri.toString());
      this.#anyway.delete(document.uri.toString());
    }
    if (this.#standings.delete(document)) this.#changed.fire(document);
  }
}
