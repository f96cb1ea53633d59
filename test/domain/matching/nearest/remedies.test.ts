import { expect, test } from 'vitest';
import { isRepaired } from '#domain/case/case-rules';
import { catalogues } from '#domain/credit/catalogues';
import {
  debts,
  penaltyCountNames,
  repairableAfter,
  repairedEntryNames,
} from '#domain/matching/nearest/remedies';
import { eligibilityFact } from '#domain/product/eligibility-facts';
import { factDefinitions } from '#domain/scoring/facts';

const sourcesOf = (fact: keyof typeof factDefinitions) =>
  factDefinitions[fact].sources.map((id) => catalogues[id]);

test.each([...penaltyCountNames, ...repairedEntryNames])(
  '%s is read from records that a repair is possible for: an act or a list that speaks of a fault',
  (fact) => {
    expect(sourcesOf(fact).length).toBeGreaterThan(0);
    for (const catalogue of sourcesOf(fact)) {
      expect(isRepaired({ catalogue: catalogue.id })).toBe(true);
      expect(catalogue.severityOf).toBeDefined();
    }
  },
);

test('what is settled is read from records that end with the day of payment, and less of it is better', () => {
  const ends = /^(?:cleared_on|settled_on|closed_on)$/;
  for (const facts of Object.values(debts))
    for (const fact of facts) {
      expect(eligibilityFact(fact).better).toBe('lower');
      const [source] = sourcesOf(fact);
      expect(source?.fields.some(({ id }) => ends.test(id))).toBe(true);
      expect(source?.endOf).toBeDefined();
    }
});

test('a penalty is repaired no earlier than any regime allows', () => {
  expect((['minor', 'general', 'serious'] as const).map((fault) => repairableAfter(fault))).toEqual(
    [3, 3, 12],
  );
});
