import { applyEdits, inOrder, shifted } from '../../text/edits';
import type { TextEdit } from '../../text/span';
import { numberEdit } from '../../speech/outline/renumber';
import type { NumberForm, Outline, OutlineNode } from '../../speech/outline/types';
import {
  blockEnd,
  blockStart,
  countOn,
  fillsLines,
  lineAt,
  lineBreakOf,
  listOf,
  nextLine,
  prefixOf,
  type OutlineChange,
  type Refusal,
} from './change';
import { formBelow, formSeenBelow, hasLevel, headingsIn, headingsOf } from './forms';
import { rewritten } from './level';

/**
 * Exchanges a section, with all below it, with the one before or behind it in its list. Each place keeps its number.
 * @param cursor an offset in the section, which it goes along with
 */
export function moveSection(
  text: string,
  outline: Outline,
  node: OutlineNode,
  direction: 'up' | 'down',
  cursor = node.marker.start,
): OutlineChange | Refusal {
  const { nodes, parent } = listOf(outline, node);
  const siblings = parent ? parent.children : outline.nodes;
  const index = siblings.indexOf(node);
  const other = siblings[direction === 'up' ? index - 1 : index + 1];
  if (!other || !nodes.includes(other)) return direction === 'up' ? 'first' : 'last';

  const [upper, lower] = direction === 'up' ? [other, node] : [node, other];
  const inLine = [upper, lower].some((each) => prefixOf(text, each) === undefined);
  if (inLine && node.level === 'series') return 'in-line';
  // Behind words without a mark, the other number would begin no heading.
  if (prefixOf(text, lower) === undefined && !/[。；]/.test(text[lower.end - 1])) return 'in-line';
  const block = (each: OutlineNode) => ({ start: inLine ? each.start : blockStart(text, each), end: each.end });
  const [first, second] = [block(upper), block(lower)];
  const numbered = (each: OutlineNode, { start, end }: typeof first, value: number) => {
    const edits = numberEdit(each, value).map((edit) => ({
      ...edit,
      start: edit.start - start,
      end: edit.end - start,
    }));
    return { text: applyEdits(text.slice(start, end), edits), edits };
  };
  const raised = numbered(lower, second, upper.value);
  const lowered = numbered(upper, first, lower.value);
  const growth = raised.text.length - (first.end - first.start);
  return {
    edits: [
      { ...first, text: raised.text },
      { ...second, text: lowered.text },
    ],
    cursor:
      direction === 'up'
        ? first.start + shifted(raised.edits, cursor - second.start)
        : second.start + growth + shifted(lowered.edits, cursor - first.start),
  };
}

/** Where a section goes: beside another, or below it as its last. */
export interface Destination {
  readonly node: OutlineNode;
  readonly place: 'before' | 'after' | 'into';
}

/** Moves a section, with all below it, to any place of the outline; it takes the level of that place. The numbers it leaves and joins are put right. */
export function moveSectionTo(
  text: string,
  outline: Outline,
  node: OutlineNode,
  { node: target, place }: Destination,
): OutlineChange | Refusal {
  if (headingsOf([node]).includes(target)) return 'into-itself';
  if (node.level === 'series' || target.level === 'series') return 'in-line';
  if (!fillsLines(text, node) || !fillsLines(text, target)) return 'in-line';

  const form = place === 'into' ? formIn(outline, target) : target.form;
  if (form === undefined) return 'deepest';
  const forms = formsFrom(outline, node, form);
  if (typeof forms === 'string') return forms;

  const source = listOf(outline, node);
  const neighbour =
    place === 'into' ? headingsIn(target).findLast((child) => child.form === form && child !== node) : target;
  const joined = neighbour ? listOf(outline, neighbour).nodes : [];
  const within = joined === source.nodes;
  const remaining = joined.filter((each) => each !== node);
  const index = place === 'into' ? remaining.length : remaining.indexOf(target) + (place === 'after' ? 1 : 0);
  const first = within || index > 0 ? joined[0].value : (remaining[0]?.value ?? 1);
  const number = within ? first + index : index > 0 ? remaining[index - 1].value + 1 : first;
  const numbers = [
    ...(within ? countOn(remaining.slice(0, index), first) : []),
    ...countOn(remaining.slice(index), number + 1),
    ...(within ? [] : countOn(source.nodes.slice(source.nodes.indexOf(node) + 1), node.value)),
  ];

  const start = blockStart(text, node);
  const own = rewritten(text, outline, node, forms, number, [...remaining].reverse());
  const moved = applyEdits(
    text.slice(start, node.end),
    own.map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start })),
  );
  const end = place === 'into' ? nextLine(text, lineAt(text, node.end).end) : blockEnd(text, node);
  const removal = cut(text, start, end);
  const at = insertionPlace(text, { node: target, place });
  if (removal.start <= at && at <= removal.end) {
    const edits = inOrder([...own, ...numbers]);
    return { edits, cursor: shifted(edits, node.marker.start) };
  }
  const lineBreaks = text.slice(node.end, end) || lineBreakOf(text);
  const afterBreak = at === 0 || lineAt(text, at).start === at;
  const insertion: TextEdit = {
    start: at,
    end: at,
    text: afterBreak ? moved + lineBreaks : lineBreakOf(text) + moved,
  };
  const edits = inOrder([removal, insertion, ...numbers]);
  const before = edits.filter((edit) => edit !== insertion && edit.start < at);
  const lead = afterBreak ? 0 : lineBreakOf(text).length;
  return { edits, cursor: shifted(before, at) + lead + (node.marker.start - start) };
}

function insertionPlace(text: string, { node, place }: Destination): number {
  if (place === 'before') return blockStart(text, node);
  return place === 'into' ? nextLine(text, lineAt(text, node.end).end) : blockEnd(text, node);
}

/** Takes whole lines out, with their line breaks; at the end of a text that has none there, with the one before them. */
function cut(text: string, start: number, end: number): TextEdit {
  if (start === 0 || lineAt(text, end).start === end) return { start, end, text: '' };
  return { start: start - (text.startsWith('\r\n', start - 2) ? 2 : 1), end, text: '' };
}

/** The form of a new heading below the node. */
export function formIn(outline: Outline, node: OutlineNode): NumberForm | undefined {
  return headingsIn(node).at(-1)?.form ?? formSeenBelow(outline.nodes, node.form) ?? formBelow(node.form);
}

/** The forms of a section and the headings below it once it has taken the form. */
function formsFrom(outline: Outline, node: OutlineNode, form: NumberForm): Map<NumberForm, NumberForm> | Refusal {
  const forms = new Map<NumberForm, NumberForm>([[node.form, form]]);
  if (form === node.form) return forms;
  if (!hasLevel(form) || !hasLevel(node.form)) return 'fixed-form';
  for (const heading of headingsOf([node])) {
    const taken = forms.get(heading.form)!;
    for (const child of headingsIn(heading)) {
      if (forms.has(child.form)) continue;
      const below = formSeenBelow(outline.nodes, taken) ?? formBelow(taken);
      if (below === undefined) return 'deepest';
      forms.set(child.form, below);
    }
  }
  return forms;
}
