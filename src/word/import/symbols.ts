/** Characters of the symbol fonts that stand in speeches, by font and code without the private-use prefix. */
const symbols: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Symbol: { b7: '•', d7: '·', b1: '±', b3: '≥', a3: '≤', b4: '×', b8: '÷', ae: '→' },
  Wingdings: {
    ...enclosed(0x81),
    '6c': '●',
    '6e': '■',
    '6f': '□',
    '75': '◆',
    a1: '○',
    a7: '▪',
    a8: '□',
    d8: '➢',
    e0: '→',
    fb: '✗',
    fc: '✓',
    fd: '☒',
    fe: '☑',
  },
  'Wingdings 2': { ...enclosed(0x6a), '50': '✓', '52': '☑', '53': '☒', '54': '☒', a3: '□' },
};

/** The circled numbers from ① on, which stand from the code on. */
function enclosed(first: number): Record<string, string> {
  return Object.fromEntries(
    Array.from({ length: 10 }, (_, index) => [(first + index).toString(16), String.fromCharCode(0x2460 + index)]),
  );
}

/** The character that a symbol shows; undefined for one that no speech is expected to hold. @param code F0FE or 00FE */
export function symbolOf(font: string, code: string): string | undefined {
  return symbols[font]?.[code.slice(-2).toLowerCase()];
}

const circles = '○〇◯';
const enclosedNumerals = '一二三四五六七八九十';

/**
 * What a field of equations shows: the base of a phonetic guide without its reading, a number in its circle, a fraction in a
 * line. Undefined for what is no plain text.
 */
export function equationText(instruction: string): string | undefined {
  const [, name, rest] = /\\([ofx])([\s\S]*)$/i.exec(instruction) ?? [];
  if (name === undefined) return undefined;
  const [, list] = /^(?:\\[a-z]+\d*|\s)*\(([\s\S]*)\)\s*$/i.exec(rest) ?? [];
  if (list === undefined) return undefined;
  const members = membersOf(list).filter((member) => !member.trimStart().startsWith('\\'));
  if (name.toLowerCase() === 'f') return members.length === 2 ? members.join('/') : undefined;
  if (members.length === 2 && circles.includes(members[0])) return encircled(members[1]);
  return members.length === 1 ? members[0] : undefined;
}

/** Members of a list in brackets, parted by the commas that stand in no bracket of their own. */
function membersOf(list: string): string[] {
  const members = [''];
  let depth = 0;
  for (const character of list) {
    if (character === '(') depth++;
    if (character === ')') depth--;
    if (depth === 0 && (character === ',' || character === ';')) members.push('');
    else members[members.length - 1] += character;
  }
  return members.map((member) => member.trim());
}

function encircled(content: string): string {
  const value = /^\d{1,2}$/.test(content) ? Number(content) : 0;
  if (value >= 1 && value <= 20) return String.fromCharCode(0x2460 + value - 1);
  const numeral = content.length === 1 ? enclosedNumerals.indexOf(content) : -1;
  return numeral >= 0 ? String.fromCharCode(0x3280 + numeral) : content;
}
