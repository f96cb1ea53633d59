import type { Criterion } from '../../product/criterion.ts';
import type { EligibilityFactName } from '../../product/eligibility-facts.ts';
import type { Change } from './change.ts';
import type { Provided } from './provide.ts';

/** Values tried together before what is asked of a fact is left as narrow as it was found. */
const MAX_TRIED = 256;

/**
 * The same changes, asking no more of an unknown fact than has to be: what can be left out of `meets` while every value
 * that agrees with the rest still serves, whichever other facts provided turn out to be. What the firm would have to
 * lack goes first, then what is asked most narrowly.
 */
export function widened(
  changes: readonly Change[],
  ways: (fact: EligibilityFactName) => readonly Provided[],
  serves: (changes: readonly Change[]) => boolean,
): readonly Change[] {
  let wide = changes;
  for (const [place, change] of changes.entries()) {
    if (change.kind !== 'provide') continue;
    let { meets } = change;
    for (const asked of byNarrowness(change, ways(change.fact))) {
      const fewer = meets.filter((one) => one !== asked);
      const wider = wide.with(place, { ...change, meets: fewer });
      if (fewer.length === 0 || !servesAlways(wider, ways, serves)) continue;
      wide = wider;
      meets = fewer;
    }
  }
  return wide;
}

const byNarrowness = ({ meets }: Provided, ways: readonly Provided[]): readonly Criterion[] => {
  const width = (asked: Criterion) =>
    'not' in asked ? -1 : ways.filter((way) => agrees(way, [asked])).length;
  return meets.toSorted((a, b) => width(a) - width(b));
};

function servesAlways(
  changes: readonly Change[],
  ways: (fact: EligibilityFactName) => readonly Provided[],
  serves: (changes: readonly Change[]) => boolean,
): boolean {
  let all: readonly (readonly Change[])[] = [[]];
  for (const change of changes) {
    const possible =
      change.kind === 'provide'
        ? ways(change.fact).filter((way) => agrees(way, change.meets))
        : [change];
    if (all.length * possible.length > MAX_TRIED) return false;
    all = all.flatMap((made) => possible.map((one) => [...made, one]));
  }
  return all.every(serves);
}

function agrees(way: Provided, meets: readonly Criterion[]): boolean {
  const met = way.meets.map((one) => JSON.stringify(one));
  return meets.every((one) => met.includes(JSON.stringify(one)));
}
