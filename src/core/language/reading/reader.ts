import { firstIndex } from '../../text/search';
import type { Span } from '../../text/span';
import type { Speech } from '../../speech/speech';
import { isEnacted } from './enacted';
import { Headings } from './headings';
import { isAbroad, isPartOfName } from './names';
import { meaningIn, type Meaning } from './sentences';

/** How a place of a speech is meant. */
export type Reading = Meaning & {
  /** Words that are not the speaker's to change: somebody's, those of a title in 《》, of another name, of a law that is the text. */
  readonly within?: 'quotation' | 'title' | 'name' | 'law' | undefined;
};

/** Reads the sentences of a speech, each when it is first asked for. */
export class SentenceReader {
  readonly #speech: Speech;
  #headings: Headings | undefined;
  #isEnacted: boolean | undefined;

  constructor(speech: Speech) {
    this.#speech = speech;
  }

  /**
   * How the place is meant.
   * @param present the year that counts as the text's own
   */
  at(place: Span, present: number): Reading {
    const { text, paragraphs, outline } = this.#speech;
    const { paragraph, start } =
      paragraphs[firstIndex(paragraphs.length, (at) => paragraphs[at].start > place.start) - 1];
    const inherited = (this.#headings ??= new Headings(text, outline)).over(place);
    const own = { start: place.start - start, end: place.end - start };
    return { ...meaningIn(paragraph, own, { present, inherited }), within: this.#within(place) };
  }

  /** Whether the sentence speaks of another state, so that a body that is named in it is not ours. */
  isAbroad(place: Span): boolean {
    return isAbroad(this.#speech.text, place);
  }

  #within(place: Span): Reading['within'] {
    const { text, regions } = this.#speech;
    if ((this.#isEnacted ??= isEnacted(this.#speech))) return 'law';
    if (regions.has('quotation', place)) return 'quotation';
    if (regions.has('title', place)) return 'title';
    return isPartOfName(text, place) ? 'name' : undefined;
  }
}
