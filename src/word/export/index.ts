import { Packer } from 'docx';
import type { TaskRow } from '../../core';
import { speechDocument, type SpeechSource } from './speech';
import { taskTableDocument } from './task-table';

// What makes Word files. It is a bundle of its own (dist/export.js), loaded when somebody exports.

/** The bytes of a .docx with the speech. @param title of the document's properties */
export async function speechDocx(source: SpeechSource, title: string): Promise<Uint8Array> {
  return new Uint8Array(await Packer.toArrayBuffer(speechDocument(source, title)));
}

/** The bytes of a .docx with the task table under its title. @param keptApart how many calls are kept apart from it */
export async function taskTableDocx(rows: readonly TaskRow[], title: string, keptApart = 0): Promise<Uint8Array> {
  return new Uint8Array(await Packer.toArrayBuffer(taskTableDocument(rows, title, keptApart)));
}
