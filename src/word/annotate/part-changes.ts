import { isElement, type XmlElement, type XmlPart } from '../import/xml';

/** What comes between the characters of a run, which is parted there. */
interface Cut {
  /** Offset in the XML: of a character between the tags of a w:t, or of an element in the run. */
  readonly at: number;
  readonly xml: string;
}

/** Characters of a run that are to be told as deleted. */
interface Deletion {
  readonly from: number;
  readonly to: number;
}

interface Event {
  readonly at: number;
  readonly end: number;
  make(): string;
}

/** What is changed in the XML of a part; all of it that is not changed stays as it is, to the byte. */
export class PartChanges {
  readonly #part: XmlPart;
  readonly #cuts = new Map<XmlElement, Cut[]>();
  readonly #deletions = new Map<XmlElement, Deletion[]>();
  readonly #events: Event[] = [];

  constructor(part: XmlPart) {
    this.#part = part;
  }

  /** Puts XML between runs; what is put at one place stands there in the order of the calls. */
  insert(at: number, xml: string): void {
    this.replace(at, at, xml);
  }

  replace(at: number, end: number, xml: string): void {
    this.#events.push({ at, end, make: () => xml });
  }

  /** Parts the run and puts XML between its halves. Cuts of one place stand there in the order of the calls. */
  cut(run: XmlElement, at: number, xml: string): void {
    add(this.#cuts, run, { at, xml });
  }

  /** Tells the characters of the run as deleted; the cuts at both ends are the caller's. */
  strike(run: XmlElement, deletion: Deletion): void {
    add(this.#deletions, run, deletion);
  }

  /** Whether nothing is changed. */
  get isEmpty(): boolean {
    return this.#events.length === 0 && this.#cuts.size === 0;
  }

  /** The XML of the part with all changes made. */
  applied(): string {
    const events = [...this.#events];
    for (const run of this.#cuts.keys()) {
      events.push({ at: run.start, end: run.end, make: () => this.#rebuilt(run, render) });
    }
    // What is only put in comes before what begins at the same place.
    events.sort((one, other) => one.at - other.at || Number(one.end > one.at) - Number(other.end > other.at));
    const { source } = this.#part;
    const render = (from: number, to: number): string => {
      let [out, at] = ['', from];
      for (let index = firstFrom(events, from); index < events.length && events[index].at < to; index++) {
        const event = events[index];
        if (event.at < at) continue;
        out += source.slice(at, event.at) + event.make();
        at = event.end;
      }
      return out + source.slice(at, to);
    };
    return render(0, source.length + 1);
  }

  /** The run in as many runs as its cuts make of it, each with its properties. */
  #rebuilt(run: XmlElement, render: (from: number, to: number) => string): string {
    const { source, prefix } = this.#part;
    const cuts = (this.#cuts.get(run) ?? []).sort((one, other) => one.at - other.at);
    const deletions = this.#deletions.get(run) ?? [];
    const [first] = run.children;
    const properties = first && isElement(first) && first.name === 'w:rPr' ? first : undefined;
    const head = source.slice(run.start, properties?.end ?? run.innerStart);
    const isDeleted = (at: number) => deletions.some(({ from, to }) => at >= from && at < to);
    let out = '';
    let content = '';
    let next = 0;
    const flush = () => {
      if (content !== '') out += `${head}${content}</${prefix}r>`;
      content = '';
    };
    const marksUpTo = (at: number) => {
      while (next < cuts.length && cuts[next].at <= at) {
        flush();
        out += cuts[next++].xml;
      }
    };
    for (const each of run.children) {
      if (!isElement(each) || each === properties) continue;
      marksUpTo(each.start);
      if (each.name !== 'w:t') {
        content += render(each.start, each.end);
        continue;
      }
      marksUpTo(each.innerStart);
      for (let at = each.innerStart; at < each.innerEnd || at === each.innerStart;) {
        const end = Math.min(each.innerEnd, cuts[next]?.at ?? Infinity);
        const whole = at === each.innerStart && end === each.innerEnd;
        content +=
          whole && !isDeleted(at)
            ? source.slice(each.start, each.end)
            : words(prefix, isDeleted(at) ? 'delText' : 't', source.slice(at, end));
        if (end === at) break;
        at = end;
        if (at < each.innerEnd) marksUpTo(at);
      }
    }
    flush();
    for (; next < cuts.length; next++) out += cuts[next].xml;
    return out;
  }
}

function add<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

function firstFrom(events: readonly Event[], at: number): number {
  let [low, high] = [0, events.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (events[middle].at < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** An element that holds words, blanks at their ends included. @param xml escaped already */
export function words(prefix: string, name: 't' | 'delText', xml: string): string {
  return `<${prefix}${name} xml:space="preserve">${xml}</${prefix}${name}>`;
}

/** The part with XML put behind the last child of its root. */
export function appended({ source, root }: XmlPart, xml: string): string {
  if (source[root.end - 2] !== '/') return source.slice(0, root.innerEnd) + xml + source.slice(root.innerEnd);
  const [, name] = /^<([^\s/>]+)/.exec(source.slice(root.start)) ?? [];
  return `${source.slice(0, root.end - 2)}>${xml}</${name}>${source.slice(root.end)}`;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Characters as they stand in XML; those that may not stand there are left out. */
export function escaped(text: string): string {
  return text.replace(/[\0-\x08\v\f\x0e-\x1f\ufffe\uffff]/g, '').replace(/[&<>"]/g, (each) => entities[each]);
}
