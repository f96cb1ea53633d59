import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dataCategoryIds } from '#domain/consent/data-categories';
import type { BankId, ConsentId } from '#domain/ids';
import { fen, yuan } from '#domain/money';
import { checkNeed } from '#domain/need/check-need';
import {
  debtLimits,
  lenderLimits,
  MAX_ATTACHMENTS,
  MAX_INVITED_BANKS,
  MAX_NAMED_CONSENTS,
  MAX_PURPOSE_DETAIL,
} from '#domain/need/limits';
import type { NeedTerms } from '#domain/need/need';
import { basisPoints } from '#domain/rate';
import { addDays, months } from '#domain/time';
import { anyNeed } from '../../support/any-need.ts';
import { CODE, needTerms, TODAY } from '../../support/builders.ts';

const digest = (index: number) => index.toString(16).padStart(64, '0');
const papers = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    kind: 'contracts' as const,
    name: '合同.pdf',
    digest: digest(index),
  }));
const banks = (count: number) =>
  Array.from({ length: count }, (_, index): BankId => `bank_${index}`);
const consents = (count: number) =>
  Array.from({ length: count }, (_, index): ConsentId => `consent_${index}`);

const said = (told: Partial<NeedTerms>) =>
  checkNeed(needTerms(told), TODAY).map(({ code, field }) => `${code} ${field}`);

/** Every fault, in the order in which they are refused, and what mends it. */
const faults: readonly (readonly [string, Partial<NeedTerms>, Partial<NeedTerms>])[] = [
  ['out_of_range principal', { principal: fen(0) }, { principal: fen(1) }],
  ['out_of_range term', { term: months(0) }, { term: months(1) }],
  ['purpose_unlawful purpose', { purpose: 'securities' }, { purpose: 'orders' }],
  ['purpose_unlawful purposeDetail', { purposeDetail: '拿去炒股' }, { purposeDetail: '采购' }],
  ['required guarantees', { guarantees: [] }, { guarantees: ['mortgage'] }],
  [
    'out_of_range rateCeiling',
    { rateCeiling: basisPoints(3601) },
    { rateCeiling: basisPoints(3600) },
  ],
  ['valid_to_passed validTo', { validTo: addDays(TODAY, -1) }, { validTo: TODAY }],
  ['out_of_range expectedOn', { expectedOn: addDays(TODAY, -1) }, { expectedOn: TODAY }],
  ['not_in_list district', { district: '3205' }, { district: '320508' }],
  [
    'out_of_range declared.existingLoans',
    { declared: { existingLoans: fen(-1) } },
    { declared: { existingLoans: fen(0), firstTimeBorrower: true } },
  ],
  [
    'required audience.banks',
    { audience: { to: 'banks', banks: [] } },
    { audience: { to: 'banks', banks: banks(1) } },
  ],
  ['repeated discloses[1]', { discloses: ['tax', 'tax'] }, { discloses: ['tax'] }],
  [
    'repeated consents[1]',
    { consents: ['consent_a', 'consent_a'] },
    { consents: ['consent_a', 'consent_b'] },
  ],
  [
    'required attachments.0.name',
    { attachments: [{ kind: 'other', name: ' ', digest: digest(1) }] },
    { attachments: papers(1) },
  ],
  [
    'id_wrong id',
    { id: `need_${CODE}`, visibility: 'anonymous' },
    { id: 'need_one', visibility: 'anonymous' },
  ],
];

test('faults are told in the documented order; each mended leaves those behind it', () => {
  const all = faults.reduce<Partial<NeedTerms>>((told, [, fault]) => ({ ...told, ...fault }), {});
  const names = faults.map(([name]) => name);
  let told = all;
  for (const [index, [, , mended]] of faults.entries()) {
    expect(said(told)).toEqual(names.slice(index));
    told = { ...told, ...mended };
  }
  expect(said(told)).toEqual([]);
});

test.each<[Partial<NeedTerms>, string]>([
  [{ principal: yuan(1_000_000_000.01) }, 'out_of_range principal'],
  [{ principal: fen(-1) }, 'out_of_range principal'],
  [{ term: months(361) }, 'out_of_range term'],
  [{ rateCeiling: basisPoints(-1) }, 'out_of_range rateCeiling'],
  [{ purposeDetail: '货'.repeat(MAX_PURPOSE_DETAIL + 1) }, 'too_long purposeDetail'],
  [{ purposeDetail: ' ' }, 'required purposeDetail'],
  [{ validTo: addDays(TODAY, 367) }, 'out_of_range validTo'],
  [{ validTo: TODAY, expectedOn: addDays(TODAY, 366) }, 'out_of_range expectedOn'],
  [{ audience: { to: 'banks', banks: banks(MAX_INVITED_BANKS + 1) } }, 'too_long audience.banks'],
  [
    { audience: { to: 'banks', banks: ['bank_a', 'bank_b', 'bank_a'] } },
    'repeated audience.banks[2]',
  ],
  [{ consents: consents(MAX_NAMED_CONSENTS + 1) }, 'too_long consents'],
  [{ attachments: papers(MAX_ATTACHMENTS + 1) }, 'too_long attachments'],
  [
    { attachments: papers(1).map((paper) => ({ ...paper, digest: 'AB'.repeat(32) })) },
    'not_in_list attachments.0.digest',
  ],
  [{ attachments: [...papers(1), ...papers(1)] }, 'repeated attachments[1]'],
  [
    { declared: { existingLenders: lenderLimits.max + 1 } },
    'out_of_range declared.existingLenders',
  ],
  [
    { declared: { firstTimeBorrower: true, existingLoans: fen(1) } },
    'contradiction declared.existingLoans',
  ],
  [
    { declared: { firstTimeBorrower: true, existingLenders: 1 } },
    'contradiction declared.existingLenders',
  ],
  [{ district: '32050A' }, 'not_in_list district'],
])('%j: %s', (told, expected) => {
  expect(said(told)).toEqual([expected]);
});

test('at the limits a need is accepted', () => {
  const greatest = {
    principal: yuan(1_000_000_000),
    term: months(360),
    purposeDetail: '货'.repeat(MAX_PURPOSE_DETAIL),
    rateCeiling: basisPoints(3600),
    validTo: addDays(TODAY, 366),
    expectedOn: addDays(TODAY, 366 + 365),
    declared: { existingLoans: fen(debtLimits.max), existingLenders: lenderLimits.max },
    audience: { to: 'banks', banks: banks(MAX_INVITED_BANKS) },
    discloses: dataCategoryIds,
    consents: consents(MAX_NAMED_CONSENTS),
    attachments: papers(MAX_ATTACHMENTS),
  } as const;
  expect(said(greatest)).toEqual([]);
  expect(said({ discloses: [], consents: [], attachments: [] })).toEqual([]);
});

test('an unlawful purpose is named with the rule that forbids it', () => {
  expect(checkNeed(needTerms({ purpose: 'property_speculation' }), TODAY)).toEqual([
    {
      code: 'purpose_unlawful',
      field: 'purpose',
      expected: '银保监办发〔2021〕39号: 经营用途贷款不得流入房地产领域',
      actual: '房产投资',
    },
  ]);
  expect(checkNeed(needTerms({ purposeDetail: '支付购房首付' }), TODAY)).toMatchObject([
    { code: 'purpose_unlawful', field: 'purposeDetail', actual: '购房' },
  ]);
});

test('a named need may have any id; an anonymous one none that tells its firm', () => {
  for (const id of [`need_${CODE}-1`, `need_${CODE.toLowerCase()}`] as const) {
    expect(said({ id })).toEqual([]);
    expect(said({ id, visibility: 'anonymous' })).toEqual(['id_wrong id']);
  }
});

test('what is made at random is lawful', () => {
  fc.assert(
    fc.property(anyNeed, (need) => {
      expect(checkNeed(need, TODAY)).toEqual([]);
    }),
  );
});
