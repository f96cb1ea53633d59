import { readIndustry, withinIndustries } from '../matching/industry.ts';
import type { Refusal } from '../refusal.ts';
import { contradiction, type Demand, isMember, type Said, saidOf } from './demand.ts';
import { eligibilityFact } from './eligibility-facts.ts';

/** Of a choice or a tree: the values that are left grow fewer with every demand. */
export function values(demands: readonly Demand[]): Refusal | undefined {
  const [first] = demands;
  if (!first || kindOf(first) === 'set' || !demands.every(({ leaf }) => isMember(leaf)))
    return undefined;
  const all = valuesOf(demands);
  const met: Demand[] = [];
  let left = all;
  for (const demand of demands) {
    left = left.filter((value) => admits(demand, value));
    if (left.length === 0) return emptied(demand, met, all);
    met.push(demand);
  }
  return undefined;
}

const kindOf = ({ leaf }: Demand) => eligibilityFact(leaf.fact).kind;

/** Names the one demand before that suffices, or else all of them. */
function emptied(
  demand: Demand,
  met: readonly Demand[],
  all: readonly string[],
): Refusal | undefined {
  const admitted = all.filter((value) => admits(demand, value));
  if (admitted.length === 0) return contradiction(saidOf(demand), withinItself(demand));
  const enough = met.find((one) => !admitted.some((value) => admits(one, value)));
  const before = enough ? [enough] : met;
  return contradiction(saidOf(demand), {
    place: before.map(({ place }) => place).join(', '),
    text: before.map((one) => saidOf(one).text).join('; '),
  });
}

/** Its `in` and its `except` leave nothing. */
const withinItself = (demand: Demand): Said => ({
  place: demand.place,
  text: `some value that its except leaves`,
});

/**
 * The values of a choice. Of a tree one place of each part that the demands tell apart: each prefix beside whatever
 * they name within it, and one outside them all.
 */
const valuesOf = (demands: readonly Demand[]): readonly string[] => {
  const [first] = demands;
  const choices = first && eligibilityFact(first.leaf.fact).choices;
  return (
    choices ?? [
      ...new Set([
        '',
        ...demands.flatMap(({ leaf }) =>
          isMember(leaf) ? [...(leaf.in ?? []), ...(leaf.except ?? [])] : [],
        ),
      ]),
    ]
  );
};

function admits({ leaf, holds }: Demand, value: string): boolean {
  if (!isMember(leaf)) return true;
  const within = (list: readonly string[]) => lies(leaf.fact, value, list);
  const met = (leaf.in === undefined || within(leaf.in)) && !within(leaf.except ?? []);
  return met === holds;
}

function lies(fact: string, value: string, list: readonly string[]): boolean {
  if (fact === 'industry') return withinIndustries(readIndustry(value), list);
  if (fact === 'district') return list.some((prefix) => value.startsWith(prefix));
  return list.includes(value);
}

/** Of a set: nothing is left of what has to be held once what must not be held is taken away. */
export function sets(demands: readonly Demand[]): Refusal | undefined {
  const [first] = demands;
  if (!first || kindOf(first) !== 'set') return undefined;
  const held = demands.flatMap((demand) => listed(demand, demand.holds ? 'in' : 'except'));
  const barred = demands.flatMap((demand) => listed(demand, demand.holds ? 'except' : 'in'));
  for (const wanted of held) {
    const taking = barred.filter(({ list }) => list.some((item) => wanted.list.includes(item)));
    if (!wanted.list.every((item) => taking.some(({ list }) => list.includes(item)))) continue;
    const [earlier, later] = inOrder(
      demands,
      wanted.demand,
      taking.map(({ demand }) => demand),
    );
    return contradiction(later, earlier);
  }
  return undefined;
}

/** A demand that does not hold and tells both lists bars neither for certain. */
function listed(demand: Demand, side: 'in' | 'except') {
  const { leaf, holds } = demand;
  if (!isMember(leaf)) return [];
  if (!holds && leaf.in !== undefined && leaf.except !== undefined) return [];
  const list = leaf[side];
  return list === undefined ? [] : [{ demand, list }];
}

function inOrder(
  demands: readonly Demand[],
  wanted: Demand,
  taking: readonly Demand[],
): readonly [Said, Said] {
  const [last = wanted] = [wanted, ...taking].toSorted(
    (a, b) => demands.indexOf(b) - demands.indexOf(a),
  );
  const rest = demands.filter((one) => one !== last && (one === wanted || taking.includes(one)));
  if (rest.length === 0) return [withinItself(last), saidOf(last)];
  return [
    {
      place: rest.map(({ place }) => place).join(', '),
      text: rest.map((one) => saidOf(one).text).join('; '),
    },
    saidOf(last),
  ];
}
