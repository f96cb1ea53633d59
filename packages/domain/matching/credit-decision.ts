import type { BankId, CreditDecisionId, NeedId, ProductId, UnifiedCode } from '../ids.ts';
import type { ProductKind } from '../product/vocabulary.ts';
import type { BasisPoints } from '../rate.ts';
import type { Refusal } from '../refusal.ts';
import type { BusinessDate } from '../time.ts';
import { type ApprovalHistory, TENTHS, tenthOf } from './likelihood.ts';
import type { Histories } from './rank.ts';

/** A bank tells how it decided (授信决定) on a need under one of its products. */
export type DecisionReport = {
  readonly id: CreditDecisionId;
  readonly need: NeedId;
  readonly product: ProductId;
  readonly bank: BankId;
  readonly approved: boolean;
  readonly decidedOn: BusinessDate;
};

/** As kept, with how far the firm stood within what the product asks when it was first reported. */
export type CreditDecision = DecisionReport & {
  readonly code: UnifiedCode;
  readonly kind: ProductKind;
  readonly margin: BasisPoints;
  readonly reportedOn: BusinessDate;
};

/** What became of all that was decided: one small item, which every matching reads. */
export type Approvals = { readonly id: 'city'; readonly histories: Histories };

/** Everything that is wrong with a report on a day: date_in_future. */
export const checkDecision = (
  { decidedOn }: DecisionReport,
  today: BusinessDate,
): readonly Refusal[] =>
  decidedOn <= today
    ? []
    : [
        {
          code: 'date_in_future',
          field: 'decidedOn',
          expected: `${today} or earlier`,
          actual: decidedOn,
        },
      ];

/** The first field in which a report speaks of something else than the one kept under its id. */
export const ofOtherDecision = (
  kept: DecisionReport,
  told: DecisionReport,
): 'need' | 'product' | 'bank' | undefined =>
  (['need', 'product', 'bank'] as const).find((field) => kept[field] !== told[field]);

/** The histories with a decision counted in the place of the one it corrects. */
export function countDecision(
  histories: Histories,
  { kind, margin, approved }: CreditDecision,
  corrected?: CreditDecision,
): Histories {
  const history = Array.from({ length: TENTHS }, (_, place) => histories[kind]?.[place] ?? NONE);
  const tenth = tenthOf(margin);
  const counted: ApprovalHistory = history.map((one, place) =>
    place === tenth
      ? {
          decided: one.decided + (corrected ? 0 : 1),
          approved: one.approved + Number(approved) - Number(corrected?.approved ?? false),
        }
      : one,
  );
  return { ...histories, [kind]: counted };
}

const NONE = { decided: 0, approved: 0 };
