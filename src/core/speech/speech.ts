import { fold, type FoldedText } from '../text/fold';
import { Lines } from '../text/lines';
import { ParagraphMemory, type PlacedParagraph } from '../text/paragraph';
import { parseOutline } from './outline/outline';
import type { Outline } from './outline/types';
import { Regions } from './regions';

/** A speech as it is read, once for each version of its text: everything else is worked out from it. Immutable. */
export class Speech {
  readonly lines: Lines;
  readonly regions: Regions;
  readonly outline: Outline;
  /** In order of their places; empty lines belong to none. */
  readonly paragraphs: readonly PlacedParagraph[];
  #folded: FoldedText | undefined;

  /** @param memory the paragraphs of the version before, where there is one */
  constructor(
    readonly text: string,
    memory = new ParagraphMemory(),
  ) {
    this.lines = new Lines(text);
    this.paragraphs = memory.paragraphsOf(text, this.lines);
    this.regions = new Regions(text, this.lines, this.paragraphs);
    this.outline = parseOutline(text, this.lines, this.regions);
  }

  /** The whole text as the matcher reads it; most is asked of the paragraphs. */
  get folded(): FoldedText {
    return (this.#folded ??= fold(this.text));
  }
}
