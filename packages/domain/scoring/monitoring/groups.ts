import type { Enterprise } from '../../enterprise/enterprise.ts';
import { type BusinessDate, monthsBetween } from '../../time.ts';
import type { FactValue } from '../facts.ts';

/** By what a card is judged to treat firms alike (domain.md D3, SR 11-7). */
export const groupings = ['district', 'industry', 'size', 'age'] as const;
export type Grouping = (typeof groupings)[number];

export const UNKNOWN_GROUP = 'unknown';

/** Years since a firm was established, the first band that it lies below. */
const ageBands = [
  { below: 1, group: 'under_1' },
  { below: 3, group: '1_to_3' },
  { below: 5, group: '3_to_5' },
  { below: 10, group: '5_to_10' },
  { below: Number.POSITIVE_INFINITY, group: '10_or_more' },
] as const;

const sizes = ['micro', 'small', 'medium', 'large'];

/** Sizes and ages from the least on, the others by code, what is not known last. */
export function rankOfGroup(by: Grouping, group: string): string {
  if (group === UNKNOWN_GROUP) return '\uffff';
  if (by === 'size') return String(sizes.indexOf(group));
  if (by === 'age') return String(ageBands.findIndex((band) => band.group === group));
  return group;
}

/** District code, section of GB/T 4754 (a letter), size as scored, band of age on a day. */
export const groupsOf = (
  { district, industry, establishedOn }: Enterprise,
  size: FactValue | undefined,
  day: BusinessDate,
): Readonly<Record<Grouping, string>> => ({
  district: district ?? UNKNOWN_GROUP,
  industry: industry?.slice(0, 1) ?? UNKNOWN_GROUP,
  size: typeof size === 'string' ? size : UNKNOWN_GROUP,
  age: establishedOn ? ageBandOf(establishedOn, day) : UNKNOWN_GROUP,
});

function ageBandOf(establishedOn: BusinessDate, day: BusinessDate): string {
  const years = monthsBetween(establishedOn, day) / 12;
  return ageBands.find(({ below }) => years < below)?.group ?? UNKNOWN_GROUP;
}
