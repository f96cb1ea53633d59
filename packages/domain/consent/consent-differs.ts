import { sameParty } from '../principal.ts';
import { same } from '../product/same.ts';
import type { ConsentTerms } from './consent.ts';

const fields = {
  code: (a, b) => a.code === b.code,
  recipient: (a, b) => sameParty(a.recipient, b.recipient),
  categories: (a, b) => same([...new Set(a.categories)].sort(), [...new Set(b.categories)].sort()),
  purpose: (a, b) => a.purpose === b.purpose,
  validFrom: (a, b) => a.validFrom === b.validFrom,
  validUntil: (a, b) => a.validUntil === b.validUntil,
  frequency: (a, b) => same(a.frequency, b.frequency),
  dataLifeDays: (a, b) => a.dataLifeDays === b.dataLifeDays,
} as const satisfies Record<
  Exclude<keyof ConsentTerms, 'id'>,
  (a: ConsentTerms, b: ConsentTerms) => boolean
>;

/** The first field in which two consents of one id differ, for `consent_differs`; undefined = one content. */
export const consentDiffers = (a: ConsentTerms, b: ConsentTerms): string | undefined =>
  Object.entries(fields).find(([, agree]) => !agree(a, b))?.[0];
