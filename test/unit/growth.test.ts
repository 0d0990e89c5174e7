import assert from 'node:assert/strict';
import { families } from '../bench/families';
import { clean } from '../../src/core';
import { partsOfOutline, partsOfReview, type Part } from '../bench/parts';
import { processorTime } from '../harness/processor-time';

/**
 * The second text is eight times as long: what follows the size costs about eight times as much, what follows its square 64 times.
 * The bound lies far from both, and what passes it is timed again, the chance in its favour.
 */
const [size, factor, most] = [3_000, 8, 24];
/** Cheaper parts are left to the benchmark, in milliseconds. */
const leastCost = 40;
const mostTries = 5;

function costsOf(text: string): Map<string, number> {
  const costs = new Map<string, number>();
  const cleaning: readonly Part[] = [['clean', () => clean(text)]];
  for (const parts of [partsOfReview(text), cleaning, partsOfOutline(text)]) {
    for (const [name, work] of parts)
      costs.set(
        name,
        processorTime(() => void work()),
      );
  }
  return costs;
}

/** The parts that cost more in the long text than the growth of the text accounts for. */
function overgrown(short: string, long: string): string[] {
  let [before, after] = [costsOf(short), costsOf(long)];
  const over = () => [...after].filter(([name, cost]) => cost > leastCost && cost > most * (before.get(name) ?? 0));
  for (let tries = 1; tries < mostTries && over().length > 0; tries++) {
    const again = costsOf(long);
    after = new Map(Array.from(after, ([name, cost]) => [name, Math.min(cost, again.get(name) ?? cost)]));
    const shorter = costsOf(short);
    before = new Map(Array.from(before, ([name, cost]) => [name, Math.max(cost, shorter.get(name) ?? cost)]));
  }
  return over().map(([name, cost]) => `${name}: ${cost.toFixed(0)} ms for ${before.get(name)?.toFixed(1)}`);
}

describe('what each part of the work costs', () => {
  for (const [name, make] of Object.entries(families)) {
    it(`follows the length of a text: ${name}`, () => {
      assert.deepEqual(overgrown(make(size), make(size * factor)), []);
    });
  }
});
