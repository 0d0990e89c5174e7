import type { Outline } from '../speech/outline/types';
import { encloses } from '../text/span';
import { isEverybody } from '../language/bodies';
import { hasEnd } from '../language/demands';
import type { Assignment } from './extract';

/** Words that set a time without naming one, or leave it to a rule that is known. */
const timeless =
  /立即|立刻|马上|尽快|尽早|第一时间|限期|按期|如期|按时|及时|随时|定期|期限|时限|规定|同步|当场|即刻|即[时日]|会后|每[周月季年日天]|长期|始终|日常|今后|以后|一旦|凡是|需要时|必要时|发现.{0,12}的/;

/**
 * The tasks of a speech that come to an end and can so be due: work with a time, or with a verb that has an end. Left out are what
 * a report tells of, what stands in the opening and the closing, what is given to everybody, and what is asked for at once.
 */
export function dueTasks({
  assignments,
  outline,
}: {
  readonly assignments: readonly Assignment[];
  readonly outline: Outline;
}): Assignment[] {
  const frame = [outline.opening, outline.closing].filter((part) => part !== undefined);
  return assignments.filter(({ lead, carried, reported, task, deadline, place, sentence }) => {
    if (reported || carried || lead.some(isEverybody) || frame.some((part) => encloses(part, place))) return false;
    if (deadline !== undefined) return !/^每/.test(deadline);
    return hasEnd(task) && !timeless.test(sentence);
  });
}
