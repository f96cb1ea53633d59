import type * as z from 'zod';
import { limitsOf } from '#domain/product/check-leaf';
import { eligibilityFact, eligibilityFactNames } from '#domain/product/eligibility-facts';
import {
  documentKinds,
  feeCycles,
  feeKinds,
  feeMethods,
  feePayers,
  guaranteeKinds,
  limitKinds,
  productFeatures,
  productKinds,
  purposeKinds,
  repaymentKinds,
  unlawfulPurposeKinds,
} from '#domain/product/vocabulary';
import type { vocabulary as shape } from './shapes/products.ts';

type Word = { readonly zh: string; readonly en: string };
const words = (table: Readonly<Record<string, Word>>) =>
  Object.entries(table).map(([id, { zh, en }]) => ({ id, zh, en }));

/** The words of products and needs, as tables of the domain have them. */
export const vocabulary: z.output<typeof shape> = {
  productKinds: words(productKinds),
  limitKinds: words(limitKinds),
  guarantees: words(guaranteeKinds),
  purposes: words(purposeKinds),
  unlawfulPurposes: words(unlawfulPurposeKinds),
  repayments: words(repaymentKinds),
  features: words(productFeatures),
  documents: words(documentKinds),
  fees: {
    kinds: words(feeKinds),
    payers: words(feePayers),
    cycles: words(feeCycles),
    methods: words(feeMethods),
  },
  facts: eligibilityFactNames.map((id) => {
    const { choices, categories, ...fact } = eligibilityFact(id);
    return {
      id,
      ...fact,
      ...(choices && { choices: [...choices] }),
      categories: [...categories],
      ...(fact.kind === 'number' && { limits: limitsOf(fact) }),
    };
  }),
};
