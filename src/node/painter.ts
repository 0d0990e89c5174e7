import { styleText } from 'node:util';

/** A colour or weight of a terminal. */
export type Style = Parameters<typeof styleText>[0];

/** Text in a style where colours are shown, else as it is. */
export function painter(colour: boolean): (style: Style, text: string) => string {
  if (!colour) return (_style, text) => text;
  return (style, text) => styleText(style, text, { validateStream: false });
}

/** What could steer a terminal, break a line or turn the reading direction. */
const steering = /[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]+/gu;

/** The text on one line, without what could steer a terminal or turn the reading direction. */
export function printable(text: string): string {
  return text.replace(steering, ' ');
}

/**
 * The value as JSON, in which what could steer a terminal or turn the reading direction is written as escapes.
 * @param indent how far a level stands in; all on one line where it is left out
 */
export function printableJson(value: unknown, indent?: number): string {
  const escape = (mark: string) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return JSON.stringify(value, undefined, indent).replace(steering, (marks) =>
    Array.from(marks, (mark) => (mark === '\n' ? mark : escape(mark))).join(''),
  );
}
