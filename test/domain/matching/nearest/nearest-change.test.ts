import { expect, test } from 'vitest';
import type { ApplicantFacts } from '#domain/matching/applicant';
import type { Change } from '#domain/matching/nearest/change';
import { cheapest } from '#domain/matching/nearest/cheapest';
import { nearestChange } from '#domain/matching/nearest/nearest-change';
import { yuan } from '#domain/money';
import type { NeedTerms } from '#domain/need/need';
import { MAX_CRITERIA } from '#domain/product/criterion';
import { eligibilityFact, eligibilityFactNames } from '#domain/product/eligibility-facts';
import type { Product } from '#domain/product/product';
import { basisPoints } from '#domain/rate';
import { date, months } from '#domain/time';
import { aNeed, aProduct, aStranger, LPR, TODAY } from '#test/support/builders';

type Case = {
  readonly rule: string;
  readonly need?: Partial<NeedTerms>;
  readonly product?: Partial<Product>;
  readonly facts?: ApplicantFacts;
  readonly kept?: ApplicantFacts;
  readonly effort: number;
  readonly changes: readonly Partial<Change>[];
};

const answer = ({
  need,
  product,
  facts = {},
  kept = {},
}: Omit<Case, 'rule' | 'effort' | 'changes'>) =>
  nearestChange({
    product: aProduct(product),
    question: {
      need: aNeed({ ...need, ...(Object.keys(kept).length > 0 && { discloses: [] }) }),
      applicant: aStranger({
        facts,
        withheld: Object.keys(kept) as (keyof ApplicantFacts)[],
      }),
      ...(LPR[0] && { fixing: LPR[0] }),
      asOf: TODAY,
    },
    kept,
  });

const cases: readonly Case[] = [
  {
    rule: 'a loan too large comes down to the most that the bank lends',
    need: { principal: yuan(4_000_000) },
    effort: 25,
    changes: [{ kind: 'principal', from: yuan(4_000_000), to: yuan(3_000_000) }],
  },
  {
    rule: 'a loan too small goes up to the least',
    need: { principal: yuan(80_000) },
    effort: 20,
    changes: [{ kind: 'principal', to: yuan(100_000) }],
  },
  {
    rule: 'a term too long is shortened to the longest',
    need: { term: months(60) },
    effort: 24,
    changes: [{ kind: 'term', from: months(60), to: months(36) }],
  },
  {
    rule: 'of several guarantees the one that leaves the firm freest is added',
    need: { guarantees: ['mortgage'] },
    product: { guarantees: ['guarantor_firm', 'risk_fund'] },
    effort: 10,
    changes: [{ kind: 'guarantee', to: 'risk_fund' }],
  },
  {
    rule: 'a way of repaying gives way to one that the bank takes',
    need: { repayment: 'bullet' },
    product: { repayments: ['interest_monthly'] },
    effort: 6,
    changes: [{ kind: 'repayment', from: 'bullet', to: 'interest_monthly' }],
  },
  {
    rule: 'a purpose changes only to one that the bank lends for',
    need: { purpose: 'equipment' },
    product: { purposes: ['orders'] },
    effort: 80,
    changes: [{ kind: 'purpose', from: 'equipment', to: 'orders' }],
  },
  {
    rule: 'a ceiling goes up to the least rate',
    need: { rateCeiling: basisPoints(300) },
    effort: 10,
    changes: [{ kind: 'rate_ceiling', from: basisPoints(300), to: basisPoints(350) }],
  },
  {
    rule: 'a smaller loan at a better tier is offered where it is less than the dearer rate',
    need: { rateCeiling: basisPoints(300) },
    product: {
      pricing: { kind: 'fixed', min: basisPoints(500), max: basisPoints(600) },
      tiers: [
        {
          min: basisPoints(300),
          max: basisPoints(400),
          principal: { min: yuan(100_000), max: yuan(900_000) },
        },
      ],
    },
    effort: 10,
    changes: [{ kind: 'principal', to: yuan(900_000) }],
  },
  {
    rule: 'a need for chosen banks is opened to one more',
    need: { audience: { to: 'banks', banks: ['bank_wuzhong'] } },
    effort: 2,
    changes: [{ kind: 'audience', to: { to: 'banks', banks: ['bank_gusu', 'bank_wuzhong'] } }],
  },
  {
    rule: 'what the need keeps back is disclosed by category',
    product: {
      eligibility: [
        { fact: 'tax_grade', in: ['A', 'B'] },
        { fact: 'tax_paid_12m_fen', atLeast: 1 },
      ],
    },
    kept: { tax_grade: 'B', tax_paid_12m_fen: 5 },
    effort: 4,
    changes: [{ kind: 'disclose', category: 'tax' }],
  },
  {
    rule: 'what nobody told is declared, as far as it is so',
    product: { eligibility: [{ fact: 'existing_lenders', atMost: 3 }] },
    effort: 2,
    changes: [
      {
        kind: 'provide',
        fact: 'existing_lenders',
        provide: { how: 'declare', field: 'declared.existingLenders' },
        meets: [{ fact: 'existing_lenders', atMost: 3 }],
        value: 3,
      },
    ],
  },
  {
    rule: 'an industry that nobody told is looked for beside what the bank leaves out',
    product: { eligibility: [{ fact: 'industry', in: ['C'], except: ['C39'] }] },
    effort: 15,
    changes: [
      {
        kind: 'provide',
        fact: 'industry',
        meets: [{ fact: 'industry', in: ['C'], except: ['C39'] }],
      },
    ],
  },
  {
    rule: 'a young firm waits until it is old enough',
    product: { eligibility: [{ fact: 'age_months', atLeast: 24 }] },
    facts: { age_months: 21 },
    effort: 24,
    changes: [{ kind: 'wait', months: months(3), until: date('2026-06-02') }],
  },
  {
    rule: 'a product that is not yet in the market is waited for',
    product: { validFrom: date('2026-03-20') },
    effort: 8,
    changes: [{ kind: 'wait', months: months(1), until: date('2026-04-02') }],
  },
  {
    rule: 'a penalty about to leave is waited for rather than repaired',
    product: { eligibility: [{ fact: 'penalties_serious_36m', atMost: 0 }] },
    facts: { penalties_serious_36m: 1, months_since_last_penalty: 34 },
    effort: 16,
    changes: [{ kind: 'wait', months: months(2) }],
  },
  {
    rule: 'one that stays for long is repaired, and only as many as needed',
    product: { eligibility: [{ fact: 'penalties_general_36m', atMost: 1 }] },
    facts: { penalties_general_36m: 3, months_since_last_penalty: 12 },
    effort: 50,
    changes: [{ kind: 'repair', fact: 'penalties_general_36m', from: 3, to: 1 }],
  },
  {
    rule: 'a serious penalty is repaired no earlier than a year after it',
    product: { eligibility: [{ fact: 'penalties_serious_36m', atMost: 0 }] },
    facts: { penalties_serious_36m: 1, months_since_last_penalty: 10 },
    effort: 56,
    changes: [
      { kind: 'repair', fact: 'penalties_serious_36m' },
      { kind: 'wait', months: months(2) },
    ],
  },
  {
    rule: 'fines are gone once every penalty is',
    product: { eligibility: [{ fact: 'penalty_amount_36m_fen', atMost: 0 }] },
    facts: {
      penalty_amount_36m_fen: 100,
      penalties_minor_36m: 1,
      penalties_general_36m: 0,
      penalties_serious_36m: 0,
      months_since_last_penalty: 5,
    },
    effort: 40,
    changes: [{ kind: 'repair', fact: 'penalties_minor_36m' }],
  },
  {
    rule: 'leaving the register of abnormal operation mends the list and the fact at once',
    product: {
      eligibility: [
        { fact: 'lists', except: ['abnormal_operation'] },
        { fact: 'abnormal_operation', is: false },
      ],
    },
    facts: { lists: ['abnormal_operation'], abnormal_operation: true },
    effort: 40,
    changes: [{ kind: 'repair', fact: 'abnormal_operation', from: true, to: false }],
  },
  {
    rule: 'arrears are paid',
    product: { eligibility: [{ fact: 'tax_arrears_fen', atMost: 0 }] },
    facts: { tax_arrears_fen: yuan(10_000) },
    effort: 21,
    changes: [{ kind: 'settle', debt: 'tax', owed: yuan(10_000) }],
  },
  {
    rule: 'of two ways in, the cheaper',
    product: {
      eligibility: [
        {
          any: [
            { fact: 'lists', in: ['recommended'] },
            { fact: 'age_months', atLeast: 30 },
          ],
        },
      ],
    },
    facts: { lists: [], age_months: 20 },
    effort: 60,
    changes: [{ kind: 'join_list', list: 'recommended' }],
  },
  {
    rule: 'one wait serves two criteria, and then beats a repair',
    product: {
      eligibility: [
        { fact: 'age_months', atLeast: 24 },
        { fact: 'penalties_minor_36m', atMost: 0 },
      ],
    },
    facts: { age_months: 20, penalties_minor_36m: 1, months_since_last_penalty: 30 },
    effort: 48,
    changes: [{ kind: 'wait', months: months(6) }],
  },
];

for (const { rule, effort, changes, ...given } of cases)
  test(rule, () => {
    const found = answer(given);
    expect(found).toMatchObject({ outcome: 'change', effort, changes });
    expect(found).not.toHaveProperty('notExhaustive');
  });

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
      answer({ need: { term: months(60) }, facts, product: { eligibility: [asked] } }),
    ).toMatchObject({ outcome: 'none', inTheWay: [{ code }], hints: [] });
  },
);

test('whoever lacks points is told how many, and no change', () => {
  expect(
    answer({
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
  expect(answer({ need: { purpose: 'securities' } })).toMatchObject({
    outcome: 'none',
    inTheWay: [{ code: 'purpose' }],
  });
});

test('a stopped firm, or a product out of the market, is told so whatever else could change', () => {
  expect(answer({ need: { term: months(60) }, product: { status: 'suspended' } })).toMatchObject({
    outcome: 'none',
    inTheWay: [{ code: 'product_listed' }],
  });
});

test('what can be mended only by breaking something else stands in the way', () => {
  expect(
    answer({
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
    answer({
      kept: { tax_grade: 'D' },
      product: { eligibility: [{ fact: 'tax_grade', in: ['A', 'B'] }] },
    }),
  ).toMatchObject({ outcome: 'none', inTheWay: [{ code: 'tax_grade', verdict: 'unknown' }] });
});

test('nothing is offered where the product fits', () => {
  expect(answer({})).toEqual({ outcome: 'fits' });
});

test('sixty criteria, in threes over thirty facts that nobody told, are searched to the end', () => {
  const numbers = eligibilityFactNames.filter((name) => eligibilityFact(name).kind === 'number');
  const eligibility = Array.from({ length: MAX_CRITERIA / 3 }, (_, place) => ({
    any: [7 * place, 11 * place + 3, 13 * place + 5].flatMap((at) => {
      const fact = numbers[at % 30];
      return fact ? [{ fact, atLeast: 5 }] : [];
    }),
  }));
  const found = answer({ product: { eligibility } });
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
