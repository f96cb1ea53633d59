import type { BankId, NeedId, ProductId } from '../../ids.ts';
import type { NeedTerms } from '../../need/need.ts';
import type { Product } from '../../product/product.ts';
import { type LprFixing, lprOn } from '../../rate.ts';
import type { BusinessDate } from '../../time.ts';
import type { Applicant, ApplicantFacts } from '../applicant.ts';
import type { NearestChange } from './change.ts';
import { nearestChange } from './nearest-change.ts';

/** What would make one product fit one need on a day, or what stands in the way. */
export type ProductChange = {
  readonly need: NeedId;
  readonly product: ProductId;
  readonly version: number;
  readonly name: string;
  readonly bank: BankId;
  readonly bankName: string;
  readonly asOf: BusinessDate;
} & NearestChange;

export function productChange({
  need,
  product,
  applicant,
  kept,
  lpr,
  asOf,
}: {
  readonly need: NeedTerms;
  readonly product: Product;
  readonly applicant: Applicant;
  /** What the need keeps back, where it is known. */
  readonly kept?: ApplicantFacts;
  readonly lpr: readonly LprFixing[];
  readonly asOf: BusinessDate;
}): ProductChange {
  const fixing = lprOn(lpr, asOf);
  const { id, version, name, bank } = product;
  return {
    need: need.id,
    product: id,
    version,
    name,
    bank: bank.id,
    bankName: bank.name,
    asOf,
    ...nearestChange({
      product,
      question: { need, applicant, asOf, ...(fixing && { fixing }) },
      ...(kept && { kept }),
    }),
  };
}
