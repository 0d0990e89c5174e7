import type { OutlineNode } from '../speech/outline/types';
import { firstIndex } from '../text/search';
import type { Span } from '../text/span';
import { headsWhatWasDone } from '../language/reading/headings';

/** What the heading of a section says of what stands under it. */
interface Section extends Span {
  readonly parent: Section | undefined;
  /** Its heading and those above it, from the outermost in. */
  readonly headings: readonly string[];
  /** Whether it is over what was done: by its own heading, else by the nearest one above that says so. */
  readonly told: boolean | undefined;
}

const noHeadings: readonly string[] = [];

/** The sections of a speech, found by what stands in them. */
export class Sections {
  /** Each before those inside it, so in order of their starts. */
  readonly #all: Section[] = [];

  constructor(nodes: readonly OutlineNode[]) {
    this.#add(nodes, undefined);
  }

  /** Headings above the place, from the outermost in. */
  headingsAt(at: number): readonly string[] {
    return this.#at(at)?.headings ?? noHeadings;
  }

  /** Whether the headings above the place, the nearest first, are over what was done; undefined where none says. */
  tells(at: number): boolean | undefined {
    return this.#at(at)?.told;
  }

  /** The innermost section in which the place stands. */
  #at(at: number): Section | undefined {
    const before = firstIndex(this.#all.length, (index) => this.#all[index].start > at) - 1;
    let section = before < 0 ? undefined : this.#all[before];
    while (section && section.end <= at) section = section.parent;
    return section;
  }

  #add(nodes: readonly OutlineNode[], parent: Section | undefined): void {
    for (const { level, start, end, number, title, children } of nodes) {
      if (level === 'series') continue;
      const heading = /[一二三四五六七八九十]$/.test(number) ? `${number}、${title}` : `${number}${title}`;
      const section: Section = {
        start,
        end,
        parent,
        headings: [...(parent?.headings ?? noHeadings), heading],
        told: headsWhatWasDone(heading) ?? parent?.told,
      };
      this.#all.push(section);
      this.#add(children, section);
    }
  }
}
