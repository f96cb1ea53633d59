import { same } from '../product/same.ts';
import type { NeedTerms } from './need.ts';

const fields = {
  code: (a, b) => a.code === b.code,
  principal: (a, b) => a.principal === b.principal,
  term: (a, b) => a.term === b.term,
  purpose: (a, b) => a.purpose === b.purpose,
  guarantees: (a, b) => same(a.guarantees, b.guarantees),
  repayment: (a, b) => a.repayment === b.repayment,
  rateCeiling: (a, b) => a.rateCeiling === b.rateCeiling,
  validTo: (a, b) => a.validTo === b.validTo,
} as const satisfies Record<
  Exclude<keyof NeedTerms, 'id'>,
  (a: NeedTerms, b: NeedTerms) => boolean
>;

/** The first field in which two needs of one id differ, for `need_differs`; undefined = one content. */
export const needDiffers = (a: NeedTerms, b: NeedTerms): string | undefined =>
  Object.entries(fields).find(([, agree]) => !agree(a, b))?.[0];
