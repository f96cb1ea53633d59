import { PutItemCommand, ScanCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { availableEngines } from '#adapters/dynamodb/engine';
import { newEventId } from '#adapters/system/event-ids';
import { entryOf } from '#domain/credit/profile';
import type { CreditRecord } from '#domain/credit/record';
import { recordId } from '#domain/credit/record';
import type { DomainEvent } from '#domain/event';
import type { Findability } from '#domain/findability/findability';
import { eraseNumbers } from '#domain/identity/erase-numbers';
import type { ConsentId, NeedId, NoticeId, ProductId } from '#domain/ids';
import type { Access } from '#domain/ledger/access';
import { editionOf } from '#domain/need/need-edition';
import type { Notice } from '#domain/notice/notice';
import { SYSTEM } from '#domain/principal';
import type { ProductVersion } from '#domain/product/product-version';
import type { SchemeVersion } from '#domain/scoring/registry/scheme-version';
import { citySegments } from '#domain/scoring/segments';
import { date } from '#domain/time';
import { anIdentity } from '#test/support/an-identity';
import {
  aNeed,
  anEnterprise,
  aProduct,
  CODE,
  instant,
  NOW,
  unifiedCode,
} from '#test/support/builders';
import { engineStore } from '#test/support/engine-store';
import { memoryStore } from '#test/support/memory-store';
import { codeOf } from '#test/support/numbered-firms';
import { listAll } from '#usecases/list-all';
import { type Collections, MAX_COMMIT, type Store } from '#usecases/ports';

const engines = availableEngines();
// Which engines this run has seen stands in the log: fewer engines prove less.
console.info(`store contract on: memory, ${engines.join(', ')}`);

const aRecord = (told: Partial<CreditRecord> = {}): CreditRecord => ({
  id: recordId('honour', CODE, 'one'),
  catalogue: 'honour',
  catalogueVersion: 1,
  subject: CODE,
  supplier: 'supplier_office',
  occurredOn: date('2025-05-01'),
  receivedAt: NOW,
  severity: 'none',
  validity: { from: date('2025-05-01') },
  content: { title: '守合同重信用', level: 'city' },
  provenance: [{ batch: 'batch_one', row: 1, verdict: 'accepted' }],
  ...told,
});

const aNotice = (id: NoticeId): Notice => ({
  id,
  to: { kind: 'firm', organisation: CODE },
  kind: 'list_hit',
  code: CODE,
  createdAt: NOW,
});

const WITHDRAWN = { on: date('2026-03-02'), by: 'case_one', why: 'repaired' } as const;

const listed = (product: ProductId): DomainEvent => ({
  type: 'product_moved',
  product,
  version: 1,
  bank: 'bank_gusu',
  move: 'publish',
  status: 'listed',
  id: newEventId(),
  at: NOW,
  by: SYSTEM,
});

const product = (id: ProductId) =>
  ({ kind: 'product', value: aProduct({ id }), expected: 0 }) as const;

describe.each([
  {
    name: 'memory',
    open: async () => ({ store: memoryStore() as Store, stop: async () => {} }),
  },
  ...engines.map((engine) => ({ name: engine, open: () => engineStore(engine) })),
])('the store over $name', ({ open }) => {
  let store: Store;
  let stop: () => Promise<void>;
  beforeAll(async () => {
    ({ store, stop } = await open());
  });
  afterAll(() => stop());

  test('gives back what was committed, with its version', async () => {
    expect(await store.get('enterprise', CODE)).toBeUndefined();
    const value = anEnterprise();
    expect(
      await store.commit({ changes: [{ kind: 'enterprise', value, expected: 0 }], events: [] }),
    ).toBe('committed');
    expect(await store.get('enterprise', CODE)).toEqual({ value, version: 1 });
  });

  test('a second first writing is a conflict and leaves the first', async () => {
    const value = aNeed({ id: 'need_conflict' });
    const write = (expected: number, status: 'open' | 'withdrawn') =>
      store.commit({
        changes: [{ kind: 'need', value: { ...value, status }, expected }],
        events: [],
      });
    expect(await write(0, 'open')).toBe('committed');
    expect(await write(0, 'withdrawn')).toBe('conflict');
    expect(await write(2, 'withdrawn')).toBe('conflict');
    expect(await store.get('need', 'need_conflict')).toEqual({ value, version: 1 });
    expect(await write(1, 'withdrawn')).toBe('committed');
    expect((await store.get('need', 'need_conflict'))?.version).toBe(2);
  });

  test('a commit is whole or nothing', async () => {
    await store.commit({ changes: [product('product_there')], events: [] });
    const before = await store.revisions(['products']);
    const result = await store.commit({
      changes: [product('product_new'), product('product_there')],
      events: [listed('product_new')],
      revisions: ['products'],
    });
    expect(result).toBe('conflict');
    expect(await store.get('product', 'product_new')).toBeUndefined();
    expect(await store.revisions(['products'])).toEqual(before);
  });

  test('revisions count commits, each its own', async () => {
    const [before = 0] = await store.revisions([`records:${CODE}`]);
    for (const id of ['product_r1', 'product_r2'] as const)
      await store.commit({
        changes: [product(id)],
        events: [],
        profiles: [{ code: CODE, entries: {} }],
      });
    expect(await store.revisions([`records:${CODE}`, 'holdings'])).toEqual([before + 2, 0]);
  });

  test('a profile gathers the entries of every commit, those at the same moment too', async () => {
    const code = unifiedCode('91320508MA00004370');
    expect(await store.profile(code)).toEqual({ revision: 0, entries: {} });
    const ids = Array.from({ length: 60 }, (_, index) => recordId('honour', code, `荣誉|${index}`));
    const entry = { ...entryOf(aRecord()), list: '名单/一' };
    const results = await Promise.all(
      ids.map((id) =>
        store.commit({ changes: [], events: [], profiles: [{ code, entries: { [id]: entry } }] }),
      ),
    );
    expect(results.every((result) => result === 'committed')).toBe(true);
    const changed = { ...entry, withdrawn: WITHDRAWN };
    const [first] = ids;
    if (first === undefined) throw new Error('there are ids');
    await store.commit({
      changes: [],
      events: [],
      profiles: [{ code, entries: { [first]: changed } }],
    });
    expect(await store.profile(code)).toEqual({
      revision: 61,
      entries: Object.fromEntries(ids.map((id) => [id, id === first ? changed : entry])),
    });
    const nobody = unifiedCode('91320508MA0000269X');
    expect(await store.profiles([nobody, code])).toEqual([
      { revision: 0, entries: {} },
      await store.profile(code),
    ]);
  });

  test('a profile that no item could hold is refused, and the commit with it', async () => {
    const code = unifiedCode('91320508MA0000082Y');
    const entry = { ...entryOf(aRecord()), list: '长'.repeat(3_000) };
    let result = 'committed';
    for (let index = 0; result === 'committed' && index < 60; index += 1)
      result = await store.commit({
        changes: [],
        events: [],
        profiles: [{ code, entries: { [recordId('honour', code, String(index))]: entry } }],
      });
    expect(result).toBe('too_large');
    expect(Object.keys((await store.profile(code)).entries).length).toBeGreaterThan(30);
  });

  test('of fifty who write the same version at once, one wins', async () => {
    await store.commit({ changes: [product('product_race')], events: [] });
    const results = await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        store.commit({
          changes: [
            {
              kind: 'product',
              value: aProduct({ id: 'product_race', name: `第${index}版` }),
              expected: 1,
            },
          ],
          events: [],
        }),
      ),
    );
    expect(results.filter((result) => result === 'committed')).toHaveLength(1);
    expect((await store.get('product', 'product_race'))?.version).toBe(2);
  });

  test('many are found in the order asked for, absent ones as undefined', async () => {
    const ids = Array.from({ length: 230 }, (_, index) => `product_many-${index}` as const);
    for (let start = 0; start < ids.length; start += MAX_COMMIT)
      await store.commit({
        changes: ids.slice(start, start + MAX_COMMIT).map(product),
        events: [],
      });
    const asked = [...ids.toReversed(), 'product_absent', ids[0] ?? 'product_many-0'] as const;
    const found = await store.getMany('product', asked);
    expect(found.map((item) => item?.value.id)).toEqual(
      asked.map((id) => (id === 'product_absent' ? undefined : id)),
    );
  });

  test('pages see every item once, in order, and the last has no next', async () => {
    const code = unifiedCode('91320508MA0000269X');
    // Keys that differ only in case, and in Chinese, are different records.
    const keys = ['a', 'A', 'b', '苏罚〔2024〕1号', '苏罚〔2024〕10号', '苏罚〔2024〕2号', 'Z'];
    await store.commit({
      changes: keys.map((key) => ({
        kind: 'record' as const,
        value: aRecord({ id: recordId('honour', code, key), subject: code }),
        expected: 0,
      })),
      events: [],
    });
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await store.list('recordsOfEnterprise', code, {
        limit: 2,
        ...(after !== undefined && { after }),
      });
      expect(page.items.length).toBeLessThanOrEqual(2);
      seen.push(...page.items.map(({ value }) => value.id.split('/').slice(2).join('/')));
      after = page.next;
    } while (after !== undefined);
    expect(seen).toEqual(keys.toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))));
  });

  test('newest first is newest first, page by page', async () => {
    const code = unifiedCode('91320508MA00004370');
    for (const [id, at] of [
      ['need_b', '2026-01-02T00:00:00.000Z'],
      ['need_c', '2026-01-03T00:00:00.000Z'],
      ['need_a', '2026-01-01T00:00:00.000Z'],
    ] as const)
      await store.commit({
        changes: [
          { kind: 'need', value: aNeed({ id, code, submittedAt: at as never }), expected: 0 },
        ],
        events: [],
      });
    const first = await store.list('needsOfEnterprise', code, { limit: 2 });
    expect(first.items.map(({ value }) => value.id)).toEqual(['need_c', 'need_b']);
    const second = await store.list('needsOfEnterprise', code, {
      limit: 2,
      after: first.next ?? '',
    });
    expect(second.items.map(({ value }) => value.id)).toEqual(['need_a']);
    expect(second.next).toBeUndefined();
  });

  test('the editions of a need are met by number, apart from the need and from those of others', async () => {
    const id = 'need_edited';
    const written = (of: NeedId, edition: number) =>
      ({
        kind: 'needEdition',
        value: editionOf(aNeed({ id: of, edition })),
        expected: 0,
      }) as const;
    const numbers = [10, 2, 1, 50];
    await store.commit({
      changes: [
        { kind: 'need', value: aNeed({ id, edition: 50 }), expected: 0 },
        ...numbers.map((edition) => written(id, edition)),
        written('need_edited-too', 3),
      ],
      events: [],
    });
    const first = await store.list('editionsOfNeed', id, { limit: 3 });
    expect(first.items.map(({ value }) => value.edition)).toEqual([1, 2, 10]);
    const rest = await store.list('editionsOfNeed', id, { limit: 3, after: first.next ?? '' });
    expect(rest.items.map(({ value }) => value.edition)).toEqual([50]);
    expect(await store.getMany('needEdition', [`${id}/2`, `${id}/3`])).toEqual([
      { value: written(id, 2).value, version: 1 },
      undefined,
    ]);
    const again = { changes: [written(id, 2)], events: [] };
    expect(await store.commit(again)).toBe('conflict');
  });

  test('a firm that falls off a list leaves its index', async () => {
    const write = (listed: boolean, expected: number) =>
      store.commit({
        changes: [
          {
            kind: 'listing',
            value: { whitelist: 'whitelist_one', code: CODE, name: '某企业', listed, grounds: [] },
            expected,
          },
        ],
        events: [],
      });
    const on = async () =>
      (await store.list('listedIn', 'whitelist_one', { limit: 10 })).items.map(
        ({ value }) => value.code,
      );
    await write(true, 0);
    expect(await on()).toEqual([CODE]);
    await write(false, 1);
    expect(await on()).toEqual([]);
  });

  test('versions of a product come newest first, and those that wait are found until they are listed', async () => {
    const id = 'product_versions';
    const version = (number: number, status: ProductVersion['status']): ProductVersion => ({
      ...aProduct({ id, version: number, status, bank: { id: 'bank_contract', name: '行' } }),
      eligibility: [
        { any: [{ fact: 'points', atLeast: 600 }, { not: { fact: 'tax_abnormal', is: true } }] },
        { fact: 'industry', in: ['C'], except: ['C39'] },
      ],
      steps: [{ move: 'draft', side: 'bank', by: 'bank/bank_contract/x', at: NOW }],
    });
    const write = (value: ProductVersion, expected: number) =>
      store.commit({ changes: [{ kind: 'productVersion', value, expected }], events: [] });
    for (let number = 1; number <= 11; number += 1) await write(version(number, 'draft'), 0);
    expect((await store.get('productVersion', `${id}.10`))?.value).toEqual(version(10, 'draft'));
    const page = await store.list('versionsOfProduct', id, { limit: 3 });
    expect(page.items.map(({ value }) => value.version)).toEqual([11, 10, 9]);
    const next = await store.list('versionsOfProduct', id, { limit: 3, after: page.next ?? '' });
    expect(next.items.map(({ value }) => value.version)).toEqual([8, 7, 6]);
    const waiting = async () =>
      (await store.list('productDraftsOf', 'bank_contract', { limit: 20 })).items.length;
    expect(await waiting()).toBe(11);
    await write(version(1, 'checked'), 1);
    expect(await waiting()).toBe(11);
    await write(version(1, 'listed'), 2);
    expect(await waiting()).toBe(10);
    const all = await store.list('productDrafts', 'all', { limit: 20 });
    expect(all.items.map(({ value }) => value.id)).toEqual(Array.from({ length: 10 }, () => id));
  });

  test('a delisted product is no more in the catalogue, and still there', async () => {
    const write = (status: 'listed' | 'suspended' | 'delisted', expected: number) =>
      store.commit({
        changes: [{ kind: 'product', value: aProduct({ id: 'product_life', status }), expected }],
        events: [],
      });
    const isListed = async () =>
      (await listAll(store, 'products', 'all')).some(({ id }) => id === 'product_life');
    await write('listed', 0);
    await write('suspended', 1);
    expect(await isListed()).toBe(true);
    await write('delisted', 2);
    expect(await isListed()).toBe(false);
    expect((await store.get('product', 'product_life'))?.value.status).toBe('delisted');
  });

  test('what is removed is gone, from its indexes too, and only under its version', async () => {
    const value = aNotice('notice_gone');
    await store.commit({ changes: [{ kind: 'notice', value, expected: 0 }], events: [] });
    const month = 'notices#2026-03' as const;
    const listed = async () =>
      (await store.list('dueNotices', month, { limit: 10 })).items.map((one) => one.value.id);
    expect(await listed()).toEqual([value.id]);
    const remove = (expected: number) =>
      store.commit({
        changes: [],
        removals: [{ kind: 'notice', id: value.id, expected }],
        events: [],
      });
    expect(await remove(2)).toBe('conflict');
    expect(await store.get('notice', value.id)).toEqual({ value, version: 1 });
    expect(await remove(1)).toBe('committed');
    expect(await store.get('notice', value.id)).toBeUndefined();
    expect(await listed()).toEqual([]);
    expect(await remove(1)).toBe('conflict');
  });

  test('a removal and what is written with it are one', async () => {
    const value = aNotice('notice_whole');
    await store.commit({ changes: [{ kind: 'notice', value, expected: 0 }], events: [] });
    const result = await store.commit({
      changes: [{ kind: 'notice', value: aNotice('notice_other'), expected: 7 }],
      removals: [{ kind: 'notice', id: value.id, expected: 1 }],
      events: [],
    });
    expect(result).toBe('conflict');
    expect(await store.get('notice', value.id)).toEqual({ value, version: 1 });
  });

  test('an identity is found by firm, by the hash of its number, and by the rule that comes next', async () => {
    const write = (value: ReturnType<typeof anIdentity>, expected: number) =>
      store.commit({ changes: [{ kind: 'identity', value, expected }], events: [] });
    const people = async () => ({
      firm: (await store.list('identitiesOfEnterprise', CODE, { limit: 9 })).items.length,
      number: (await store.list('identitiesOfNumber', 'hash-id', { limit: 9 })).items.length,
      numbers: (await store.list('dueIdentities', 'identity_numbers#2027-03', { limit: 9 })).items
        .length,
      rest: (await store.list('dueIdentities', 'identities#2027-03', { limit: 9 })).items.length,
    });
    await write(anIdentity({ person: 'issuer|a/b#c' }), 0);
    await write(anIdentity({ person: 'other' }), 0);
    expect(await people()).toEqual({ firm: 2, number: 2, numbers: 2, rest: 0 });
    await write(eraseNumbers(anIdentity({ person: 'other' })), 1);
    expect(await people()).toEqual({ firm: 2, number: 1, numbers: 1, rest: 1 });
    expect((await store.get('identity', `${CODE}/issuer|a/b#c`))?.value.person).toBe(
      'issuer|a/b#c',
    );
  });

  test('a consent that has ended leaves the index of those that will, which stands by their last day', async () => {
    const write = (consent: ConsentId, lastDay: string | undefined, expected: number) =>
      store.commit({
        changes: [
          {
            kind: 'consentClock',
            value: { consent, ...(lastDay !== undefined && { lastDay: date(lastDay) }) },
            expected,
          },
        ],
        events: [],
      });
    const due = async (after?: string) =>
      (
        await store.list('consentsDue', 'all', { limit: 10, ...(after !== undefined && { after }) })
      ).items.map(({ value }) => value.consent);
    await write('consent_late', '2026-12-31', 0);
    await write('consent_soon', '2026-03-01', 0);
    await write('consent_between', '2026-06-01', 0);
    expect(await due()).toEqual(['consent_soon', 'consent_between', 'consent_late']);
    expect(await due('2026-03-01#consent_soon')).toEqual(['consent_between', 'consent_late']);
    await write('consent_soon', undefined, 1);
    expect(await due()).toEqual(['consent_between', 'consent_late']);
  });

  test('the ledger of a firm is read newest first, and its events are no lines of it', async () => {
    const line = (at: string): Access => ({
      id: `access_${at.slice(0, 10)}`,
      at: instant(at),
      code: CODE,
      reader: { kind: 'bank', organisation: 'bank_gusu' },
      person: 'somebody',
      roles: ['bank.risk'],
      action: 'readRecords',
      categories: ['tax'],
      fields: ['tax-grade', 'score'],
      records: 1,
      result: 'given',
      versions: {},
    });
    const lines = ['2026-03-01T00:00:00.000Z', '2026-03-03T00:00:00.000Z'].map(line);
    for (const value of lines)
      await store.commit({
        changes: [{ kind: 'access', value, expected: 0 }],
        events: [
          {
            type: 'firm_data_read',
            access: value.id,
            code: CODE,
            result: 'given',
            id: newEventId(),
            at: NOW,
            by: SYSTEM,
          },
        ],
      });
    const newest = lines.toReversed();
    const of = async <C extends 'accessesOfEnterprise' | 'accessesOfReader'>(
      collection: C,
      whose: Collections[C]['of'],
    ) => (await store.list(collection, whose, { limit: 10 })).items.map(({ value }) => value);
    expect(await of('accessesOfEnterprise', CODE)).toEqual(newest);
    expect(await of('accessesOfReader', 'bank/bank_gusu')).toEqual(newest);
    const on = await store.list('accessesOn', date('2026-03-03'), { limit: 10 });
    expect(on.items.map(({ value }) => value)).toEqual(newest.slice(0, 1));
    const [value] = lines;
    if (value)
      expect(
        await store.commit({ changes: [{ kind: 'access', value, expected: 0 }], events: [] }),
      ).toBe('conflict');
  });

  test('segment rules are kept under their hash and by version, as they went', async () => {
    const hash = 'a'.repeat(64);
    const by = { by: 'office/city/lin', at: NOW };
    const value: SchemeVersion = {
      id: 'scheme_city.2',
      scheme: { ...citySegments, version: 2 },
      hash,
      status: 'active',
      steps: [{ action: 'draft', ...by }],
      activeFrom: date('2026-03-02'),
    };
    const hashed = { hash, scheme: value.scheme };
    await store.commit({
      changes: [
        { kind: 'scheme', value: hashed, expected: 0 },
        { kind: 'schemeVersion', value, expected: 0 },
        { kind: 'schemeVersion', value: { ...value, id: 'scheme_city.10' }, expected: 0 },
      ],
      events: [],
    });
    expect(await store.get('scheme', hash)).toEqual({ value: hashed, version: 1 });
    expect(await store.get('schemeVersion', value.id)).toEqual({ value, version: 1 });
    const { items } = await store.list('schemeVersions', 'all', { limit: 10 });
    expect(items.map((item) => item.value.id)).toEqual(['scheme_city.10', 'scheme_city.2']);
  });

  test('firms that banks may find are listed by code, and no longer once they end it', async () => {
    const terms = {
      banks: ['bank_gusu'],
      discloses: ['score'],
      until: date('2026-05-01'),
    } as const;
    const firms = [7, 3].map(
      (number): Findability => ({
        ...terms,
        code: codeOf(number),
        status: 'allowed',
        changedAt: NOW,
      }),
    );
    const write = (value: Findability, expected: number) =>
      store.commit({ changes: [{ kind: 'findability', value, expected }], events: [] });
    const found = async () =>
      (await store.list('findable', 'all', { limit: 10 })).items.map(({ value }) => value.code);
    for (const firm of firms) await write(firm, 0);
    expect(await found()).toEqual([codeOf(3), codeOf(7)]);
    for (const firm of firms.slice(0, 1)) await write({ ...firm, status: 'ended' }, 1);
    expect(await found()).toEqual([codeOf(3)]);
  });

  test('a packed record of ten thousand lines comes back whole', async () => {
    const lines = Array.from({ length: 10_000 }, (_, row) => ({
      key: `sale|${String(row).padStart(8, '0')}|2025-07-01`,
      content: { direction: 'sale', number: String(row), amount: row * 137, status: 'valid' },
      provenance: [{ batch: 'batch_one' as const, row, verdict: 'accepted' as const }],
    }));
    const value = aRecord({
      id: recordId('vat-invoice', CODE, '2025-Q3'),
      catalogue: 'vat-invoice',
      content: { period: '2025-Q3' },
      lines,
      provenance: [],
    });
    await store.commit({ changes: [{ kind: 'record', value, expected: 0 }], events: [] });
    expect((await store.get('record', value.id))?.value).toEqual(value);
  });
});

describe.each(engines)('what lies in the table of %s', (engine) => {
  test('events lie beside their aggregate, published by their sort key', async () => {
    const { store, client, tableName, stop } = await engineStore(engine);
    const event = listed('product_one');
    await store.commit({ changes: [product('product_one')], events: [event] });
    const { Items = [] } = await client.send(new ScanCommand({ TableName: tableName }));
    const item = Items.find((one) => one['sk']?.S?.startsWith('EVENT#'));
    expect(item?.['pk']?.S).toBe('PRODUCT#product_one');
    expect(item?.['type']?.S).toBe('product_moved');
    expect(JSON.parse(item?.['event']?.S ?? '')).toEqual(event);
    await stop();
  });

  test('an item of another shape is an error that names its key', async () => {
    const { store, client, tableName, stop } = await engineStore(engine);
    await client.send(
      new PutItemCommand({
        TableName: tableName,
        Item: {
          pk: { S: 'NEED#need_odd' },
          sk: { S: 'NEED' },
          kind: { S: 'need' },
          version: { N: '1' },
          body: { S: '{"id":"need_odd"}' },
        },
      }),
    );
    await expect(store.get('need', 'need_odd')).rejects.toThrow('NEED#need_odd / NEED');
    await stop();
  });
});
