import { beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { date } from '#domain/time';
import { shapes } from '#functions/api/shapes/shapes';
import { talliesOf } from '../../domain/quality/build.ts';
import {
  july,
  julyByDistrict,
  julyBySupplier,
  julyInAll,
  URBAN,
} from '../../domain/quality/july.ts';
import { aDoor, problemOf } from './a-door.ts';

let door: Awaited<ReturnType<typeof aDoor>>;
beforeAll(async () => {
  door = await aDoor();
  await door.keep(...talliesOf(july).map((value) => ({ kind: 'tally', value }) as const));
});

const urban = {
  name: '姑苏区城管局',
  kind: 'department',
  district: '320508',
  duties: ['administrative-penalty'],
};
const path = `/v1/suppliers/${URBAN}`;
const gusu = '/v1/quality?period=2023-07&definition=gusu-2023';
const read = async (at: string): Promise<unknown> => (await door.get(at)).json();
const tableSchema = z.looseObject({
  definition: z.looseObject({ id: z.string() }).optional(),
  items: z.array(z.unknown()),
  next: z.string().optional(),
  total: z.unknown().optional(),
});
const readTable = async (at: string) => tableSchema.parse(await read(at));

describe('a supplier', () => {
  test('is created once, the same again changes nothing, and other duties are a new version', async () => {
    const created = await door.put(path, urban);
    expect([created.status, created.headers.get('location')]).toEqual([201, path]);
    const again = await door.put(path, urban);
    expect([again.status, again.headers.get('etag')]).toEqual([200, '"v1"']);
    const changed = await door.put(path, { ...urban, duties: [] });
    expect([changed.status, changed.headers.get('etag')]).toEqual([200, '"v2"']);
    expect(await read(path)).toEqual({ id: URBAN, ...urban, duties: [] });
    expect(await read('/v1/suppliers')).toEqual({ items: [{ id: URBAN, ...urban, duties: [] }] });
  });

  test.each([
    ['/v1/suppliers/nobody', 400, 'id_wrong', urban],
    [path, 422, 'not_in_list', { ...urban, kind: 'friend' }],
    [path, 422, 'not_in_list', { ...urban, district: 'Gusu' }],
    [path, 422, 'not_in_list', { ...urban, duties: ['gossip'] }],
    [path, 422, 'required', { ...urban, name: undefined }],
    [path, 422, 'id_differs', { ...urban, id: 'supplier_other' }],
    [path, 422, 'unknown_field', { ...urban, colour: 'red' }],
  ])('at %s is refused with %i %s', async (at, status, code, body) => {
    const response = await door.put(at, body);
    expect(response.status).toBe(status);
    expect(await problemOf(response)).toMatchObject({ code });
  });

  test('that is not registered is not found', async () => {
    expect((await door.get('/v1/suppliers/supplier_nobody')).status).toBe(404);
  });
});

describe('the quality of a period', () => {
  test('is told over HTTP as it is counted by hand', async () => {
    const table = await readTable(gusu);
    expect(table).toMatchObject({ period: '2023-07', total: julyInAll, items: julyBySupplier });
    expect(shapes.QualityTable?.safeParse(table)).toMatchObject({ success: true });
    expect((await readTable(`${gusu}&by=district`)).items).toMatchObject(julyByDistrict);
    expect((await readTable(`${gusu}&supplier=${URBAN}`)).items).toMatchObject([
      { supplier: URBAN },
    ]);
  });

  test('comes in pages by rank, each with the figures of all', async () => {
    const first = await readTable(`${gusu}&by=district&limit=2`);
    const second = await readTable(`${gusu}&by=district&limit=2&cursor=${first.next}`);
    expect([...first.items, ...second.items]).toMatchObject(julyByDistrict);
    expect(second.total).toEqual(first.total);
    expect(second.next).toBeUndefined();
  });

  test('is that of this month where no period is named', async () => {
    expect((await readTable('/v1/quality')).period).toBe('2026-03');
  });

  test('is a page with a bar and a target for every figure where a browser asks', async () => {
    const response = await door.get(gusu, { accept: 'text/html' });
    const page = await response.text();
    expect(response.headers.get('content-type')).toContain('text/html');
    expect(page).toContain('归集质量通报 2023-07');
    expect(page).toMatch(/class="missed" style="width:[\d.]+%"/);
    expect(page).toContain('薄弱环节');
  });

  test('is measured by the city’s definition in force where none is named', async () => {
    expect((await readTable('/v1/quality?period=2023-07')).definition?.id).toBe('suzhou-2020');
    expect((await readTable('/v1/quality?period=2026-01')).definition?.id).toBe('suzhou-2025');
  });

  test.each([
    ['/v1/quality?period=2023-13', 'period_wrong'],
    ['/v1/quality?period=2023&definition=gusu', 'definition_unknown'],
    ['/v1/quality?period=2019', 'definition_unknown'],
    ['/v1/quality?period=2023&by=colour', 'not_in_list'],
    ['/v1/quality?period=2023&colour=red', 'unknown_field'],
  ])('asked as %s is refused with %s', async (at, code) => {
    const response = await door.get(at);
    expect(response.status).toBe(422);
    expect(await problemOf(response)).toMatchObject({ code });
  });

  test('a delivery of a year without a working calendar is refused by the year', async () => {
    const [tally] = talliesOf(july.slice(0, 1), 'far-');
    if (!tally) throw new Error('the example has rows');
    await door.keep({ kind: 'tally', value: { ...tally, deliveredOn: date('2099-01-05') } });
    const response = await door.get('/v1/quality?period=2099-01');
    expect(await problemOf(response)).toMatchObject({ code: 'calendar_year_unknown' });
    expect((await door.get('/v1/quality?period=2099-01&definition=gusu-2023')).status).toBe(200);
  });

  test('definitions are told with their days, targets and clauses', async () => {
    const { items } = await readTable('/v1/quality-definitions');
    expect(items).toContainEqual(
      expect.objectContaining({
        id: 'gusu-2023',
        timely: { days: 7, kind: 'calendar' },
        targets: { timely: 9500, stored: 10_000 },
      }),
    );
    for (const item of items)
      expect(shapes.QualityDefinition?.safeParse(item)).toMatchObject({ success: true });
  });
});
