/**
 * How the work grows with the text, over texts made to be bad for a part of it: `npm run bench:growth`. Each rule, each step of
 * cleaning, each operation on the outline and the comparison is timed at two sizes by processor time; a text four times as long may
 * cost at most 4^1.15 times as much. Prints a row for each text, the part that costs most of it and the one that grows most, and
 * exits with 1 where one grows too fast. `-- NAME` for the texts of which the name holds it.
 */
import { families } from './families';
import { cost } from './figures';
import { partsOfCleaning, partsOfComparison, partsOfOutline, partsOfReview, type Part } from './parts';

/** Largest exponent of the growth. */
const budget = 1.15;
/** UTF-16 code units of the shorter text; what is shorter costs too little to be told from chance. */
const size = 50_000;
const factor = 4;
const runs = 2;
/** What costs less in the longer text, in milliseconds, is drowned by the memory's own housekeeping. */
const leastCost = 40;

const kinds: Readonly<Record<string, (text: string) => Iterable<Part>>> = {
  review: partsOfReview,
  clean: partsOfCleaning,
  outline: partsOfOutline,
  comparison: partsOfComparison,
};

/** Least cost of each part in milliseconds. */
function costsOf(parts: (text: string) => Iterable<Part>, text: string): Map<string, number> {
  const costs = new Map<string, number>();
  for (let run = 0; run < runs; run++) {
    for (const [name, work] of parts(text)) costs.set(name, Math.min(costs.get(name) ?? Infinity, cost(work, 1)));
  }
  return costs;
}

const exponentOf = (short: number, long: number) => Math.log(long / short) / Math.log(factor);

console.log('| text | work | ms at n | ms at 4n | exponent | part that grows most |');
console.log('| --- | --- | --- | --- | --- | --- |');
for (const [family, make] of Object.entries(families).filter(([name]) => name.includes(process.argv[2] ?? ''))) {
  for (const [kind, parts] of Object.entries(kinds)) {
    const [short, long] = [costsOf(parts, make(size)), costsOf(parts, make(factor * size))];
    const sum = (costs: ReadonlyMap<string, number>) => [...costs.values()].reduce((all, one) => all + one, 0);
    const grown = [...long]
      .filter(([, after]) => after > leastCost)
      .map(([name, after]) => ({ name, after, exponent: exponentOf(short.get(name) ?? after, after) }))
      .sort((one, other) => other.exponent - one.exponent)[0];
    const worst = grown ? `${grown.name} ${grown.exponent.toFixed(2)} (${grown.after.toFixed(0)} ms)` : '';
    const over = (grown?.exponent ?? 0) > budget;
    const figures = [sum(short), sum(long)].map((one) => one.toFixed(0)).join(' | ');
    console.log(
      `| ${family} | ${kind} | ${figures} | ${exponentOf(sum(short), sum(long)).toFixed(2)} | ${over ? '**OVER** ' : ''}${worst} |`,
    );
    if (over) process.exitCode = 1;
  }
}
