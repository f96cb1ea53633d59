import type { Refusal } from '../refusal.ts';
import { sortedJson } from '../sorted-json.ts';
import type { LeafCriterion, RangeCriterion } from './criterion.ts';
import { contradiction, type Demand, type Said, saidOf } from './demand.ts';
import { sets, values } from './member-clash.ts';

/** The first two demands that no value of their fact meets. */
export function clashOf(demands: readonly Demand[]): Refusal | undefined {
  for (const of of Map.groupBy(demands, ({ leaf }) => leaf.fact).values()) {
    const clash = opposed(of) ?? ranges(of) ?? flags(of) ?? values(of) ?? sets(of);
    if (clash) return clash;
  }
  return undefined;
}

/** The very same leaf, asked and ruled out. */
function opposed(demands: readonly Demand[]): Refusal | undefined {
  for (const same of Map.groupBy(demands, ({ leaf }) => sortedJson(leaf)).values()) {
    const [first] = same;
    const other = same.find(({ holds }) => holds !== first?.holds);
    if (first && other) return contradiction(saidOf(other), saidOf(first));
  }
  return undefined;
}

const isRange = (leaf: LeafCriterion): leaf is RangeCriterion =>
  'atLeast' in leaf || 'atMost' in leaf;

type End = { readonly side: 'least' | 'most'; readonly value: number; readonly said: Said };

/** A range with both ends that must not hold leaves two stretches, which is no range: only `opposed` sees it. */
function endsOf({ leaf, holds, place }: Demand): readonly End[] {
  if (!isRange(leaf)) return [];
  const { fact, atLeast, atMost } = leaf;
  if (!holds && atLeast !== undefined && atMost !== undefined) return [];
  const least = holds ? atLeast : atMost !== undefined ? atMost + 1 : undefined;
  const most = holds ? atMost : atLeast !== undefined ? atLeast - 1 : undefined;
  return [
    ...(least === undefined
      ? []
      : [end('least', least, holds ? `${place}.atLeast` : place, `${fact} >= ${least}`)]),
    ...(most === undefined
      ? []
      : [end('most', most, holds ? `${place}.atMost` : place, `${fact} <= ${most}`)]),
  ];
}

const end = (side: End['side'], value: number, place: string, text: string): End => ({
  side,
  value,
  said: { place, text },
});

function ranges(demands: readonly Demand[]): Refusal | undefined {
  const ends = demands.flatMap(endsOf);
  for (const [index, later] of ends.entries()) {
    const earlier = ends.slice(0, index).find((one) => isApart(one, later));
    if (earlier) return contradiction(later.said, earlier.said);
  }
  return undefined;
}

const isApart = (a: End, b: End): boolean =>
  a.side !== b.side && (a.side === 'least' ? a.value > b.value : b.value > a.value);

function flags(demands: readonly Demand[]): Refusal | undefined {
  const asked = demands.flatMap((demand) =>
    'is' in demand.leaf ? [{ demand, is: demand.leaf.is === demand.holds }] : [],
  );
  const [first] = asked;
  const other = asked.find(({ is }) => is !== first?.is);
  return first && other ? contradiction(saidOf(other.demand), saidOf(first.demand)) : undefined;
}
