import { describe, expect, test } from 'vitest';
import type { Applicant } from '#domain/matching/applicant';
import { judgeProduct } from '#domain/matching/judge-product';
import { type TermCode, termCodes } from '#domain/matching/matching';
import { fen, yuan } from '#domain/money';
import type { Need } from '#domain/need/need';
import type { Product } from '#domain/product/product';
import { basisPoints, type LprFixing } from '#domain/rate';
import { date, months } from '#domain/time';
import { aNeed, anApplicant, aProduct, aStranger, LPR, TODAY } from '../../support/builders.ts';

type Reason = { verdict?: string; required: unknown; actual?: unknown; provide?: unknown };
type Row = readonly [Partial<Product>, Partial<Need>, Applicant, Reason | undefined];

const firm = anApplicant();
const stranger = aStranger();
const pass = undefined;
const no = (required: unknown, actual: unknown): Reason => ({ required, actual });
const unknown = (reason: Reason): Reason => ({ verdict: 'unknown', ...reason });
const range = (min: number, max: number) => ({ min: basisPoints(min), max: basisPoints(max) });
const fixed = { pricing: { kind: 'fixed' as const, ...range(400, 600) } };
const onLpr = { pricing: { kind: 'lpr' as const, tenor: '1Y' as const, ...range(50, 150) } };
const onLpr5 = { pricing: { kind: 'lpr' as const, tenor: '5Y' as const, ...range(-50, 0) } };
const tiered = { ...fixed, tiers: [{ ...range(300, 350), grades: ['A', 'B'] }] };
const large = {
  ...fixed,
  tiers: [{ ...range(300, 350), principal: { min: yuan(2_000_000), max: yuan(3_000_000) } }],
};
const ceiling = (rate: number) => ({ rateCeiling: basisPoints(rate) });
const graded = (grade: string) => aStranger({ facts: { grade } });
const at = (district: string) => aStranger({ facts: { district } });
const gusu = { districts: ['320508'] };
const byGrade = { how: 'record', categories: ['score'] };

const findings = (
  told: Partial<Product>,
  asked: Partial<Need>,
  applicant: Applicant,
  fixing: LprFixing | undefined = LPR[0],
) =>
  judgeProduct(aProduct(told), {
    need: aNeed(asked),
    applicant,
    asOf: TODAY,
    ...(fixing && { fixing }),
  }).findings;

/** The product takes, the need asks, the firm is: the reason, if any. */
const table = {
  hard_stop: [
    [{}, {}, firm, pass],
    [{}, {}, stranger, pass],
    [
      {},
      {},
      anApplicant({ hardStops: ['dishonest_debtor_in_force'] }),
      no('none', ['dishonest_debtor_in_force']),
    ],
  ],
  enterprise_operating: [
    [{}, {}, firm, pass],
    [{}, {}, anApplicant({ operating: false }), no('operating', 'not_operating')],
  ],
  product_listed: [
    [{ status: 'draft' }, {}, firm, no('listed', 'draft')],
    [{ status: 'suspended' }, {}, firm, no('listed', 'suspended')],
    [{ validFrom: TODAY }, {}, firm, pass],
    [{ validFrom: date('2026-03-03') }, {}, firm, no('listed', 'not_yet_valid')],
    [{ validTo: TODAY }, {}, firm, pass],
    [{ validTo: date('2026-03-01') }, {}, firm, no('listed', 'expired')],
  ],
  audience: [
    [{}, { audience: { to: 'product', product: 'product_quick' } }, firm, pass],
    [
      {},
      { audience: { to: 'product', product: 'product_slow' } },
      firm,
      no('addressed', 'product_slow'),
    ],
    [{}, { audience: { to: 'banks', banks: ['bank_other', 'bank_gusu'] } }, firm, pass],
    [
      {},
      { audience: { to: 'banks', banks: ['bank_other'] } },
      firm,
      no('addressed', ['bank_other']),
    ],
  ],
  region: [
    [gusu, {}, at('320508'), pass],
    [gusu, {}, at('320594'), no(['320508'], '320594')],
    [gusu, { district: '320508' }, at('320594'), pass],
    [{ districts: ['3205'] }, {}, at('320594'), pass],
    [
      gusu,
      {},
      at('320500'),
      unknown({
        required: ['320508'],
        actual: '320500',
        provide: { how: 'declare', field: 'district' },
      }),
    ],
    [
      gusu,
      {},
      stranger,
      unknown({ required: ['320508'], provide: { how: 'declare', field: 'district' } }),
    ],
  ],
  principal: [
    [{}, { principal: yuan(100_000) }, firm, pass],
    [{}, { principal: fen(9_999_999) }, firm, no([10_000_000, 300_000_000], 9_999_999)],
    [{}, { principal: yuan(3_000_000) }, firm, pass],
    [{}, { principal: fen(300_000_001) }, firm, no([10_000_000, 300_000_000], 300_000_001)],
  ],
  term: [
    [{}, { term: months(3) }, firm, pass],
    [{}, { term: months(2) }, firm, no([3, 36], 2)],
    [{}, { term: months(36) }, firm, pass],
    [{}, { term: months(37) }, firm, no([3, 36], 37)],
  ],
  purpose: [
    [{ purposes: ['wages', 'orders'] }, { purpose: 'orders' }, firm, pass],
    [{ purposes: ['wages'] }, { purpose: 'research' }, firm, no(['wages'], 'research')],
  ],
  guarantee: [
    [
      { guarantees: ['mortgage', 'pledge_ip'] },
      { guarantees: ['unsecured', 'pledge_ip'] },
      firm,
      pass,
    ],
    [
      { guarantees: ['mortgage'] },
      { guarantees: ['unsecured'] },
      firm,
      no(['mortgage'], ['unsecured']),
    ],
  ],
  repayment: [
    [{ repayments: ['bullet'] }, {}, firm, pass],
    [{ repayments: ['bullet'] }, { repayment: 'bullet' }, firm, pass],
    [{ repayments: ['bullet'] }, { repayment: 'revolving' }, firm, no(['bullet'], 'revolving')],
  ],
  rate_ceiling: [
    [fixed, {}, firm, pass],
    [fixed, ceiling(400), firm, pass],
    [fixed, ceiling(399), firm, no(400, 399)],
    [onLpr, ceiling(350), firm, pass],
    [onLpr, ceiling(349), firm, no(350, 349)],
    [onLpr5, ceiling(300), firm, pass],
    [onLpr5, ceiling(299), firm, no(300, 299)],
    [tiered, ceiling(300), graded('B'), pass],
    [tiered, ceiling(300), graded('C'), no(400, 300)],
    [tiered, ceiling(300), stranger, unknown({ required: 300, actual: 300, provide: byGrade })],
    [tiered, ceiling(299), stranger, no(300, 299)],
    [tiered, ceiling(400), stranger, pass],
    [large, { ...ceiling(300), principal: yuan(2_000_000) }, stranger, pass],
    [large, { ...ceiling(300), principal: yuan(1_999_999) }, stranger, no(400, 300)],
  ],
} as const satisfies Record<TermCode, readonly Row[]>;

describe.each(termCodes)('%s', (code) => {
  test.each<Row>([...table[code]])('%j × %j × %j → %j', (told, asked, applicant, expected) => {
    expect(findings(told, asked, applicant)).toEqual(
      expected === undefined ? [] : [{ code, verdict: 'no', ...expected }],
    );
  });
});

test('a price that hangs on an unknown fixing is unknown, ceiling or not', () => {
  const question = { need: aNeed(), applicant: firm, asOf: TODAY };
  const reason = { code: 'rate_ceiling', verdict: 'unknown', required: 'known_rate' };
  expect(judgeProduct(aProduct(onLpr), question)).toEqual({
    verdict: 'unknown',
    findings: [reason],
  });
  const asked = { ...question, need: aNeed(ceiling(500)) };
  expect(judgeProduct(aProduct(onLpr), asked).findings).toEqual([{ ...reason, actual: 500 }]);
});

test('one no outweighs every unknown, and one unknown every yes', () => {
  const eligibility = [{ fact: 'points', atLeast: 600 } as const];
  const question = { need: aNeed(), applicant: stranger, asOf: TODAY };
  expect(judgeProduct(aProduct({ eligibility }), question).verdict).toBe('unknown');
  expect(judgeProduct(aProduct({ eligibility, purposes: ['green'] }), question).verdict).toBe('no');
  expect(judgeProduct(aProduct(), question).verdict).toBe('yes');
});

test('reasons stand in reading order: terms, facts, what is made of several', () => {
  const eligibility = [
    { any: [{ fact: 'grade', in: ['A'] }] },
    { fact: 'grade', in: ['A'] },
    { fact: 'points', atMost: 800 },
    { fact: 'points', atLeast: 900 },
    { fact: 'age_months', atLeast: 1000 },
  ] as const;
  const told = { eligibility, purposes: ['green'], status: 'suspended' } as const;
  expect(findings(told, {}, firm).map(({ code }) => code)).toEqual([
    'product_listed',
    'purpose',
    'age_months',
    'points',
    'grade',
    'any',
  ]);
});
