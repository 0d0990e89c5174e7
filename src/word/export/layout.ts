import {
  AlignmentType,
  DocumentGridType,
  Footer,
  LineRuleType,
  PageNumber,
  Paragraph,
  TextRun,
  type IFontAttributesProperties,
  type IPropertiesOptions,
  type ISectionPropertiesOptions,
} from 'docx';

// Figures of GB/T 9704-2012 in Word's units: twips (1/20 pt), half-points for type sizes.

/** A4 (5.1). */
export const page = { width: 11906, height: 16838 } as const;
/** 天头 37 mm, 订口 28 mm and the 156 × 225 mm text block between them (5.2.1). */
export const margin = { top: 2098, left: 1588, right: 1474, bottom: 1984 } as const;
/** The foot of the page number's line from the edge: its top is 7 mm below the text block (7.5). */
const footer = 1304;
/** 22 lines in 225 mm (5.2.3); the standard gives no pitch in points. */
export const linePitch = 579;
/** 28 characters of 16 pt are 158 mm wide, the block is 156: each is set 0.25 pt closer (5.2.3). */
export const condensed = -5;
/** 2号, 3号, 4号, 五号 in half-points (5.2.2, 7.3, 7.5). */
export const size = { title: 44, body: 32, pageNumber: 28, small: 21 } as const;

/** Fonts by category. Those that come with Windows and WPS, except 小标宋, for which Word takes 宋体 where it is not installed. */
export const faces = {
  title: '方正小标宋简体',
  heading: '黑体',
  subheading: '楷体',
  body: '仿宋',
  plain: '宋体',
} as const;
export type Face = keyof typeof faces;

/** The fonts of a run. “ ” — …… are set in the Chinese font, which Word does only where told so. */
export function font(face: Face): IFontAttributesProperties {
  const name = faces[face];
  return { ascii: 'Times New Roman', cs: 'Times New Roman', eastAsia: name, hAnsi: name, hint: 'eastAsia' };
}

/** Every line of the same pitch. */
export const evenLines = { line: linePitch, lineRule: LineRuleType.EXACT, before: 0, after: 0 } as const;

/** The line of the page number, —1—: at the right of odd pages, at the left of even ones, one character in (7.5). */
function pageNumber(side: 'left' | 'right'): Footer {
  return new Footer({
    children: [
      new Paragraph({
        alignment: side === 'right' ? AlignmentType.RIGHT : AlignmentType.LEFT,
        indent: { [side]: 10 * size.pageNumber },
        children: [
          new TextRun({
            font: { ...font('plain'), ascii: faces.plain },
            size: size.pageNumber,
            children: ['—', PageNumber.CURRENT, '—'],
          }),
        ],
      }),
    ],
  });
}

/** Footers of a section of which odd and even pages differ. */
export function pageNumbers() {
  return { default: pageNumber('right'), even: pageNumber('left') };
}

/** The page of a section; a landscape page is the upright one turned. */
export function pageProperties(orientation: 'portrait' | 'landscape'): ISectionPropertiesOptions {
  const { top, right, bottom, left } = margin;
  const turned = { top: left, right: top, bottom: right, left: bottom };
  return {
    page: {
      size: { ...page, orientation },
      margin: {
        ...(orientation === 'portrait' ? margin : turned),
        header: 851,
        footer: orientation === 'portrait' ? footer : 737,
      },
    },
    ...(orientation === 'portrait' && { grid: { type: DocumentGridType.LINES, linePitch } }),
  };
}

/** What all documents have in common. */
export const common = {
  creator: '推敲',
  evenAndOddHeaderAndFooters: true,
} satisfies Partial<IPropertiesOptions>;
