import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Criterion, LeafCriterion } from '#domain/product/criterion';
import { isMember } from '#domain/product/demand';
import { findContradiction } from '#domain/product/find-contradiction';

const points = (ends: { atLeast?: number; atMost?: number }): Criterion => ({
  fact: 'points',
  ...ends,
});
const size = (said: { in?: string[]; except?: string[] }): Criterion => ({ fact: 'size', ...said });
const lists = (said: { in?: string[]; except?: string[] }): Criterion => ({
  fact: 'lists',
  ...said,
});
const industry = (said: { in?: string[]; except?: string[] }): Criterion => ({
  fact: 'industry',
  ...said,
});
const abnormal = (is: boolean): Criterion => ({ fact: 'tax_abnormal', is });

/** The place refused, then the place that it contradicts. */
test.each<[string, readonly Criterion[], string | undefined]>([
  ['a range', [points({ atLeast: 600, atMost: 600 })], undefined],
  [
    'a range the wrong way round',
    [points({ atLeast: 601, atMost: 600 })],
    '[0].atMost: [0].atLeast',
  ],
  [
    'ends of two leaves',
    [points({ atMost: 500 }), points({ atLeast: 501 })],
    '[1].atLeast: [0].atMost',
  ],
  [
    'ends through alls',
    [{ all: [points({ atLeast: 700 })] }, { all: [{ all: [points({ atMost: 600 })] }] }],
    '[1].all[0].all[0].atMost: [0].all[0].atLeast',
  ],
  [
    'an end and another ruled out',
    [points({ atLeast: 700 }), { not: points({ atLeast: 600 }) }],
    '[1].not: [0].atLeast',
  ],
  ['ends that meet', [points({ atLeast: 600 }), { not: points({ atLeast: 601 }) }], undefined],
  ['ends of two facts', [points({ atLeast: 600 }), { fact: 'age_months', atMost: 12 }], undefined],
  [
    'a range and itself ruled out',
    [points({ atLeast: 1, atMost: 9 }), { not: points({ atLeast: 1, atMost: 9 }) }],
    '[1].not: [0]',
  ],
  [
    'a range and a wider one ruled out',
    [points({ atLeast: 2, atMost: 8 }), { not: points({ atLeast: 1, atMost: 9 }) }],
    undefined,
  ],
  ['a flag both ways', [abnormal(true), abnormal(false)], '[1]: [0]'],
  ['a flag and its opposite ruled out', [abnormal(false), { not: abnormal(true) }], undefined],
  [
    'a flag twice ruled out',
    [{ not: abnormal(true) }, { not: abnormal(false) }],
    '[1].not: [0].not',
  ],
  [
    'sizes that share none',
    [size({ in: ['micro'] }), size({ in: ['large', 'medium'] })],
    '[1]: [0]',
  ],
  [
    'sizes that share one',
    [size({ in: ['micro', 'small'] }), size({ in: ['small', 'large'] })],
    undefined,
  ],
  [
    'three that share none',
    [
      size({ in: ['micro', 'small'] }),
      size({ in: ['small', 'large'] }),
      size({ in: ['micro', 'large'] }),
    ],
    '[2]: [0], [1]',
  ],
  ['a list that takes all away', [size({ in: ['micro'], except: ['micro'] })], '[0]: [0]'],
  ['all sizes excepted', [size({ except: ['large', 'medium', 'small', 'micro'] })], '[0]: [0]'],
  ['industries within one another', [industry({ in: ['C'] }), industry({ in: ['39'] })], undefined],
  ['industries apart', [industry({ in: ['C'] }), industry({ in: ['F51'] })], '[1]: [0]'],
  [
    'an industry all excepted',
    [industry({ in: ['C39', '3821'] }), industry({ except: ['C'] })],
    '[1]: [0]',
  ],
  [
    'an industry excepted in part',
    [industry({ in: ['C'] }), industry({ except: ['C39'] })],
    undefined,
  ],
  ['exceptions alone', [industry({ except: ['C', 'J'] })], undefined],
  ['two lists held', [lists({ in: ['recommended'] }), lists({ in: ['attention'] })], undefined],
  [
    'a list held and not',
    [lists({ in: ['recommended'] }), lists({ except: ['recommended'] })],
    '[1]: [0]',
  ],
  [
    'one of two lists held',
    [lists({ in: ['recommended', 'attention'] }), lists({ except: ['recommended'] })],
    undefined,
  ],
  [
    'both taken by two',
    [
      lists({ except: ['attention'] }),
      lists({ in: ['recommended', 'attention'] }),
      { not: lists({ in: ['recommended'] }) },
    ],
    '[2].not: [0], [1]',
  ],
  [
    'an any that leaves a way',
    [points({ atLeast: 700 }), { any: [points({ atMost: 600 }), abnormal(false)] }],
    undefined,
  ],
  [
    'an any that leaves none',
    [points({ atLeast: 700 }), { any: [points({ atMost: 600 }), points({ atMost: 500 })] }],
    '[1]: [0].atLeast',
  ],
  [
    'an any of one',
    [points({ atLeast: 700 }), { any: [points({ atMost: 600 })] }],
    '[1].any[0].atMost: [0].atLeast',
  ],
  [
    'an any ruled out',
    [abnormal(true), { not: { any: [abnormal(true), points({ atMost: 1 })] } }],
    '[1].not.any[0]: [0]',
  ],
  [
    'an all ruled out that leaves none',
    [
      abnormal(true),
      points({ atLeast: 2 }),
      { not: { all: [abnormal(true), points({ atLeast: 2 })] } },
    ],
    '[2].not: [0]',
  ],
  [
    'an all ruled out that leaves a way',
    [abnormal(true), { not: { all: [abnormal(true), points({ atLeast: 2 })] } }],
    undefined,
  ],
])('%s', (_, eligibility, expected) => {
  const found = findContradiction({ eligibility });
  const [before] = found?.expected?.split(/: (?!\[)/) ?? [];
  expect(found && `${found.field}: ${before}`.replaceAll('eligibility', '')).toBe(expected);
});

test('what a bank asks of the district lies within where it lends', () => {
  const eligibility: readonly Criterion[] = [{ fact: 'district', in: ['3301'] }];
  expect(findContradiction({ eligibility, districts: ['3205'] })).toMatchObject({
    code: 'contradiction',
    field: 'eligibility[0]',
    expected: 'districts: district in 3205',
  });
  expect(findContradiction({ eligibility, districts: ['33'] })).toBeUndefined();
});

/** Firms over a few values: enough to meet whatever criteria over the same few can be met. */
const values = {
  points: [0, 1, 2, 3, 4],
  tax_abnormal: [true, false],
  size: ['large', 'medium', 'small', 'micro'],
} as const;
const firms = values.points.flatMap((score) =>
  values.tax_abnormal.flatMap((flag) =>
    values.size.map((of) => ({ points: score, tax_abnormal: flag, size: of })),
  ),
);
type Firm = (typeof firms)[number];

const leafMeets = (leaf: LeafCriterion, firm: Firm): boolean => {
  const value = Object.entries(firm).find(([name]) => name === leaf.fact)?.[1];
  if ('is' in leaf) return value === leaf.is;
  if (isMember(leaf))
    return (leaf.in?.includes(String(value)) ?? true) && !leaf.except?.includes(String(value));
  const { atLeast = 0, atMost = 1000 } = leaf;
  return Number(value) >= atLeast && Number(value) <= atMost;
};
const meets = (criterion: Criterion, firm: Firm): boolean => {
  if ('fact' in criterion) return leafMeets(criterion, firm);
  if ('not' in criterion) return !meets(criterion.not, firm);
  return 'all' in criterion
    ? criterion.all.every((part) => meets(part, firm))
    : criterion.any.some((part) => meets(part, firm));
};

const someSizes = fc.subarray([...values.size], { minLength: 1 });
const small = fc.integer({ min: 0, max: 4 });
const anyLeaf: fc.Arbitrary<Criterion> = fc.oneof(
  small.map((atLeast) => points({ atLeast })),
  small.map((atMost) => points({ atMost })),
  fc.boolean().map(abnormal),
  someSizes.map((within) => size({ in: within })),
  someSizes.map((except) => size({ except })),
);
const anyTree: fc.Arbitrary<Criterion> = fc.letrec<{ tree: Criterion }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 2 },
    anyLeaf,
    fc.array(tie('tree'), { minLength: 1, maxLength: 3 }).map((all) => ({ all })),
    fc.array(tie('tree'), { minLength: 1, maxLength: 3 }).map((any) => ({ any })),
    tie('tree').map((not) => ({ not })),
  ),
})).tree;

test('whatever some firm meets is never refused', () => {
  fc.assert(
    fc.property(fc.array(anyTree, { maxLength: 4 }), (eligibility) => {
      if (findContradiction({ eligibility }) === undefined) return;
      expect(firms.some((firm) => eligibility.every((one) => meets(one, firm)))).toBe(false);
    }),
    { numRuns: 500 },
  );
});

test('of leaves that must all hold, whatever no firm meets is refused', () => {
  fc.assert(
    fc.property(fc.array(anyLeaf, { maxLength: 6 }), (eligibility) => {
      const met = firms.some((firm) => eligibility.every((one) => meets(one, firm)));
      expect(findContradiction({ eligibility }) === undefined).toBe(met);
    }),
    { numRuns: 500 },
  );
});
