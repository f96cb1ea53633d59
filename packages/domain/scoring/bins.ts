import type { Bin, Indicator } from './scorecard.ts';

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

/** The most that an indicator gives. */
export const maximumOf = ({ bins }: Pick<Indicator, 'bins'>): number =>
  Math.max(...bins.map((bin) => bin.points));
