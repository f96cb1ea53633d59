import type { NeedTerms } from '#domain/need/need';
import type { ProductTerms } from '#domain/product/product';
import type { OutcomeReport } from '#domain/scoring/monitoring/loan-outcome';
import type { BusinessDate } from '#domain/time';
import { createChance } from './chance.ts';
import { makeCode } from './code.ts';
import { type Delivery, listDeliveries } from './delivery.ts';
import { districts } from './district.ts';
import { type Firm, makeFirm } from './firm.ts';
import { makeLoans } from './loans.ts';
import { makeNeeds } from './needs.ts';
import { makeProducts } from './products.ts';

export type CityTerms = {
  readonly seed: number;
  /** The day on which the city stands still: no honest date lies after it. */
  readonly asOf: BusinessDate;
  readonly firms: number;
  readonly banks: number;
  readonly products: number;
  readonly needs: number;
};

/** A whole made-up city. Firms, products and needs are at hand; a delivery makes its bytes when asked. */
export type City = CityTerms & {
  readonly population: readonly Firm[];
  /** Lawful codes of nobody: rows about them cannot be linked. */
  readonly strangers: readonly string[];
  readonly offered: readonly ProductTerms[];
  readonly asked: readonly NeedTerms[];
  /** What became of earlier loans to those who ask. */
  readonly lent: readonly OutcomeReport[];
  readonly deliveries: readonly Delivery[];
};

const STRANGERS = 40;

export function generateCity(terms: CityTerms): City {
  const population = populate(terms);
  const chance = createChance(terms.seed, 'strangers');
  const strangers = Array.from({ length: STRANGERS }, () =>
    makeCode(chance, '91', chance.pick(districts).code),
  );
  const asked = makeNeeds(terms, population);
  return {
    ...terms,
    population,
    strangers,
    offered: makeProducts(terms),
    asked,
    lent: makeLoans(terms, population, asked),
    deliveries: listDeliveries(terms, population, strangers),
  };
}

/** Draws a firm anew as long as its name or code is taken. */
function populate({ seed, asOf, firms }: CityTerms): Firm[] {
  const taken = new Set<string>();
  return Array.from({ length: firms }, (_, index) => {
    let firm = makeFirm(seed, asOf, index);
    for (let attempt = 1; taken.has(firm.name) || taken.has(firm.code); attempt += 1)
      firm = makeFirm(seed, asOf, index, attempt);
    taken.add(firm.name).add(firm.code);
    return firm;
  });
}
