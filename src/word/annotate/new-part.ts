import { type Archive, relationsPath, targetOf } from '../import/archive';
import { children, parseXml, type XmlElement } from '../import/xml';
import { appended } from './part-changes';

/** What names of the standard begin with. */
export const office = 'http://schemas.openxmlformats.org';

/** How a part begins. */
export const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

const types = '[Content_Types].xml';

/** A part that is put into the archive. */
interface NewPart {
  readonly path: string;
  readonly contentType: string;
  /** The end of the name of its relation to its owner. */
  readonly relation: string;
  /** Path of the part that it belongs to. */
  readonly owner: string;
  /** How the owner names it; by its whole path where that is left out. */
  readonly target?: string;
}

/** Says of a part that was put into the archive what it is, and whose. */
export async function announce(
  archive: Archive,
  { path, contentType, relation, owner, target = `/${path}` }: NewPart,
): Promise<void> {
  await extend(
    archive,
    types,
    `${office}/package/2006/content-types`,
    'Types',
    (w) => `<${w}Override PartName="/${path}" ContentType="${contentType}"/>`,
  );
  const type = `${office}/officeDocument/2006/relationships/${relation}`;
  await extend(archive, relationsPath(owner), `${office}/package/2006/relationships`, 'Relationships', (w, ids) => {
    let id = 'rIdTuiqiao';
    while (ids.has(id)) id += '0';
    return `<${w}Relationship Id="${id}" Type="${type}" Target="${target}"/>`;
  });
}

/** Takes a part out of the archive, with what belongs to it and what is said of it. */
export async function withdraw(archive: Archive, path: string): Promise<void> {
  const relations = relationsPath(path);
  const belongings = children((await archive.part(relations))?.root).map(({ attributes }) =>
    targetOf(path, attributes.Target ?? ''),
  );
  const gone = [path, ...belongings];
  for (const each of [...gone, relations]) archive.remove(each);
  await leaveOut(archive, types, ({ attributes }) => gone.some((each) => attributes.PartName === `/${each}`));
  const owner = archive.documentPath;
  await leaveOut(archive, relationsPath(owner), ({ attributes }) => targetOf(owner, attributes.Target ?? '') === path);
}

async function leaveOut(archive: Archive, path: string, isOut: (element: XmlElement) => boolean): Promise<void> {
  const part = await archive.part(path);
  const out = children(part?.root).filter(isOut);
  if (!part || out.length === 0) return;
  const source = out.reduceRight((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), part.source);
  archive.write(path, source);
}

async function extend(
  archive: Archive,
  path: string,
  namespace: string,
  root: string,
  made: (prefix: string, ids: ReadonlySet<string>) => string,
): Promise<void> {
  const source = (await archive.text(path)) ?? `${declaration}<${root} xmlns="${namespace}"/>`;
  const part = parseXml(source);
  const [, prefix = ''] = /^<([^\s/>:]+:)/.exec(source.slice(part.root.start)) ?? [];
  const ids = new Set(children(part.root).map(({ attributes }) => attributes.Id ?? ''));
  archive.write(path, appended(part, made(prefix, ids)));
}
