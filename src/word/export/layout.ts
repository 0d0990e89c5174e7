import type { FontRole, SizeRole, WordProfile } from '../../core';
import { element, type Xml, value } from './xml';

// Figures of a profile in Word's units: twips (1/20 pt), half-points for type sizes.

/** Twips of so many millimetres. */
const twips = (millimetres: number) => (millimetres * 1440) / 25.4;

/** A4 (5.1). */
export const page = { width: 11906, height: 16838 } as const;
/** The top of the page number's line is 7 mm below the text block (7.5). */
const belowBlock = 7;

export interface Margins {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

/** The margins of the profile in twips, rounded against one another so that the text block keeps its size. */
export function marginsOf({ margins: { top, right, bottom, left } }: WordProfile): Margins {
  return {
    top: Math.ceil(twips(top)),
    right: Math.floor(twips(right)),
    bottom: Math.floor(twips(bottom)),
    left: Math.ceil(twips(left)),
  };
}

/** From line to line, in twips. */
export function pitchOf({ pitch }: WordProfile): number {
  return Math.round(pitch * 20);
}

/** By how much each letter of the text is set wider (or, below 0, closer), in twips, so that a line holds what it should. */
export function spacingOf(profile: WordProfile): number {
  const { left, right } = marginsOf(profile);
  return Math.floor((page.width - left - right) / profile.characters - profile.sizes.body * 20);
}

/** Fonts of a run. “ ” — …… belong to hAnsi and are to be set in the Chinese font; so is what has no font of its own. */
export function fonts({ fonts: named }: WordProfile, role: FontRole, latin: FontRole = 'latin'): Xml {
  const chinese = named[role].name;
  return element('w:rFonts', {
    'w:ascii': named[latin].name,
    'w:hAnsi': chinese,
    'w:eastAsia': chinese,
    'w:cs': named[latin].name,
  });
}

/** Size of a run. */
export function size(profile: WordProfile, role: SizeRole): Xml {
  const half = Math.round(profile.sizes[role] * 2);
  return value('w:sz', half) + value('w:szCs', half);
}

/** The page of the text; a landscape page is the upright one turned. @param footers references to them */
export function section(profile: WordProfile, orientation: 'portrait' | 'landscape', footers: Xml): Xml {
  const { top, right, bottom, left } = marginsOf(profile);
  const upright = orientation === 'portrait';
  const sides = upright ? { top, right, bottom, left } : { top: left, right: top, bottom: right, left: bottom };
  const numberLine = Math.round(profile.sizes.pageNumber * 20 * 1.3);
  return element(
    'w:sectPr',
    {},
    footers,
    element('w:pgSz', {
      'w:w': upright ? page.width : page.height,
      'w:h': upright ? page.height : page.width,
      'w:orient': upright ? undefined : orientation,
    }),
    element('w:pgMar', {
      'w:top': sides.top,
      'w:right': sides.right,
      'w:bottom': sides.bottom,
      'w:left': sides.left,
      'w:header': 851,
      // Word measures from the edge of the paper to the foot of the line.
      'w:footer': Math.max(0, Math.round(sides.bottom - twips(belowBlock) - numberLine)),
      'w:gutter': 0,
    }),
    upright ? element('w:docGrid', { 'w:type': 'lines', 'w:linePitch': pitchOf(profile) }) : '',
  );
}

/** The lines of a footer with the page number, —1—, one character in from the edge (7.5) or in the middle. */
export function pageNumber(profile: WordProfile, place: 'left' | 'right' | 'center'): Xml {
  const field = (type: string) => element('w:r', {}, element('w:fldChar', { 'w:fldCharType': type }));
  const words = (text: string) => element('w:r', {}, element('w:t', {}, text));
  return element(
    'w:p',
    {},
    element(
      'w:pPr',
      {},
      value('w:pStyle', 'Footer'),
      place === 'center'
        ? ''
        : element('w:ind', { [`w:${place}Chars`]: 100, [`w:${place}`]: profile.sizes.pageNumber * 20 }),
      value('w:jc', place),
    ),
    words('—'),
    field('begin'),
    element('w:r', {}, element('w:instrText', {}, 'PAGE')),
    field('end'),
    words('—'),
  );
}
