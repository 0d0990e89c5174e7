import { Converter, type ConverterFunction } from 'opencc-js/t2cn';
import { simplifiedForm } from '../text/fold';
import type { Span, TextEdit } from '../text/span';
import { scriptCounts } from './script';
import type { CleaningStep, Source } from './step';

/** In a line of simplified text, traditional characters are a mistake only from this number and share on. */
const fewestInSimplifiedLine = 3;
const shareInSimplifiedLine = 0.2;

/** OpenCC's conversion; its tables are read when the first traditional text comes along. */
let converter: ConverterFunction | undefined;

function convert(line: string): string {
  converter ??= Converter({ from: 't', to: 'cn' });
  return converter(line);
}

/** Simplifies text that is traditional by mistake, by OpenCC's tables of phrases and characters (乾燥 → 干燥, 乾隆 stays). */
export const traditional: CleaningStep = {
  id: 'traditional',
  name: '误转的繁体字',
  description: '把误转成繁体的文字改回简体；简体文稿引文、书名里的繁体字不动。',
  *edits(source, { mistaken, everything }) {
    if (!mistaken && !everything) return;
    for (let number = 0; number < source.lines.count; number++) {
      const span = source.lines.span(number);
      const line = source.text.slice(span.start, span.end);
      const counts = scriptCounts(line);
      if (counts.traditional === 0) continue;
      const wholly = everything || counts.simplified <= counts.traditional;
      const share = counts.traditional / (counts.traditional + counts.simplified);
      if (!wholly && (counts.different < fewestInSimplifiedLine || share < shareInSimplifiedLine)) continue;
      for (const edit of difference(line, convert(line), span.start)) {
        if (source.isUntouchable(edit) || (!wholly && isQuoted(source, edit))) continue;
        yield edit;
      }
    }
  },
  count: (_text, edits) => edits.reduce((sum, { start, end }) => sum + end - start, 0),
};

function isQuoted({ regions }: Source, span: Span): boolean {
  return regions.has('title', span) || regions.has('quotation', span);
}

/** The runs of characters that differ, or the line where the two are not of one length. */
function* difference(line: string, converted: string, offset: number): Generator<TextEdit> {
  if (line.length !== converted.length) {
    yield { start: offset, end: offset + line.length, text: converted };
    return;
  }
  for (let at = 0; at < line.length; at++) {
    if (line[at] === converted[at]) continue;
    const start = at;
    while (at < line.length && line[at] !== converted[at]) at++;
    yield { start: offset + start, end: offset + at, text: converted.slice(start, at) };
  }
}

/** Whether a text has characters that the step could simplify if asked to. */
export function hasTraditional(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit >= 0x3400 && simplifiedForm(unit) !== unit) return true;
  }
  return false;
}
