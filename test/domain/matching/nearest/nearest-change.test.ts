import { expect, test } from 'vitest';
import type { Change } from '#domain/matching/nearest/change';
import { yuan } from '#domain/money';
import { basisPoints } from '#domain/rate';
import { date, months } from '#domain/time';
import { type Asked, nearestOf } from '#test/support/nearest-of';

type Case = Asked & {
  readonly rule: string;
  readonly effort: number;
  readonly changes: readonly Partial<Change>[];
};

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
    const found = nearestOf(given);
    expect(found).toMatchObject({ outcome: 'change', effort, changes });
    expect(found).not.toHaveProperty('notExhaustive');
  });
