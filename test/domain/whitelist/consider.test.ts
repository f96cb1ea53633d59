import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Enterprise } from '#domain/enterprise/enterprise';
import { basisPoints } from '#domain/rate';
import type { Score } from '#domain/scoring/score';
import { date } from '#domain/time';
import { consider } from '#domain/whitelist/consider';
import { type Ground, type WhitelistRule, whyOutCodes } from '#domain/whitelist/whitelist';
import { anyEnterprise, anyRule, anyScore } from '../../support/arbitraries.ts';
import { anEnterprise, aRule, aScore, TODAY } from '../../support/builders.ts';

const on = { asOf: TODAY, whitelist: 'whitelist_first' as const };
const { establishedOn: _, ...ageless } = anEnterprise();
const { industry: __, district: ___, ...placeless } = anEnterprise();
const { size: ____, ...sizeless } = aScore();
const founded = (day: string) => anEnterprise({ establishedOn: date(day) });
const out = (code: Ground['code'], required: string | number, actual: string | number) => [
  { code, required, actual },
];

type Row = [Partial<WhitelistRule>, Enterprise, Score | undefined, readonly Ground[]];
const firm = anEnterprise();
const score = aScore();

/** The rule asks, the firm is, its score says: why it stays out (nothing = it is in). */
describe('out', () => {
  test.each<Row>([
    [
      {},
      firm,
      aScore({ vetoes: ['dishonest_debtor_in_force'] }),
      out('hard_stop', 'none', 'dishonest_debtor_in_force'),
    ],
    [{}, firm, aScore({ vetoes: ['not_operating'] }), []],
    [{}, anEnterprise({ status: 'revoked' }), score, out('not_operating', 'operating', 'revoked')],
    [{}, firm, undefined, out('not_scored', 'scored', 'unknown')],
    [{ minPoints: 720 }, firm, score, []],
    [{ minPoints: 721 }, firm, score, out('points_below_floor', 721, 720)],
    [{ minCoverage: basisPoints(9000) }, firm, score, []],
    [{ minCoverage: basisPoints(9001) }, firm, score, out('coverage_below_floor', 9001, 9000)],
    [{ minAgeMonths: 24 }, founded('2024-03-02'), score, []],
    [{ minAgeMonths: 24 }, founded('2024-03-03'), score, out('age_below_floor', 24, 23)],
    [{ minAgeMonths: 24 }, ageless, score, []],
    [{ minAgeMonths: 24 }, ageless, aScore({ facts: {} }), out('age_unknown', 24, 'unknown')],
    [{ districts: ['320508', '320594'] }, firm, score, []],
    [
      { districts: ['320508', '320505'] },
      firm,
      score,
      out('district_not_served', '320508,320505', '320594'),
    ],
    [{ districts: ['320508'] }, placeless, score, out('district_not_served', '320508', 'unknown')],
    [{ excludedIndustries: ['J', 'K70'] }, firm, score, []],
    [{ excludedIndustries: ['47'] }, firm, score, out('industry_excluded', 'not 47', 'E4710')],
    [{ excludedIndustries: ['J'] }, placeless, score, out('industry_excluded', 'not J', 'unknown')],
    [{ sizes: ['small'] }, firm, score, []],
    [{ sizes: ['micro', 'medium'] }, firm, score, out('size_not_served', 'micro,medium', 'small')],
    [{ sizes: ['micro'] }, firm, sizeless, out('size_not_served', 'micro', 'unknown')],
  ])('%j × %j × %j', (told, enterprise, known, grounds) => {
    const listing = consider({ ...on, rule: aRule(told), enterprise, score: known });
    expect(listing.listed).toBe(grounds.length === 0);
    expect(listing.listed ? [] : listing.grounds).toEqual(grounds);
  });

  test('every failed condition is a ground, hard stops and the register first', () => {
    const { grounds } = consider({
      ...on,
      rule: {
        minPoints: 1000,
        minCoverage: basisPoints(10_000),
        minAgeMonths: 1000,
        districts: ['320508'],
        excludedIndustries: ['E'],
        sizes: ['micro'],
      },
      enterprise: anEnterprise({ status: 'cancelled' }),
      score: aScore({ vetoes: ['dishonest_debtor_in_force', 'major_tax_violation'] }),
    });
    expect(grounds.map(({ code }) => code)).toEqual(
      whyOutCodes.filter((code) => code !== 'not_scored' && code !== 'age_unknown'),
    );
    expect(grounds[0]?.actual).toBe('dishonest_debtor_in_force,major_tax_violation');
  });

  test('a firm without a score is out even of a rule that asks for no points', () => {
    expect(consider({ ...on, rule: aRule({ minPoints: 0 }), enterprise: firm }).listed).toBe(false);
  });
});

test('in: each condition of the rule is met, with what was found', () => {
  const rule = aRule({ minPoints: 600, minAgeMonths: 24, excludedIndustries: ['J'] });
  expect(consider({ ...on, rule, enterprise: firm, score })).toEqual({
    whitelist: 'whitelist_first',
    code: firm.code,
    name: firm.name,
    listed: true,
    grounds: [
      { code: 'no_hard_stop_met', required: 'none', actual: 'none' },
      { code: 'operating_met', required: 'operating', actual: 'operating' },
      { code: 'scored_met', required: 'scored', actual: 'scored' },
      { code: 'points_met', required: 600, actual: 720 },
      { code: 'age_met', required: 24, actual: 303 },
      { code: 'industry_met', required: 'not J', actual: 'E4710' },
    ],
    points: 720,
    grade: 'C',
  });
});

const anyCase = fc.tuple(anyRule, anyEnterprise, fc.option(anyScore, { nil: undefined, freq: 5 }));

test('every firm is in or out, and always with grounds of one kind', () => {
  fc.assert(
    fc.property(anyCase, ([rule, enterprise, known]) => {
      const { listed, grounds } = consider({ ...on, rule, enterprise, score: known });
      expect(grounds.length).toBeGreaterThan(0);
      for (const { code } of grounds) expect(code.endsWith('_met')).toBe(listed);
    }),
  );
});

test('raising the floor of points never adds a firm', () => {
  const anyFloors = fc.tuple(fc.nat(1000), fc.nat(1000));
  fc.assert(
    fc.property(anyCase, anyFloors, ([rule, enterprise, known], floors) => {
      const listed = (minPoints: number) =>
        consider({ ...on, rule: { ...rule, minPoints }, enterprise, score: known }).listed;
      if (listed(Math.max(...floors))) expect(listed(Math.min(...floors))).toBe(true);
    }),
  );
});
