import { numeralLike } from '../../text/numerals';
import type { NumberForm, Outline, OutlineNode } from '../../speech/outline/types';

/** The forms of levels 1 to 4, which sections are moved up and down through. */
const ladder = ['chinese', 'chinese-bracketed', 'arabic', 'arabic-bracketed'] as const;
type Rung = (typeof ladder)[number];

const standard: Readonly<Record<Rung, string>> = {
  chinese: '一、',
  'chinese-bracketed': '（一）',
  arabic: '1.',
  'arabic-bracketed': '（1）',
};

function isRung(form: NumberForm): form is Rung {
  return (ladder as readonly NumberForm[]).includes(form);
}

/** The form one level below in the standard; undefined below the fourth and for forms beside its levels. */
export function formBelow(form: NumberForm): NumberForm | undefined {
  return isRung(form) ? ladder[ladder.indexOf(form) + 1] : undefined;
}

/** The form one level above in the standard; undefined above the first and for forms beside its levels. */
export function formAbove(form: NumberForm): NumberForm | undefined {
  if (form === 'arabic-half-bracketed') return 'arabic';
  return isRung(form) ? ladder[ladder.indexOf(form) - 1] : undefined;
}

/** Whether sections may take the form when they change their level. */
export function hasLevel(form: NumberForm): boolean {
  return isRung(form) || form === 'arabic-half-bracketed';
}

/** The headings among the children. */
export function headingsIn({ children }: OutlineNode): OutlineNode[] {
  return children.filter(({ level }) => level !== 'series');
}

/** The headings among the nodes and all headings below them, outer ones first. */
export function headingsOf(nodes: readonly OutlineNode[]): OutlineNode[] {
  return nodes.flatMap((node) => (node.level === 'series' ? [] : [node, ...headingsOf(node.children)]));
}

/** The form of the headings below those of a form, as the first of the nodes that has any shows. */
export function formSeenBelow(nodes: readonly OutlineNode[], form: NumberForm): NumberForm | undefined {
  for (const node of headingsOf(nodes)) {
    if (node.form !== form) continue;
    const [child] = headingsIn(node);
    if (child) return child.form;
  }
  return undefined;
}

/** Number and mark of a node with another value, written as they are. */
export function markerLike(text: string, { marker, numeral }: OutlineNode, value: number): string {
  const written = text.slice(numeral.start, numeral.end);
  return (
    text.slice(marker.start, numeral.start) +
    (numeralLike(written, value) ?? value) +
    text.slice(numeral.end, marker.end)
  );
}

/**
 * Number and mark of a heading, written as the text writes that form.
 * @param beside nodes to be written like, before any others
 */
export function writeMarker(
  text: string,
  { nodes }: Outline,
  form: NumberForm,
  value: number,
  beside: readonly OutlineNode[],
): string {
  const like = beside.find((node) => node.form === form) ?? headingsOf(nodes).find((node) => node.form === form);
  if (like) return markerLike(text, like, value);
  if (!isRung(form)) throw new RangeError(`no marker for ${form}`);
  const bracketed = headingsOf(nodes).find(({ number }) => number.endsWith(')'));
  const sample = bracketed ? standard[form].replace('（', '(').replace('）', ')') : standard[form];
  return sample.replace(/[一1]/, (numeral) => numeralLike(numeral, value) ?? String(value));
}
