import { inOrder, shifted } from '../../text/edits';
import type { TextEdit } from '../../text/span';
import type { NumberForm, Outline, OutlineNode } from '../../speech/outline/types';
import { countOn, listOf, type OutlineChange, type Refusal } from './change';
import { formAbove, formBelow, formSeenBelow, hasLevel, headingsIn, headingsOf, writeMarker } from './forms';

/** The forms that headings of each form take. */
type NewForms = ReadonlyMap<NumberForm, NumberForm>;

/**
 * Makes a section the last one below the section before it. The headings below it go one level down with it, and what followed
 * it moves up one number.
 */
export function demote(
  text: string,
  outline: Outline,
  node: OutlineNode,
  cursor = node.marker.end,
): OutlineChange | Refusal {
  const { nodes } = listOf(outline, node);
  const index = nodes.indexOf(node);
  if (!hasLevel(node.form)) return 'fixed-form';
  if (index === 0) return 'no-parent';
  const parent = nodes[index - 1];
  const forms = formsBelow(outline, node, headingsIn(parent).at(-1)?.form);
  if (!forms) return 'deepest';
  const form = forms.get(node.form)!;
  if (!hasLevel(form)) return 'fixed-form';
  const siblings = headingsIn(parent).filter((child) => child.form === form);
  const number = (siblings.at(-1)?.value ?? 0) + 1;
  const edits = [
    ...rewritten(text, outline, node, forms, number, siblings),
    ...countOn(nodes.slice(index + 1), node.value),
  ];
  return { edits: inOrder(edits), cursor: shifted(inOrder(edits), cursor) };
}

/**
 * Takes a section out of the one above it, behind which it is counted. The headings below it go one level up with it, and what
 * followed it in the section above comes below it.
 */
export function promote(
  text: string,
  outline: Outline,
  node: OutlineNode,
  cursor = node.marker.end,
): OutlineChange | Refusal {
  const list = listOf(outline, node);
  const { parent } = list;
  if (!hasLevel(node.form)) return 'fixed-form';
  const form = parent ? parent.form : formAbove(node.form);
  if (form === undefined || node.form === 'chinese') return 'highest';
  if (!hasLevel(form)) return 'fixed-form';

  const forms = new Map<NumberForm, NumberForm>([[node.form, form]]);
  for (const heading of headingsOf([node])) {
    for (const child of headingsIn(heading)) if (!forms.has(child.form)) forms.set(child.form, heading.form);
  }
  const above = parent ? listOf(outline, parent).nodes : undefined;
  const before = above ? above.slice(0, above.indexOf(parent!) + 1) : [];
  const after = above
    ? above.slice(above.indexOf(parent!) + 1)
    : (outline.lists.find(({ nodes: [first] }) => first.form === form && first.start > node.start)?.nodes ?? []);
  const number = before.length > 0 ? before[before.length - 1].value + 1 : (after[0]?.value ?? 1);

  const below = headingsIn(node).filter((child) => forms.get(child.form) === node.form);
  const following = list.nodes.slice(list.nodes.indexOf(node) + 1);
  const edits = [
    ...rewritten(text, outline, node, forms, number, [...before].reverse()),
    ...countOn(following, (below.at(-1)?.value ?? 0) + 1),
    ...countOn(after, number + 1),
  ];
  return { edits: inOrder(edits), cursor: shifted(inOrder(edits), cursor) };
}

/**
 * The forms of a section and the headings below it once it stands one level deeper; undefined where that is too deep.
 * @param form what the section shall take; if undefined, what stands below its form elsewhere
 */
function formsBelow(outline: Outline, node: OutlineNode, form: NumberForm | undefined): NewForms | undefined {
  const forms = new Map<NumberForm, NumberForm>();
  for (const { form: old } of headingsOf([node])) {
    if (forms.has(old)) continue;
    const taken =
      (old === node.form ? form : undefined) ??
      formSeenBelow([node], old) ??
      formSeenBelow(outline.nodes, old) ??
      formBelow(old);
    if (taken === undefined) return undefined;
    forms.set(old, taken);
  }
  return forms;
}

/** Edits that give a section a number in its new form and the headings below it their new forms. */
export function rewritten(
  text: string,
  outline: Outline,
  node: OutlineNode,
  forms: NewForms,
  number: number,
  beside: readonly OutlineNode[],
): TextEdit[] {
  return headingsOf([node]).map((heading) => {
    const value = heading === node ? number : heading.value;
    const marker = writeMarker(
      text,
      outline,
      forms.get(heading.form) ?? heading.form,
      value,
      heading === node ? beside : [],
    );
    return { ...heading.marker, text: marker };
  });
}
