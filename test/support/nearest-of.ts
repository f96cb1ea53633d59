import type { ApplicantFacts } from '#domain/matching/applicant';
import type { NearestChange } from '#domain/matching/nearest/change';
import { nearestChange } from '#domain/matching/nearest/nearest-change';
import type { NeedTerms } from '#domain/need/need';
import type { Product } from '#domain/product/product';
import { aNeed, aProduct, aStranger, LPR, TODAY } from './builders.ts';

/** A need and a product of the builders, but for what is told; `kept` is what the need keeps back. */
export type Asked = {
  readonly need?: Partial<NeedTerms>;
  readonly product?: Partial<Product>;
  readonly facts?: ApplicantFacts;
  readonly kept?: ApplicantFacts;
};

export const nearestOf = ({ need, product, facts = {}, kept = {} }: Asked): NearestChange =>
  nearestChange({
    product: aProduct(product),
    question: {
      need: aNeed({ ...need, ...(Object.keys(kept).length > 0 && { discloses: [] }) }),
      applicant: aStranger({
        facts,
        withheld: Object.keys(kept) as (keyof ApplicantFacts)[],
      }),
      ...(LPR[0] && { fixing: LPR[0] }),
      asOf: TODAY,
    },
    kept,
  });
