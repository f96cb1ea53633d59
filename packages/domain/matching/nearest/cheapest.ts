import type { Question } from '../question.ts';
import { type Change, keyOf, leverOf } from './change.ts';
import type { Piece } from './pieces.ts';

/** Sets of changes looked at for one product, over all its pieces. */
export const MAX_COMBINATIONS = 20_000;

/** How many sets may still be looked at; spent as the search goes. */
export type Allowance = { left: number };

type Priced = { readonly change: Change; readonly key: string; readonly effort: number };
/** Cheapest first, then fewest changes, then by key: one answer whatever the order in which things came. */
export type Found = { readonly changes: readonly Change[]; readonly effort: number };

/**
 * The cheapest changes after which all pieces hold; undefined where none do. Branch and bound: whatever mends an open
 * piece holds one of its mends, so that each is tried in turn, and those tried before it are left out of what follows.
 * A bound from below is the sum of the cheapest mends of open pieces that share no lever. Exact while `allowance` lasts.
 */
export function cheapest({
  pieces,
  after,
  effortOf,
  allowance,
}: {
  readonly pieces: readonly Piece[];
  readonly after: (changes: readonly Change[]) => Question;
  readonly effortOf: (change: Change) => number;
  readonly allowance: Allowance;
}): Found | undefined {
  let best: (Found & { readonly key: string }) | undefined;

  const look = (made: readonly Change[], effort: number, barred: ReadonlySet<string>): void => {
    if (allowance.left === 0) return;
    allowance.left -= 1;
    const now = after(made);
    const open = pieces.filter((piece) => !piece.holds(now));
    if (open.length === 0) {
      const found = { changes: made, effort, key: keyOfAll(made) };
      if (best === undefined || isBefore(found, best)) best = found;
      return;
    }
    const taken = new Set(made.map(leverOf));
    const branches = open.map((piece) =>
      pricedMends(piece.mends(now), effortOf).filter(
        ({ change, key }) => !barred.has(key) && !taken.has(leverOf(change)),
      ),
    );
    const branch = branches.reduce((left, right) => (right.length < left.length ? right : left));
    if (branch.length === 0) return;
    if (best !== undefined && effort + leastEffort(branches) > best.effort) return;
    const left = new Set(barred);
    for (const { change, key, effort: more } of branch) {
      look([...made, change], effort + more, new Set(left));
      left.add(key);
    }
  };

  look([], 0, new Set());
  return best && { changes: best.changes, effort: best.effort };
}

function pricedMends(
  changes: readonly Change[],
  effortOf: (change: Change) => number,
): readonly Priced[] {
  const byKey = new Map(changes.map((change) => [keyOf(change), change]));
  return [...byKey]
    .map(([key, change]) => ({ key, change, effort: effortOf(change) }))
    .toSorted((a, b) => a.effort - b.effort || (a.key < b.key ? -1 : 1));
}

/** Pieces that share no lever are mended one by one: what each costs at least adds up. */
function leastEffort(branches: readonly (readonly Priced[])[]): number {
  const pulled = new Set<string>();
  let least = 0;
  const dearestFirst = branches.toSorted((a, b) => (b[0]?.effort ?? 0) - (a[0]?.effort ?? 0));
  for (const branch of dearestFirst) {
    const levers = branch.map(({ change }) => leverOf(change));
    if (levers.some((lever) => pulled.has(lever))) continue;
    for (const lever of levers) pulled.add(lever);
    least += branch[0]?.effort ?? 0;
  }
  return least;
}

const keyOfAll = (changes: readonly Change[]): string => changes.map(keyOf).toSorted().join();

type Ranked = Found & { readonly key: string };
const isBefore = (a: Ranked, b: Ranked): boolean =>
  (a.effort - b.effort || a.changes.length - b.changes.length || (a.key < b.key ? -1 : 1)) < 0;
