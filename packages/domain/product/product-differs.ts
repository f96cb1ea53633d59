import type { ProductTerms } from './product.ts';
import { same } from './same.ts';

type Agree = (a: ProductTerms, b: ProductTerms) => boolean;

const fields = {
  bank: (a, b) => same(a.bank, b.bank),
  name: (a, b) => a.name === b.name,
  kind: (a, b) => a.kind === b.kind,
  principal: (a, b) => same(a.principal, b.principal),
  limit: (a, b) => a.limit === b.limit,
  term: (a, b) => same(a.term, b.term),
  pricing: (a, b) => same(a.pricing, b.pricing),
  tiers: (a, b) => same(a.tiers, b.tiers),
  fees: (a, b) => same(a.fees, b.fees),
  guarantees: (a, b) => same(a.guarantees, b.guarantees),
  purposes: (a, b) => same(a.purposes, b.purposes),
  repayments: (a, b) => same(a.repayments, b.repayments),
  documents: (a, b) => same(a.documents, b.documents),
  features: (a, b) => same(a.features, b.features),
  districts: (a, b) => same(a.districts, b.districts),
  eligibility: (a, b) => same(a.eligibility, b.eligibility),
  service: (a, b) => same(a.service, b.service),
  contact: (a, b) => a.contact === b.contact,
  validFrom: (a, b) => a.validFrom === b.validFrom,
  validTo: (a, b) => a.validTo === b.validTo,
} as const satisfies Record<Exclude<keyof ProductTerms, 'id'>, Agree>;

/** The first field in which what a bank says of a product differs; undefined = one content. */
export const productDiffers = (a: ProductTerms, b: ProductTerms): string | undefined =>
  Object.entries(fields).find(([, agree]) => !agree(a, b))?.[0];
