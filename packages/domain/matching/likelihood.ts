import { type BasisPoints, basisPoints, WHOLE } from '../rate.ts';

/** What became of applications for one kind of product, by tenths of the margin, the narrowest first. */
export type ApprovalHistory = readonly {
  readonly decided: number;
  readonly approved: number;
}[];

export const TENTHS = 10;
/** Fewer tell nothing: in all, and with a margin like this one. */
export const MIN_DECIDED = 200;
export const MIN_DECIDED_ALIKE = 20;
/** Each tenth is drawn to the share of all by as much as so many decisions weigh. */
const PRIOR = 10;
const EVEN = WHOLE / 2;

/**
 * How likely a bank says yes, in basis points: the approved share among earlier firms with a margin like this one,
 * smoothed and never falling as the margin grows (isotonic, pool adjacent violators). Until enough has been decided,
 * who meets all that is asked has an even chance, and the margin adds up to as much again.
 */
export function likelihoodOf({
  margin,
  history = [],
}: {
  readonly margin: BasisPoints;
  readonly history?: ApprovalHistory | undefined;
}): BasisPoints {
  const tenth = tenthOf(margin);
  const decided = history.reduce((all, one) => all + one.decided, 0);
  if (decided < MIN_DECIDED || (history[tenth]?.decided ?? 0) < MIN_DECIDED_ALIKE)
    return basisPoints(EVEN + Math.round(margin / 2));
  const share = history.reduce((all, one) => all + one.approved, 0) / decided;
  const shares = neverFalling(
    history.map((one) => ({
      share: (one.approved + PRIOR * share) / (one.decided + PRIOR),
      weight: one.decided + PRIOR,
      tenths: 1,
    })),
  );
  return basisPoints(Math.round((shares[tenth] ?? share) * WHOLE));
}

/** Which tenth of all margins one lies in, from 0. */
export const tenthOf = (margin: BasisPoints): number =>
  Math.min(Math.floor((margin * TENTHS) / WHOLE), TENTHS - 1);

type Pool = { readonly share: number; readonly weight: number; readonly tenths: number };

/** Neighbours that fall are one pool with their mean, until none falls. */
function neverFalling(tenths: readonly Pool[]): readonly number[] {
  const pools: Pool[] = [];
  for (const one of tenths) {
    let pool = one;
    for (let before = pools.at(-1); before && before.share > pool.share; before = pools.at(-1)) {
      pools.pop();
      pool = pooled(before, pool);
    }
    pools.push(pool);
  }
  return pools.flatMap(({ share, tenths: wide }) => Array.from({ length: wide }, () => share));
}

function pooled(a: Pool, b: Pool): Pool {
  const weight = a.weight + b.weight;
  return {
    share: (a.share * a.weight + b.share * b.weight) / weight,
    weight,
    tenths: a.tenths + b.tenths,
  };
}
