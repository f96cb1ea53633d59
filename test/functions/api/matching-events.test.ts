import { beforeAll, expect, test } from 'vitest';
import * as z from 'zod';
import type { Principal } from '#domain/principal';
import { accept } from '#domain/refusal';
import { createApp } from '#functions/api/app';
import { shapes } from '#functions/api/shapes/shapes';
import { join } from '#platform/join';
import type { MemoryStore } from '#test/support/memory-store';
import { aBank, aFirm, anOfficer } from '#test/support/principals';
import { slicePorts } from '#test/support/slice';
import { aWorld, OWN, personIn } from '../../access/world.ts';
import { problemOf } from './a-door.ts';

/** Two firms have joined with a need each, and each need goes to one product alone; two banks bring one place each. */
let world: MemoryStore;
beforeAll(async () => {
  world = await aWorld();
});

const EVENT = '/v1/matching-events/event_own';
const OFFICE = anOfficer('office.approver');
const BANK = aBank('bank.product_manager', OWN.bank);
const FIRM: Principal = { ...aFirm(OWN.code), id: personIn('firm.owner') };

function doorOf(store: MemoryStore) {
  const platform = join(slicePorts(store));
  const as = (asker: Principal) => createApp(platform, { authenticate: async () => accept(asker) });
  return {
    get: (asker: Principal, path: string) => as(asker).request(path),
    put: (asker: Principal, path: string, body: object = {}) =>
      as(asker).request(path, {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
  };
}

const shaped = async (name: string, response: Response) =>
  (shapes[name] ?? z.never()).parse(await response.json());
const items = async (name: string, response: Response) =>
  z
    .strictObject({ items: z.array(shapes[name] ?? z.never()), next: z.string().optional() })
    .parse(await response.json()).items;

test('an event is opened once, and says where it is', async () => {
  const { put } = doorOf(world.copy());
  const terms = { name: '夏季撮合会', closesOn: '2026-06-30' };
  const path = '/v1/matching-events/event_summer';
  const opener = anOfficer('office.list_drafter');
  const first = await put(opener, path, terms);
  expect([first.status, first.headers.get('location')]).toEqual([201, path]);
  expect(await shaped('MatchingEvent', first)).toMatchObject({ status: 'open', needs: 0 });
  expect((await put(opener, path, terms)).status).toBe(200);
  const other = await put(opener, path, { ...terms, closesOn: '2026-07-31' });
  expect(await problemOf(other)).toMatchObject({ status: 409, code: 'matching_event_differs' });
});

test('a need goes to its audience alone, and firm, bank and office are each told their own', async () => {
  const { get, put } = doorOf(world.copy());
  const assigned = await put(OFFICE, `${EVENT}/assignment`);
  expect(await shaped('MatchingEvent', assigned)).toMatchObject({
    status: 'assigned',
    result: { assigned: 2, unassigned: 0, rounds: 1 },
  });
  expect(await shaped('EventNeed', await get(FIRM, `${EVENT}/needs/need_own`))).toMatchObject({
    preferences: [{ bank: OWN.bank, product: 'product_own' }],
    outcome: { status: 'assigned', bank: OWN.bank, place: 1, steps: [{ round: 1 }] },
  });
  const got = await get(BANK, `${EVENT}/capacities/${OWN.bank}/needs`);
  expect(await items('GotNeed', got)).toMatchObject([{ need: 'need_own', product: 'product_own' }]);
  expect(await items('EventNeed', await get(OFFICE, `${EVENT}/needs`))).toHaveLength(2);
  expect(await items('Capacity', await get(OFFICE, `${EVENT}/capacities`))).toHaveLength(2);
  const mine = await get(FIRM, `/v1/enterprises/${OWN.code}/matching-events?limit=1`);
  expect(await items('EventNeed', mine)).toHaveLength(1);
});

test('what a bank got of a need says nothing of the banks that the firm would rather have had, nor of the firm', async () => {
  const { get, put } = doorOf(world.copy());
  await put(OFFICE, `${EVENT}/assignment`);
  const text = await (await get(BANK, `${EVENT}/capacities/${OWN.bank}/needs`)).text();
  expect(text).not.toContain(OWN.code);
  expect(text).not.toContain('passedOver');
});

test('after the assignment nobody comes, and the refusal says where the event is', async () => {
  const { put } = doorOf(world.copy());
  await put(OFFICE, `${EVENT}/assignment`);
  const late = await put(BANK, `${EVENT}/capacities/${OWN.bank}`, { quota: 5, amount: 1 });
  expect(await problemOf(late)).toMatchObject({
    status: 409,
    code: 'matching_event_status_wrong',
    errors: [{ expected: 'open', actual: 'assigned' }],
  });
});

test.each([
  [{ quota: -1, amount: 1 }, 'out_of_range'],
  [{ quota: 1.5, amount: 1 }, 'number_wrong'],
  [{ quota: 1, amount: -1 }, 'money_negative'],
  [{ quota: 1 }, 'required'],
] as const)('a bank that brings %j is refused: %s', async (body, code) => {
  const { put } = doorOf(world.copy());
  const refused = await put(BANK, `${EVENT}/capacities/${OWN.bank}`, body);
  expect(await problemOf(refused)).toMatchObject({ status: 422, code });
});

test('either id of a path is refused where it is none', async () => {
  const { put, get } = doorOf(world.copy());
  for (const response of [
    await put(FIRM, '/v1/matching-events/spring/needs/need_own'),
    await get(FIRM, `${EVENT}/needs/own`),
    await get(BANK, `${EVENT}/capacities/gusu`),
  ])
    expect(await problemOf(response)).toMatchObject({ status: 400, code: 'id_wrong' });
});
