import type { Span } from '../text/span';
import { sentenceAround } from './sentences';

/** Texts about wording quote what is wrong on purpose. */
const aboutWording = /写成|写作|误作|误写|错写|说成|应为|改为|表述|提法/;

/** Whether the sentence around the span speaks of wordings. */
export function isAboutWording(text: string, span: Span): boolean {
  const { start, end } = sentenceAround(text, span);
  return aboutWording.test(text.slice(start, end));
}
