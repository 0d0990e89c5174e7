import type { MadeTable, PageRow, PageState } from './messages';

/** By what a row is known again: its sentence, whatever its blanks, and its place among the tasks of that sentence. */
function keyOf({ original, ordinal }: PageRow): string {
  return `${original.replace(/\s+/g, '')} ${ordinal}`;
}

/**
 * The kept table brought up to the document as it is now. Corrected rows stay as they are, those that the user added or deleted
 * stay so too, and the order is kept; rows without corrections are made anew, and new ones stand behind their neighbour in the
 * document. A corrected row whose sentence is gone stands at the end and says so.
 */
export function restored(kept: PageState, made: MadeTable): PageState {
  const present = new Map(made.rows.map((row) => [keyOf(row), row]));
  const rows: PageRow[] = [];
  const gone: PageRow[] = [];
  for (const row of kept.rows) {
    const now = present.get(keyOf(row));
    if (row.original === '') rows.push(row);
    else if (now) rows.push(row.corrected ? { ...row, ...placeOf(now), gone: false } : now);
    else if (row.corrected) gone.push({ ...row, gone: true });
  }
  const known = new Set([...kept.rows, ...kept.removed].map(keyOf));
  let behind = 0;
  for (const row of made.rows) {
    const key = keyOf(row);
    if (!known.has(key)) rows.splice(behind++, 0, row);
    else behind = rows.findIndex((one) => keyOf(one) === key) + 1 || behind;
  }
  return { ...kept, title: kept.retitled ? kept.title : made.title, rows: [...rows, ...gone] };
}

/** What a row says of the place of its sentence. */
function placeOf({ section, source, original, start }: PageRow): Partial<PageRow> {
  return { section, source, original, start };
}
