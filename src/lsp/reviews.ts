import type { TextDocument } from 'vscode-languageserver-textdocument';
import {
  dayOf,
  inTurns,
  isChineseProse,
  longestDocument,
  proseSample,
  type Review,
  reviewing,
  ReviewMemory,
} from '../core';
import type { Grounds } from '../node/grounds';
import { fileOf, isSpeech } from './files';

/** The review of one version of a document, or undefined where it is not reviewed; made once for all who ask. */
interface Made {
  readonly version: number;
  readonly grounds: Grounds;
  readonly review: Promise<Review | undefined>;
}

/** Reviews of the open documents: one per version, shared by all that is asked of it. */
export class Reviews {
  readonly #open: (uri: string) => TextDocument | undefined;
  readonly #read: () => Grounds;
  readonly #tooLong: (uri: string) => void;
  readonly #made = new Map<string, Made>();
  /** What is remembered of the version that was reviewed last, so that a key costs what it changes. */
  readonly #memories = new Map<string, ReviewMemory>();
  #grounds: Grounds | undefined;

  /**
   * @param open the document of a URI, as it is now
   * @param read reads anew by what documents are reviewed
   * @param tooLong is told of a document that is too long to be reviewed
   */
  constructor(open: (uri: string) => TextDocument | undefined, read: () => Grounds, tooLong: (uri: string) => void) {
    this.#open = open;
    this.#read = read;
    this.#tooLong = tooLong;
  }

  /** The review of the document's present version; undefined where it is not open, or not reviewed. */
  of(uri: string): Promise<Review | undefined> {
    const document = this.#open(uri);
    if (!document) return Promise.resolve(undefined);
    const grounds = this.#present();
    const known = this.#made.get(uri);
    if (known?.version === document.version && known.grounds === grounds) return known.review;
    const made = { version: document.version, grounds, review: this.#make(document, grounds) };
    this.#made.set(uri, made);
    return made.review;
  }

  /** What reviews go by has changed: all that is asked from now on is answered anew. */
  renew(): void {
    this.#grounds = undefined;
  }

  forget(uri: string): void {
    this.#made.delete(uri);
    this.#memories.delete(uri);
  }

  /** By what documents are reviewed, read again on another day. */
  #present(): Grounds {
    if (this.#grounds?.today === dayOf(new Date())) return this.#grounds;
    return (this.#grounds = this.#read());
  }

  async #make({ uri, version, languageId }: TextDocument, grounds: Grounds): Promise<Review | undefined> {
    const file = fileOf(uri);
    const [excluded, options] = await Promise.all([grounds.excludes(file), grounds.optionsFor(file)]);
    const document = this.#open(uri);
    // It has changed meanwhile: what is asked for is the review of what it is now.
    if (document?.version !== version || grounds !== this.#present()) return this.of(uri);
    const text = document.getText();
    if (excluded || !(isSpeech(file, languageId) || isChineseProse(text.slice(0, proseSample)))) return undefined;
    if (text.length > longestDocument) {
      this.#tooLong(uri);
      return undefined;
    }
    const memory = this.#memories.get(uri) ?? new ReviewMemory();
    this.#memories.set(uri, memory);
    // Messages of the client that wait are answered in between.
    const rest = () => new Promise((resolve) => setImmediate(resolve));
    const review = await inTurns(reviewing(text, options, memory), rest, () => this.#open(uri)?.version === version);
    return review ?? this.of(uri);
  }
}
