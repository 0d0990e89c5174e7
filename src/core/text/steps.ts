/** Work that can be left off and taken up again: other work may go on wherever it yields. */
export type Steps<Result> = Generator<void, Result>;

/** How much text is worked on in one step, in UTF-16 code units. */
const stepLength = 5_000;

/** Does the work for each of the paragraphs. */
export function* inSteps<Placed extends { readonly start: number }>(
  placed: readonly Placed[],
  work: (one: Placed) => void,
): Steps<void> {
  let from = 0;
  for (const one of placed) {
    if (one.start - from >= stepLength) {
      yield;
      from = one.start;
    }
    work(one);
  }
}

/** How long other work waits for such work at a time, in milliseconds. */
const turnLength = 50;

/**
 * Does the work in turns, so that other work goes on in between.
 * @param rest resolves when other work has had its turn
 * @param isWanted is asked behind each rest
 * @returns undefined where the result is wanted no longer
 */
export async function inTurns<Result>(
  steps: Steps<Result>,
  rest: () => Promise<unknown>,
  isWanted: () => boolean,
): Promise<Result | undefined> {
  for (let turn = performance.now(); ;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() - turn < turnLength) continue;
    await rest();
    if (!isWanted()) return undefined;
    turn = performance.now();
  }
}

/** Does the work in one go. */
export function atOnce<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
