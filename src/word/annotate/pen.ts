import type { Archive } from '../import/archive';
import type { Story } from '../import/word-text';
import { child, type XmlElement } from '../import/xml';
import { escaped, PartChanges, words } from './part-changes';
import type { Place, Stroke } from './places';

/** The order of what stands at one place: what ends comes before what begins, and a comment holds what is revised in it. */
const order = ['revision-end', 'comment-end', 'comment-start', 'revision-start'] as const;
type Rank = (typeof order)[number];

interface Mark {
  readonly place: Place;
  readonly xml: string;
  readonly rank: Rank;
}

/** Collects what is written between the words of a document, and writes it. */
export class Pen {
  readonly #archive: Archive;
  readonly #marks: Mark[] = [];
  readonly #changes = new Map<Story, PartChanges>();

  constructor(archive: Archive) {
    this.#archive = archive;
  }

  put(place: Place, xml: string, rank: Rank): void {
    this.#marks.push({ place, xml, rank });
  }

  /** Writes the strokes so that they can be accepted and rejected. @param attributes of each revision, by the prefix of its part */
  revise(strokes: readonly Stroke[], attributes: (prefix: string) => string): void {
    for (const { piece, from, to, text } of strokes) {
      const { story, run } = piece.origin;
      const { prefix, source } = story.xml;
      const properties = child(run, 'w:rPr');
      const look = properties ? source.slice(properties.start, properties.end) : '';
      const inserted =
        text === ''
          ? ''
          : `<${prefix}ins ${attributes(prefix)}><${prefix}r>${look}${words(prefix, 't', escaped(text))}</${prefix}r></${prefix}ins>`;
      if (from < to && run) {
        this.#of(story).strike(run, { from, to });
        this.put({ story, run, at: from }, `<${prefix}del ${attributes(prefix)}>`, 'revision-start');
        this.put({ story, run, at: to }, `</${prefix}del>${inserted}`, 'revision-end');
      } else this.put({ story, run, at: from }, inserted, 'revision-end');
    }
  }

  /** Makes the strokes in the words themselves. */
  rewrite(strokes: readonly Stroke[]): void {
    for (const { piece, from, to, text } of strokes) {
      const { story, run } = piece.origin;
      const changes = this.#of(story);
      changes.replace(from, to, escaped(text));
      const holder = run && wordsAt(run, from);
      if (text.trim() !== text && holder && !('xml:space' in holder.attributes)) {
        changes.insert(holder.innerStart - 1, ' xml:space="preserve"');
      }
    }
  }

  /** Takes an element away. */
  remove(story: Story, { start, end }: XmlElement): void {
    this.#of(story).replace(start, end, '');
  }

  /** Writes the parts that are changed into the archive. */
  finish(): void {
    const marks = this.#marks.toSorted((one, other) => order.indexOf(one.rank) - order.indexOf(other.rank));
    for (const { place, xml } of marks) {
      const changes = this.#of(place.story);
      if (place.run) changes.cut(place.run, place.at, xml);
      else changes.insert(place.at, xml);
    }
    for (const [{ path }, changes] of this.#changes) if (!changes.isEmpty) this.#archive.write(path, changes.applied());
  }

  #of(story: Story): PartChanges {
    let changes = this.#changes.get(story);
    if (!changes) this.#changes.set(story, (changes = new PartChanges(story.xml)));
    return changes;
  }
}

/** The element of the run that holds the words at the offset. */
function wordsAt(run: XmlElement, offset: number): XmlElement | undefined {
  return run.children.find(
    (each): each is XmlElement => 'name' in each && each.innerStart <= offset && offset <= each.innerEnd,
  );
}
