import type { Span } from '../text/span';

/** Literal text of a snippet, escapes resolved. */
interface Text extends Span {
  readonly kind: 'text';
  readonly text: string;
}

/** A tab stop; the span holds its whole notation, from the dollar sign to the closing brace. */
interface Stop extends Span {
  readonly kind: 'stop';
  readonly index: number;
  /** The default text; empty for a bare stop and for a choice. */
  readonly parts: readonly Part[];
  /** The alternatives of a choice, escapes resolved; empty for every other stop. */
  readonly choices: readonly string[];
}

/** A variable that the editor resolves, with or without transform. */
interface Variable extends Span {
  readonly kind: 'variable';
  readonly name: string;
}

/** A piece of a snippet in the notation of VS Code; offsets count UTF-16 units of the snippet body. */
export type Part = Text | Stop | Variable;

/**
 * The facts that a new draft asks for, with the tab stops that stand for them in every skeleton. The snippets themselves
 * use these numbers, so one body serves completion, where the stops are filled by hand, and the command, which fills them.
 */
export const factStops = { occasion: 1, date: 2, speaker: 3, salutation: 4 } as const;
export type FactName = keyof typeof factStops;
export type Facts = Readonly<Partial<Record<FactName, string>>>;

/** A whole draft with tab stops: one entry of snippets/speeches.json. */
export interface Skeleton {
  readonly name: string;
  /** What one types to get it by completion. */
  readonly prefix: string;
  readonly description: string;
  /** Snippet body, its lines joined by LF. */
  readonly body: string;
}

/** Thrown where a snippet is not well formed: an open brace or choice, an unknown construct. */
export class SnippetError extends Error {}

/**
 * The parts of a snippet body.
 * @throws {SnippetError} where the editor would take a broken construct for literal text.
 */
export function snippetParts(body: string): readonly Part[] {
  return new SnippetReader(body).read();
}

class SnippetReader {
  #at = 0;

  constructor(private readonly body: string) {}

  read(): Part[] {
    return this.#parts(false);
  }

  #parts(nested: boolean): Part[] {
    const parts: Part[] = [];
    let text = '';
    let start = this.#at;
    const flush = (end: number) => {
      if (text) parts.push({ kind: 'text', text, start, end });
      text = '';
    };
    while (this.#at < this.body.length) {
      const unit = this.body[this.#at];
      if (nested && unit === '}') break;
      if (unit === '\\' && '$}\\'.includes(this.body[this.#at + 1] ?? ' ')) {
        text += this.body[this.#at + 1];
        this.#at += 2;
        continue;
      }
      const before = this.#at;
      const construct = unit === '$' ? this.#construct() : undefined;
      if (construct) {
        flush(before);
        parts.push(construct);
        start = this.#at;
      } else {
        text += unit;
        this.#at++;
      }
    }
    flush(this.#at);
    if (nested) this.#expect('}');
    return parts;
  }

  /** The construct at the dollar sign, or undefined where the sign is literal. */
  #construct(): Stop | Variable | undefined {
    const start = this.#at;
    const braced = this.body[start + 1] === '{';
    const name = this.#name(start + (braced ? 2 : 1));
    if (!name) {
      if (braced) throw new SnippetError(`Neither number nor name after \${ at ${start}`);
      return undefined;
    }
    this.#at = start + (braced ? 2 : 1) + name.length;
    const isStop = name[0] >= '0' && name[0] <= '9';
    let parts: Part[] = [];
    let choices: string[] = [];
    if (braced) {
      const sign = this.body[this.#at++];
      if (sign === ':') parts = this.#parts(true);
      else if (sign === '|' && isStop) choices = this.#choices();
      else if (sign === '/' && !isStop) this.#skipTransform();
      else if (sign !== '}') throw new SnippetError(`Open construct at ${start}`);
    }
    const span = { start, end: this.#at };
    return isStop
      ? { kind: 'stop', index: Number(name), parts, choices, ...span }
      : { kind: 'variable', name, ...span };
  }

  #name(from: number): string {
    const pattern = /\d+|[A-Za-z_]\w*/y;
    pattern.lastIndex = from;
    return pattern.exec(this.body)?.[0] ?? '';
  }

  #choices(): string[] {
    const choices: string[] = [];
    let choice = '';
    for (; this.#at < this.body.length; this.#at++) {
      const unit = this.body[this.#at];
      if (unit === '\\' && ',|\\'.includes(this.body[this.#at + 1] ?? ' ')) {
        choice += this.body[++this.#at];
      } else if (unit === ',' || unit === '|') {
        choices.push(choice);
        choice = '';
        if (unit === '|') break;
      } else {
        choice += unit;
      }
    }
    this.#expect('|');
    this.#expect('}');
    return choices;
  }

  #skipTransform(): void {
    while (this.#at < this.body.length && this.body[this.#at] !== '}') this.#at += this.body[this.#at] === '\\' ? 2 : 1;
    this.#expect('}');
  }

  #expect(sign: string): void {
    if (this.body[this.#at] !== sign) throw new SnippetError(`No ${sign} at ${this.#at}`);
    this.#at++;
  }
}

/** The stops of a snippet in the order of their places, outer before inner. */
export function stopsOf(parts: readonly Part[]): readonly Stop[] {
  return parts.flatMap((part) => (part.kind === 'stop' ? [part, ...stopsOf(part.parts)] : []));
}

/** The text with the marks that mean something in a snippet made literal. */
export function escapeSnippet(text: string): string {
  return text.replace(/[$}\\]/g, '\\$&');
}

/** The facts that the skeleton needs, in the order of their stops. */
export function factsNeeded(skeleton: Skeleton): readonly FactName[] {
  const indices = new Set(stopsOf(snippetParts(skeleton.body)).map((stop) => stop.index));
  return (Object.keys(factStops) as FactName[]).filter((name) => indices.has(factStops[name]));
}

/** What the skeleton suggests for a fact: the alternatives of its choice, or its literal default text. */
export function suggestions(skeleton: Skeleton, fact: FactName): readonly string[] {
  const stop = stopsOf(snippetParts(skeleton.body)).find(({ index }) => index === factStops[fact]);
  if (!stop) return [];
  if (stop.choices.length) return stop.choices;
  const text = stop.parts.map((part) => (part.kind === 'text' ? part.text : '')).join('');
  return text ? [text] : [];
}

/**
 * The body with the facts written in wherever their stops occur. Facts that are empty or missing stay live tab stops, and
 * the other stops keep their numbers: the editor goes through them in order and starts at the lowest.
 */
export function fillSkeleton(skeleton: Skeleton, facts: Facts): string {
  const texts = new Map<number, string>();
  for (const name of Object.keys(factStops) as FactName[]) {
    const fact = facts[name];
    if (fact) texts.set(factStops[name], escapeSnippet(fact));
  }
  let filled = '';
  let done = 0;
  // A stop inside a default text that was written over comes after `done` has passed it.
  for (const stop of stopsOf(snippetParts(skeleton.body))) {
    const text = texts.get(stop.index) ?? plainStop(stop);
    if (text === undefined || stop.start < done) continue;
    filled += skeleton.body.slice(done, stop.start) + text;
    done = stop.end;
  }
  return filled + skeleton.body.slice(done);
}

/**
 * A stop with a default text in place of a choice, undefined for any other stop: while the editor shows the choices, Tab takes
 * the first of them in place of what was typed.
 */
function plainStop({ index, choices }: Stop): string | undefined {
  return choices.length > 0 ? `\${${index}:${escapeSnippet(choices[0])}}` : undefined;
}

/**
 * The skeletons of a snippet file of VS Code, in its order.
 * @throws {SyntaxError} where the file is not JSON.
 */
export function parseSkeletons(json: string): readonly Skeleton[] {
  const file = JSON.parse(json) as Record<string, { prefix: string; description: string; body: readonly string[] }>;
  return Object.entries(file).map(([name, { prefix, description, body }]) => ({
    name,
    prefix,
    description,
    body: body.join('\n'),
  }));
}

/** The salutation with the full-width colon that ends it (GB/T 9704-2012, 7.3.2), whatever mark was typed instead. */
export function completeSalutation(text: string): string {
  return text.trim().replace(/[:：,，。；;]?$/, '：');
}

/** Why a name of a meeting or a person cannot stand where the skeleton puts it; undefined where it can. */
export type NameFault = 'framed' | 'mark';

/** Whether the name carries the frame of a title (在…上的讲话), or a mark at its end that would be doubled in the text. */
export function nameFault(text: string): NameFault | undefined {
  const name = text.trim();
  if (/^在.*上的(?:讲话|致辞|发言|表态发言)$/.test(name)) return 'framed';
  return /[，。、；：！？,.;:!?]$/.test(name) ? 'mark' : undefined;
}
