import { fold, type FoldedText } from '../text/fold';
import { Lines } from '../text/lines';
import { ParagraphMemory, type PlacedParagraph } from '../text/paragraph';
import { parseOutline } from './outline/outline';
import type { Outline } from './outline/types';
import { pageAround, type Page } from './page';
import { Regions } from './regions';

/** A speech as it is read, once for each version of its text: everything else is worked out from it. Immutable. */
export interface Speech {
  readonly text: string;
  readonly lines: Lines;
  /** In order of their places; empty lines belong to none. */
  readonly paragraphs: readonly PlacedParagraph[];
  /** The web page around it. */
  readonly page: Page;
  readonly regions: Regions;
  readonly outline: Outline;
  /** The whole text as the matcher reads it; most is asked of the paragraphs. */
  readonly folded: FoldedText;
}

/**
 * Reads a speech. Pure; never throws; what nobody asks for is not worked out.
 * @param memory the paragraphs of the version before, where there is one
 */
export function parseSpeech(text: string, memory = new ParagraphMemory()): Speech {
  return new ParsedSpeech(text, memory);
}

class ParsedSpeech implements Speech {
  readonly lines: Lines;
  readonly paragraphs: readonly PlacedParagraph[];
  #page: Page | undefined;
  #regions: Regions | undefined;
  #outline: Outline | undefined;
  #folded: FoldedText | undefined;

  constructor(
    readonly text: string,
    memory: ParagraphMemory,
  ) {
    this.lines = new Lines(text);
    this.paragraphs = memory.paragraphsOf(text, this.lines);
  }

  get page(): Page {
    return (this.#page ??= pageAround(this));
  }

  get regions(): Regions {
    return (this.#regions ??= new Regions(this));
  }

  get outline(): Outline {
    return (this.#outline ??= parseOutline(this.text, this.lines, this.regions));
  }

  get folded(): FoldedText {
    return (this.#folded ??= fold(this.text));
  }
}
