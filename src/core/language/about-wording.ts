import type { Span } from '../text/span';
import { saidAround } from './sentences';

/** Texts about wording quote what is wrong on purpose. */
const aboutWording = /写成|写作|误作|误写|错写|说成|应为|改为|表述|提法/;

/** Whether the sentence around the span speaks of wordings. */
export function isAboutWording(text: string, span: Span): boolean {
  return aboutWording.test(saidAround(text, span));
}
