import type { NeedTerms } from '../need/need.ts';
import type { LprFixing } from '../rate.ts';
import type { BusinessDate } from '../time.ts';
import type { Applicant } from './applicant.ts';

/** What a matching asks every product: who wants what, on which day. Without a fixing no price on LPR is known. */
export type Question = {
  readonly need: NeedTerms;
  readonly applicant: Applicant;
  readonly fixing?: LprFixing;
  readonly asOf: BusinessDate;
};
