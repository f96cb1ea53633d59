import { same } from '../product/same.ts';
import type { NeedTerms } from './need.ts';

type Agree = (a: NeedTerms, b: NeedTerms) => boolean;
const as =
  (field: keyof NeedTerms): Agree =>
  (a, b) =>
    same(a[field], b[field]);

const fields = {
  code: as('code'),
  principal: as('principal'),
  term: as('term'),
  purpose: as('purpose'),
  purposeDetail: as('purposeDetail'),
  guarantees: as('guarantees'),
  repayment: as('repayment'),
  rateCeiling: as('rateCeiling'),
  expectedOn: as('expectedOn'),
  district: as('district'),
  declared: as('declared'),
  audience: as('audience'),
  visibility: as('visibility'),
  discloses: as('discloses'),
  consents: as('consents'),
  attachments: as('attachments'),
  validTo: as('validTo'),
} as const satisfies Record<Exclude<keyof NeedTerms, 'id'>, Agree>;

/** The first field in which two needs of one id differ, for `need_differs`; undefined = one content. */
export const needDiffers = (a: NeedTerms, b: NeedTerms): string | undefined =>
  Object.entries(fields).find(([, agree]) => !agree(a, b))?.[0];
