import { beforeEach, describe, expect, test } from 'vitest';
import { yuan } from '#domain/money';
import { MAX_OPEN_NEEDS } from '#domain/need/limits';
import type { NeedTerms } from '#domain/need/need';
import type { Outcome } from '#domain/refusal';
import { addDays } from '#domain/time';
import { anEnterprise, aProduct, CODE, instant, needTerms, TODAY } from '#test/support/builders';
import { aFirm } from '#test/support/principals';
import { done } from '#test/support/slice';
import { aNeedMarket, OTHER_CODE, OTHER_OWNER, OWNER } from './a-need-market.ts';

let market: Awaited<ReturnType<typeof aNeedMarket>>;
beforeEach(async () => {
  market = await aNeedMarket();
});

const submit = (told: Partial<NeedTerms> = {}, asker = OWNER) =>
  market.platform.submitNeed(asker, needTerms(told));
const edit = (told: Partial<NeedTerms>, seen: number, asker = OWNER) =>
  market.platform.editNeed(asker, { terms: needTerms(told), seen });
const said = (outcome: Outcome<unknown>) =>
  outcome.ok ? 'ok' : `${outcome.refusal.code} ${outcome.refusal.field}`;
const editions = async () =>
  (await done(market.platform.listNeedEditions(OWNER, { need: 'need_one', limit: 50 }))).items;

describe('posting', () => {
  test('is told once, however often it is sent, with its first edition', async () => {
    const first = await done(submit());
    expect(first).toMatchObject({
      created: true,
      version: 1,
      value: { edition: 1, status: 'open' },
    });
    expect(await done(submit())).toEqual({ ...first, created: false });
    expect(market.events()).toEqual(['need_submitted']);
    expect(await editions()).toMatchObject([{ edition: 1, principal: yuan(1_000_000) }]);
  });

  test('other terms under the same id are another need, and the field is named', async () => {
    await done(submit());
    expect(said(await submit({ visibility: 'anonymous' }))).toBe('need_differs visibility');
    expect(said(await submit({ consents: ['consent_x'] }))).toBe('need_differs consents');
  });

  /** Each line mends the fault of the line above. */
  test('refuses the terms, then the firm, then what they name', async () => {
    const told: Partial<NeedTerms> = {
      code: OTHER_CODE,
      purpose: 'securities',
      consents: ['consent_none'],
      audience: { to: 'product', product: 'product_none' },
    };
    await market.keep({
      kind: 'enterprise',
      value: anEnterprise({ code: OTHER_CODE, status: 'cancelled' }),
      expected: 1,
    });
    const faults: readonly (readonly [Partial<NeedTerms>, string])[] = [
      [{}, 'purpose_unlawful purpose'],
      [{ purpose: 'orders' }, 'enterprise_hard_stop code'],
      [{ purpose: 'orders', code: CODE }, 'need_consent_unknown consents.0'],
      [{ purpose: 'orders', code: CODE, consents: [] }, 'audience_not_listed audience.product'],
    ];
    for (const [mended, expected] of faults) {
      const terms = { ...told, ...mended };
      const asker = terms.code === CODE ? OWNER : OTHER_OWNER;
      expect(said(await submit(terms, asker))).toBe(expected);
    }
    expect(market.events()).toEqual([]);
  });

  test('who is not verified by their real name posts and edits nothing', async () => {
    await done(submit());
    const clerk = { ...aFirm(CODE, 'firm.clerk'), id: 'somebody' };
    expect(said(await submit({ id: 'need_two' }, clerk))).toMatch('identity_not_verified');
    expect(said(await edit({ purpose: 'orders' }, 1, clerk))).toMatch('identity_not_verified');
  });

  test('a firm has so many open needs; one withdrawn makes room for another', async () => {
    for (let index = 0; index < MAX_OPEN_NEEDS; index += 1)
      await done(submit({ id: `need_${index}` }));
    expect(said(await submit({ id: 'need_more' }))).toBe('needs_too_many code');
    expect(said(await submit({ id: 'need_other', code: OTHER_CODE }, OTHER_OWNER))).toBe('ok');
    await done(market.platform.withdrawNeed(OWNER, 'need_3'));
    expect(said(await submit({ id: 'need_more' }))).toBe('ok');
  });

  test('a product that comes into the market can be asked for at once', async () => {
    const audience = { to: 'product', product: 'product_new' } as const;
    expect(said(await submit({ audience }))).toBe('audience_not_listed audience.product');
    await market.keep({ kind: 'product', value: aProduct({ id: 'product_new' }), expected: 0 });
    expect(said(await submit({ audience }))).toBe('ok');
  });
});

describe('an edit', () => {
  beforeEach(async () => {
    await done(submit());
  });

  test('is the next edition; the one before stays as it was', async () => {
    const later = instant('2026-03-02T08:00:00.000Z');
    market.at(later);
    const edited = await done(edit({ purpose: 'orders', rateCeiling: 500 as never }, 1));
    expect(edited).toMatchObject({
      created: false,
      version: 2,
      value: { edition: 2, purpose: 'orders', editedAt: later },
    });
    expect(await editions()).toMatchObject([
      { edition: 1, purpose: 'working_capital' },
      { edition: 2, purpose: 'orders', writtenAt: later },
    ]);
    expect(market.events()).toEqual(['need_submitted', 'need_edited']);
  });

  test('sent twice is one', async () => {
    const first = await done(edit({ purpose: 'orders' }, 1));
    expect(await done(edit({ purpose: 'orders' }, 1))).toEqual(first);
    expect(await done(submit({ purpose: 'orders' }))).toEqual(first);
    expect(market.events()).toHaveLength(2);
  });

  test('of what the asker has not seen is refused, and so is one of nothing', async () => {
    await done(edit({ purpose: 'orders' }, 1));
    expect(said(await edit({ purpose: 'wages' }, 1))).toBe('version_differs If-Match');
    expect(said(await edit({ id: 'need_none' }, 1))).toBe('version_differs If-Match');
    expect(await editions()).toHaveLength(2);
  });

  test('is held to the same rules as a posting', async () => {
    expect(said(await edit({ purposeDetail: '炒股' }, 1))).toBe('purpose_unlawful purposeDetail');
    expect(said(await edit({ consents: ['consent_none'] }, 1))).toBe(
      'need_consent_unknown consents.0',
    );
    const audience = { to: 'banks', banks: ['bank_none'] } as const;
    expect(said(await edit({ audience }, 1))).toBe('audience_not_listed audience.banks.0');
  });

  test('counts no second need of the firm', async () => {
    for (let index = 1; index < MAX_OPEN_NEEDS; index += 1)
      await done(submit({ id: `need_${index}` }));
    expect(said(await edit({ purpose: 'orders' }, 1))).toBe('ok');
  });

  test('comes too late when the need is withdrawn or over', async () => {
    market.on(addDays(needTerms().validTo, 1));
    expect(said(await edit({ validTo: addDays(TODAY, 400) }, 1))).toBe('need_not_open status');
    market.on(TODAY);
    await done(market.platform.withdrawNeed(OWNER, 'need_one'));
    expect(said(await edit({ purpose: 'orders' }, 2))).toBe('need_not_open status');
    expect(await editions()).toHaveLength(1);
  });

  test("of another firm's need is refused without a word about it", async () => {
    expect(said(await edit({ code: OTHER_CODE }, 1, OTHER_OWNER))).toBe('id_taken id');
    expect(said(await edit({}, 1, OTHER_OWNER))).toBe('enterprise_unknown code');
    const other = await market.platform.listNeedEditions(OTHER_OWNER, {
      need: 'need_one',
      limit: 5,
    });
    expect(said(other)).toBe('not_found need');
  });
});
