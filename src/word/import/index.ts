import { readWord } from './document';
import { type Comment, ourName, type WordText } from './word-text';

// What reads Word files. It is a bundle of its own (dist/import.js), loaded when somebody imports or reviews one.

export { ImportError } from './archive';
export { readWord } from './document';
export { type Comment, ourName, type Piece, sourceOffset, type WordText } from './word-text';

/** A Word document as a new text. */
export interface Imported {
  readonly text: string;
  /** In Chinese what of the document is not in the text; '' where all is. */
  readonly leftOut: string;
}

/**
 * The text of a Word document: headings and paragraphs line by line with their numbers written out, rows of tables with tabs
 * between the cells, notes and comments as lists at the end. Throws ImportError, whose message is for the user.
 */
export async function importDocx(bytes: Uint8Array): Promise<Imported> {
  const word = await readWord(bytes);
  return { text: withComments(word), leftOut: word.leftOut };
}

/** The text with a mark where each comment stands, and the comments behind it. */
function withComments({ text, comments: all }: WordText): string {
  // What an earlier review has written is said anew by the next.
  const comments = all.filter(({ author }) => author !== ourName);
  if (comments.length === 0) return text;
  const label = ({ initials }: Comment, index: number) => `[${initials}${index + 1}]`;
  let [marked, from] = ['', 0];
  comments.forEach((comment, index) => {
    marked += text.slice(from, comment.at) + label(comment, index);
    from = comment.at;
  });
  const written = comments.flatMap((comment, index) => {
    const [first = '', ...more] = comment.lines;
    return [`${label(comment, index)} ${first}`, ...more];
  });
  return `${marked}${text.slice(from)}批注\n${written.join('\n')}\n`;
}
