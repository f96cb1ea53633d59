import type { DataCategory } from '../../consent/data-categories.ts';
import type { Fen } from '../../money.ts';
import type { Audience } from '../../need/need.ts';
import type { Criterion } from '../../product/criterion.ts';
import type { EligibilityFactName } from '../../product/eligibility-facts.ts';
import type { Guarantee, Purpose, Repayment } from '../../product/vocabulary.ts';
import type { BasisPoints } from '../../rate.ts';
import type { FactValue } from '../../scoring/facts.ts';
import type { BusinessDate, Months } from '../../time.ts';
import type { ApplicantFacts } from '../applicant.ts';
import type { Finding, Provide } from '../matching.ts';
import type { Question } from '../question.ts';
import type { Debt, Mendable } from './remedies.ts';

/** What a firm can do about a product that does not fit, in the order in which it is told. */
export const changeKinds = [
  'audience',
  'district',
  'principal',
  'term',
  'guarantee',
  'repayment',
  'rate_ceiling',
  'purpose',
  'disclose',
  'provide',
  'settle',
  'repair',
  'join_list',
  'wait',
] as const;
export type ChangeKind = (typeof changeKinds)[number];

type Moved<Value> = { readonly from: Value; readonly to: Value };

/**
 * One thing that the firm changes. `guarantee` is offered beside the others · `district`, `purpose` and `provide` hold
 * only if they are true: nobody is told to say what is not · `disclose` is of what is known and kept back ·
 * `provide` is of what nobody told, and has to meet all of `meets`, as `value` does · `settle` pays all that is owed.
 */
export type Change =
  | { readonly kind: 'audience'; readonly to: Audience }
  | { readonly kind: 'district'; readonly to: string }
  | ({ readonly kind: 'principal' } & Moved<Fen>)
  | ({ readonly kind: 'term' } & Moved<Months>)
  | { readonly kind: 'guarantee'; readonly to: Guarantee }
  | ({ readonly kind: 'repayment' } & Moved<Repayment>)
  | ({ readonly kind: 'rate_ceiling' } & Moved<BasisPoints>)
  | ({ readonly kind: 'purpose' } & Moved<Purpose>)
  | { readonly kind: 'disclose'; readonly category: DataCategory }
  | {
      readonly kind: 'provide';
      readonly fact: EligibilityFactName;
      readonly provide: Provide;
      readonly meets: readonly Criterion[];
      readonly value: FactValue | readonly string[];
    }
  | { readonly kind: 'settle'; readonly debt: Debt; readonly owed?: Fen }
  | ({ readonly kind: 'repair'; readonly fact: Mendable } & Moved<number | boolean>)
  | { readonly kind: 'join_list'; readonly list: 'recommended' }
  | { readonly kind: 'wait'; readonly months: Months; readonly until: BusinessDate };

/** What is asked, with what the need keeps back where that is known. */
export type Situation = {
  readonly question: Question;
  readonly kept: ApplicantFacts;
};

/** What helps without being a change: nobody sets their own points. */
export type Hint = { readonly code: 'raise_points'; readonly missing: number };

/**
 * The cheapest changes after which a product fits, or what stands in the way whatever the firm does.
 * `notExhaustive`: the search ended at its limit, so that cheaper changes may be left.
 */
export type NearestChange =
  | { readonly outcome: 'fits' }
  | {
      readonly outcome: 'change';
      /** Points of effort (nearest/effort.ts), to compare products by. */
      readonly effort: number;
      readonly changes: readonly Change[];
      readonly notExhaustive?: true;
    }
  | {
      readonly outcome: 'none';
      readonly inTheWay: readonly Finding[];
      readonly hints: readonly Hint[];
      readonly notExhaustive?: true;
    };

/** Two changes of one lever exclude one another. */
export function leverOf(change: Change): string {
  switch (change.kind) {
    case 'guarantee':
      return `guarantee:${change.to}`;
    case 'disclose':
      return `disclose:${change.category}`;
    case 'provide':
    case 'repair':
      return `${change.kind}:${change.fact}`;
    case 'settle':
      return `settle:${change.debt}`;
    default:
      return change.kind;
  }
}

/** The same change has the same key; equal efforts are told by it. */
export const keyOf = (change: Change): string =>
  `${String(changeKinds.indexOf(change.kind)).padStart(2, '0')}${JSON.stringify(change)}`;
