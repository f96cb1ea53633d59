import { describe, expect, test } from 'vitest';
import type { ApplicantFacts } from '#domain/matching/applicant';
import { criterionFinding, verdictOf } from '#domain/matching/judge-criterion';
import { withinDivision } from '#domain/matching/tree';
import type { Criterion, Verdict } from '#domain/product/criterion';
import { aStranger } from '../../support/builders.ts';

const judged = (criterion: Criterion, facts: ApplicantFacts) =>
  verdictOf(criterion, aStranger({ facts }));

const points = { fact: 'points', atLeast: 600 } as const;
const flag = { fact: 'first_time_borrower', is: true } as const;
const C = { fact: 'industry', in: ['C'] } as const;
const noC39 = { fact: 'industry', except: ['C39'] } as const;
const someC = { fact: 'industry', in: ['C', 'F51'], except: ['C39'] } as const;
const C39 = { fact: 'industry', in: ['C39', '3815'] } as const;

test.each<[Criterion, ApplicantFacts, Verdict]>([
  [points, { points: 600 }, 'yes'],
  [points, { points: 599 }, 'no'],
  [points, {}, 'unknown'],
  [points, { points: 'many' }, 'unknown'],
  [{ fact: 'points', atMost: 0 }, { points: 0 }, 'yes'],
  [{ fact: 'points', atMost: 0 }, { points: 1 }, 'no'],
  [{ fact: 'points', atLeast: 1, atMost: 2 }, { points: 2 }, 'yes'],
  [{ fact: 'points', atLeast: 1, atMost: 2 }, { points: 3 }, 'no'],
  [flag, { first_time_borrower: true }, 'yes'],
  [flag, { first_time_borrower: false }, 'no'],
  [flag, {}, 'unknown'],
  [{ fact: 'grade', in: ['A', 'B'] }, { grade: 'B' }, 'yes'],
  [{ fact: 'grade', in: ['A', 'B'] }, { grade: 'C' }, 'no'],
  [{ fact: 'grade', except: ['E'] }, { grade: 'D' }, 'yes'],
  [{ fact: 'grade', except: ['E'] }, { grade: 'E' }, 'no'],
  [{ fact: 'grade', except: ['E'] }, {}, 'unknown'],
  [C, { industry: 'C3921' }, 'yes'],
  [C, { industry: '3921' }, 'yes'],
  [C, { industry: 'F51' }, 'no'],
  [C39, { industry: 'C3821' }, 'no'],
  [C39, { industry: 'C38' }, 'unknown'],
  [C39, { industry: 'C' }, 'unknown'],
  [noC39, { industry: 'C3921' }, 'no'],
  [noC39, { industry: 'C38' }, 'yes'],
  [noC39, { industry: 'C' }, 'unknown'],
  [noC39, {}, 'unknown'],
  [someC, { industry: 'C3821' }, 'yes'],
  [someC, { industry: 'C3921' }, 'no'],
  [someC, { industry: 'F5143' }, 'yes'],
  [someC, { industry: 'F52' }, 'no'],
  [someC, { industry: 'C' }, 'unknown'],
  [{ fact: 'district', in: ['3205'] }, { district: '320594' }, 'yes'],
  [{ fact: 'district', in: ['320500'] }, { district: '320594' }, 'yes'],
  [{ fact: 'district', in: ['320594'] }, { district: '320500' }, 'unknown'],
  [{ fact: 'lists', in: ['recommended'] }, { lists: ['attention', 'recommended'] }, 'yes'],
  [{ fact: 'lists', in: ['recommended'] }, { lists: [] }, 'no'],
  [{ fact: 'lists', except: ['attention'] }, { lists: ['attention'] }, 'no'],
  [{ fact: 'lists', except: ['attention'] }, { lists: [] }, 'yes'],
  [{ fact: 'lists', except: ['attention'] }, {}, 'unknown'],
])('%j of %j: %s', (criterion, facts, verdict) => {
  expect(judged(criterion, facts)).toBe(verdict);
});

/** points · grade · what `all`, `any` of the two and `not` the first come to. */
test.each<[number | undefined, string | undefined, Verdict, Verdict, Verdict]>([
  [600, 'A', 'yes', 'yes', 'no'],
  [600, 'E', 'no', 'yes', 'no'],
  [600, undefined, 'unknown', 'yes', 'no'],
  [599, 'E', 'no', 'no', 'yes'],
  [599, undefined, 'no', 'unknown', 'yes'],
  [undefined, undefined, 'unknown', 'unknown', 'unknown'],
  [undefined, 'E', 'no', 'unknown', 'unknown'],
  [undefined, 'A', 'unknown', 'yes', 'unknown'],
])('points %j and grade %j: all %s, any %s, not %s', (told, grade, all, any, not) => {
  const parts = [points, { fact: 'grade', in: ['A'] }] as const;
  const facts = { ...(told && { points: told }), ...(grade && { grade }) };
  expect([
    judged({ all: parts }, facts),
    judged({ any: parts }, facts),
    judged({ not: points }, facts),
  ]).toEqual([all, any, not]);
});

test.each([
  ['320594', '32', 'yes'],
  ['320594', '320000', 'yes'],
  ['320594', '320594', 'yes'],
  ['320508001', '320508', 'yes'],
  ['320508', '320508001', 'unknown'],
  ['320000', '320508', 'unknown'],
  ['320508', '3206', 'no'],
])('division %s within %s: %s', (place, area, verdict) => {
  expect(withinDivision(place)(area)).toBe(verdict);
});

describe('a finding', () => {
  test('of a fact names the criterion and what the firm has', () => {
    expect(criterionFinding(points, aStranger({ facts: { points: 599 } }))).toEqual({
      code: 'points',
      verdict: 'no',
      required: points,
      actual: 599,
    });
    expect(criterionFinding(points, aStranger({ facts: { points: 600 } }))).toBeUndefined();
  });

  test.each([
    [points, aStranger({ withheld: ['points'] }), { how: 'disclose', categories: ['score'] }],
    [points, aStranger(), { how: 'record', categories: ['score'] }],
    [flag, aStranger(), { how: 'declare', field: 'declared.firstTimeBorrower' }],
    [
      noC39,
      aStranger({ facts: { industry: 'C' } }),
      { how: 'record', categories: ['registration'] },
    ],
  ])('of what is not known says how it becomes known: %j', (criterion, firm, provide) => {
    expect(criterionFinding(criterion, firm)).toMatchObject({ verdict: 'unknown', provide });
  });

  test('of several holds those parts that do not hold', () => {
    const any = [points, flag, { fact: 'grade', in: ['A'] }] as const;
    const firm = aStranger({ facts: { points: 599, grade: 'B' } });
    expect(criterionFinding({ any }, firm)).toMatchObject({
      code: 'any',
      verdict: 'unknown',
      of: [
        { code: 'points', verdict: 'no' },
        { code: 'first_time_borrower', verdict: 'unknown' },
        { code: 'grade', verdict: 'no' },
      ],
    });
    const not = criterionFinding({ not: points }, aStranger({ facts: { points: 600 } }));
    expect(not).toEqual({ code: 'not', verdict: 'no', required: { not: points } });
  });
});
