import { beforeEach, expect, test } from 'vitest';
import * as z from 'zod';
import { accept } from '#domain/refusal';
import { expertCard } from '#domain/scoring/expert-card';
import { addDays } from '#domain/time';
import { createApp } from '#functions/api/app';
import { shapes } from '#functions/api/shapes/shapes';
import { join } from '#platform/join';
import { CODE, instant, TODAY } from '#test/support/builders';
import { memoryPorts } from '#test/support/memory-ports';
import { anOfficer, OPERATOR } from '#test/support/principals';
import { deliver } from '#test/support/slice';
import { aDoor, problemOf } from './a-door.ts';

const card = { ...expertCard, version: expertCard.version + 1 };
const ID = `card_expert.${card.version}`;
const PATH = `/v1/cards/${ID}`;
const shaped = async (name: string, response: Response) =>
  (shapes[name] ?? z.never()).parse(await response.json());
const page = async (name: string, response: Response) =>
  z
    .strictObject({ items: z.array(shapes[name] ?? z.never()), next: z.string().optional() })
    .parse(await response.json());

let door: Awaited<ReturnType<typeof aDoor>>;
beforeEach(async () => {
  door = await aDoor(anOfficer('office.model'));
});

/** The same door, somebody else before it. */
const approving = (path: string, body: object = {}) =>
  createApp(door.platform, {
    authenticate: async () => accept({ ...anOfficer('office.approver'), id: 'officer-other' }),
  }).request(path, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

test('a card is drafted once, checked, approved by another, and begins, in the shapes of the document', async () => {
  const { put, get } = door;
  const first = await put(PATH, { role: 'champion', card });
  expect([first.status, first.headers.get('location')]).toEqual([201, PATH]);
  expect(await shaped('CardVersion', first)).toMatchObject({ id: ID, status: 'draft' });
  expect((await put(PATH, { role: 'champion', card })).status).toBe(200);
  expect((await put(`${PATH}/check`, {})).status).toBe(200);
  expect((await approving(`${PATH}/approval`)).status).toBe(200);
  const active = await approving(`${PATH}/activation`, { from: TODAY });
  expect(await shaped('CardVersion', active)).toMatchObject({
    status: 'active',
    activeFrom: TODAY,
    announced: TODAY,
  });
  const read = await get(PATH);
  expect(read.headers.get('etag')).toBe('"v4"');
  const listed = await page('CardEntry', await get('/v1/cards'));
  expect(listed.items).toMatchObject([{ id: ID, card: { version: card.version } }]);
  expect((await approving(`${PATH}/retirement`)).status).toBe(200);
});

test.each([
  {
    name: 'another id',
    path: '/v1/cards/card_other.1',
    body: { role: 'champion', card },
    says: [422, 'id_differs'],
  },
  {
    name: 'no id',
    path: '/v1/cards/expert',
    body: { role: 'champion', card },
    says: [400, 'id_wrong'],
  },
  {
    name: 'a role that is none',
    path: PATH,
    body: { role: 'king', card },
    says: [422, 'not_in_list'],
  },
  { name: 'no card', path: PATH, body: { role: 'champion' }, says: [422, 'required'] },
  {
    name: 'a card with a fault',
    path: PATH,
    body: { role: 'champion', card: { ...card, bands: [{ grade: 'A', from: 5 }] } },
    says: [422, 'card_faulty'],
  },
  {
    name: 'an activation by who models',
    path: `${PATH}/activation`,
    body: {},
    says: [403, 'forbidden'],
  },
])('what names $name is refused', async ({ path, body, says }) => {
  const response = await door.put(path, body);
  expect([response.status, (await problemOf(response)).code]).toEqual(says);
});

test('a comparison is asked for, and is listed', async () => {
  await door.put(PATH, { role: 'challenger', card });
  const asked = await shaped('CardComparison', await door.put(`${PATH}/comparison`, {}));
  expect(asked).toMatchObject({ challenger: ID, asOf: TODAY, firms: 1 });
  const listed = await page('CardComparison', await door.get('/v1/card-comparisons?limit=1'));
  expect(listed.items).toEqual([asked]);
});

test('the scores of a firm are listed page by page, and each replays as it was told', async () => {
  const { ports } = memoryPorts();
  const platform = join(ports);
  await deliver(platform, 'enterprise-registration', [
    { code: CODE, name: '苏州禾木精密制造有限公司', established_on: '2012-05-08' },
  ]);
  await platform.scoreEnterprise(OPERATOR, { code: CODE });
  const later = join({ ...ports, now: () => instant('2026-03-03T01:00:00.000Z') });
  await later.scoreEnterprise(OPERATOR, { code: CODE, asOf: addDays(TODAY, 1) });
  const app = createApp(platform, { authenticate: async () => accept(OPERATOR) });
  const get = async (path: string) => app.request(path);
  const told = await page('ToldScore', await get(`/v1/enterprises/${CODE}/scores?limit=1`));
  const [score] = z.array(z.looseObject({ scoredAt: z.string() })).parse(told.items);
  const rest = await get(`/v1/enterprises/${CODE}/scores?limit=1&cursor=${told.next}`);
  expect((await page('ToldScore', rest)).items).toHaveLength(1);
  const replay = `/v1/enterprises/${CODE}/score-replay`;
  const replayed = await get(`${replay}?at=${score?.scoredAt}`);
  expect(await shaped('ReplayedScore', replayed)).toMatchObject({ same: true });
  for (const [query, code] of [
    ['', 'required'],
    ['?at=yesterday', 'date_wrong'],
    ['?at=2020-01-01T00:00:00.000Z', 'not_found'],
  ])
    expect((await problemOf(await get(`${replay}${query}`))).code).toBe(code);
});
