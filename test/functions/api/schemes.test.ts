import { beforeEach, expect, test } from 'vitest';
import * as z from 'zod';
import { accept } from '#domain/refusal';
import { citySegments } from '#domain/scoring/segments';
import { createApp } from '#functions/api/app';
import { shapes } from '#functions/api/shapes/shapes';
import { TODAY } from '#test/support/builders';
import { anOfficer } from '#test/support/principals';
import { aDoor, problemOf } from './a-door.ts';

const scheme = { ...citySegments, version: 2 };
const ID = 'scheme_city.2';
const PATH = `/v1/segment-schemes/${ID}`;
const shaped = async (name: string, response: Response) =>
  (shapes[name] ?? z.never()).parse(await response.json());

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

test('rules are drafted once, checked, approved by another, and begin, in the shapes of the document', async () => {
  const { put, get } = door;
  const first = await put(PATH, { scheme });
  expect([first.status, first.headers.get('location')]).toEqual([201, PATH]);
  expect(await shaped('SchemeVersion', first)).toMatchObject({ id: ID, status: 'draft', scheme });
  expect((await put(PATH, { scheme })).status).toBe(200);
  expect((await put(`${PATH}/check`, {})).status).toBe(200);
  expect((await approving(`${PATH}/approval`)).status).toBe(200);
  const active = await approving(`${PATH}/activation`, { from: TODAY });
  expect(await shaped('SchemeVersion', active)).toMatchObject({ activeFrom: TODAY });
  expect((await get(PATH)).headers.get('etag')).toBe('"v4"');
  const listed = z
    .strictObject({ items: z.array(shapes.SchemeEntry ?? z.never()) })
    .parse(await (await get('/v1/segment-schemes')).json());
  expect(listed.items).toMatchObject([{ id: ID, scheme: { id: 'city', version: 2 } }]);
  expect((await approving(`${PATH}/retirement`)).status).toBe(200);
});

const [thin, ...others] = citySegments.rules;

test.each([
  {
    name: 'another id',
    path: '/v1/segment-schemes/scheme_city.3',
    body: { scheme },
    says: [422, 'id_differs', 'scheme'],
  },
  {
    name: 'no id',
    path: '/v1/segment-schemes/city',
    body: { scheme },
    says: [400, 'id_wrong', 'id'],
  },
  {
    name: 'a value that is none',
    path: PATH,
    body: {
      scheme: { ...scheme, rules: [{ ...thin, anyOf: [{ fact: 'size', is: [null] }] }, ...others] },
    },
    says: [422, 'wrong_type', 'scheme.rules.0.anyOf.0.is.0'],
  },
  {
    name: 'a card that is not there',
    path: PATH,
    body: { scheme: { ...scheme, rules: [{ ...thin, card: 'nowhere' }, ...others] } },
    says: [422, 'scheme_faulty', 'rules[0].card'],
  },
  {
    name: 'other content under the name that the platform comes with',
    path: '/v1/segment-schemes/scheme_city.1',
    body: { scheme: { ...scheme, version: 1, rules: others } },
    says: [409, 'scheme_differs', 'scheme'],
  },
  {
    name: 'an activation by who models',
    path: `${PATH}/activation`,
    body: { from: TODAY },
    says: [403, 'forbidden', 'activateScheme'],
  },
])('what names $name is refused with its place', async ({ path, body, says }) => {
  const response = await door.put(path, body);
  const { code, errors } = await problemOf(response);
  expect([response.status, code, errors[0]?.field]).toEqual(says);
});
