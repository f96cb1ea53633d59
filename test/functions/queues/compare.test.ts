import { beforeEach, expect, test, vi } from 'vitest';
import { handler as compare } from '#functions/compare/index';
import { logger } from '#functions/runtime/logger';
import type { Platform } from '#platform/platform';
import { CODE } from '#test/support/builders';
import { aCity, debtorRow } from '../../usecases/a-city.ts';
import { again, anEvent } from './a-queue.ts';

/** What the function finds behind it; each test has a world of its own. */
const world = vi.hoisted((): { platform?: Platform } => ({}));
vi.mock('#functions/runtime/platform', () => ({
  get platform() {
    return world.platform;
  },
}));

beforeEach(() => {
  for (const level of ['warn', 'error'] as const)
    vi.spyOn(logger, level).mockImplementation(() => {});
});

const changed = (messageId: string, catalogue: string) =>
  anEvent(messageId, { type: 'records_changed', codes: [CODE], catalogue, batch: 'batch_a' });

async function aListedFirm() {
  const city = await aCity();
  await city.rows('dishonest-debtor', debtorRow);
  world.platform = city.platform;
  return city;
}

test('a listing is told once, however often its message comes', async () => {
  const { hits } = await aListedFirm();
  const messages = [changed('a', 'dishonest-debtor'), changed('b', 'dishonest-debtor')];
  expect(await again(compare, messages)).toEqual([]);
  expect(await again(compare, messages)).toEqual([]);
  expect(hits()).toMatchObject([{ code: CODE, list: 'dishonest_debtor', by: { kind: 'system' } }]);
});

test.each([
  ['an event of another queue', anEvent('odd', { type: 'need_submitted', need: 'need_a' })],
  ['a catalogue that there is not', changed('odd', 'moon')],
])('%s comes again alone, until it is a dead letter', async (_, odd) => {
  const { hits } = await aListedFirm();
  expect(await again(compare, [odd, changed('good', 'dishonest-debtor')])).toEqual(['odd']);
  expect(hits()).toHaveLength(1);
});

test('what is held up comes again', async () => {
  const { platform } = await aListedFirm();
  world.platform = {
    ...platform,
    compareLists: async () => ({ ok: false, refusal: { code: 'busy' } }),
  };
  expect(await again(compare, [changed('a', 'dishonest-debtor')])).toEqual(['a']);
});
