/** Stands between the texts of a packed lexicon, in which it does not occur. */
const SEPARATOR = '|';

/**
 * A lexicon as it is shipped, in a form that is read several times faster than its JSON: without examples and records, which are
 * for its tests, and each entry as a row. What occurs more than once (kinds, notes, lists of words, sources) is a number of `shared`, 0
 * being what is absent; texts and lists of texts that occur once are taken from one long string in their order, which costs a
 * tenth of parsing them one by one: -1 is a text, -3 a list of two.
 * @param {{ entries: object[] }} lexicon a lexicon file
 * @returns plain data for `unpack`
 */
export function pack({ entries, slips, ...rest }) {
  const file = slips ? { ...rest, slips: slips.map(withoutRecords) } : rest;
  const columns = [...new Set(entries.flatMap(Object.keys))].filter((name) => name !== 'examples');
  const counts = new Map();
  const values = entries.flatMap((entry) => [...columns.map((name) => entry[name]), ...(entry.sources ?? [])]);
  for (const value of values) counts.set(JSON.stringify(value), (counts.get(JSON.stringify(value)) ?? 0) + 1);
  const shared = new Map([['null', 0]]);
  const numbered = (value) => {
    const text = JSON.stringify(value);
    if (!shared.has(text)) shared.set(text, shared.size);
    return shared.get(text);
  };
  const texts = [];
  const isText = (value) => typeof value === 'string';
  const packed = (name, value) => {
    if (value === undefined) return 0;
    if (name === 'sources') return value.map(numbered);
    if (value !== true && counts.get(JSON.stringify(value)) > 1) return numbered(value);
    const own = isText(value) ? [value] : value;
    if (!Array.isArray(own) || !own.every(isText) || own.length === 0) return value;
    texts.push(...own);
    return isText(value) ? -1 : -1 - own.length;
  };
  const rows = entries.map((entry) => {
    const last = columns.findLastIndex((name) => entry[name] !== undefined);
    return columns.slice(0, last + 1).map((name) => packed(name, entry[name]));
  });
  if (texts.some((text) => text.includes(SEPARATOR))) throw new Error(`a text of the lexicon holds ${SEPARATOR}`);
  return {
    file,
    columns,
    shared: [...shared.keys()].map((text) => JSON.parse(text)),
    rows,
    texts: texts.join(SEPARATOR),
  };
}

/** A group of wrong wordings without its examples, and its rows without what was counted. */
function withoutRecords(group) {
  const shipped = Object.entries(group).filter(([name]) => name !== 'examples');
  return { ...Object.fromEntries(shipped), rows: group.rows.map((row) => row.split(' | ')[0]) };
}

/** The lexicon file that was packed. Its own source is shipped with the data, so it uses nothing from around it. */
export function unpack({ file, columns, shared, rows, texts }) {
  const own = texts.split('|');
  let next = 0;
  const valueOf = (value) => {
    if (typeof value !== 'number') return value;
    if (value >= 0) return shared[value];
    return value === -1 ? own[next++] : own.slice(next, (next += -1 - value));
  };
  const entryOf = (row) => {
    const entry = {};
    for (let at = 0; at < row.length; at++) {
      const value = columns[at] === 'sources' && row[at] !== 0 ? row[at].map(valueOf) : valueOf(row[at]);
      if (value !== null) entry[columns[at]] = value;
    }
    return entry;
  };
  return { ...file, entries: rows.map(entryOf) };
}
