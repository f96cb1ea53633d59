import { beforeEach, expect, test, vi } from 'vitest';
import { months } from '#domain/time';
import { handler as match } from '#functions/match/index';
import { logger } from '#functions/runtime/logger';
import { handler as score } from '#functions/score/index';
import { handler as whitelist } from '#functions/whitelist/index';
import { join } from '#platform/join';
import type { Platform } from '#platform/platform';
import {
  aNeed,
  anEnterprise,
  aProduct,
  aRule,
  aScore,
  CODE,
  needTerms,
} from '#test/support/builders';
import { memoryPorts } from '#test/support/memory-ports';
import { OPERATOR } from '#test/support/principals';
import { again, aMessage, anEvent } from './a-queue.ts';

/** What the functions find behind them; each test has a world of its own. */
const world = vi.hoisted((): { platform?: Platform } => ({}));
vi.mock('#functions/runtime/platform', () => ({
  get platform() {
    return world.platform;
  },
}));

const asker = OPERATOR;
const changed = (messageId: string, code: string) =>
  anEvent(messageId, {
    type: 'records_changed',
    codes: [code],
    catalogue: 'honour',
    batch: 'batch_a',
  });
const OTHER = '91110108551385082Q';

async function aWorld(replaced: (platform: Platform) => Partial<Platform> = () => ({})) {
  const { ports, store } = memoryPorts();
  await store.commit({
    changes: [
      { kind: 'enterprise', value: anEnterprise(), expected: 0 },
      { kind: 'score', value: aScore(), expected: 0 },
      { kind: 'product', value: aProduct(), expected: 0 },
      { kind: 'need', value: aNeed(), expected: 0 },
    ],
    events: [],
  });
  const whole = join(ports);
  const platform = { ...whole, ...replaced(whole) };
  world.platform = platform;
  return { platform, store };
}

beforeEach(() => {
  for (const level of ['warn', 'error'] as const)
    vi.spyOn(logger, level).mockImplementation(() => {});
});

test('a firm that stands in three messages is scored once', async () => {
  const scored: string[] = [];
  await aWorld((whole) => ({
    scoreEnterprises: (who, codes) => {
      scored.push(...codes);
      return whole.scoreEnterprises(who, codes);
    },
  }));
  const messages = ['a', 'b', 'c'].map((id) => changed(id, CODE));
  expect(await again(score, messages)).toEqual([]);
  expect(scored).toEqual([CODE]);
});

test('a firm that cannot be scored takes none of its neighbours with it', async () => {
  await aWorld((whole) => ({
    scoreEnterprises: async (who, codes) => {
      if (codes.some((code) => code === OTHER)) throw new Error('The table is away.');
      return whole.scoreEnterprises(who, codes);
    },
  }));
  const messages = [changed('a', OTHER), changed('b', CODE), changed('c', OTHER)];
  expect(await again(score, messages)).toEqual(['a', 'c']);
});

test.each([
  ['no JSON', aMessage('odd', '{')],
  ['no event', aMessage('odd', { detail: {} })],
  ['an event inside that is no JSON', aMessage('odd', { detail: { event: '{' } })],
  ['an event of no known type', anEvent('odd', { type: 'moon_landing' })],
  ['a code that is none', changed('odd', '123')],
  ['an event of another queue', anEvent('odd', { type: 'need_submitted' })],
])('%s comes again alone, until it is a dead letter', async (_, odd) => {
  await aWorld();
  expect(await again(score, [odd, changed('good', CODE)])).toEqual(['odd']);
});

test('an event that a queue does not take comes again', async () => {
  await aWorld();
  const wrong = changed('odd', CODE);
  expect(await again(match, [wrong])).toEqual(['odd']);
  expect(await again(whitelist, [wrong])).toEqual(['odd']);
});

test('what is gone or over is acknowledged, not tried again', async () => {
  const { platform } = await aWorld();
  await platform.withdrawNeed(asker, 'need_one');
  expect(await again(score, [changed('stranger', OTHER)])).toEqual([]);
  const submitted = (id: string, need: string) =>
    anEvent(id, { type: 'need_submitted', need, code: CODE });
  const messages = [submitted('withdrawn', 'need_one'), submitted('absent', 'need_absent')];
  expect(await again(match, messages)).toEqual([]);
});

test('a refusal that another try may lift comes again', async () => {
  await aWorld(() => ({
    matchNeed: async () => ({ ok: false, refusal: { code: 'busy' } }),
  }));
  const message = anEvent('a', { type: 'need_submitted', need: 'need_one', code: CODE });
  expect(await again(match, [message])).toEqual(['a']);
});

test('a need that was posted is matched, and anew when its firm is scored', async () => {
  const { store } = await aWorld();
  await again(match, [anEvent('a', { type: 'need_submitted', need: 'need_one', code: CODE })]);
  expect(await store.get('matching', 'need_one')).toMatchObject({
    value: { counts: { yes: 1 } },
    version: 1,
  });
  await again(match, [
    anEvent('b', { type: 'enterprise_scored', code: CODE, points: 1, grade: 'D' }),
  ]);
  expect(await store.get('matching', 'need_one')).toMatchObject({ version: 2 });
});

test('a stretch of drafting that comes twice is drafted once', async () => {
  const { platform } = await aWorld();
  const id = 'whitelist_a';
  await platform.requestWhitelist(asker, { id, name: '名单', rule: aRule() });
  const message = anEvent('a', { type: 'whitelist_drafting', whitelist: id, after: '' });
  expect(await again(whitelist, [message])).toEqual([]);
  expect(await again(whitelist, [message])).toEqual([]);
  const drafted = { value: { status: 'draft', considered: 1, listed: 1 } };
  expect(await platform.readWhitelist(asker, id)).toMatchObject({ ok: true, value: drafted });
});

test('a need that was edited is matched as it now stands', async () => {
  const { platform, store } = await aWorld();
  const edited = await platform.editNeed(asker, { terms: needTerms({ term: months(6) }), seen: 1 });
  expect(edited.ok).toBe(true);
  expect(
    await again(match, [
      anEvent('a', { type: 'need_edited', need: 'need_one', code: CODE, edition: 2 }),
    ]),
  ).toEqual([]);
  expect(await store.get('matching', 'need_one')).toMatchObject({ value: { edition: 2 } });
});
