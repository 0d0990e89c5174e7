import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { standardInput } from '../node/names';

/** Extensions, and the name that editors give the language, of texts that are speeches whatever stands in them. */
const ofSpeeches: ReadonlySet<string> = new Set(['.speech', '.讲话稿', 'official-speech']);

/** The file of a document; that of what has none yet, or lies on no disk of this machine, is standard input. */
export function fileOf(uri: string): string {
  try {
    return fileURLToPath(uri);
  } catch {
    return standardInput;
  }
}

/** Whether the document says that it is a speech, by the extension of its file or its language. */
export function isSpeech(file: string, languageId: string): boolean {
  return ofSpeeches.has(extname(file).toLowerCase()) || ofSpeeches.has(languageId);
}
