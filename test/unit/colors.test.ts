import assert from 'node:assert/strict';
import { highlightKinds } from '../../src/core/views/highlight';
import manifest from '../../package.json';

type Rgb = readonly [number, number, number];

const themes = {
  dark: [
    { background: '#1F1F1F', text: '#CCCCCC' },
    { background: '#1E1E1E', text: '#D4D4D4' },
    { background: '#272822', text: '#F8F8F2' },
  ],
  light: [
    { background: '#FFFFFF', text: '#3B3B3B' },
    { background: '#FFFFFF', text: '#000000' },
    { background: '#F5F5F5', text: '#333333' },
  ],
  highContrast: [{ background: '#000000', text: '#FFFFFF' }],
  highContrastLight: [{ background: '#FFFFFF', text: '#292929' }],
} as const;

/** Least contrast of text and of lines that carry meaning: WCAG 2.2, 1.4.3 and 1.4.11; enhanced contrast in the high-contrast themes. */
const leastContrast = {
  dark: { text: 4.5, line: 3 },
  light: { text: 4.5, line: 3 },
  highContrast: { text: 7, line: 4.5 },
  highContrastLight: { text: 7, line: 4.5 },
} as const;

function parse(color: string): { rgb: Rgb; alpha: number } {
  const [red, green, blue, alpha = 255] = (color.slice(1).match(/../g) ?? []).map((byte) => Number.parseInt(byte, 16));
  return { rgb: [red, green, blue], alpha: alpha / 255 };
}

function over(color: string, background: string): Rgb {
  const { rgb, alpha } = parse(color);
  const below = parse(background).rgb;
  return [0, 1, 2].map((channel) => rgb[channel] * alpha + below[channel] * (1 - alpha)) as unknown as Rgb;
}

function luminance(rgb: Rgb): number {
  const [red, green, blue] = rgb.map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: Rgb, b: Rgb): number {
  const [lighter, darker] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (lighter + 0.05) / (darker + 0.05);
}

function color(id: string, theme: keyof typeof themes): string {
  const contribution = manifest.contributes.colors.find((candidate) => candidate.id === id);
  assert.ok(contribution, id);
  return contribution.defaults[theme];
}

describe('colours of the highlights', () => {
  it('measure as WCAG does', () => {
    assert.equal(contrast([0, 0, 0], [255, 255, 255]), 21);
    assert.equal(contrast([0x76, 0x76, 0x76], [255, 255, 255]).toFixed(2), '4.54');
  });

  for (const kind of highlightKinds) {
    it(`leave the text legible and the line visible: ${kind}`, () => {
      for (const theme of Object.keys(themes) as (keyof typeof themes)[]) {
        for (const { background, text } of themes[theme]) {
          const tinted = over(color(`tuiqiao.${kind}Background`, theme), background);
          const line = over(color(`tuiqiao.${kind}Border`, theme), background);
          const place = `${theme} ${background}`;
          assert.ok(contrast(parse(text).rgb, tinted) >= leastContrast[theme].text, `text on ${place}`);
          assert.ok(contrast(line, tinted) >= leastContrast[theme].line, `line on the tint, ${place}`);
        }
      }
    });
  }
});
