import { assert } from '#domain/assert';
import { recordId } from '#domain/credit/record';
import type { BankId, ProductId, UnifiedCode } from '#domain/ids';
import { yuan } from '#domain/money';
import type { Role } from '#domain/principal';
import { expertCard } from '#domain/scoring/expert-card';
import { citySegments } from '#domain/scoring/segments';
import { addDays } from '#domain/time';
import { alone, enterMarket } from '#platform/enter-market';
import { join } from '#platform/join';
import type { Platform } from '#platform/platform';
import { WANG } from '#test/support/a-person';
import { needTerms, productTerms, TODAY, unifiedCode } from '#test/support/builders';
import { someTerms } from '#test/support/consents';
import { memoryStore } from '#test/support/memory-store';
import { aBank, aFirm, OPERATOR } from '#test/support/principals';
import { done, slicePorts } from '#test/support/slice';

/** Everything that one can ask for by its id, of one firm, one bank, one department. */
export type Things = {
  readonly code: UnifiedCode;
  readonly bank: string;
  readonly supplier: `supplier_${string}`;
  readonly name: string;
};

export const OWN: Things = {
  code: unifiedCode('91320508MA0000269X'),
  bank: 'bank_gusu',
  supplier: 'supplier_city',
  name: 'own',
};
export const FOREIGN: Things = {
  code: unifiedCode('91320508MA00004370'),
  bank: 'bank_wuzhong',
  supplier: 'supplier_court',
  name: 'foreign',
};
/** Nothing of these was ever made. */
export const ABSENT: Things = {
  code: unifiedCode('91320594724404238R'),
  bank: 'bank_nowhere',
  supplier: 'supplier_nowhere',
  name: 'absent',
};

export const penaltyOf = ({ code }: Things) =>
  recordId('administrative-penalty', code, '1号|市监局');
export const otherPenaltyOf = ({ code }: Things) =>
  recordId('administrative-penalty', code, '2号|市监局');
export const declaredOf = ({ code }: Things) =>
  recordId('self-declared', code, 'qualification|质量管理体系认证|7');

/** Tax and score for the bank of the same side. */
export const consentTermsOf = ({ code, bank, name }: Things) =>
  someTerms({
    id: `consent_${name}`,
    code,
    recipient: { kind: 'bank', organisation: bank },
    categories: ['registration', 'tax', 'score'],
    validUntil: addDays(TODAY, 90),
  });

/** A year of a loan by the bank of the same side. */
export const outcomeOf = ({ code, bank }: Things) => ({
  code,
  bank,
  loan: 'L-1',
  classification: 'normal' as const,
  observedFrom: addDays(TODAY, -365),
  observedTo: TODAY,
});

/** What the bank of the same side says of the need under its product. */
export const decisionOf = ({ bank, name }: Things) => ({
  need: `need_${name}` as const,
  product: `product_${name}` as const,
  bank,
  approved: true,
  decidedOn: TODAY,
});

/** The subject of a token in one role. */
export const personIn = (role: Role) => `person-${role}`;

/** A product in the market, and one at each step before and after. */
async function sell(platform: Platform, { name, bank }: Things): Promise<void> {
  const { bank: usual, ...product } = productTerms();
  const termsOf = (id: ProductId) => ({
    ...product,
    id,
    bank: { ...usual, id: bank as BankId },
  });
  await done(enterMarket(platform, termsOf(`product_${name}`), alone(OPERATOR)));
  await done(platform.putProduct(OPERATOR, { product: termsOf(`product_draft-${name}`) }));
  await done(platform.putProduct(OPERATOR, { product: termsOf(`product_checked-${name}`) }));
  await done(platform.checkProduct(OPERATOR, { id: `product_checked-${name}.1` }));
  await done(enterMarket(platform, termsOf(`product_suspended-${name}`), alone(OPERATOR)));
  const seller = aBank('bank.product_manager', bank);
  await done(platform.suspendProduct(seller, { id: `product_suspended-${name}.1` }));
}

/** A city with the things of two of each kind, made by whoever may do everything. */
export async function aWorld() {
  const store = memoryStore();
  const platform = join(slicePorts(store));
  for (const things of [OWN, FOREIGN]) {
    const { code, supplier, name } = things;
    await done(
      platform.putSupplier(OPERATOR, {
        id: supplier,
        name,
        kind: 'market_regulator',
        duties: ['enterprise-registration'],
      }),
    );
    const deliver = (
      catalogue: Parameters<typeof platform.deliverRows>[1]['catalogue'],
      rows: readonly Record<string, string>[],
    ) =>
      done(
        platform.deliverRows(OPERATOR, {
          id: `batch_${name}-${catalogue}`,
          catalogue,
          supplier,
          rows,
        }),
      );
    await deliver('enterprise-registration', [
      { code, name: `${name}公司`, established_on: '2012-05-08', district: '320508' },
      { code: 'no code', name: '' },
    ]);
    await deliver(
      'administrative-penalty',
      ['1号', '2号'].map((document_number) => ({
        code,
        document_number,
        category: '警告',
        decided_on: '2026-01-15',
        authority: '市监局',
      })),
    );
    await deliver('self-declared', [
      {
        code,
        kind: '资质证书',
        title: '质量管理体系认证',
        document_number: '7',
        happened_on: '2025-06-01',
        promised: '是',
        authorised: '是',
      },
    ]);
    await done(platform.scoreEnterprise(OPERATOR, { code }));
    await sell(platform, things);
    const audience = { to: 'product', product: `product_${name}` } as const;
    const need = needTerms({ id: `need_${name}`, code, audience });
    await done(platform.submitNeed(OPERATOR, need));
    await done(platform.matchNeed(OPERATOR, { need: need.id }));
    await done(
      platform.fileCase(OPERATOR, {
        id: `case_${name}`,
        kind: 'objection',
        code,
        record: penaltyOf(things),
        statement: '处罚对象并非本企业',
        evidence: [],
        promised: false,
      }),
    );
    await done(
      platform.verifyRecord(OPERATOR, {
        id: `verification_${name}`,
        record: declaredOf(things),
        outcome: 'verified',
        evidence: [{ name: '证书原件', proves: '证书属实' }],
        reasons: [],
      }),
    );
  }
  for (const things of [OWN, FOREIGN]) {
    await done(platform.grantConsent(OPERATOR, consentTermsOf(things)));
    const outcome = { ...outcomeOf(things), bank: things.bank as BankId };
    await done(platform.reportOutcome(OPERATOR, { id: `outcome_${things.name}`, ...outcome }));
    const decision = { ...decisionOf(things), bank: things.bank as BankId };
    await done(platform.reportDecision(OPERATOR, { id: `decision_${things.name}`, ...decision }));
    const asked = { id: `consent_asked-${things.name}`, purpose: 'renewal_assessment' } as const;
    await done(platform.requestConsent(OPERATOR, { ...consentTermsOf(things), ...asked }));
  }
  // Both take part in both events.
  for (const { name } of [OWN, FOREIGN]) {
    const event = `event_${name}` as const;
    await done(
      platform.openMatchingEvent(OPERATOR, { id: event, name, closesOn: addDays(TODAY, 30) }),
    );
    for (const things of [OWN, FOREIGN]) {
      const bank = things.bank as BankId;
      const amount = yuan(5_000_000);
      await done(platform.bringCapacity(OPERATOR, { event, bank, quota: 1, amount }));
      await done(platform.joinMatchingEvent(OPERATOR, { event, need: `need_${things.name}` }));
    }
  }
  for (const { code } of [OWN, FOREIGN]) {
    const terms = { code, banks: 'all', discloses: ['score'], until: addDays(TODAY, 90) } as const;
    await done(platform.allowFinding(OPERATOR, terms));
  }
  // Whoever posts for the firm is verified; the firm has other people who are not.
  for (const role of ['firm.owner', 'firm.clerk'] as const) {
    const asker = { ...aFirm(OWN.code, role), id: personIn(role) };
    const claim = { code: OWN.code, name: WANG.name, idNumber: WANG.idNumber } as const;
    const verified = await done(
      platform.verifyIdentity(asker, { ...claim, method: 'registry_match' }),
    );
    assert(verified.value.status === 'verified', `${role} is verified`);
  }
  // Cards on their way: one drafted, one checked, one approved; and one that can be compared.
  for (const { name } of [OWN, FOREIGN])
    for (const version of [1, 2, 3]) {
      const card = { ...expertCard, id: name, version };
      const { value } = await done(platform.draftCard(OPERATOR, { card, role: 'challenger' }));
      if (version > 1) await done(platform.checkCard(OPERATOR, value.id));
      if (version > 2) await done(platform.approveCard({ ...OPERATOR, id: 'other' }, value.id));
    }
  const challenger = { ...expertCard, version: 900 };
  await done(platform.draftCard(OPERATOR, { card: challenger, role: 'challenger' }));
  // Segment rules on their way likewise.
  for (const { name } of [OWN, FOREIGN])
    for (const version of [1, 2, 3]) {
      const scheme = { ...citySegments, id: name, version };
      const { value } = await done(platform.draftScheme(OPERATOR, scheme));
      if (version > 1) await done(platform.checkScheme(OPERATOR, value.id));
      if (version > 2) await done(platform.approveScheme({ ...OPERATOR, id: 'other' }, value.id));
    }
  // A list in effect, and a draft that the office alone may see.
  for (const [name, published] of [
    ['own', true],
    ['foreign', false],
  ] as const) {
    const id = `whitelist_${name}` as const;
    await done(platform.requestWhitelist(OPERATOR, { id, name, rule: { minPoints: 1 } }));
    await done(platform.draftWhitelist(OPERATOR, { id, after: '' }));
    if (published) await done(platform.publishWhitelist(OPERATOR, id));
  }
  return store;
}
