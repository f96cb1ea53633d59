import { badIndustries, badList, outside } from '../product/bounds.ts';
import type { Refusal } from '../refusal.ts';
import type { WhitelistRule } from './whitelist.ts';

/** Districts, industries or sizes in one condition. */
export const MAX_RULE_LIST = 200;

const bounds = {
  minPoints: { min: 0, max: 1000 },
  minCoverage: { min: 0, max: 10_000 },
  minAgeMonths: { min: 0, max: 1200 },
} as const;

/**
 * Refuses a rule that no firm could meet or that says nothing. In order: minPoints, minCoverage, minAgeMonths
 * (out_of_range), districts, excludedIndustries, sizes (required: present but empty; too_long), then
 * industries that are none (not_in_list).
 */
export const checkRule = (rule: WhitelistRule): readonly Refusal[] => [
  ...outside('rule.minPoints', rule.minPoints, bounds.minPoints),
  ...outside('rule.minCoverage', rule.minCoverage ?? 0, bounds.minCoverage),
  ...outside('rule.minAgeMonths', rule.minAgeMonths ?? 0, bounds.minAgeMonths),
  ...(rule.districts ? badList('rule.districts', rule.districts, MAX_RULE_LIST) : []),
  ...(rule.excludedIndustries
    ? badList('rule.excludedIndustries', rule.excludedIndustries, MAX_RULE_LIST)
    : []),
  ...(rule.sizes ? badList('rule.sizes', rule.sizes, MAX_RULE_LIST) : []),
  ...badIndustries('rule.excludedIndustries', rule.excludedIndustries ?? []),
];
