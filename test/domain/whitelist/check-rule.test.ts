import fc from 'fast-check';
import { expect, test } from 'vitest';
import { basisPoints } from '#domain/rate';
import { checkRule } from '#domain/whitelist/check-rule';
import type { WhitelistRule } from '#domain/whitelist/whitelist';
import { anyRule } from '../../support/arbitraries.ts';
import { aRule } from '../../support/builders.ts';

test('refusals come in the documented order', () => {
  const senseless: WhitelistRule = {
    minPoints: 1001,
    minCoverage: basisPoints(10_001),
    minAgeMonths: -1,
    districts: [],
    excludedIndustries: ['Z'],
    sizes: [],
  };
  expect(checkRule(senseless).map(({ code, field }) => `${code} ${field}`)).toEqual([
    'out_of_range rule.minPoints',
    'out_of_range rule.minCoverage',
    'out_of_range rule.minAgeMonths',
    'required rule.districts',
    'required rule.sizes',
    'not_in_list rule.excludedIndustries',
  ]);
});

test.each([
  [{ minPoints: 0 }, []],
  [{ minPoints: 1000, minCoverage: basisPoints(10_000) }, []],
  [{ minPoints: 600.5 }, ['rule.minPoints']],
  [{ excludedIndustries: [] }, ['rule.excludedIndustries']],
])('%j', (told, fields) => {
  expect(checkRule(aRule(told)).map(({ field }) => field)).toEqual(fields);
});

test('a sensible rule is never refused', () => {
  fc.assert(
    fc.property(anyRule, (rule) => {
      expect(checkRule(rule)).toEqual([]);
    }),
  );
});
