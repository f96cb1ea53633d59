import { assert } from '../assert.ts';
import type { Catalogue } from './compile-catalogue.ts';
import { expectedRate, ratesFor } from './expected-rate.ts';
import { type Standing, verdictAt } from './judge-catalogue.ts';
import type { ProductMatch } from './matching.ts';
import type { Offer } from './offer.ts';
import type { Question } from './question.ts';
import type { Reasons } from './reasons.ts';

/** A row of the catalogue as the answer tells it: its rank and points where it fits, else its reasons. */
export const tellProduct =
  ({
    catalogue,
    question,
    standing,
    offers,
    reasons,
  }: {
    readonly catalogue: Catalogue;
    readonly question: Question;
    readonly standing: Standing;
    readonly offers: ReadonlyMap<number, Offer>;
    readonly reasons: Reasons;
  }) =>
  (row: number, rank: number): ProductMatch => {
    const product = catalogue.products[row];
    assert(product !== undefined, 'a row is a product');
    const { id, version, name, bank } = product;
    const named = { product: id, version, name, bank: bank.id, bankName: bank.name };
    const offer = offers.get(row);
    if (offer) {
      const { expectedRate: rate, allInRate, points, why } = offer;
      return { ...named, expectedRate: rate, verdict: 'yes', rank, points, allInRate, why };
    }
    const rate = expectedRate(ratesFor(product, question), question.applicant.facts.points);
    const verdict = verdictAt(standing, row);
    assert(verdict !== 'yes', 'what fits has its offer');
    return {
      ...named,
      ...(rate !== undefined && { expectedRate: rate }),
      verdict,
      reasons: reasons.of(row),
    };
  };
