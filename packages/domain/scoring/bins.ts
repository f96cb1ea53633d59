import type { Bin, Dimension, Indicator } from './scorecard.ts';

/** Bins without a gap: `first` points below the first step, then those of the last step reached. */
export const steps = (
  first: number,
  ...rising: readonly (readonly [from: number, points: number])[]
): readonly Bin[] => [
  { ...to(rising[0]), points: first },
  ...rising.map(([from, points], index) => ({ from, ...to(rising[index + 1]), points })),
];

const to = (step: readonly [from: number, points: number] | undefined) =>
  step === undefined ? {} : { to: step[0] };

/** Fen of an amount in 万元. */
export const wan = (amount: number): number => amount * 1_000_000;

type Pointed = Pick<Indicator, 'bins' | 'other'>;

/** Whatever a known fact may give. */
export const pointsOf = ({ bins, other }: Pointed): readonly number[] => [
  ...bins.map((bin) => bin.points),
  ...(other === undefined ? [] : [other]),
];

/** The most that an indicator gives. */
export const maximumOf = (indicator: Pointed): number => Math.max(...pointsOf(indicator));

/** What a dimension gives of what its indicators sum to. */
export const withinLimit = ({ limit }: Pick<Dimension, 'limit'>, sum: number): number =>
  limit === undefined ? sum : Math.min(limit.points, sum);

/** The most that a dimension gives. */
export const mostOf = (dimension: Dimension): number =>
  withinLimit(
    dimension,
    dimension.indicators.reduce((all, indicator) => all + maximumOf(indicator), 0),
  );
