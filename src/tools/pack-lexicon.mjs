import { Buffer } from 'node:buffer';

/**
 * The lexicon as it is shipped, so that the first review finds it ready: what its entries are found by, worked out when the product
 * is built, and each entry as a line of its own, which is read when it is first asked for. Examples and the records of wrong wordings
 * are left out: they are for the tests. Values that occur more than once (kinds, notes, sources) are lines too, and a row has their
 * numbers, 0 being what is absent; words that are found as they are written have the numbers of their keys, -1 being the first.
 * @param {Record<string, { entries: object[], slips?: object[] }>} files lexicon files by name, no id in two of them
 * @param {object} tables what the entries, one file after the other, and the wrong wordings are found by
 * @returns plain data for `unpack`
 */
export function pack(files, tables) {
  const entries = Object.values(files).flatMap((file) => file.entries);
  // Ids stand first and as they are: by them a line is found without being read.
  const columns = [...new Set(['id', ...entries.flatMap(Object.keys)])].filter((name) => name !== 'examples');
  const counts = new Map();
  const values = entries.flatMap((entry) => [...columns.map((name) => entry[name]), ...(entry.sources ?? [])]);
  for (const value of values) counts.set(JSON.stringify(value), (counts.get(JSON.stringify(value)) ?? 0) + 1);
  const shared = new Map([['null', 0]]);
  const numbered = (value) => {
    const text = JSON.stringify(value);
    if (!shared.has(text)) shared.set(text, shared.size);
    return shared.get(text);
  };
  const packed = (name, value) => {
    if (value === undefined) return 0;
    if (name === 'sources') return value.map(numbered);
    if (name === 'id' || value === true) return value;
    if (matched.has(name)) return words(value);
    return counts.get(JSON.stringify(value)) > 1 ? numbered(value) : value;
  };
  const keys = new Map(tables.keys.map((key, number) => [key, -1 - number]));
  const words = (value) => (Array.isArray(value) ? value.map(words) : (keys.get(value) ?? value));
  const rows = entries.map((entry) => {
    const last = columns.findLastIndex((name) => entry[name] !== undefined);
    return JSON.stringify(columns.slice(0, last + 1).map((name) => packed(name, entry[name])));
  });
  const heads = Object.entries(files).map(([name, { entries: own, slips, ...rest }]) => {
    const head = slips ? { ...rest, slips: slips.map(withoutRecords) } : rest;
    return { name, head, count: own.length };
  });
  if (tables.keys.length >= 0xffff) throw new Error('more keys than 16 bits can number');
  const matcher = {
    pairs: Buffer.from(tables.matcher.pairs.buffer).toString('base64'),
    heads: Buffer.from(Uint16Array.from(tables.matcher.heads).buffer).toString('base64'),
    chain: Buffer.from(Uint16Array.from(tables.matcher.chain).buffer).toString('base64'),
  };
  const roles = tables.roles.map((role) => ROLES.indexOf(role)).join('');
  return {
    columns,
    heads,
    tables: { ...tables, roles, matcher, keys: undefined },
    keys: tables.keys.join('\n'),
    shared: [...shared.keys()].join('\n'),
    rows: rows.join('\n'),
  };
}

/** Columns of words that are looked for in texts. */
const matched = new Set(['text', 'variants', 'unless', 'onlyWith', 'notWith']);

/** The roles of keys by their digit. */
const ROLES = ['form', 'block', 'context', 'slip'];

/** A group of wrong wordings without its examples, and its rows without what was counted. */
function withoutRecords(group) {
  const shipped = Object.entries(group).filter(([name]) => name !== 'examples');
  return { ...Object.fromEntries(shipped), rows: group.rows.map((row) => row.split(' | ')[0]) };
}

/** The bytes of a text in base64, in Node: a copy of their own, for those of a small buffer would lie somewhere in a shared one. */
export const bytesInNode = (base64) => new Uint8Array(Buffer.from(base64, 'base64')).buffer;

/** The bytes of a text in base64, in a browser. */
export const bytesInBrowser = (base64) => {
  const text = globalThis.atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let place = 0; place < text.length; place++) bytes[place] = text.charCodeAt(place);
  return bytes.buffer;
};

/**
 * The lexicon that was packed. Its own source is shipped with the data, so it uses nothing from around it.
 * @param {(base64: string) => ArrayBuffer} bytes how the bytes of a text in base64 are had
 */
export function unpack({ columns, heads, tables, keys, shared, rows }, bytes) {
  const words = keys.split('\n');
  const values = shared.split('\n');
  const lines = rows.split('\n');
  const known = [];
  const made = [];
  const valueOf = (value) => {
    if (Array.isArray(value)) return value.map(valueOf);
    if (typeof value !== 'number') return value;
    if (value < 0) return words[-1 - value];
    return value === 0 ? undefined : (known[value] ??= JSON.parse(values[value]));
  };
  const at = (number) => (made[number] ??= read(JSON.parse(lines[number])));
  const read = (row) => {
    const entry = {};
    for (let place = 0; place < row.length; place++) {
      const value = valueOf(row[place]);
      if (value !== undefined) entry[columns[place]] = value;
    }
    return entry;
  };
  const range = (start, end) => Array.from({ length: end - start }, (_, index) => at(start + index));
  const files = {};
  let end = 0;
  for (const { name, head, count } of heads) {
    const start = end;
    let entries;
    files[name] = {
      ...head,
      get entries() {
        return (entries ??= range(start, start + count));
      },
    };
    end += count;
  }
  let all;
  let numbers;
  const stock = {
    get entries() {
      return (all ??= range(0, lines.length));
    },
    at,
    get(id) {
      numbers ??= new Map(lines.map((line, number) => [line.slice(2, line.indexOf('"', 2)), number]));
      return numbers.has(id) ? at(numbers.get(id)) : undefined;
    },
  };
  const names = ['form', 'block', 'context', 'slip'];
  const roles = tables.roles.split('').map((digit) => names[digit]);
  const matcher = {
    pairs: new Uint32Array(bytes(tables.matcher.pairs)),
    heads: new Uint32Array(new Uint16Array(bytes(tables.matcher.heads))),
    chain: new Uint32Array(new Uint16Array(bytes(tables.matcher.chain))),
  };
  return { files, prepared: { stock, tables: { ...tables, keys: words, matcher, roles } } };
}
