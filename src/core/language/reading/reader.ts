import type { Paragraph, ReadingUnder } from '../../text/paragraph';
import { firstIndex } from '../../text/search';
import { encloses, type Span } from '../../text/span';
import { markedIn } from '../../speech/regions';
import type { Speech } from '../../speech/speech';
import { isEnacted } from './enacted';
import { Headings } from './headings';
import { isAbroad, isPartOfName } from './names';
import { meaningIn, type Circumstances, type Meaning } from './sentences';

/** How a place of a speech is meant. */
export type Reading = Meaning & {
  /** Words that are not the speaker's to change: somebody's, those of a title in 《》, of another name, of a law that is the text. */
  readonly within?: 'quotation' | 'title' | 'name' | 'law' | undefined;
};

/** Above every offset of a text. */
const beyond = 0x1000000;

/** How the places of a paragraph are meant, each worked out when it is first asked for. */
class Places {
  readonly #paragraph: Paragraph;
  readonly #circumstances: Circumstances;
  readonly #readings = new Map<number, Reading>();
  readonly #abroad = new Map<number, boolean>();

  constructor(paragraph: Paragraph, circumstances: Circumstances) {
    this.#paragraph = paragraph;
    this.#circumstances = circumstances;
  }

  at(place: Span): Reading {
    const key = place.start * beyond + place.end;
    let reading = this.#readings.get(key);
    if (!reading) {
      reading = { ...meaningIn(this.#paragraph, place, this.#circumstances), within: this.#within(place) };
      this.#readings.set(key, reading);
    }
    return reading;
  }

  isAbroad(place: Span): boolean {
    const key = place.start * beyond + place.end;
    let abroad = this.#abroad.get(key);
    if (abroad === undefined) this.#abroad.set(key, (abroad = isAbroad(this.#paragraph.text, place)));
    return abroad;
  }

  #within(place: Span): Reading['within'] {
    const { quotations, titles } = this.#paragraph.read(markedIn);
    if (quotations.some((quotation) => encloses(quotation, place))) return 'quotation';
    if (titles.some((title) => encloses(title, place))) return 'title';
    return isPartOfName(this.#paragraph.text, place) ? 'name' : undefined;
  }
}

const placesUnder: ReadingUnder<Circumstances, Places> = (paragraph, circumstances) =>
  new Places(paragraph, circumstances);

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
    const [places, own] = this.#placesAround(place, present);
    const reading = places.at(own);
    this.#isEnacted ??= isEnacted(this.#speech);
    return this.#isEnacted ? { ...reading, within: 'law' } : reading;
  }

  /** Whether the sentence speaks of another state, so that a body that is named in it is not ours. */
  isAbroad(place: Span, present: number): boolean {
    const [places, own] = this.#placesAround(place, present);
    return places.isAbroad(own);
  }

  /** The places of the paragraph in which the place stands, and where it stands there. */
  #placesAround(place: Span, present: number): [Places, Span] {
    const { text, paragraphs, outline } = this.#speech;
    const { paragraph, start } =
      paragraphs[firstIndex(paragraphs.length, (at) => paragraphs[at].start > place.start) - 1];
    const inherited = (this.#headings ??= new Headings(text, outline)).over(place);
    const places = paragraph.readUnder(placesUnder, { present, inherited });
    return [places, { start: place.start - start, end: place.end - start }];
  }
}
