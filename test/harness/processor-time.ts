/**
 * How long this process works at something, in milliseconds. Unlike the time that passes it does not grow while the machine is
 * busy with something else. For tests that tell linear cost from quadratic; what is claimed of speed stands in the benchmark.
 */
export function processorTime(run: () => void): number {
  const begun = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(begun);
  return (user + system) / 1000;
}
