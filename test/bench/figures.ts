/** Processor time of the work in milliseconds: the least of several runs, what it costs when nothing else gets in between. */
export function cost(work: () => unknown, runs: number): number {
  let least = Infinity;
  for (let run = 0; run < runs; run++) {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, (user + system) / 1000);
  }
  return least;
}

/** Prints a figure beside its budget; where the budget is passed, the program will end with 1. */
export function report(what: string, value: number, budget: number): void {
  console.log(`${value <= budget ? 'ok  ' : 'OVER'} ${value.toFixed(3)} (budget ${budget}): ${what}`);
  if (value > budget) process.exitCode = 1;
}
