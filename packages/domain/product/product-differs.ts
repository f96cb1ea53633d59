import type { Product } from './product.ts';
import { same } from './same.ts';

const fields = {
  bank: (a, b) => same(a.bank, b.bank),
  name: (a, b) => a.name === b.name,
  status: (a, b) => a.status === b.status,
  principal: (a, b) => same(a.principal, b.principal),
  term: (a, b) => same(a.term, b.term),
  pricing: (a, b) => same(a.pricing, b.pricing),
  guarantees: (a, b) => same(a.guarantees, b.guarantees),
  purposes: (a, b) => same(a.purposes, b.purposes),
  repayments: (a, b) => same(a.repayments, b.repayments),
  criteria: (a, b) => same(a.criteria, b.criteria),
  decisionDays: (a, b) => a.decisionDays === b.decisionDays,
  validFrom: (a, b) => a.validFrom === b.validFrom,
  validTo: (a, b) => a.validTo === b.validTo,
} as const satisfies Record<Exclude<keyof Product, 'id'>, (a: Product, b: Product) => boolean>;

/** The first field in which two products of one id differ; undefined = one content. */
export const productDiffers = (a: Product, b: Product): string | undefined =>
  Object.entries(fields).find(([, agree]) => !agree(a, b))?.[0];
