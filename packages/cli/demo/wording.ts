import type { RankFactor } from '#domain/matching/matching';

/** 1234500000 fen → `1,234.5 万元`. */
export const moneyWords = (fen: number): string =>
  `${(fen / 1_000_000).toLocaleString('en', { maximumFractionDigits: 1 })} 万元`;

/** 385 → `3.85 %`. */
export const rateWords = (basisPoints: number): string => `${(basisPoints / 100).toFixed(2)} %`;

/** `cost 42/50 (3.62 %)`, `speed 14/15 (2 working days)` and so on. */
export const whyWords = (why: readonly RankFactor[]): string[] =>
  why.map(
    ({ factor, points, max, value }) => `${factor} ${points}/${max} (${units[factor](value)})`,
  );

const units = {
  cost: rateWords,
  likelihood: (value) => `${(value / 100).toFixed(0)} %`,
  speed: (value) => `${value} working day${value === 1 ? '' : 's'}`,
  fit: (value) => `${(value / 100).toFixed(0)} %`,
} as const satisfies Record<RankFactor['factor'], (value: number) => string>;
