import { type Fen, fen, yuan } from '../money.ts';
import { type BasisPoints, basisPoints } from '../rate.ts';
import { type Months, months } from '../time.ts';

/** Bounds of what a product may offer and a need may ask; both ends belong to it. */
export const principalLimits: { readonly min: Fen; readonly max: Fen } = {
  min: fen(1),
  max: yuan(1_000_000_000),
};
export const termLimits: { readonly min: Months; readonly max: Months } = {
  min: months(1),
  max: months(360),
};
/** Yearly. */
export const rateLimits: { readonly min: BasisPoints; readonly max: BasisPoints } = {
  min: basisPoints(0),
  max: basisPoints(3600),
};
/** On top of the loan prime rate. */
export const spreadLimits: { readonly min: BasisPoints; readonly max: BasisPoints } = {
  min: basisPoints(-500),
  max: basisPoints(3000),
};
export const decisionDaysLimits = { min: 0, max: 60 } as const;
/** Districts, industries, grades in one criterion. */
export const MAX_CRITERION_LIST = 200;
