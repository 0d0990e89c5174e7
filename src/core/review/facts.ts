import { derivedBy, isRuledOut, withDerived } from '../derived';
import type { Lexicon } from '../lexicon/lexicon';
import { phrasesOn, withPatterns, type Occurrence, type Phrase } from '../lexicon/phrase';
import { ContextWords, occurrencesOf } from '../lexicon/places';
import { patternsIn } from '../patterns';
import type { FactsReading, ParagraphFacts } from '../rules/rule';
import { markedIn, type Regions } from '../speech/regions';
import { parseSpeech, type Speech } from '../speech/speech';
import type { Day } from '../text/date';
import { ParagraphMemory, type Paragraph, type PlacedParagraph, type ReadingUnder } from '../text/paragraph';
import { encloses, type Span } from '../text/span';
import { inSteps, type Steps } from '../text/steps';

/** What the rest of the text says of a paragraph; while it is the same, so are the facts. */
interface Circumstances {
  /** Places of the lexicon for which the words are missing that they ask for, or that others speak against. */
  readonly fallen: readonly number[];
  /** Derived occurrences that are ruled out by another paragraph. */
  readonly ruledOut: readonly string[];
  /** Stretches that nobody says. */
  readonly unspoken: readonly Span[];
}

/** The formulations of a paragraph under its circumstances, before a day decides between them. */
export class Formulations {
  readonly occurrences: readonly Occurrence[];
  readonly #patterns: readonly Occurrence[];
  readonly #facts = new Map<Day, Facts>();

  constructor(
    private readonly paragraph: Paragraph,
    private readonly lexicon: Lexicon,
    { fallen, ruledOut, unspoken }: Circumstances,
  ) {
    const { places } = paragraph.read(lexicon.placesIn);
    const gone = new Set(fallen);
    const standing = places.filter((_, index) => !gone.has(index));
    const { occurrences } = paragraph.read(derivedBy(lexicon));
    const derived = occurrences.filter((one) => !isRuledOut(one, ruledOut));
    const isSaid = (span: Span) => !unspoken.some((stretch) => encloses(stretch, span));
    this.occurrences = withDerived(occurrencesOf(standing), derived).filter(isSaid);
    this.#patterns = paragraph.read(patternsIn).filter(isSaid);
  }

  /** Longer phrases before shorter ones of the same place. */
  phrasesOn(day: Day): readonly Phrase[] {
    return withPatterns(phrasesOn(day, this.occurrences), this.#patterns);
  }

  /** What rules may look at, as of a day. */
  on(day: Day): ParagraphFacts {
    let facts = this.#facts.get(day);
    if (!facts) this.#facts.set(day, (facts = new Facts(this.paragraph, this.lexicon, day, this)));
    return facts;
  }
}

class Facts implements ParagraphFacts {
  readonly occurrences: readonly Occurrence[];
  readonly #formulations: Formulations;
  #phrases: readonly Phrase[] | undefined;
  readonly #known = new Map<FactsReading<unknown>, unknown>();

  constructor(
    private readonly paragraph: Paragraph,
    readonly lexicon: Lexicon,
    readonly asOf: Day,
    formulations: Formulations,
  ) {
    this.occurrences = formulations.occurrences;
    this.#formulations = formulations;
  }

  get text() {
    return this.paragraph.text;
  }

  get folded() {
    return this.paragraph.folded;
  }

  get lines() {
    return this.paragraph.lines;
  }

  has(kind: 'quotation' | 'title', span: Span): boolean {
    const { quotations, titles } = this.paragraph.read(markedIn);
    return (kind === 'title' ? titles : quotations).some((mark) => encloses(mark, span));
  }

  get slips() {
    return this.paragraph.read(this.lexicon.placesIn).slips;
  }

  get phrases() {
    return (this.#phrases ??= this.#formulations.phrasesOn(this.asOf));
  }

  read<T>(reading: FactsReading<T>): T {
    const known = this.#known.get(reading);
    if (known !== undefined || this.#known.has(reading)) return known as T;
    const found = reading(this);
    this.#known.set(reading, found);
    return found;
  }
}

/** The formulations of a paragraph at its place in the text. */
export interface PlacedFormulations extends PlacedParagraph {
  readonly formulations: Formulations;
}

/**
 * What is remembered from one review of a text to the next, so that only what has changed is read again. A review with an empty
 * memory says the same.
 */
export class ReviewMemory {
  #paragraphs = new ParagraphMemory();
  #lexicon: Lexicon | undefined;
  #formulations: ReadingUnder<Circumstances, Formulations> | undefined;

  /**
   * A text as it is read, and its formulations, paragraph by paragraph, in steps between which other work may go on. What another
   * lexicon has found is forgotten.
   */
  *read(
    text: string,
    lexicon: Lexicon,
  ): Steps<{ readonly speech: Speech; readonly formulations: PlacedFormulations[] }> {
    if (this.#lexicon !== lexicon) {
      this.#lexicon = lexicon;
      this.#paragraphs = new ParagraphMemory();
      this.#formulations = undefined;
    }
    const formulationsIn = (this.#formulations ??= (paragraph, circumstances) =>
      new Formulations(paragraph, lexicon, circumstances));
    const speech = parseSpeech(text, this.#paragraphs);
    yield;
    // What is read of a paragraph is remembered: the survey of all of them finds it.
    yield* inSteps(speech.paragraphs, ({ paragraph }) => {
      paragraph.read(lexicon.placesIn);
      paragraph.read(derivedBy(lexicon));
      paragraph.read(patternsIn);
    });
    const circumstances = new Surveyed(speech, lexicon);
    yield;
    const formulations: PlacedFormulations[] = [];
    yield* inSteps(speech.paragraphs, (placed) => {
      const { paragraph, start, line } = placed;
      const own = paragraph.readUnder(formulationsIn, circumstances.of(placed));
      formulations.push({ paragraph, start, line, formulations: own });
    });
    return { speech, formulations };
  }
}

/** A speech looked over for what one paragraph of it says of another. */
class Surveyed {
  readonly #regions: Regions;
  readonly #lexicon: Lexicon;
  readonly #context: ContextWords;
  readonly #ruledOut: readonly string[];

  constructor({ paragraphs, lines, outline, regions }: Speech, lexicon: Lexicon) {
    this.#regions = regions;
    this.#lexicon = lexicon;
    this.#context = new ContextWords(
      paragraphs,
      lexicon.placesIn,
      lines,
      outline.title && lines.at(outline.title.start),
    );
    this.#ruledOut = [...new Set(paragraphs.flatMap(({ paragraph }) => paragraph.read(derivedBy(lexicon)).rulesOut))];
  }

  of(placed: PlacedParagraph): Circumstances {
    const { paragraph, start } = placed;
    const { occurrences } = paragraph.read(derivedBy(this.#lexicon));
    return {
      fallen: this.#fallen(placed),
      ruledOut: occurrences.some((one) => isRuledOut(one, this.#ruledOut)) ? this.#ruledOut : [],
      unspoken: this.#regions.unspokenIn({ start, end: start + paragraph.text.length }),
    };
  }

  #fallen(placed: PlacedParagraph): number[] {
    const { places, conditional } = placed.paragraph.read(this.#lexicon.placesIn);
    return conditional ? this.#context.fallen(places, placed) : [];
  }
}
