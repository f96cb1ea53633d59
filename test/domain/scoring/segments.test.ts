import { describe, expect, test } from 'vitest';
import { checkScheme } from '#domain/scoring/check-scheme';
import type { FactValues } from '#domain/scoring/facts';
import { scoreBySegment } from '#domain/scoring/score-by-segment';
import { cityCards, citySegments, segmentOf } from '#domain/scoring/segments';
import { AS_OF, invoices, NONE, readAll, registered, unregistered } from './build.ts';

describe('the city’s segments', () => {
  test('have a card for every firm', () => {
    expect(checkScheme(citySegments, cityCards)).toEqual([]);
  });

  test('change only with their version', async () => {
    await expect(`${JSON.stringify(citySegments, null, 2)}\n`).toMatchFileSnapshot(
      '../../golden/city-segments.json',
    );
  });

  test.each([
    [{}, 'thin_file'],
    [{ sales_12m_fen: 1, size: 'micro', legal_form: 'sole_proprietor' }, 'thin_file'],
    [{ tax_grade: 'M' }, 'general'],
    [{ penalty_weight: 0 }, 'general'],
    [{ penalty_weight: 0, size: 'small' }, 'general'],
    [{ penalty_weight: 0, size: 'micro' }, 'micro'],
    [{ penalty_weight: 0, legal_form: 'sole_proprietor' }, 'micro'],
    [{ tax_grade: 'M', legal_form: 'company', size: 'large' }, 'general'],
  ])('a firm with %o is of %s', (values: FactValues, segment) => {
    expect(segmentOf((fact) => values[fact])?.id).toBe(segment);
  });

  test('a firm of which the city knows invoices alone is scored by the card for thin files', () => {
    const facts = readAll(invoices({ on: '2026-01-05', yuan: 30_000, with: 'B1' }), {
      enterprise: unregistered,
      complete: NONE,
    });
    const told = scoreBySegment({ facts, enterprise: registered, asOf: AS_OF });
    expect([told.segment, told.score.card]).toEqual(['thin_file', { id: 'thin', version: 1 }]);
  });
});
