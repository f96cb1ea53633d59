import { expect, test } from 'vitest';
import type { Change } from '#domain/matching/nearest/change';
import { cheapest } from '#domain/matching/nearest/cheapest';
import { MAX_CRITERIA } from '#domain/product/criterion';
import { eligibilityFact, eligibilityFactNames } from '#domain/product/eligibility-facts';
import { months } from '#domain/time';
import { aNeed, aStranger, TODAY } from '#test/support/builders';
import { nearestOf } from '#test/support/nearest-of';

const obstacles = [
  ['industry', { industry: 'J66' }, { fact: 'industry', except: ['J'] }],
  ['district', { district: '320505' }, { fact: 'district', in: ['320508'] }],
  ['grade', { grade: 'D' }, { fact: 'grade', in: ['A', 'B'] }],
  ['dishonest_debtor', { dishonest_debtor: true }, { fact: 'dishonest_debtor', is: false }],
  [
    'first_time_borrower',
    { first_time_borrower: false },
    { fact: 'first_time_borrower', is: true },
  ],
  ['attention_listed', { attention_listed: true }, { fact: 'attention_listed', is: false }],
] as const;

test.each(obstacles)(
  'nobody soon changes %s: it stands in the way, by name',
  (code, facts, asked) => {
    expect(
      nearestOf({ need: { term: months(60) }, facts, product: { eligibility: [asked] } }),
    ).toMatchObject({ outcome: 'none', inTheWay: [{ code }], hints: [] });
  },
);

test('whoever lacks points is told how many, and no change', () => {
  expect(
    nearestOf({
      facts: { points: 660 },
      product: { eligibility: [{ fact: 'points', atLeast: 700 }] },
    }),
  ).toMatchObject({
    outcome: 'none',
    inTheWay: [{ code: 'points' }],
    hints: [{ code: 'raise_points', missing: 40 }],
  });
});

test('an unlawful purpose is not talked away', () => {
  expect(nearestOf({ need: { purpose: 'securities' } })).toMatchObject({
    outcome: 'none',
    inTheWay: [{ code: 'purpose' }],
  });
});

test('a stopped firm, or a product out of the market, is told so whatever else could change', () => {
  expect(nearestOf({ need: { term: months(60) }, product: { status: 'suspended' } })).toMatchObject(
    {
      outcome: 'none',
      inTheWay: [{ code: 'product_listed' }],
    },
  );
});

test('what can be mended only by breaking something else stands in the way', () => {
  expect(
    nearestOf({
      facts: { age_months: 20, invoice_history_months: 11 },
      product: {
        eligibility: [
          { fact: 'age_months', atLeast: 24 },
          { fact: 'invoice_history_months', atMost: 12 },
        ],
      },
    }),
  ).toMatchObject({ outcome: 'none', inTheWay: [{ code: 'age_months' }] });
});

test('a disclosure is not offered where what is kept back would not help', () => {
  expect(
    nearestOf({
      kept: { tax_grade: 'D' },
      product: { eligibility: [{ fact: 'tax_grade', in: ['A', 'B'] }] },
    }),
  ).toMatchObject({ outcome: 'none', inTheWay: [{ code: 'tax_grade', verdict: 'unknown' }] });
});

test('nothing is offered where the product fits', () => {
  expect(nearestOf({})).toEqual({ outcome: 'fits' });
});

test('sixty criteria, in threes over thirty facts that nobody told, are searched to the end', () => {
  const numbers = eligibilityFactNames.filter((name) => eligibilityFact(name).kind === 'number');
  const eligibility = Array.from({ length: MAX_CRITERIA / 3 }, (_, place) => ({
    any: [7 * place, 11 * place + 3, 13 * place + 5].flatMap((at) => {
      const fact = numbers[at % 30];
      return fact ? [{ fact, atLeast: 5 }] : [];
    }),
  }));
  const found = nearestOf({ product: { eligibility } });
  expect(found.outcome).toBe('change');
  expect(found).not.toHaveProperty('notExhaustive');
});

test('a search ends at its limit', () => {
  const facts = ['age_months', 'existing_lenders', 'grade', 'tax_grade'] as const;
  const allowance = { left: 1 };
  const change = (fact: (typeof facts)[number]): Change => ({
    kind: 'provide',
    fact,
    provide: { how: 'record', categories: [] },
    meets: [],
    value: 1,
  });
  const found = cheapest({
    pieces: facts.map((fact) => ({
      holds: ({ applicant }) => applicant.facts[fact] === 1,
      mends: () => [change(fact)],
      levers: new Set([fact]),
      finding: () => undefined,
    })),
    after: () => ({ need: aNeed(), applicant: aStranger(), asOf: TODAY }),
    effortOf: () => 1,
    allowance,
  });
  expect({ found, allowance }).toEqual({ found: undefined, allowance: { left: 0 } });
});
