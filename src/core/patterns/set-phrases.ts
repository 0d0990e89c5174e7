import { Matcher } from '../text/matcher';
import { foldPhrase, isHan, type FoldedText } from '../text/fold';
import { setPhrases, type SetPhrase } from '../vocabulary';
import type { Member } from './members';

/**
 * What stands before a clause: a mark. A beginning of one character (以、在) is looked for backwards from the ending, the others
 * on the way to it.
 */
const clauseStart = '^';

/** A set phrase as the folded text is compared with it. */
interface FoldedPhrase {
  readonly kind: SetPhrase['kind'];
  readonly beginnings: ReadonlySet<string>;
  readonly endings: ReadonlySet<string>;
  readonly reach: number;
}

const templates = setPhrases.map(({ kind, beginnings, endings, reach }): FoldedPhrase => {
  const folded = (words: readonly string[]) => new Set(words.map(foldPhrase));
  return { kind, beginnings: folded(beginnings), endings: folded(endings), reach };
});

/** Templates that a literal opens and that it closes. */
interface Roles {
  readonly opens: number[];
  readonly closes: number[];
}

const roles = new Map<string, Roles>();
templates.forEach(({ beginnings, endings }, index) => {
  const rolesOf = (literal: string) => {
    const known = roles.get(literal) ?? { opens: [], closes: [] };
    roles.set(literal, known);
    return known;
  };
  for (const literal of beginnings) if (literal.length > 1) rolesOf(literal).opens.push(index);
  for (const literal of endings) rolesOf(literal).closes.push(index);
});
const rolesByKey = [...roles.values()];

let matcher: Matcher | undefined;

/** Marks over which no set phrase reaches; a 、 or ， may stand inside one. */
const stops = new Set([...'。；：！？;:!?\n…()《》'].map((mark) => mark.charCodeAt(0)));

/** Set phrases with an open place, as spans of folded units; they may overlap. */
export function templatesIn({ units, length }: FoldedText): (Member & { readonly kind: FoldedPhrase['kind'] })[] {
  matcher ??= new Matcher([...roles.keys()]);
  const scanned = matcher.scan(units, length);
  const opened: (Member | undefined)[] = templates.map(() => undefined);
  const found: (Member & { kind: FoldedPhrase['kind'] })[] = [];
  for (let at = 0; at < scanned.length; at += 3) {
    const { opens, closes } = rolesByKey[scanned[at]];
    const [start, end] = [scanned[at + 1], scanned[at + 2]];
    for (const index of closes) {
      const { beginnings, reach, kind } = templates[index];
      const last = opened[index];
      let beginning = last && start >= last.end && start - last.end <= reach ? last : undefined;
      if (!beginning) {
        beginning = beginnings.has(clauseStart)
          ? clauseBefore(units, start, reach)
          : prepositionBefore(units, start, templates[index]);
      }
      if (!beginning) continue;
      if (units.subarray(beginning.end, start).some((unit) => stops.has(unit))) continue;
      found.push({ start: beginning.start, end, kind });
    }
    for (const index of opens) {
      // Of beginnings in one place the longer stands; of several the nearest to the ending.
      if (opened[index]?.end !== end) opened[index] = { start, end };
    }
  }
  return found;
}

/** The empty place behind the last mark before the offset, if that is within reach. */
function clauseBefore(units: Uint16Array, at: number, reach: number): Member | undefined {
  for (let start = at; at - start <= reach; start--) {
    if (start === 0 || !isHan(units[start - 1])) return start < at ? { start, end: start } : undefined;
  }
  return undefined;
}

/** The nearest beginning of one character before the offset, in the same clause and within reach. */
function prepositionBefore(units: Uint16Array, at: number, { beginnings, reach }: FoldedPhrase): Member | undefined {
  for (let start = at - 1; start >= 0 && at - start <= reach + 1 && isHan(units[start]); start--) {
    if (beginnings.has(String.fromCharCode(units[start]))) return { start, end: start + 1 };
  }
  return undefined;
}
