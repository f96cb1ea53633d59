import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

/** A process that cannot be mistaken for a later one with the same number. */
export type ProcessMark = {
  readonly pid: number;
  /** Clock ticks from boot to its start where /proc tells, else ''. */
  readonly since: string;
};

const LEAVE_MS = 5_000;
const LOOK_EVERY_MS = 20;

export const markOf = (pid: number): ProcessMark => ({ pid, since: startOf(pid) });

export function isAlive(mark: ProcessMark): boolean {
  try {
    process.kill(mark.pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  return startOf(mark.pid) === mark.since && !isZombie(mark.pid);
}

/** Asks the process to end, then makes it; resolves when it is gone. */
export async function end(mark: ProcessMark): Promise<void> {
  const deadline = performance.now() + LEAVE_MS;
  signal(mark.pid, 'SIGTERM');
  while (isAlive(mark)) {
    if (performance.now() > deadline) signal(mark.pid, 'SIGKILL');
    await pause(LOOK_EVERY_MS);
  }
}

/** The program and its arguments, '' when nobody can tell. */
export function commandLineOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return (
      spawnSync('ps', ['-p', String(pid), '-o', 'command='], { encoding: 'utf8' }).stdout ?? ''
    );
  }
}

/** The fields of /proc/<pid>/stat after the program's name, which may itself hold blanks and brackets. */
function statOf(pid: number): readonly string[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return [];
  }
}

const startOf = (pid: number) => statOf(pid)[19] ?? '';
const isZombie = (pid: number) => statOf(pid)[0] === 'Z';

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // Gone already: that is what was wanted.
  }
}
