import fc from 'fast-check';
import type { KnownFacts } from '#domain/scoring/facts';
import type { Indicator, Scorecard } from '#domain/scoring/scorecard';

export const indicator = (id: string, told: Partial<Indicator>): Indicator => ({
  id,
  zh: id,
  en: id,
  fact: id,
  bins: [],
  missing: 0,
  reason: id,
  reasonZh: id,
  reasonEn: id,
  missingBeyond: true,
  ...told,
});

/** A card from elsewhere that has all that a card may have. */
export const strange: Scorecard = {
  id: 'strange',
  version: 1,
  zh: '',
  en: '',
  initial: 40,
  dimensions: [
    {
      id: 'capped',
      zh: '',
      en: '',
      limit: { kind: 'cap', points: 50 },
      indicators: [
        indicator('ratio', {
          bins: [
            { to: 0.25, points: 0, reason: { code: 'ratio_low', zh: '', en: '' } },
            { from: 0.25, to: 0.5, points: 20 },
            { from: 0.5, points: 30 },
          ],
          missing: 7,
          missingReason: { code: 'ratio_untold', zh: '', en: '' },
        }),
        indicator('amount', {
          bins: [
            { from: -5e9, to: 0, points: 5 },
            { from: 1e9, points: 30 },
          ],
          other: 11,
          missing: 9,
        }),
        indicator('home', {
          bins: [
            { is: ['own', 2], points: 25 },
            { is: [false], points: 10 },
          ],
          other: 3,
        }),
      ],
    },
    {
      id: 'free',
      zh: '',
      en: '',
      indicators: [
        indicator('customers', {
          bins: [
            { to: 3, points: 4 },
            { from: 3, to: 90_000, points: 9 },
            { from: 90_000, points: 10 },
          ],
          missing: 5,
          baseline: 9,
        }),
        indicator('tax_grade', {
          bins: [{ is: ['A'], points: 8 }],
          other: 2,
        }),
        indicator('one', { bins: [{ points: 6 }], missing: 1 }),
      ],
    },
  ],
  vetoes: [
    { code: 'shut', zh: '', en: '', fact: 'operating', is: false, cap: 60 },
    { code: 'graded_d', zh: '', en: '', fact: 'tax_grade', is: 'D', cap: 55 },
  ],
  bands: [
    { grade: 'A', from: 90 },
    { grade: 'B', from: 50 },
  ],
};

const strangeValue = {
  ratio: fc.constantFrom(0.1, 0.25, 0.49, 0.5, 3, 'none'),
  amount: fc.constantFrom(-6e9, -5e9, -1, 0, 5, 1e9, 2e9, -(2 ** 30), 'none', true),
  home: fc.constantFrom('own', 2, false, true, 'rent'),
  customers: fc.constantFrom(-1, 2, 3, 89_999, 90_000, 1_000_000, 'none'),
  tax_grade: fc.constantFrom('A', 'B', 'D', 'Z', 1),
  one: fc.constantFrom(1, -1, 'x'),
  operating: fc.boolean(),
};
export const strangeFacts: fc.Arbitrary<KnownFacts> = fc
  .record(strangeValue, { requiredKeys: [] })
  .map((told) =>
    Object.fromEntries(
      Object.entries(told).map(([name, value]) => [name, { value, evidence: [] }]),
    ),
  );
