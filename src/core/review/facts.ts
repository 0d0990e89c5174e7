import { derivedBy, isRuledOut, withDerived } from '../derived';
import type { Lexicon } from '../lexicon/lexicon';
import { phrasesOn, withPatterns, type Occurrence, type Phrase } from '../lexicon/phrase';
import { ContextWords, occurrencesOf } from '../lexicon/places';
import { patternsIn } from '../patterns';
import type { FactsReading, ParagraphFacts } from '../rules/rule';
import { markedIn } from '../speech/regions';
import type { Speech } from '../speech/speech';
import type { Day } from '../text/date';
import { ParagraphMemory, type Paragraph, type ParagraphReading, type PlacedParagraph } from '../text/paragraph';
import { encloses, type Span } from '../text/span';

/** What the rest of the text says of a paragraph; while it is the same, so are the facts. */
interface Circumstances {
  /** Places of the lexicon for which the words are missing that they ask for, or that others speak against. */
  readonly fallen: readonly number[];
  /** Derived occurrences that are ruled out by another paragraph. */
  readonly ruledOut: ReadonlySet<string> | undefined;
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
    const standing = fallen.length > 0 ? places.filter((_, index) => !gone.has(index)) : places;
    const { occurrences } = paragraph.read(derivedBy(lexicon));
    const derived = ruledOut ? occurrences.filter((one) => !isRuledOut(one, ruledOut)) : occurrences;
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
  readonly #phrases = new Map<Day, readonly Phrase[]>();
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

  phrasesOn(day: Day): readonly Phrase[] {
    let phrases = this.#phrases.get(day);
    if (!phrases) this.#phrases.set(day, (phrases = this.#formulations.phrasesOn(day)));
    return phrases;
  }

  read<T>(reading: FactsReading<T>): T {
    if (!this.#known.has(reading)) this.#known.set(reading, reading(this));
    return this.#known.get(reading) as T;
  }
}

/** The formulations of a paragraph at its place in the text. */
export interface PlacedFormulations extends PlacedParagraph {
  readonly formulations: Formulations;
}

/** Circumstances of one paragraph that are remembered; a text in which they change more often is no speech. */
const mostVariants = 8;

/**
 * What is remembered from one review of a text to the next, so that only what has changed is read again. A review with an empty
 * memory says the same.
 */
export class ReviewMemory {
  #paragraphs = new ParagraphMemory();
  #lexicon: Lexicon | undefined;
  readonly #variants: ParagraphReading<Map<string, Formulations>> = () => new Map();

  /** The paragraphs of the text that was reviewed last with the lexicon. */
  paragraphsFor(lexicon: Lexicon): ParagraphMemory {
    if (this.#lexicon !== lexicon) this.#paragraphs = new ParagraphMemory();
    this.#lexicon = lexicon;
    return this.#paragraphs;
  }

  /** The formulations of a speech, paragraph by paragraph. */
  formulationsOf(speech: Speech, lexicon: Lexicon): PlacedFormulations[] {
    const { paragraphs, lines, outline, regions } = speech;
    const title = outline.title && lines.at(outline.title.start);
    const context = new ContextWords(paragraphs, lexicon.placesIn, lines, title);
    const ruledOut = new Set(paragraphs.flatMap(({ paragraph }) => paragraph.read(derivedBy(lexicon)).rulesOut));
    return paragraphs.map((placed) => {
      const { paragraph, start } = placed;
      const circumstances = {
        fallen: fallenOf(placed, lexicon, context),
        ruledOut: paragraph.read(derivedBy(lexicon)).occurrences.some((one) => isRuledOut(one, ruledOut))
          ? ruledOut
          : undefined,
        unspoken: regions.unspokenIn({ start, end: start + paragraph.text.length }),
      };
      const key = keyOf(circumstances);
      const variants = paragraph.read(this.#variants);
      let formulations = variants.get(key);
      if (!formulations) {
        if (variants.size === mostVariants) variants.clear();
        variants.set(key, (formulations = new Formulations(paragraph, lexicon, circumstances)));
      }
      return { ...placed, formulations };
    });
  }
}

const none: readonly number[] = [];

function fallenOf(placed: PlacedParagraph, { placesIn }: Lexicon, context: ContextWords): readonly number[] {
  const { places, conditional } = placed.paragraph.read(placesIn);
  if (!conditional) return none;
  const fallen: number[] = [];
  places.forEach((place, index) => {
    if (!context.allows(place, placed)) fallen.push(index);
  });
  return fallen;
}

function keyOf({ fallen, ruledOut, unspoken }: Circumstances): string {
  if (fallen.length === 0 && !ruledOut && unspoken.length === 0) return '';
  const said = unspoken.map(({ start, end }) => `${start}-${end}`).join(' ');
  return `${fallen.join(' ')};${ruledOut ? [...ruledOut].join(' ') : ''};${said}`;
}
