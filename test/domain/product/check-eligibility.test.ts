import { expect, test } from 'vitest';
import { checkEligibility } from '#domain/product/check-eligibility';
import type { Criterion } from '#domain/product/criterion';

const firstFault = (...eligibility: readonly unknown[]): string | undefined => {
  const [refusal] = checkEligibility({ eligibility: eligibility as readonly Criterion[] });
  return refusal && `${refusal.code} ${refusal.field}`;
};
const old: Criterion = { fact: 'age_months', atLeast: 24 };
const deep = (levels: number): Criterion => (levels === 1 ? old : { not: deep(levels - 1) });

test.each<[string, readonly unknown[], string | undefined]>([
  ['nothing asked', [], undefined],
  ['a fact that is none', [{ fact: 'beauty', atLeast: 1 }], 'not_in_list eligibility[0].fact'],
  ['a flag of a number', [old, { fact: 'points', is: true }], 'unknown_field eligibility[1].is'],
  [
    'a number of a flag',
    [{ fact: 'tax_abnormal', atMost: 0 }],
    'unknown_field eligibility[0].atMost',
  ],
  ['a list of a number', [{ fact: 'points', in: ['600'] }], 'unknown_field eligibility[0].in'],
  [
    'a number of a choice',
    [{ fact: 'tax_grade', atLeast: 1 }],
    'unknown_field eligibility[0].atLeast',
  ],
  ['nothing said', [{ fact: 'points' }], 'required eligibility[0]'],
  ['half a point', [{ fact: 'points', atLeast: 600.5 }], 'out_of_range eligibility[0].atLeast'],
  ['1,001 points', [{ fact: 'points', atLeast: 1001 }], 'out_of_range eligibility[0].atLeast'],
  [
    'money below nought',
    [{ fact: 'sales_12m_fen', atLeast: -1 }],
    'out_of_range eligibility[0].atLeast',
  ],
  ['shrinking sales', [{ fact: 'sales_growth_bp', atLeast: -2000 }], undefined],
  ['a century', [{ fact: 'age_months', atMost: 1201 }], 'out_of_range eligibility[0].atMost'],
  ['an empty list', [{ fact: 'size', in: [] }], 'required eligibility[0].in'],
  ['a value twice', [{ fact: 'size', in: ['micro', 'micro'] }], 'repeated eligibility[0].in[1]'],
  ['no such size', [{ fact: 'size', except: ['tiny'] }], 'not_in_list eligibility[0].except'],
  ['no such list', [{ fact: 'lists', in: ['blacklist'] }], 'not_in_list eligibility[0].in'],
  [
    'sections, divisions, classes',
    [{ fact: 'industry', in: ['C', 'C39', '39', '3921', 'T97'] }],
    undefined,
  ],
  ['no such section', [{ fact: 'industry', in: ['U'] }], 'not_in_list eligibility[0].in'],
  [
    'a division of another section',
    [{ fact: 'industry', in: ['C66'] }],
    'not_in_list eligibility[0].in',
  ],
  ['no such division', [{ fact: 'industry', except: ['98'] }], 'not_in_list eligibility[0].except'],
  ['a city', [{ fact: 'district', in: ['3205'] }], undefined],
  ['half a division code', [{ fact: 'district', in: ['320'] }], 'not_in_list eligibility[0].in'],
  ['the same twice', [old, { fact: 'size', in: ['micro'] }, { ...old }], 'repeated eligibility[2]'],
  ['the same twice within', [{ any: [old, old] }], 'repeated eligibility[0].any[1]'],
  ['an all of none', [{ not: { all: [] } }], 'required eligibility[0].not.all'],
  ['four levels', [deep(4)], undefined],
  ['five levels', [deep(5)], 'out_of_range eligibility[0].not.not.not.not'],
  [
    'a fault deep within',
    [old, { any: [{ fact: 'points', atMost: -1 }] }],
    'out_of_range eligibility[1].any[0].atMost',
  ],
  [
    'sixty',
    [{ any: Array.from({ length: 60 }, (_, atLeast) => ({ fact: 'points', atLeast })) }],
    undefined,
  ],
  [
    'sixty-one',
    [{ any: Array.from({ length: 61 }, (_, atLeast) => ({ fact: 'points', atLeast })) }],
    'too_long eligibility',
  ],
])('%s', (_, eligibility, expected) => {
  expect(firstFault(...eligibility)).toBe(expected);
});
