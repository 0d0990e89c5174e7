import type { TextEdit } from '../../text/span';
import { contentStart, readMarker } from '../../speech/outline/headings';
import { isChineseDigit } from '../../text/numerals';
import { properMarker, usesFullWidth } from '../../speech/outline/proper-marker';
import type { Outline, OutlineNode } from '../../speech/outline/types';
import { isQuoted, lineAt } from './change';
import { headingInLine } from './clauses';
import { headingsOf } from './forms';

/**
 * Puts right how the number at the head of the offset's line is marked off, once something stands behind it: 一, → 一、,
 * (一)、 → （一）, 1、 → 1. A number that the outline does not count is put right only where no prose begins like it.
 */
export function correctMarker(text: string, outline: Outline, offset: number): TextEdit[] {
  const line = lineAt(text, offset);
  const start = contentStart(text, line.start, line.end);
  const marker = readMarker(text, start, line.end);
  if (!marker || offset <= marker.end || isQuoted(text, start)) return [];
  const node = headingInLine(text, outline, offset);
  const counted = node?.marker.start === start;
  const mark = text.slice(marker.numberEnd, marker.end);
  // 一，提高认识是关键 is prose; nobody writes 一,提高认识是关键. But 一,二,三产业 counts nothing.
  const heads = marker.form === 'chinese' && ',.'.includes(mark) && !isChineseDigit(text.charCodeAt(marker.end));
  if (!counted && !heads) return [];
  const others = headingsOf(outline.nodes).filter((each) => each !== node);
  if (marker.form === 'arabic' && mark === '、' && keepsTo(text, others, mark)) return [];
  const number = text.slice(start, marker.numberEnd);
  const half = number.startsWith('(') && number.endsWith(')');
  const proper = properMarker(
    marker.form,
    number,
    mark,
    usesFullWidth(outline.lists) || (half && others.every(({ form }) => form !== marker.form)),
  );
  return proper === undefined ? [] : [{ start, end: marker.end, text: proper }];
}

/** Whether the other arabic headings, if there are any, all have the mark. */
function keepsTo(text: string, others: readonly OutlineNode[], mark: string): boolean {
  const arabic = others.filter(({ form }) => form === 'arabic');
  return (
    arabic.length > 0 &&
    arabic.every(({ marker, number }) => text.slice(marker.start + number.length, marker.end) === mark)
  );
}
