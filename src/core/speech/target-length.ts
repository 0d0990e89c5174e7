import type { Regions } from './regions';
import type { Span } from '../text/span';

/** How long a speech should be: in characters or in minutes of speaking. */
export type TargetLength = { readonly characters: number } | { readonly minutes: number };

/** A target that the document states itself, with the place of its line. */
export type StatedTarget = TargetLength & Span;

/** Bounds that tell a target from a slip of the key. */
const mostCharacters = 200_000;
const mostMinutes = 600;

const statement = /^[ \t]*(?<key>字数|时长)[ \t]*[:：][ \t]*(?<value>[^\r\n]*)/m;
const amount = /^(?<number>\d{1,6}(?:\.\d)?)(?<unit>字|分钟|分)?$/;

/** The characters of a speech that keeps to the target. @param rate characters a minute */
export function charactersOf(target: TargetLength, rate: number): number {
  return 'characters' in target ? target.characters : Math.round(target.minutes * rate);
}

/** Reads 3000, 3,000字 or 15分钟, in half or full width; undefined where it is no length that a speech can have. */
export function readTarget(text: string, unit: '字' | '分钟' = '字'): TargetLength | undefined {
  const match = amount.exec(
    text
      .normalize('NFKC')
      .replace(/["'“”约,\s]/g, '')
      .trim(),
  )?.groups;
  if (!match) return undefined;
  const number = Number(match.number);
  return (match.unit ?? unit) === '字'
    ? number >= 1 && number <= mostCharacters
      ? { characters: Math.round(number) }
      : undefined
    : number > 0 && number <= mostMinutes
      ? { minutes: number }
      : undefined;
}

/** The target that the front matter states: `字数: 3000` or `时长: 15`. */
export function statedTarget(text: string, regions: Regions): StatedTarget | undefined {
  const [frontMatter] = regions.of('front-matter');
  if (!frontMatter) return undefined;
  const match = statement.exec(text.slice(frontMatter.start, frontMatter.end));
  if (!match?.groups) return undefined;
  const { key, value } = match.groups;
  const target = readTarget(value, key === '时长' ? '分钟' : '字');
  const start = frontMatter.start + match.index;
  return target && { ...target, start, end: start + match[0].length };
}
