import { expect, test } from 'vitest';
import * as z from 'zod';
import { shapes } from '#functions/api/shapes/shapes';
import { WANG } from '#test/support/a-person';
import { CODE, NOW } from '#test/support/builders';
import { aBank, aFirm, anOfficer } from '#test/support/principals';
import { aDoor, needBody, problemOf } from './a-door.ts';

const IDENTITY = `/v1/enterprises/${CODE}/identity`;
const OWNER = aFirm(CODE);
const claim = { ...WANG, method: 'registry_match' };

/** Asked until it is decided: some are left open at first. */
async function verified(door: Awaited<ReturnType<typeof aDoor>>) {
  await door.put(IDENTITY, claim);
  return door.put(IDENTITY, claim);
}

test('a person is verified, then may post', async () => {
  const door = await aDoor(OWNER);
  const refused = await door.put('/v1/needs/need_one', needBody());
  expect([refused.status, (await problemOf(refused)).code]).toEqual([403, 'identity_not_verified']);
  const first = await door.put(IDENTITY, claim);
  expect([first.status, first.headers.get('location')]).toEqual([201, IDENTITY]);
  const answer = await verified(door);
  expect(answer.status).toBe(200);
  const body = await answer.json();
  expect(shapes['Identity']?.parse(body)).toMatchObject({
    status: 'verified',
    phone: '138****5678',
  });
  expect((await door.put('/v1/needs/need_one', needBody())).status).toBe(201);
  const listed = z
    .object({ items: z.array(z.unknown()) })
    .parse(await (await door.get(IDENTITY)).json());
  expect(listed.items).toEqual([body]);
});

test.each([
  [{ idNumber: '32050819900101123' }, 'id_number_wrong', 'idNumber'],
  [{ idNumber: 13812345678 }, 'id_number_wrong', 'idNumber'],
  [{ phone: '12345' }, 'phone_wrong', 'phone'],
  [{ method: 'guess' }, 'not_in_list', 'method'],
  [{ name: '' }, 'required', 'name'],
  [{ method: 'electronic_licence' }, 'required', 'licence'],
  [{ colour: WANG.idNumber }, 'unknown_field', 'colour'],
])('%o is refused: %s', async (changed, code, field) => {
  const { put } = await aDoor(OWNER);
  const response = await put(IDENTITY, { ...claim, ...changed });
  const text = await response.text();
  expect(response.status).toBe(422);
  expect(JSON.parse(text)).toMatchObject({ code, errors: [{ field }] });
  for (const number of [WANG.idNumber, '32050819900101123', '13812345678'])
    expect(text).not.toContain(number);
});

test('the auditor searches by PUT, and no ID number is in an address', async () => {
  const door = await aDoor(anOfficer('office.auditor'));
  const response = await door.put('/v1/identity-searches/search_one', {
    idNumber: WANG.idNumber,
    reason: '举报核查',
  });
  expect([response.status, await response.json()]).toEqual([200, { id: 'search_one', items: [] }]);
  expect((await door.app.request('/v1/identity-searches/search_one')).status).toBe(405);
});

test('retention reports are for the office', async () => {
  expect(
    (await (await aDoor(anOfficer('office.auditor'))).get('/v1/retention-reports')).status,
  ).toBe(200);
  expect((await (await aDoor(aBank())).get('/v1/retention-reports')).status).toBe(403);
});

const lineSchema = z.object({ kind: z.string(), value: z.unknown() });
const linesOf = (text: string) =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => lineSchema.parse(JSON.parse(line)));

test('a firm gets everything that is kept about it, and who asks their own numbers', async () => {
  const door = await aDoor(OWNER);
  await verified(door);
  await door.put('/v1/needs/need_one', needBody());
  const response = await door.get(`/v1/enterprises/${CODE}/export`);
  const text = await response.text();
  expect(response.headers.get('content-type')).toBe('application/jsonl; charset=utf-8');
  expect(response.headers.get('content-disposition')).toContain(`${CODE}.jsonl`);
  expect(linesOf(text).map(({ kind }) => kind)).toEqual([
    'enterprise',
    'score',
    'need',
    'needEdition',
    'identity',
  ]);
  expect(text).toContain(WANG.idNumber);
  expect(text).toContain(WANG.phone);
});

test('to a colleague the numbers of another are masked', async () => {
  const door = await aDoor(OWNER);
  await verified(door);
  const colleague = { ...OWNER, id: 'colleague' };
  const exported = await door.platform.exportSubject(colleague, { code: CODE });
  const told = JSON.stringify(exported);
  expect(told).toContain('138****5678');
  for (const number of [WANG.idNumber, WANG.phone]) expect(told).not.toContain(number);
});

test('an export is for the owner of the firm alone', async () => {
  for (const [asker, status] of [
    [aFirm(CODE, 'firm.clerk'), 403],
    [aBank(), 403],
    [anOfficer('office.data'), 403],
  ] as const)
    expect((await (await aDoor(asker)).get(`/v1/enterprises/${CODE}/export`)).status).toBe(status);
});

test('a long export comes in parts, which together are all of it', async () => {
  const door = await aDoor(OWNER);
  const notes = Array.from({ length: 300 }, (_, index) => index);
  for (const index of notes)
    await door.keep({
      kind: 'notice',
      value: {
        id: `notice_${index}`,
        to: { kind: 'firm', organisation: CODE },
        kind: 'list_hit',
        code: CODE,
        detail: '长'.repeat(10_000),
        createdAt: NOW,
      },
    });
  const ids = new Set<unknown>();
  let path: string | undefined = `/v1/enterprises/${CODE}/export`;
  let parts = 0;
  while (path !== undefined) {
    const response: Response = await door.get(path);
    expect(response.status).toBe(200);
    for (const { kind, value } of linesOf(await response.text()))
      if (kind === 'notice') ids.add(Object(value).id);
    path = /<([^>]+)>/.exec(response.headers.get('link') ?? '')?.[1];
    parts += 1;
  }
  expect([ids.size, parts > 1]).toEqual([300, true]);
  const wrong = await door.get(
    `/v1/enterprises/${CODE}/export?cursor=${Buffer.from('99#').toString('base64url')}`,
  );
  expect((await problemOf(wrong)).code).toBe('cursor_wrong');
});
