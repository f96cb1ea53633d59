import { cpuUsage } from 'node:process';

/**
 * Seconds that the work takes of all processors together, so that what others do on the machine, and threads that an
 * engine starts, do not flatter anybody.
 */
export async function cpuSecondsOf(work: () => unknown): Promise<number> {
  const before = cpuUsage();
  await work();
  const { user, system } = cpuUsage(before);
  return (user + system) / 1_000_000;
}

export const medianOf = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
