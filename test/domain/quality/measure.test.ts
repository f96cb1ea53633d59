import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addCounts, NO_ROWS } from '#domain/credit/batch';
import { definitionOn, qualityFigures } from '#domain/quality/definition';
import { qualityDefinitions } from '#domain/quality/definitions';
import { daysRead } from '#domain/quality/duties';
import { measure } from '#domain/quality/measure';

import { groupings, type QualityRow } from '#domain/quality/quality-table';
import type { Supplier } from '#domain/supplier/supplier';
import { addDays, date } from '#domain/time';
import { calendar, type Delivered, definition, period, talliesOf } from './build.ts';
import { july, julyByDistrict, julyBySupplier, julyInAll, MARKET, URBAN } from './july.ts';

const terms = {
  suppliers: [],
  definition: definition('gusu-2023'),
  period: period('2023-07'),
  calendar,
  asOf: date('2024-06-01'),
  by: 'supplier',
} as const;

type Measured = Parameters<typeof measure>[0];

function measured(what: Partial<Measured>) {
  const table = measure({ ...terms, tallies: talliesOf(july), ...what });
  if (!table.ok) throw new Error(table.refusal.code);
  return table.value;
}

describe('July 2023 counted by hand', () => {
  test('by supplier: rates, targets missed, ranks and weak points', () => {
    const { rows, total } = measured({});
    expect(rows).toMatchObject(julyBySupplier);
    expect(total).toMatchObject(julyInAll);
  });

  test('by district, where every row counts for the firm’s own', () => {
    expect(measured({ by: 'district' }).rows).toMatchObject(julyByDistrict);
  });

  test('by catalogue, and by supplier and catalogue: here the same rows', () => {
    const figures = ({ rates, rank }: QualityRow) => ({ rates, rank });
    const wanted = measured({}).rows.map(figures);
    expect(measured({ by: 'catalogue' }).rows.map(figures)).toEqual(wanted);
    expect(measured({ by: 'supplier_catalogue' }).rows.map(figures)).toEqual(wanted);
  });

  test('one supplier alone has the figures that it has among the others', () => {
    const [own, ...others] = measured({ supplier: URBAN }).rows;
    expect(others).toEqual([]);
    expect(own).toEqual({ ...measured({}).rows[1], rank: 1 });
  });

  test('another text gives other figures from the same rows', () => {
    const { rows } = measured({ definition: definition('administrative-acts-2020') });
    // Seven working days reach back to 29 June on 10 July, to 7 July on the 18th, to 11 July on the 20th: so
    // lines 2, 4 and 14 are in time now, and 15 is not.
    expect(rows).toMatchObject([
      { supplier: MARKET, rates: { timely: 8571 }, missed: [{ figure: 'timely', gap: 1429 }] },
      { supplier: URBAN, rates: { timely: 7778 }, missed: [{ figure: 'timely', gap: 2222 }] },
    ]);
  });

  test('without deliveries there are no rates and nobody to rank', () => {
    const { rows, total } = measured({ period: period('2023-05') });
    expect(rows).toEqual([]);
    expect(total).toEqual({
      counts: NO_ROWS,
      timely: 0,
      stored: 0,
      compliant: 0,
      rates: {},
      missed: [],
    });
  });
});

describe('cycles', () => {
  const bureau: Supplier = {
    id: 'supplier_social',
    name: '人社局',
    kind: 'social_security_office',
    duties: ['social-insurance'],
  };
  const insured = (deliveredOn: string): Delivered => ({
    supplier: bureau.id,
    catalogue: 'social-insurance',
    deliveredOn,
    district: '320508',
    day: '2023-06-30',
    verdict: 'accepted',
  });
  const all = { definition: definition('all-catalogues-2023'), suppliers: [bureau] };
  const third = { ...all, period: period('2023-Q3') };

  test.each([
    [[], 3, 0],
    [['2023-07-01'], 3, 1],
    [['2023-07-31', '2023-07-31'], 3, 1],
    [['2023-07-31', '2023-08-01', '2023-09-30'], 3, 3],
    [['2023-06-30', '2023-10-01'], 3, 0],
  ])('monthly deliveries of %j: of %i due %i are met', (days, due, met) => {
    const { total } = measured({ ...third, tallies: talliesOf(days.map(insured)) });
    expect(total).toMatchObject({ due, met });
  });

  test('a supplier that delivered nothing when it was due is last, by its missed cycles', () => {
    const silent: Supplier = { ...bureau, id: 'supplier_silent' };
    const tallies = talliesOf([insured('2023-07-05'), insured('2023-08-05')]);
    const { rows } = measured({ ...third, suppliers: [silent, bureau], tallies });
    expect(rows).toMatchObject([
      { supplier: bureau.id, rank: 1, rates: { reported: 6667 } },
      {
        supplier: silent.id,
        rank: 2,
        rates: { reported: 0 },
        weakest: { figure: 'reported', why: 'missed_cycle', lost: 3, gap: 10_000 },
      },
    ]);
  });

  test('of a supplier without registration the share of cycles is unknown, not zero', () => {
    const [row] = measured({
      ...third,
      suppliers: [],
      tallies: talliesOf([insured('2023-07-05')]),
    }).rows;
    expect(row).not.toHaveProperty('due');
    expect(row?.rates).not.toHaveProperty('reported');
  });

  test('a cycle that is not over has not been missed', () => {
    const due = (asOf: string) => measured({ ...third, tallies: [], asOf: date(asOf) }).total.due;
    expect([due('2023-07-31'), due('2023-08-01'), due('2023-10-01')]).toEqual([undefined, 1, 3]);
  });

  test('duties of a district’s supplier count there, those of the city’s for the city', () => {
    const gusu: Supplier = { ...bureau, id: 'supplier_gusu', district: '320508' };
    const { rows } = measured({ ...third, suppliers: [bureau, gusu], tallies: [], by: 'district' });
    expect(rows.map(({ district, due }) => [district, due])).toEqual([
      ['320508', 3],
      ['city', 3],
    ]);
  });

  test('a quarter that ends in the month makes the months before it to be read', () => {
    const tax: Supplier = { ...bureau, duties: ['tax-arrears'] };
    const read = (name: string) =>
      daysRead({ ...terms, ...all, suppliers: [tax], period: period(name) });
    expect(read('2023-09')).toEqual({ ok: true, value: { from: '2023-07-01', to: '2023-09-30' } });
    expect(read('2023-08')).toEqual({ ok: true, value: { from: '2023-08-01', to: '2023-08-31' } });
    const early = talliesOf([{ ...insured('2023-07-20'), catalogue: 'tax-arrears' }]);
    const { total } = measured({
      ...all,
      suppliers: [tax],
      period: period('2023-09'),
      tallies: early,
    });
    expect(total).toMatchObject({ due: 1, met: 1, counts: { delivered: 0 } });
  });
});

describe('targets and ranks', () => {
  const rows = (supplier: Delivered['supplier'], good: number, bad: number): readonly Delivered[] =>
    Array.from({ length: good + bad }, (_, index) => ({
      supplier,
      catalogue: 'administrative-licence',
      deliveredOn: '2023-07-18',
      district: '320508',
      day: '2023-07-17',
      verdict: index < good ? 'accepted' : 'refused',
    }));
  const tableOf = (...lists: readonly (readonly Delivered[])[]) =>
    measured({ tallies: talliesOf(lists.flat()), definition: definition('suzhou-2020') }).rows;

  test('a target is missed by the counts, and what is not all never reads as 100 %', () => {
    const [row] = tableOf(rows(URBAN, 49, 1));
    expect(row).toMatchObject({ rates: { stored: 9800 }, missed: [] });
    const big = talliesOf(rows(URBAN, 1, 0)).map((tally) => ({
      ...tally,
      cells: tally.cells.map((cell) => ({
        ...cell,
        counts: { ...NO_ROWS, delivered: 100_000, accepted: 97_999, refused: 2001 },
      })),
    }));
    const [close] = measured({ tallies: big, definition: definition('suzhou-2020') }).rows;
    expect(close).toMatchObject({
      rates: { stored: 9800 },
      missed: [{ figure: 'stored', target: 9800, actual: 9800, gap: 1 }],
    });
    const nearly = big.map((tally) => ({
      ...tally,
      cells: tally.cells.map((cell) => ({
        ...cell,
        counts: { ...NO_ROWS, delivered: 100_000, accepted: 99_999, refused: 1 },
      })),
    }));
    expect(measured({ tallies: nearly }).rows[0]?.rates.stored).toBe(9999);
  });

  test('equals share a rank and the next one counts them all; what cannot be graded has none', () => {
    const graded = tableOf(
      rows('supplier_d', 1, 1),
      rows('supplier_c', 10, 0),
      rows('supplier_b', 2, 0),
      rows('supplier_a', 2, 0),
    );
    expect(graded.map(({ supplier, rank }) => [supplier, rank])).toEqual([
      ['supplier_c', 1],
      ['supplier_a', 1],
      ['supplier_b', 1],
      ['supplier_d', 4],
    ]);
    const ungraded = measured({
      tallies: talliesOf(rows(URBAN, 1, 0)),
      definition: definition('all-catalogues-2023'),
    }).rows;
    expect(ungraded[0]).not.toHaveProperty('rank');
  });

  test('who names no definition means the city’s in force', () => {
    const on = (day: string) => {
      const found = definitionOn(date(day));
      return found.ok ? found.value.id : found.refusal.code;
    };
    expect(on('2019-12-31')).toBe('definition_unknown');
    expect(on('2020-01-01')).toBe('suzhou-2020');
    expect(on('2023-07-31')).toBe('suzhou-2020');
    expect(on('2026-12-31')).toBe('suzhou-2025');
  });

  test('definitions stand in order of their first days, each under an id of its own', () => {
    const firsts = qualityDefinitions.map(({ from }) => from);
    expect(firsts.toSorted()).toEqual(firsts);
    expect(new Set(qualityDefinitions.map(({ id }) => id)).size).toBe(qualityDefinitions.length);
  });
});

const aRow: fc.Arbitrary<Delivered> = fc.record(
  {
    supplier: fc.constantFrom('supplier_a', 'supplier_b', 'supplier_c'),
    catalogue: fc.constantFrom('administrative-licence', 'administrative-penalty', 'tax-arrears'),
    deliveredOn: fc.nat(120).map((offset) => addDays(date('2023-06-01'), offset)),
    district: fc.constantFrom('320505', '320506', 'unknown'),
    day: fc.nat(200).map((offset) => addDays(date('2023-03-15'), offset)),
    verdict: fc.constantFrom('accepted', 'warned', 'corrected', 'duplicate', 'unlinked', 'refused'),
  },
  { requiredKeys: ['supplier', 'catalogue', 'deliveredOn', 'district', 'verdict'] },
);
const someRows = fc.array(aRow, { maxLength: 60 });
const suppliers: readonly Supplier[] = [
  { id: 'supplier_a', name: '甲', kind: 'tax_office', duties: ['tax-arrears'] },
  { id: 'supplier_b', name: '乙', kind: 'department', district: '320505', duties: ['tax-arrears'] },
];
const byId = fc.constantFrom(...qualityDefinitions);
const aBy = fc.constantFrom(...groupings);

describe('whatever was delivered', () => {
  const over = (rows: readonly Delivered[], what: Partial<Measured>) =>
    measured({ suppliers, period: period('2023-Q3'), tallies: talliesOf(rows), ...what });

  test('counts add up over any grouping', () => {
    fc.assert(
      fc.property(someRows, byId, aBy, (rows, one, by) => {
        const { rows: parts, total } = over(rows, { definition: one, by });
        expect(parts.map(({ counts }) => counts).reduce(addCounts, NO_ROWS)).toEqual(total.counts);
        for (const share of ['timely', 'stored', 'compliant', 'due', 'met'] as const)
          expect(parts.reduce((sum, part) => sum + (part[share] ?? 0), 0)).toBe(total[share] ?? 0);
      }),
    );
  });

  test('rates lie between 0 and 100 %, are the exact share half up, and are missed as the counts say', () => {
    fc.assert(
      fc.property(someRows, byId, aBy, (rows, one, by) => {
        for (const row of over(rows, { definition: one, by }).rows) {
          const { delivered } = row.counts;
          const shares = {
            timely: [row.timely ?? 0, one.timely ? delivered : 0],
            stored: [row.stored, delivered],
            compliant: [row.compliant, delivered],
            reported: [row.met ?? 0, row.due ?? 0],
          } as const;
          for (const figure of qualityFigures) {
            const [part, whole] = shares[figure];
            const rate = row.rates[figure];
            expect(part).toBeLessThanOrEqual(whole);
            if (whole === 0) expect(rate).toBeUndefined();
            else
              expect(rate).toBe(
                Number((BigInt(part) * 20_000n + BigInt(whole)) / BigInt(2 * whole)),
              );
            const target = one.targets[figure];
            const isMissed = target !== undefined && whole > 0 && part * 10_000 < target * whole;
            expect(row.missed.some((gap) => gap.figure === figure)).toBe(isMissed);
          }
          expect(row.weakest === undefined).toBe(row.missed.length === 0);
        }
      }),
    );
  });

  test('splitting deliveries into more batches changes no figure, and order does not matter', () => {
    fc.assert(
      fc.property(someRows, fc.nat(60), byId, aBy, (rows, at, one, by) => {
        const halves = [
          ...talliesOf(rows.slice(at), 'late-'),
          ...talliesOf(rows.slice(0, at), 'early-'),
        ];
        const table = over(rows, { definition: one, by });
        expect(over([], { definition: one, by, tallies: halves })).toEqual(table);
        expect(over([], { definition: one, by, tallies: halves.toReversed() })).toEqual(table);
      }),
    );
  });

  test('ranks never fall from one row to the next, and the best is 1', () => {
    fc.assert(
      fc.property(someRows, byId, aBy, (rows, one, by) => {
        const ranks = over(rows, { definition: one, by }).rows.map(({ rank }) => rank ?? Infinity);
        expect(ranks.toSorted((a, b) => a - b)).toEqual(ranks);
        if (ranks.some(Number.isFinite)) expect(ranks[0]).toBe(1);
      }),
    );
  });
});

test('a delivery of a year without a calendar is refused where working days count, and there alone', () => {
  const tallies = talliesOf([
    { ...(july[0] ?? never()), deliveredOn: '2025-01-06', day: '2025-01-02' },
  ]);
  const what = { ...terms, tallies, period: period('2025-01') };
  expect(measure({ ...what, definition: definition('suzhou-2025') })).toMatchObject({
    ok: false,
    refusal: { code: 'calendar_year_unknown', actual: '2025' },
  });
  expect(measure(what)).toMatchObject({ ok: true });
});

function never(): never {
  throw new Error('the example has rows');
}
