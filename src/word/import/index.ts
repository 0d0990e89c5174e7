import { textOfHtml } from '../../core/clean/html';
import { docxToHtml } from './docx';

// What reads Word files. It is a bundle of its own (dist/import.js), loaded when somebody imports.

export { ImportError } from './docx';

/**
 * The text of a Word document: headings and paragraphs line by line with their numbers written out, rows of tables with tabs
 * between the cells, notes and comments as lists at the end. Throws ImportError, whose message is for the user.
 */
export async function importDocx(bytes: Uint8Array): Promise<string> {
  const text = textOfHtml(await docxToHtml(bytes));
  return text === '' ? '' : `${text}\n`;
}
