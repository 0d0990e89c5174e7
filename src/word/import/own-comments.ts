import type { Archive, Relation } from './archive';
import { ourName, type Story } from './word-text';
import { children, descendants, wordsOf, type XmlElement } from './xml';

/** A comment that 推敲 has written, as it came back. */
export interface OwnComment {
  readonly id: string;
  /** What it begins with. */
  readonly head: string;
  /** The element, in the part of the comments. */
  readonly element: XmlElement;
  /** What other parts call it by. */
  readonly names: ReadonlySet<string>;
  /** Whether somebody has marked it as done. */
  readonly resolved: boolean;
  /** Whether somebody has answered it. */
  readonly answered: boolean;
}

/** The comments of a document that are ours, and the part that they stand in. */
export interface OwnComments {
  readonly story: Story | undefined;
  readonly all: readonly OwnComment[];
}

export async function ownComments(archive: Archive): Promise<OwnComments> {
  const story = await storyOf(archive, 'comments');
  const states = children((await storyOf(archive, 'commentsExtended'))?.xml.root);
  const all = children(story?.xml.root, 'w:comment')
    .filter(({ attributes }) => attributes['w:author'] === ourName)
    .map((element) => {
      const names = new Set(descendants(element, 'w:p').flatMap(({ attributes }) => attributes['w14:paraId'] ?? []));
      const has = ({ attributes }: XmlElement, name: string) => names.has(attributes[`w15:${name}`] ?? '');
      return {
        id: element.attributes['w:id'] ?? '',
        head: descendants(descendants(element, 'w:p')[0], 'w:t').map(wordsOf).join(''),
        element,
        names,
        resolved: states.some((state) => has(state, 'paraId') && state.attributes['w15:done'] === '1'),
        answered: states.some((state) => has(state, 'paraIdParent')),
      };
    });
  return { story, all };
}

/** A part of the archive that may be changed; undefined where there is none. */
export async function storyOf(archive: Archive, relation: Relation): Promise<Story | undefined> {
  const path = archive.pathOf(relation);
  const xml = await archive.part(path);
  return path && xml ? { path, xml } : undefined;
}
