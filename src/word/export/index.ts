import {
  type Day,
  defaultWordProfile,
  profileNamed,
  readDocumentDate,
  type TaskSheet,
  type WordProfile,
} from '../../core';
import { type Content, readBlocks, type SpeechSource } from './blocks';
import { type Picture, pictureOf } from './pictures';
import { SpeechWriter } from './speech';
import { sheetProfile, taskTableContent } from './task-table';
import { wordFile } from './word-file';

// What makes Word files. It is a bundle of its own (dist/export.js), loaded when somebody exports.

/** How a speech is exported. */
export interface ExportOptions {
  /** As GB/T 9704-2012 has it where none is said. */
  readonly profile?: WordProfile;
  /** The day that the file says it was made on; without, that of the text, if it states one. */
  readonly day?: Day;
  /** Readings by names, whose characters bear them (拼音指南): `{ "单于": "chán yú" }`. */
  readonly readings?: Readonly<Record<string, string>>;
  /** The bytes of a picture that the text names; undefined where there is none. */
  picture?(target: string): Promise<Uint8Array | undefined>;
}

/** The bytes of a .docx with the speech; the same text gives the same bytes. @param title of the document's properties */
export async function speechDocx(
  source: SpeechSource,
  title: string,
  options: ExportOptions = {},
): Promise<Uint8Array> {
  const { profile = byDefault, readings = {} } = options;
  const content = readBlocks(source);
  const guides = Object.entries(readings)
    .map(([name, reading]) => [name, reading.trim().split(/\s+/)] as const)
    .sort(([a], [b]) => b.length - a.length);
  const writer = new SpeechWriter(source, content, profile, await picturesOf(content, options), guides);
  return wordFile({
    ...writer.written(),
    profile,
    orientation: 'portrait',
    title,
    created: madeOn(options.day ?? statedDay(source)),
  });
}

/** The bytes of a .docx with task tables under their titles. @param day that the file says it was made on */
export async function taskTableDocx(sheets: readonly TaskSheet[], day?: Day): Promise<Uint8Array> {
  const profile = sheetProfile(byDefault);
  return wordFile({ ...taskTableContent(sheets, profile), profile, orientation: 'landscape', created: madeOn(day) });
}

const byDefault = profileNamed(defaultWordProfile) as WordProfile;

/** The day that the text states, even one to come: the clock has no part in what is made. */
function statedDay({ text, lines, regions }: SpeechSource): Day | undefined {
  const { date } = readDocumentDate(text, lines, regions, '9999-12-31');
  return date?.confidence === 'stated' && date.date.length === 10 ? date.date : undefined;
}

function madeOn(day: Day | undefined): string | undefined {
  return day && `${day}T00:00:00Z`;
}

/** The pictures that the text names, as far as they are there. */
async function picturesOf(content: Content, options: ExportOptions): Promise<Map<string, Picture>> {
  const found = new Map<string, Picture>();
  for (const block of content.blocks) {
    const pieces = 'pieces' in block ? block.pieces : block.kind === 'table' ? block.rows.flat(2) : [];
    for (const piece of pieces) {
      if (!('picture' in piece) || found.has(piece.picture)) continue;
      const bytes = embedded(piece.picture) ?? (await options.picture?.(piece.picture));
      const picture = bytes && pictureOf(bytes);
      if (picture) found.set(piece.picture, picture);
    }
  }
  return found;
}

/** The bytes of a picture that stands in the text itself. */
function embedded(target: string): Uint8Array | undefined {
  const [, base64] = /^data:image\/[\w.+-]+;base64,([A-Za-z0-9+/=]+)$/.exec(target) ?? [];
  return base64 === undefined ? undefined : Uint8Array.from(atob(base64), (unit) => unit.charCodeAt(0));
}
