import { holdsSentenceEnd } from './item-ends';
import { findUnmarked, type Item } from './items';

/** Items that count on from each other. */
export interface Run {
  items: Item[];
  /** Value of the last item, as it is or as its place in the series demands for 最后. */
  last: number;
  /** The number before its first item is given by another series, so that the first is not missing. */
  continues: boolean;
}

/** Families whose numbers may change into each other within one series: 一是…二要…第三，. */
const interchangeable = new Set(['是', '要', '第', '第件', '其', '首先']);

/** Series nested deeper than this are not followed. */
const deepest = 4;
/** How far a number may run ahead of its place and still be a slip; beyond, it belongs to something else. */
const widestGap = 3;

/** Gathers the items of one heading, or of the text without headings, into series. */
export class Series {
  readonly runs: Run[] = [];
  #open: Run[] = [];

  constructor(private readonly text: string) {}

  /** Whether an open series waits for just this item at the head of a line. */
  expects(item: Item): boolean {
    return (
      item.value > 1 &&
      this.#open.some(
        (run) => run.last + 1 === item.value && run.items[run.items.length - 1].leads && related(run, item),
      )
    );
  }

  /** Adds the items of one stretch of a line. @param from offset where the stretch begins */
  add(items: readonly Item[], from: number): void {
    for (const item of items) {
      this.#place(item, from);
      from = item.end;
    }
  }

  #place(item: Item, from: number): void {
    if (item.value === 1) {
      this.#open = this.#open.filter((run) => !isOver(this.text, run, item));
      return this.#push({ items: [item], last: 1, continues: false });
    }
    if (item.form === 'word') return this.#placeWord(item);
    if (this.#continue(item)) return;
    this.#placeUnmarked(item, from);
    if (this.#continue(item) || this.#slip(item)) return;
    const continues = this.#open.some((run) => run.last + 1 === item.value);
    this.#push({ items: [item], last: item.value, continues });
  }

  #push(run: Run): void {
    this.runs.push(run);
    this.#open.push(run);
    if (this.#open.length > deepest) this.#open.shift();
  }

  #join(index: number, item: Item, value: number): void {
    const run = this.#open[index];
    run.items.push(item);
    run.last = value;
    this.#open.length = index + 1;
  }

  /** 其次, 再次 and 最后 take the place that comes next. */
  #placeWord(item: Item): void {
    const index = this.#open.length - 1;
    if (index < 0) return;
    const run = this.#open[index];
    if (!near(run, item) || !run.items.some(({ form }) => form === 'word')) return;
    if (item.value === 0 && run.items.length < 2) return;
    this.#join(index, item, run.last + 1);
  }

  #continue(item: Item): boolean {
    for (const own of [true, false]) {
      for (let index = this.#open.length - 1; index >= 0; index--) {
        const run = this.#open[index];
        // 主要问题：一是… goes on with 二是 at the head of the next paragraph.
        if (run.last + 1 !== item.value || !(item.leads || near(run, item))) continue;
        if (own ? !hasFamily(run, item) : !related(run, item)) continue;
        this.#join(index, item, item.value);
        return true;
      }
    }
    return false;
  }

  /** Puts in what stands before the item without a mark, nearest first. */
  #placeUnmarked(item: Item, from: number): void {
    const found: Item[] = [];
    for (let value = item.value - 1; value >= 1 && found.length < widestGap; value--) {
      const before = findUnmarked(this.text, found.at(-1) ?? item, value, from);
      if (!before) break;
      found.push(before);
      if (value === 1 || this.#open.some((run) => run.last + 1 === value && hasFamily(run, before))) {
        for (const each of found.reverse()) {
          if (each.value === 1) this.#push({ items: [each], last: 1, continues: false });
          else this.#continue(each);
        }
        return;
      }
    }
  }

  /** A number that leaves some out or comes twice. */
  #slip(item: Item): boolean {
    const index = this.#open.findLastIndex((run) => hasFamily(run, item) && near(run, item));
    if (index < 0) return false;
    const run = this.#open[index];
    if (item.value < run.last || item.value > run.last + widestGap) return false;
    // 一是…一是…三是: the second 一是 is the slip.
    const below = index > 0 ? this.#open[index - 1] : undefined;
    if (below && item.value === 3 && isRepeatedFirst(below, run)) {
      for (const one of run.items) below.items.push(one);
      run.items.length = 0;
      this.#join(index - 1, item, item.value);
      return true;
    }
    this.#join(index, item, item.value);
    return true;
  }

  /** The series that count, in order of their first items; numbers that stand alone are dropped. */
  finish(): Run[] {
    for (let index = 1; index < this.runs.length; index++) {
      const [before, run] = [this.runs[index - 1], this.runs[index]];
      if (run.items.length < 2 || !isRepeatedFirst(before, run) || !interchangeable.has(run.items[0].family)) continue;
      const [from, to] = [before.items[0].end, run.items[0].start];
      if (to - from > longestRepeatedItem || /[：:。]/.test(this.text.slice(from, to))) continue;
      run.items = [...before.items, ...run.items];
      before.items.length = 0;
    }
    return this.runs.filter(isSeries).sort((a, b) => a.items[0].start - b.items[0].start);
  }
}

/** Longest 一是 clause after which a second 一是 is taken for a slip and not for a series within it. */
const longestRepeatedItem = 60;

function isRepeatedFirst(before: Run, run: Run): boolean {
  const [first, second] = [before.items[0], run.items[0]];
  if (before.items.length !== 1 || run.items.length === 0) return false;
  return first.value === 1 && second.value === 1 && first.family === second.family && first.line === second.line;
}

/** Whether a series of clauses of one sentence has ended with it before the item that begins another of its family. */
function isOver(text: string, { items }: Run, item: Item): boolean {
  const [first, last] = [items[0], items[items.length - 1]];
  if (items.length < 2 || last.family !== item.family || first.line !== item.line) return false;
  return !holdsSentenceEnd(text, first.end, last.start) && holdsSentenceEnd(text, last.end, item.end);
}

function hasFamily(run: Run, item: Item): boolean {
  return run.items.some(({ family }) => family === item.family);
}

function related(run: Run, item: Item): boolean {
  return (
    hasFamily(run, item) ||
    (interchangeable.has(item.family) && run.items.every(({ family }) => interchangeable.has(family)))
  );
}

/** Whether the item stands in the line of the series, or both lead their lines. */
function near(run: Run, item: Item): boolean {
  const last = run.items[run.items.length - 1];
  return last.line === item.line || (last.leads && item.leads);
}

function isSeries({ items, last, continues }: Run): boolean {
  if (items.length < 2) return false;
  const [first, second] = items;
  if (first.form === 'word') return items.some(({ value }) => value > 1) && last > 1;
  if (interchangeable.has(first.family)) return first.value <= 2 || continues;
  return first.value === 1 && second.value === 2;
}
