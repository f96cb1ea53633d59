import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assert } from '#domain/assert';
import type { Verdict } from '#domain/credit/batch';
import type { CatalogueId } from '#domain/credit/catalogue';
import { catalogues } from '#domain/credit/catalogues';
import { decideLines, decideRecord } from '#domain/credit/decide-row';
import { type CreditRecord, MAX_PROVENANCE } from '#domain/credit/record';
import { recordOf } from '#domain/credit/record-of';
import type { BatchId } from '#domain/ids';
import { parseInstant } from '#domain/time';
import { anInvoice, CODE, readARow } from './read-a-row.ts';

function record(id: CatalogueId, cells: Readonly<Record<string, string>>): CreditRecord {
  const row = readARow(id, cells);
  const receivedAt = parseInstant('2026-11-20T08:00:00.000Z');
  assert(row.ok && receivedAt !== undefined, 'the sample row is sound');
  return recordOf(catalogues[id], row, { supplier: 'supplier_tax', receivedAt });
}

const arrears = (amount: string): CreditRecord =>
  record('tax-arrears', { code: CODE, tax_type: '增值税', announced_on: '2025-04-30', amount });
const [one, two] = [arrears('1'), arrears('2')];

type Told = readonly [batch: BatchId, row: number, verdict: 'accepted' | 'corrected'];
const kept = (of: CreditRecord, ...told: readonly Told[]): CreditRecord => ({
  ...of,
  provenance: told.map(([batch, row, verdict]) => ({ batch, row, verdict })),
});

describe('a row against what is kept', () => {
  const A = 'batch_a';
  const B = 'batch_b';
  test.each([
    ['nothing kept', undefined, one, A, 1, {}, 'accepted', 1],
    ['nothing kept, read with warnings', undefined, one, A, 1, { warned: true }, 'warned', 1],
    [
      'nothing kept, firm not registered',
      undefined,
      one,
      A,
      1,
      { known: false, warned: true },
      'unlinked',
      1,
    ],
    ['told before', kept(one, [A, 1, 'accepted']), one, A, 1, {}, 'accepted', undefined],
    [
      'told before, corrected since',
      kept(two, [A, 1, 'accepted'], [A, 3, 'corrected']),
      one,
      A,
      1,
      {},
      'accepted',
      undefined,
    ],
    [
      'a duplicate then, corrected since',
      kept(two, [A, 1, 'accepted'], [A, 3, 'corrected']),
      one,
      A,
      2,
      {},
      'duplicate',
      undefined,
    ],
    [
      'same content, other batch',
      kept(one, [A, 1, 'accepted']),
      one,
      B,
      9,
      {},
      'duplicate',
      undefined,
    ],
    ['other content, other batch', kept(one, [A, 9, 'accepted']), two, B, 1, {}, 'corrected', 2],
    ['other content, later row', kept(one, [A, 1, 'accepted']), two, A, 2, {}, 'corrected', 2],
    [
      'other content, firm not registered',
      kept(one, [A, 1, 'accepted']),
      two,
      A,
      2,
      { known: false },
      'corrected',
      2,
    ],
  ] as const)('%s', (_, existing, incoming, batch, row, firm, verdict, told) => {
    const decided = decideRecord({
      existing,
      incoming,
      batch,
      row,
      known: true,
      warned: false,
      ...firm,
    });
    expect(decided.verdict).toBe(verdict);
    expect(decided.write?.provenance.length).toBe(told);
    if (decided.write) expect(decided.write.content).toEqual(incoming.content);
  });

  test('only the last of many corrections stay told', () => {
    let existing: CreditRecord | undefined;
    for (let row = 1; row <= 30; row += 1) {
      const incoming = row % 2 ? one : two;
      existing = decideRecord({
        existing,
        incoming,
        batch: A,
        row,
        known: true,
        warned: false,
      }).write;
    }
    expect(existing?.provenance).toHaveLength(MAX_PROVENANCE);
    expect(existing?.provenance.at(-1)).toEqual({ batch: A, row: 30, verdict: 'corrected' });
  });
});

const quarter = (number: string, amount = '1') =>
  record('vat-invoice', { ...anInvoice, number, amount, tax: '', total: '' });

test('a packed record is one firm and period: its last day, its lines, no content but the period', () => {
  expect(quarter('1')).toMatchObject({
    id: `vat-invoice/${CODE}/2019-Q3`,
    occurredOn: '2019-09-30',
    validity: { from: '2019-07-01' },
    content: { period: '2019-Q3' },
    lines: [],
    provenance: [],
  });
});

test('rows of one period fold into its lines in order, and only changes are written', () => {
  const row = (number: number, key: string, content: Record<string, number>) => ({
    row: number,
    key,
    content,
    warned: false,
  });
  const packed = quarter('1');
  const rows = [
    row(1, 'x', { amount: 1 }),
    row(2, 'x', { amount: 1 }),
    row(3, 'y', { amount: 5 }),
    row(4, 'x', { amount: 2 }),
  ];
  const first = decideLines({ packed, rows, batch: 'batch_a', known: true });
  expect(first.verdicts).toEqual(['accepted', 'duplicate', 'accepted', 'corrected']);
  expect(first.write?.lines?.map(({ key, content }) => [key, content])).toEqual([
    ['x', { amount: 2 }],
    ['y', { amount: 5 }],
  ]);
  const again = decideLines({ existing: first.write, packed, rows, batch: 'batch_a', known: true });
  expect(again).toEqual({ verdicts: first.verdicts });
});

/** A file: rows of three keys and three contents. Some keys contradict themselves, but not too often to be told. */
const aFile = fc.array(fc.record({ key: fc.nat(2), amount: fc.nat(2) }), {
  maxLength: MAX_PROVENANCE,
});
type Row = { readonly key: number; readonly amount: number };
type Kept = Map<string, CreditRecord>;

const contents = ['1', '2', '3'].map((amount) => arrears(amount));

function deliver(store: Kept, batch: BatchId, rows: readonly Row[]): Verdict[] {
  return rows.map(({ key, amount }, place) => {
    const id = String(key);
    const incoming = contents[amount];
    assert(incoming !== undefined, 'a content');
    const { verdict, write } = decideRecord({
      existing: store.get(id),
      incoming,
      batch,
      row: place + 1,
      known: key !== 2,
      warned: key === 1,
    });
    if (write) store.set(id, write);
    return verdict;
  });
}

function deliverLines(store: Kept, batch: BatchId, rows: readonly Row[]): readonly Verdict[] {
  const { verdicts, write } = decideLines({
    existing: store.get('period'),
    packed: quarter('1'),
    rows: rows.map(({ key, amount }, place) => ({
      row: place + 1,
      key: String(key),
      content: { amount },
      warned: key === 1,
    })),
    batch,
    known: true,
  });
  if (write) store.set('period', write);
  return verdicts;
}

describe.each([
  ['records', deliver],
  ['lines', deliverLines],
])('%s', (_, take) => {
  test('cut anywhere and repeated from the start any number of times, a file gives what one pass gives', () => {
    fc.assert(
      fc.property(aFile, fc.array(fc.nat(MAX_PROVENANCE), { maxLength: 4 }), (rows, cuts) => {
        const clean: Kept = new Map();
        const verdicts = take(clean, 'batch_a', rows);
        const broken: Kept = new Map();
        for (const cut of cuts) {
          const prefix = rows.slice(0, cut);
          expect(take(broken, 'batch_a', prefix)).toEqual(verdicts.slice(0, prefix.length));
        }
        expect(take(broken, 'batch_a', rows)).toEqual(verdicts);
        expect(broken).toEqual(clean);
      }),
    );
  });

  test('a file that does not contradict itself, delivered again in another batch, changes nothing', () => {
    fc.assert(
      fc.property(aFile, (rows) => {
        const sound = rows.map((row) => ({ ...row, amount: row.key }));
        const store: Kept = new Map();
        take(store, 'batch_a', sound);
        const before = new Map(store);
        const verdicts = take(store, 'batch_b', sound);
        expect(verdicts).toEqual(rows.map(() => 'duplicate'));
        expect(store).toEqual(before);
      }),
    );
  });

  test('a file that contradicts itself, delivered again in another batch, ends in the same contents', () => {
    fc.assert(
      fc.property(aFile, (rows) => {
        const store: Kept = new Map();
        take(store, 'batch_a', rows);
        const contentsOf = () =>
          [...store].map(([id, { content, lines }]) => [
            id,
            content,
            lines?.map((line) => line.content),
          ]);
        const before = contentsOf();
        take(store, 'batch_b', rows);
        expect(contentsOf()).toEqual(before);
      }),
    );
  });
});
