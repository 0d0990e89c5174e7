import type { TextEdit } from '../text/span';
import { isChineseProse } from '../text/prose';
import { alphanumeric } from './alphanumeric';
import { blanks } from './blanks';
import { furniture } from './furniture';
import { lost } from './lost';
import { marks } from './marks';
import { pinyin } from './pinyin';
import { OffsetMap, Revision, type Change } from './revision';
import { judgeScript } from './script';
import { Source, type CleaningStep, type StepId } from './step';
import { traditional } from './traditional';
import { width } from './width';
import { wrapped } from './wrapped';

export { isWronglyDecoded, lostMark } from './lost';
export type { Change, OffsetMap } from './revision';
export { Source, stepIds, type CleaningStep, type StepId } from './step';

/** Every step, in the order in which they run: each finds the text that the ones before it have left. */
export const steps: readonly CleaningStep[] = [
  pinyin,
  lost,
  traditional,
  furniture,
  marks,
  alphanumeric,
  width,
  wrapped,
  blanks,
];

export interface CleaningOptions {
  /** The steps that run; all of them where it is left out. */
  readonly steps?: readonly StepId[];
  /** Simplify every traditional character, also where the text is not traditional by mistake. */
  readonly everyTraditional?: boolean;
}

/** A text before and after cleaning. */
export interface Cleaning {
  readonly text: string;
  /** The steps that found something, with what they found: places, characters (traditional) or lines (furniture). */
  readonly steps: readonly { readonly id: StepId; readonly name: string; readonly count: number }[];
  /** What became of the places of the text. */
  readonly map: OffsetMap;
  /** The changes of the original that give the cleaned text: in order, without overlap. */
  readonly changes: readonly Change[];
}

/** A step may lay bare what an earlier one looks for; each further pass is shorter work on less dirt. */
const mostPasses = 4;

/**
 * Cleans a text of what copying and converting left in it. Pure; never throws; cost linear in the length of the text; cleaning
 * the result changes nothing. A text that is not Chinese prose stays as it is.
 */
export function clean(
  text: string | Source,
  { steps: wanted, everyTraditional = false }: CleaningOptions = {},
): Cleaning {
  const given = typeof text === 'string' ? new Source(text) : text;
  const revision = new Revision(given.text);
  const counts = new Map<StepId, number>();
  const chosen = steps.filter(({ id }) => !wanted || wanted.includes(id));
  for (let pass = 0; pass < mostPasses && isChineseProse(revision.text); pass++) {
    let source = pass === 0 ? given : new Source(revision.text);
    const script = judgeScript(source, everyTraditional);
    let changed = false;
    for (const step of chosen) {
      const edits = effective(source.text, [...step.edits(source, script)]);
      if (edits.length === 0) continue;
      changed = true;
      const count = step.count?.(source.text, edits) ?? edits.length;
      counts.set(step.id, (counts.get(step.id) ?? 0) + count);
      revision.apply(edits, step.id);
      source = new Source(revision.text);
    }
    if (!changed) break;
  }
  const changes = revision.changes();
  return {
    text: revision.text,
    steps: steps.flatMap(({ id, name }) => {
      const count = counts.get(id) ?? 0;
      return count > 0 ? [{ id, name, count }] : [];
    }),
    map: new OffsetMap(changes),
    changes,
  };
}

/** The edits that change something, in order of their places; of two that overlap, the earlier. */
function effective(text: string, edits: readonly TextEdit[]): TextEdit[] {
  let end = 0;
  return [...edits]
    .sort((a, b) => a.start - b.start)
    .filter((edit) => {
      if (edit.start < end || text.slice(edit.start, edit.end) === edit.text) return false;
      end = edit.end;
      return true;
    });
}
