import { modify, parseTree, type FormattingOptions, type Node, type ParseError } from 'jsonc-parser/lib/esm/main.js';
import type { Span, TextEdit } from '../text/span';
import type { Entry } from './types';

/**
 * Where a fault lies in the text of a lexicon file: at the member that the path names, or at the nearest one around it that is
 * there. A whole object or list is never covered, only its name or its beginning.
 * @param json the file's text without byte order mark
 * @param path JSON path as in a problem: `entries[3].valid.until`; empty for a text that is no JSON
 */
export function placeOf(json: string, path: string): Span {
  const errors: ParseError[] = [];
  const root = parseTree(json, errors, { disallowComments: true });
  const [error] = errors;
  if (error) return within(json, error.offset, Math.max(1, error.length));
  if (!root) return { start: 0, end: 0 };
  const bare = root.type === 'array' && path.startsWith('entries') ? path.slice('entries'.length) : path;
  return spanOf(descend(root, bare));
}

function within(json: string, offset: number, length: number): Span {
  const start = Math.max(0, Math.min(offset, json.length - 1));
  return { start, end: Math.min(json.length, start + length) };
}

/** The property or element that the path leads to, or the last one on the way that is there. */
function descend(node: Node, path: string): Node {
  const step = path.startsWith('.') ? path.slice(1) : path;
  if (step === '') return node;
  const children = (node.type === 'property' ? node.children?.[1] : node)?.children ?? [];
  const element = /^\[(\d+)\]/.exec(step);
  if (element) {
    const child = children[Number(element[1])];
    return child ? descend(child, step.slice(element[0].length)) : node;
  }
  // A key may hold dots and brackets itself: the longest that fits is meant.
  const [child] = children
    .filter((property) => property.type === 'property' && beginsWith(step, keyOf(property)))
    .sort((a, b) => keyOf(b).length - keyOf(a).length);
  return child ? descend(child, step.slice(keyOf(child).length)) : node;
}

function keyOf(property: Node): string {
  return String(property.children?.[0].value);
}

function beginsWith(path: string, key: string): boolean {
  return path.startsWith(key) && [undefined, '.', '['].includes(path[key.length]);
}

function spanOf(node: Node): Span {
  const isScalar = ({ type }: Node) => type !== 'object' && type !== 'array';
  if (node.type === 'property') {
    const [key, value] = node.children ?? [];
    const shown = value && isScalar(value) ? node : key;
    return { start: shown.offset, end: shown.offset + shown.length };
  }
  if (isScalar(node)) return { start: node.offset, end: node.offset + node.length };
  const [first] = node.children ?? [];
  return first ? spanOf(first) : { start: node.offset, end: node.offset + node.length };
}

/** How an entry comes into the text of a lexicon file. */
export interface Addition {
  readonly edits: readonly TextEdit[];
  /** JSON path of the entry once the edits are made. */
  readonly path: string;
}

/** Adds the entry behind the others, laid out as the file is; undefined where the text is no lexicon file. */
export function additionTo(json: string, entry: Entry): Addition | undefined {
  const errors: ParseError[] = [];
  const root = parseTree(json, errors, { disallowComments: true });
  if (!root || errors.length > 0) return undefined;
  const list =
    root.type === 'array' ? root : root.children?.find((property) => keyOf(property) === 'entries')?.children?.[1];
  if (list ? list.type !== 'array' : root.type !== 'object') return undefined;
  const count = list?.children?.length ?? 0;
  const at = root.type === 'array' ? [count] : ['entries', count];
  const made = modify(json, at, entry, { isArrayInsertion: true, formattingOptions: layoutOf(json) });
  return {
    edits: made.map(({ offset, length, content }) => ({ start: offset, end: offset + length, text: content })),
    path: `entries[${count}]`,
  };
}

function layoutOf(json: string): FormattingOptions {
  const indent = /^[ \t]+/m.exec(json)?.[0] ?? '  ';
  return {
    insertSpaces: !indent.startsWith('\t'),
    tabSize: indent.startsWith('\t') ? 4 : indent.length,
    eol: json.includes('\r\n') ? '\r\n' : '\n',
  };
}
