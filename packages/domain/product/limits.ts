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
/** Of the principal, each time that the fee is due. */
export const feeRateLimits: { readonly min: BasisPoints; readonly max: BasisPoints } = {
  min: basisPoints(1),
  max: basisPoints(3600),
};
/** Working days of each step that a bank promises. */
export const serviceDaysLimits = { min: 0, max: 60 } as const;
/** Characters in the name of a bank, a product, a list, of whoever collects a fee, in a bank's line for firms. */
export const MAX_NAME = 100;
export const MAX_TIERS = 20;
export const MAX_FEES = 20;
/** Districts, industries, grades in one criterion. */
export const MAX_CRITERION_LIST = 200;
/** Versions of one product, drafts that came to nothing among them. */
export const MAX_PRODUCT_VERSIONS = 1000;
/** Steps of one version. */
export const MAX_PRODUCT_STEPS = 100;
/** Characters of what is said when a version moves. */
export const MAX_MOVE_NOTE = 500;

/** What a criterion may ask of a number, by the unit of its fact; growth and margins may be below zero. */
export const criterionLimits = {
  points: { min: 0, max: 1000 },
  fen: { min: 0, max: 100 * principalLimits.max },
  bp: { min: -100_000, max: 1_000_000 },
  months: { min: 0, max: 1200 },
  days: { min: 0, max: 36_500 },
  /** Of whatever is counted. */
  count: { min: 0, max: 1_000_000 },
} as const;
