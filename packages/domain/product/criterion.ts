import type { EligibilityFactName } from './eligibility-facts.ts';

/** Both ends belong to it; at least one of them stands. In the fact's own unit. */
export type RangeCriterion = {
  readonly fact: EligibilityFactName;
  readonly atLeast?: number;
  readonly atMost?: number;
};
export type FlagCriterion = { readonly fact: EligibilityFactName; readonly is: boolean };
/**
 * The fact is one of `in`, and none of `except`; at least one of the two stands. Of a tree (GB/T 4754, divisions)
 * the values are prefixes, so that `in: ['C'], except: ['C39']` is manufacture without electronics. Of a set
 * (lists, honours) any of `in` must be held and none of `except`.
 */
export type MemberCriterion = {
  readonly fact: EligibilityFactName;
  readonly in?: readonly string[];
  readonly except?: readonly string[];
};
export type LeafCriterion = RangeCriterion | FlagCriterion | MemberCriterion;

/** What a bank asks of a firm, as data. */
export type Criterion =
  | LeafCriterion
  | { readonly all: readonly Criterion[] }
  | { readonly any: readonly Criterion[] }
  | { readonly not: Criterion };

/** `unknown` is an answer of its own: nobody told the fact, or the firm keeps it back. */
export type Verdict = 'yes' | 'no' | 'unknown';

/** Criteria of one product, and criteria within one another, at most. */
export const MAX_CRITERIA = 60;
export const MAX_CRITERION_DEPTH = 4;
