import { styleText } from 'node:util';

/** A colour or weight of a terminal. */
export type Style = Parameters<typeof styleText>[0];

/** Text in a style where colours are shown, else as it is. */
export function painter(colour: boolean): (style: Style, text: string) => string {
  if (!colour) return (_style, text) => text;
  return (style, text) => styleText(style, text, { validateStream: false });
}

/** The text on one line, without what could steer a terminal or turn the reading direction. */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]+/gu, ' ');
}
