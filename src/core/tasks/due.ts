import type { Outline } from '../speech/outline/types';
import { encloses, type Span } from '../text/span';
import { isEverybody } from '../language/bodies';
import { isTitleOfTasks } from '../language/reading/headings';
import type { Assignment } from './extract';

/** Who is reported to and gives no orders: a work report, an address to guests. */
const reportedTo = /代表|委员|来宾|嘉宾|朋友|领导(?!.*同志)|评委|专家|股东/;
/** Who speaks promises for himself and his own: nobody asks him who is to do it. */
const promised = /表态|述职|汇报|承诺|交流发言|竞[聘选]|就职|任职/;
/** Whether the text gives tasks to those who hear or read it: no news, no work report. */
function isGiven(text: string, { salutation, title }: Outline): boolean {
  const words = (part: Span | undefined) => (part ? text.slice(part.start, part.end) : '');
  if (promised.test(words(title))) return false;
  return salutation ? !reportedTo.test(words(salutation)) : isTitleOfTasks(words(title));
}

/**
 * The tasks of a speech that come to an end and can so be due: work with a time, or with a verb that has an end. Left out are what
 * a report tells of, what stands in the opening and the closing, what is given to everybody, and what is asked for at once.
 */
export function dueTasks({
  text,
  assignments,
  outline,
}: {
  readonly text: string;
  readonly assignments: readonly Assignment[];
  readonly outline: Outline;
}): Assignment[] {
  if (!isGiven(text, outline)) return [];
  const frame = [outline.opening, outline.closing].filter((part) => part !== undefined);
  return assignments.filter(({ lead, carried, reported, open, deadline, place }) => {
    if (reported || carried || lead.some(isEverybody) || frame.some((part) => encloses(part, place))) return false;
    return deadline === undefined ? open : !/^每/.test(deadline);
  });
}
