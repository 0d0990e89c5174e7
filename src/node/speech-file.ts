import type { WordText } from '../word/import';
import { decodeWithEncoding, DecodeError, type Encoding } from './decode';

/** The text of a file. */
export interface SpeechFile {
  readonly text: string;
  /** How it is written as bytes; undefined for a Word document. */
  readonly encoding?: Encoding;
  /** Where its characters stand, of a Word document. */
  readonly word?: WordText;
}

/** How archives begin, as Word documents are, and compound files, as they once were. */
const beginnings = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
];

/** Whether the file says by its name that it is a Word document. */
export function isWordName(file: string): boolean {
  return /\.doc[mx]$/i.test(file);
}

/** Whether the file is a Word document or one of its kin, or says so: no text begins as they do. */
export function isWord(file: string, bytes: Uint8Array): boolean {
  if (isWordName(file)) return true;
  return beginnings.some((beginning) => beginning.every((byte, index) => bytes[index] === byte));
}

/** The text of a file, a Word document or plain text, by its name and its bytes. Rejects with DecodeError. */
export async function readSpeech(file: string, bytes: Uint8Array): Promise<SpeechFile> {
  if (!isWord(file, bytes)) return decodeWithEncoding(bytes);
  // Loaded when it is used: plain texts do without it.
  const { ImportError, readWord } = await import('../word/import');
  try {
    const word = await readWord(bytes);
    return { text: word.text, word };
  } catch (error) {
    if (error instanceof ImportError) throw new DecodeError(error.message.replace(/。$/, ''), { cause: error });
    throw error;
  }
}
