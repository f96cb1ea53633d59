import { describe, expect, test } from 'vitest';
import type { CreditRecord } from '#domain/credit/record';
import { type SupposedChange, suppose } from '#domain/scoring/what-if';
import {
  AS_OF,
  aRecord,
  EVERY,
  insurance,
  invoices,
  penalty,
  registered,
  taxGrade,
} from './build.ts';

const serious = penalty('2026-01-10', 'serious', { fine: 2_000_000 });
const debtor = aRecord({ catalogue: 'dishonest-debtor', key: '1', on: '2025-01-01' });
const records: readonly CreditRecord[] = [
  serious,
  taxGrade(2024, 'C'),
  ...insurance(['2026-01', 30]),
  ...invoices({ on: '2026-01-05', yuan: 4_000_000, with: 'B1' }),
];
const firm = { enterprise: registered, records, complete: EVERY, asOf: AS_OF };

function told(changes: readonly SupposedChange[], of = firm) {
  const outcome = suppose(of, changes);
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return outcome.value;
}
const pointsOf = (changes: readonly SupposedChange[]) => {
  const { before, after } = told(changes);
  return after.score.points - before.score.points;
};

describe('what if', () => {
  test('nothing is supposed, nothing moves', () => {
    const { before, after } = told([]);
    expect(after).toEqual(before);
  });

  test('a penalty is repaired, its points come back and its reason goes', () => {
    const { before, after } = told([{ record: serious.id }]);
    expect(after.score.points).toBeGreaterThan(before.score.points + 50);
    expect(before.score.reasons.map(({ code }) => code)).toContain('serious_penalties');
    expect(after.score.reasons.map(({ code }) => code)).not.toContain('serious_penalties');
  });

  test('a repaired record is as good as none', () => {
    const without = { ...firm, records: records.filter(({ id }) => id !== serious.id) };
    expect(told([{ record: serious.id }]).after).toEqual(told([], without).before);
  });

  test('a dishonest debtor pays, the veto goes', () => {
    const of = { ...firm, records: [...records, debtor] };
    const { before, after } = told([{ record: debtor.id }], of);
    expect([before.score.vetoes, after.score.vetoes]).toEqual([['dishonest_debtor_in_force'], []]);
  });

  test('the tax grade is A, the points are those of the card', () => {
    expect(pointsOf([{ fact: 'tax_grade', value: 'A' }])).toBe(40); // 60 − 20.
  });

  test('of two suppositions about one fact the later one counts', () => {
    expect(
      pointsOf([
        { fact: 'tax_grade', value: 'D' },
        { fact: 'tax_grade', value: 'A' },
      ]),
    ).toBe(40);
  });

  test('what follows from a fact follows from the supposed one: a firm of five is micro', () => {
    const { before, after } = told([{ fact: 'insured_headcount', value: 5 }]);
    expect([before.segment, after.segment]).toEqual(['general', 'micro']);
    expect(after.score.size).toBe('micro');
  });

  test.each([
    [{ record: debtor.id }, 'not_found', 'record'],
    [{ fact: 'horoscope', value: 1 }, 'not_in_list', 'fact'],
    [{ fact: 'toString', value: 1 }, 'not_in_list', 'fact'],
    [{ fact: 'tax_grade', value: 'S' }, 'wrong_type', 'tax_grade'],
    [{ fact: 'tax_grade', value: 3 }, 'wrong_type', 'tax_grade'],
    [{ fact: 'customers', value: 1.5 }, 'wrong_type', 'customers'],
    [{ fact: 'customers', value: '3' }, 'wrong_type', 'customers'],
    [{ fact: 'tax_abnormal', value: 0 }, 'wrong_type', 'tax_abnormal'],
  ] as const)('%o is refused', (change, code, field) => {
    expect(suppose(firm, [change])).toMatchObject({ ok: false, refusal: { code, field } });
  });
});
