import { foldPhrase } from '../../text/fold';
import type { Entry } from '../../lexicon/types';

/** What goes on with the members of a set that stand before a cursor. */
export interface Continuation {
  readonly entry: Entry;
  /** The members that are left, in official order, with 、 between them. */
  readonly text: string;
  /** Where the member begins that is being typed, in UTF-16 code units into the text before the cursor. */
  readonly start: number;
}

/** Members in official order. */
interface Sequence {
  readonly entry: Entry;
  readonly members: readonly string[];
  /** The formulation is the list itself (底数清、情况明、数字准), which has one beginning; otherwise the entry names the set. */
  readonly recited: boolean;
}

/** Characters of a first member that tell by themselves which set was begun: 道路自信, not 创新. */
const tellingMember = 3;

/** Continuations that are offered at one place. */
const mostContinuations = 5;

/** The text of the line before the cursor that is read, in UTF-16 code units. */
const longestList = 160;

const member = /^\p{Script=Han}{2,20}$/u;
/** What ends the list, seen from the cursor. */
const border = /[，,。；;：:！!？?（()）“”"‘’「」《》\s]/;
/** What may stand between the name of a set and its members. */
const announcement = /[”"’」]?[（(：:]$/;

/** The sets of the lexicon, by their members and by their names. Immutable. */
export class ContinuationIndex {
  readonly #byMember = new Map<string, Sequence[]>();
  readonly #byName = new Map<string, Sequence[]>();

  constructor(entries: readonly Entry[]) {
    for (const entry of entries) {
      for (const sequence of sequencesOf(entry)) {
        for (const each of sequence.members) add(this.#byMember, each, sequence);
        if (sequence.recited) continue;
        const names = new Set([entry.text, ...(entry.variants ?? [])].map(foldPhrase));
        for (const name of names) add(this.#byName, name, sequence);
      }
    }
  }

  /**
   * What goes on with the members before the cursor: behind 道路自信、 the other three, behind 四个自信（ all of them. Nothing where
   * it is not certain which set is meant.
   * @param left text of the line before the cursor
   * @param begins whether what was typed of the next member, which may be nothing, begins it
   */
  complete(left: string, begins: (typed: string, members: string) => boolean): Continuation[] {
    let start = left.length;
    const earliest = Math.max(0, left.length - longestList);
    while (start > earliest && !border.test(left[start - 1])) start--;
    const said = left.slice(start).split('、');
    const typed = said.pop() ?? '';
    const named = this.#announced(left.slice(Math.max(0, start - longestList), start));
    const found = new Map<string, Continuation>();
    for (const { entry, members, rest } of said.length > 0 ? this.#begun(said, named) : named.map(whole)) {
      const text = rest.map((index) => members[index]).join('、');
      if (text === typed || !begins(typed, text) || found.has(text)) continue;
      found.set(text, { entry, text, start: left.length - typed.length });
    }
    return [...found.values()].slice(0, mostContinuations);
  }

  /** The sets whose name stands at the end of the text with what announces their members. */
  #announced(before: string): readonly Sequence[] {
    const announced = announcement.exec(before);
    if (!announced) return [];
    const name = foldPhrase(before.slice(0, announced.index));
    for (let at = 0; at + 2 <= name.length; at++) {
      const sequences = this.#byName.get(name.slice(at));
      if (sequences) return sequences;
    }
    return [];
  }

  /** The sets that the members said have begun, those with more of them first. */
  #begun(said: readonly string[], named: readonly Sequence[]): Rest[] {
    const last = said[said.length - 1];
    const candidates: Sequence[] = [];
    for (let at = 0; at + 2 <= last.length; at++)
      for (const one of this.#byMember.get(last.slice(at)) ?? []) candidates.push(one);
    return candidates
      .map((sequence) => ({ sequence, indices: saidOf(sequence, said) }))
      .filter(({ sequence, indices }) => {
        const inOrder = indices.every((index, at) => index === at);
        if (sequence.recited && !inOrder) return false;
        const [first] = indices;
        const telling = first === 0 && sequence.members[0].length >= tellingMember;
        return indices.length > 1 || telling || named.includes(sequence);
      })
      .sort((a, b) => b.indices.length - a.indices.length || Number(a.sequence.recited) - Number(b.sequence.recited))
      .map(({ sequence, indices }) => ({ ...whole(sequence), rest: without(sequence, indices) }))
      .filter(({ rest }) => rest.length > 0);
  }
}

/** A sequence with the indices of the members that are left. */
interface Rest extends Sequence {
  readonly rest: readonly number[];
}

function whole(sequence: Sequence): Rest {
  return { ...sequence, rest: without(sequence, []) };
}

function without({ members }: Sequence, indices: readonly number[]): number[] {
  return members.map((_, index) => index).filter((index) => !indices.includes(index));
}

/** Indices of the members said, from the last back as far as they are of the sequence; words may lead up to the first. */
function saidOf({ members }: Sequence, said: readonly string[]): number[] {
  const indices: number[] = [];
  for (let at = said.length - 1; at >= 0; at--) {
    const exact = members.indexOf(said[at]);
    const index = exact >= 0 ? exact : members.findIndex((each) => said[at].endsWith(each));
    if (index >= 0) indices.unshift(index);
    if (exact < 0) break;
  }
  return indices;
}

/** The lists that an entry holds: its text, the variants that differ from it in one member alone, and its expansions. */
function sequencesOf(entry: Entry): Sequence[] {
  const recited = membersIn(entry.text);
  const versions = (entry.variants ?? []).flatMap((variant) => {
    const members = membersIn(variant);
    return members && recited && isVersion(members, recited) ? [members] : [];
  });
  const texts = recited ? [recited, ...versions] : [];
  const expansions = [entry.expansion, ...(entry.senses ?? []).map(({ expansion }) => expansion)];
  const lists = expansions.filter(
    (list) => list !== undefined && list.length > 1 && list.every((each) => member.test(each)),
  );
  return [
    ...texts.map((members) => ({ entry, members, recited: true })),
    ...(recited ? [] : lists.map((members) => ({ entry, members: members!, recited: false }))),
  ];
}

/** The members of a formulation that is a list; undefined where it is none. */
function membersIn(text: string): string[] | undefined {
  const members = text.split('、');
  return members.length > 1 && members.every((each) => member.test(each)) ? members : undefined;
}

/** Whether all members but one are the same, in the same places. */
function isVersion(members: readonly string[], other: readonly string[]): boolean {
  const differing = members.filter((each, index) => each !== other[index]);
  return members.length === other.length && differing.length === 1 && !other.includes(differing[0]);
}

function add(map: Map<string, Sequence[]>, key: string, sequence: Sequence): void {
  const known = map.get(key);
  if (known) known.push(sequence);
  else map.set(key, [sequence]);
}
