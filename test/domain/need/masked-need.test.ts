import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fen } from '#domain/money';
import { isInvited, maskedNeed, type NeedReader, seenNeed } from '#domain/need/masked-need';
import type { Audience, Need } from '#domain/need/need';
import { basisPoints } from '#domain/rate';
import { date } from '#domain/time';
import { anyNeed } from '../../support/any-need.ts';
import { aNeed, CODE, NOW } from '../../support/builders.ts';
import { aBank, aDepartment, aFirm, anOfficer } from '../../support/principals.ts';

/** Says everything that a need can say. */
const whole: Required<Need> = {
  ...aNeed(),
  purposeDetail: '繁欣建筑的货款',
  repayment: 'bullet',
  rateCeiling: basisPoints(600),
  expectedOn: date('2026-04-01'),
  district: '320594',
  declared: { existingLoans: fen(123), existingLenders: 2, firstTimeBorrower: false },
  visibility: 'anonymous',
  discloses: ['tax'],
  consents: ['consent_tax'],
  attachments: [{ kind: 'contracts', name: '繁欣建筑.pdf', digest: 'ab'.repeat(32) }],
  editedAt: NOW,
};

/** Every field of a need → what a bank is told of it. A new field does not compile before somebody has decided. */
const told: { readonly [Field in keyof Need]-?: unknown } = {
  id: whole.id,
  code: undefined,
  principal: whole.principal,
  term: whole.term,
  purpose: whole.purpose,
  purposeDetail: undefined,
  guarantees: whole.guarantees,
  repayment: whole.repayment,
  rateCeiling: whole.rateCeiling,
  expectedOn: whole.expectedOn,
  district: '3205',
  declared: { firstTimeBorrower: false },
  audience: whole.audience,
  visibility: 'anonymous',
  discloses: undefined,
  consents: undefined,
  attachments: undefined,
  validTo: whole.validTo,
  status: whole.status,
  edition: whole.edition,
  submittedAt: whole.submittedAt,
  editedAt: whole.editedAt,
};

test.each(Object.keys(told) as (keyof Need)[])(
  'of an anonymous need %s is told as the table says',
  (field) => {
    expect(Object.entries(maskedNeed(whole)).find(([key]) => key === field)?.[1]).toEqual(
      told[field],
    );
  },
);

test('no anonymous need tells its firm, whatever it says', () => {
  fc.assert(
    fc.property(anyNeed, (need) => {
      const text = JSON.stringify(maskedNeed({ ...need, purposeDetail: `为${CODE}` }));
      expect(text).not.toContain(CODE);
      expect(text).not.toContain('existingLoans');
      expect(text).not.toMatch(/"\d{6}"/);
    }),
  );
});

const all: Audience = { to: 'all' };
const gusu: Audience = { to: 'banks', banks: ['bank_other', 'bank_gusu'] };
const others: Audience = { to: 'banks', banks: ['bank_other'] };
const product: Audience = { to: 'product', product: 'product_quick' };

type Row = readonly [Audience, Need['visibility'], Omit<NeedReader, 'reader'>, string];
test.each<Row>([
  [all, 'named', { consented: false }, 'whole'],
  [all, 'anonymous', { consented: false }, 'masked'],
  [all, 'anonymous', { consented: true }, 'whole'],
  [gusu, 'named', { consented: false }, 'whole'],
  [gusu, 'anonymous', { consented: false }, 'masked'],
  [gusu, 'anonymous', { consented: true }, 'whole'],
  [others, 'named', { consented: false }, 'nothing'],
  [others, 'named', { consented: true }, 'nothing'],
  [others, 'anonymous', { consented: true }, 'nothing'],
  [product, 'named', { consented: false, productBank: 'bank_gusu' }, 'whole'],
  [product, 'anonymous', { consented: false, productBank: 'bank_gusu' }, 'masked'],
  [product, 'named', { consented: true, productBank: 'bank_other' }, 'nothing'],
  [product, 'named', { consented: true }, 'nothing'],
])('of a need to %j, %s, a bank with %j sees %s', (audience, visibility, by, expected) => {
  const need = { ...whole, audience, visibility };
  const seen = seenNeed(need, { reader: aBank(), ...by });
  const masked = JSON.stringify(maskedNeed(need));
  expect(
    seen === undefined ? 'nothing' : JSON.stringify(seen) === masked ? 'masked' : 'whole',
  ).toBe(expected);
  if (expected === 'whole') expect(seen).toBe(need);
});

test.each([aFirm(CODE), anOfficer(), anOfficer('office.auditor'), aDepartment()])(
  'whoever is no bank sees all of what the policy lets them reach: %o',
  (reader) => {
    expect(seenNeed({ ...whole, audience: others }, { reader, consented: false })).toMatchObject({
      code: CODE,
    });
  },
);

test('who is invited hangs on the audience alone', () => {
  fc.assert(
    fc.property(anyNeed, fc.boolean(), (need, consented) => {
      const by = { reader: aBank(), productBank: 'bank_gusu' as const, consented };
      expect(seenNeed(need, by) !== undefined).toBe(isInvited(need.audience, by));
    }),
  );
});
