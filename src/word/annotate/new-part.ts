import { type Archive, relationsPath } from '../import/archive';
import { children, parseXml, type XmlElement } from '../import/xml';
import { appended } from './part-changes';

/** What names of the standard begin with. */
export const office = 'http://schemas.openxmlformats.org';

/** Says of a part that was put into the archive what it is, and that it belongs to the text. */
export async function announce(archive: Archive, path: string, contentType: string, relation: string): Promise<void> {
  await extend(
    archive,
    '[Content_Types].xml',
    `${office}/package/2006/content-types`,
    'Types',
    (w) => `<${w}Override PartName="/${path}" ContentType="${contentType}"/>`,
  );
  const relations = relationsPath(archive.documentPath);
  await extend(archive, relations, `${office}/package/2006/relationships`, 'Relationships', (w, ids) => {
    let id = 'rIdTuiqiao';
    while (ids.has(id)) id += '0';
    return `<${w}Relationship Id="${id}" Type="${relation}" Target="/${path}"/>`;
  });
}

/** Takes a part out of the archive, and what is said of it. */
export async function withdraw(archive: Archive, path: string): Promise<void> {
  archive.remove(path);
  for (const from of ['[Content_Types].xml', relationsPath(archive.documentPath)]) {
    const part = await archive.part(from);
    const speaksOf = ({ attributes: { PartName, Target } }: XmlElement) =>
      PartName === `/${path}` || archive.targetOf(Target ?? '') === path;
    const told = children(part?.root).find(speaksOf);
    if (part && told) archive.write(from, part.source.slice(0, told.start) + part.source.slice(told.end));
  }
}

async function extend(
  archive: Archive,
  path: string,
  namespace: string,
  root: string,
  made: (prefix: string, ids: ReadonlySet<string>) => string,
): Promise<void> {
  const source =
    (await archive.text(path)) ??
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<${root} xmlns="${namespace}"/>`;
  const part = parseXml(source);
  const [, prefix = ''] = /^<([^\s/>:]+:)/.exec(source.slice(part.root.start)) ?? [];
  const ids = new Set(children(part.root).map(({ attributes }) => attributes.Id ?? ''));
  archive.write(path, appended(part, made(prefix, ids)));
}
