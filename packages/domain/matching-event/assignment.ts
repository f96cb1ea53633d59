import type { BankId, NeedId, ProductId } from '../ids.ts';
import type { Fen } from '../money.ts';

/**
 * Why a need did not get a bank of its list. `not_listed`: the bank does not take it · `no_capacity`: the bank
 * brings none · `over_amount`: the need is larger than all that the bank brings · `quota_number`, `quota_amount`:
 * needs that stand before it there fill the number, or leave too little · `overtaken`: they do not, but they did
 * when its turn came; some have since got a better bank, and what they left went to needs behind it.
 */
export const passedOverCodes = [
  'not_listed',
  'no_capacity',
  'over_amount',
  'quota_number',
  'quota_amount',
  'overtaken',
] as const;

/** A bank that a need would rather have had, and why it has not. */
export type PassedOver = {
  readonly bank: BankId;
  readonly product: ProductId;
  /** On the need's list, from 1. */
  readonly place: number;
  readonly code: (typeof passedOverCodes)[number];
  /** Needs there that stand before it. */
  readonly ahead: number;
  /** What those leave of the bank's amount. */
  readonly left: Fen;
};

/** A bank that a need got in a round; in a later round it gets a better one or keeps what it has. */
export type Step = { readonly round: number; readonly bank: BankId };

/** What became of a need in an event, and why. */
export type NeedOutcome = {
  readonly need: NeedId;
  readonly passedOver: readonly PassedOver[];
} & (
  | {
      readonly status: 'assigned';
      readonly bank: BankId;
      readonly product: ProductId;
      /** Of the bank on the need's list, from 1. */
      readonly place: number;
      /** For which the need has it there. */
      readonly points: number;
      /** For which the bank has the need where it stands. */
      readonly priority: number;
      /** The last one is what it has. */
      readonly steps: readonly Step[];
    }
  /** `nothing_fits`: it lists no bank · `passed_over`: none of those that it lists has room for it. */
  | { readonly status: 'unassigned'; readonly why: 'nothing_fits' | 'passed_over' }
);

export type AssignmentCounts = {
  readonly assigned: number;
  readonly unassigned: number;
  /** Of the assigned. */
  readonly amount: Fen;
  readonly rounds: number;
};

export type Assignment = AssignmentCounts & {
  /** By need. */
  readonly outcomes: readonly NeedOutcome[];
};
