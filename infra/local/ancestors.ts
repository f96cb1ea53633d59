import { readFileSync } from 'node:fs';

const LOOK_EVERY_MS = 500;

/**
 * Calls back once when npm, which started us, is gone without having told us. npm may start us through a
 * shell, so both the parent and the one above it are looked at. Without npm nobody is watched: whoever
 * sends us into the background by hand wants us to stay.
 */
export function watchAncestors(onGone: () => void): void {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  const grandparent = isShell(parent) ? parentOf(parent) : undefined;
  const timer = setInterval(() => {
    const isGone =
      process.ppid !== parent || (grandparent !== undefined && parentOf(parent) !== grandparent);
    if (!isGone) return;
    clearInterval(timer);
    onGone();
  }, LOOK_EVERY_MS);
  timer.unref();
}

/** The name of a process stands in brackets, and may itself hold some; its parent is the second field after it. */
function statOf(
  pid: number,
): { readonly name: string; readonly fields: readonly string[] } | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const end = stat.lastIndexOf(')');
    return { name: stat.slice(stat.indexOf('(') + 1, end), fields: stat.slice(end + 2).split(' ') };
  } catch {
    return undefined; // No /proc here: then the parent alone is watched.
  }
}

const isShell = (pid: number) => /^(ba|da|z|k|a)?sh$/.test(statOf(pid)?.name ?? '');

function parentOf(pid: number): number | undefined {
  const text = statOf(pid)?.fields[1];
  return text === undefined ? undefined : Number(text);
}
