import { describe, expect, test } from 'vitest';
import { type FitTerms, fitCard } from '#lab/fit-card';
import { measure } from '#lab/measure';
import { attributePoints, indicatorsOf, pointsOf, scoreTable } from '#lab/points';
import type { RawTable } from '#lab/table';
import { readTarget } from '#lab/target';
import { someLoans } from '#test/support/loans';

const TERMS: FitTerms = {
  target: 'Default',
  seed: 1,
  folds: 3,
  scaling: {},
  declared: {},
  specials: [],
  keep: [],
  drop: [],
  names: { id: 'loans', zh: '贷款', en: 'Loans' },
};

const knownOf = (table: RawTable) => {
  const known = readTarget(table, 'Default');
  if (!known.ok) throw new Error(known.code);
  return known;
};
function fitted(table: RawTable, terms: Partial<FitTerms> = {}) {
  const found = fitCard(knownOf(table), { ...TERMS, ...terms });
  if (!found.ok) throw new Error(found.code);
  return found.card;
}
const aucOn = (table: RawTable, terms: Partial<FitTerms>) => {
  const { outcomes } = knownOf(table);
  return measure(fitted(someLoans(800), terms), table, outcomes).auc;
};

describe('columns that may not be used are set aside by rule', () => {
  const { fit } = fitted(someLoans(800), { method: 'regression' });
  test.each([
    ['number', 'identifier'],
    ['name', 'identifier'],
    ['recovered', 'leak_separates'],
    ['months', 'repeats'],
  ])('%s: %s', (column, reason) => {
    expect(fit.setAside.find((one) => one.column === column)?.reason).toBe(reason);
  });

  test('what is kept or dropped by hand overrules them', () => {
    const card = fitted(someLoans(800), {
      method: 'regression',
      keep: ['recovered'],
      drop: ['age', 'months'],
    });
    const facts = indicatorsOf(card).map(({ fact }) => fact);
    expect(facts).toContain('recovered');
    expect(facts).not.toContain('age');
    expect(card.fit.setAside).toContainEqual({ column: 'age', reason: 'dropped' });
  });
});

test('noise is not chosen by the regression', () => {
  const facts = indicatorsOf(fitted(someLoans(800), { method: 'regression' })).map(
    ({ fact }) => fact,
  );
  expect(facts).toEqual(expect.arrayContaining(['age', 'sales', 'trade']));
  expect(facts).not.toContain('noise');
});

test.each(['regression', 'boosting'] as const)(
  'a card by %s tells goods from bads that it never saw',
  (method) => {
    expect(aucOn(someLoans(2000, 2), { method })).toBeGreaterThan(0.75);
  },
);

test('the order of rows does not matter, and a seed decides everything', () => {
  const table = someLoans(400);
  const turned = { ...table, rows: table.rows.toReversed() };
  const card = fitted(table);
  expect(fitted(turned)).toEqual(card);
  expect(fitted(table)).toEqual(card);
});

test.each(['regression', 'boosting'] as const)(
  'points rise with the value where that was declared: %s',
  (method) => {
    for (const direction of ['rising', 'falling'] as const) {
      const card = fitted(someLoans(800), {
        method,
        declared: { age: direction, sales: direction, noise: direction },
      });
      for (const { bins, fact } of indicatorsOf(card)) {
        if (fact === 'trade') continue;
        const points = bins.map((bin) => (direction === 'rising' ? bin.points : -bin.points));
        expect(points).toEqual(points.toSorted((a, b) => a - b));
      }
    }
  },
);

test('missing has points of its own, and so has a number that is no amount', () => {
  const table = someLoans(800);
  const sales = table.columns.indexOf('sales');
  const marked = {
    ...table,
    rows: table.rows.map((row) => row.with(sales, row[sales] === '' ? '-999' : (row[sales] ?? ''))),
  };
  const byMissing = indicatorsOf(fitted(table, { method: 'regression' })).find(
    ({ fact }) => fact === 'sales',
  );
  const bySpecial = indicatorsOf(fitted(marked, { method: 'regression', specials: [-999] })).find(
    ({ fact }) => fact === 'sales',
  );
  const special = bySpecial?.bins.find((bin) => 'from' in bin && bin.from === -999);
  const best = Math.max(...(byMissing?.bins ?? []).map(({ points }) => points));
  expect(byMissing?.missing).toBeLessThan(best / 2);
  expect(Math.abs((special?.points ?? 0) - (byMissing?.missing ?? 0))).toBeLessThan(best / 10);
});

describe('the points of a card', () => {
  const table = someLoans(600, 3);
  const card = fitted(table, { method: 'boosting' });

  test('are whole, none below 0, and every indicator gives 0 somewhere', () => {
    for (const indicator of indicatorsOf(card)) {
      const points = attributePoints(indicator);
      expect(points.every((one) => Number.isSafeInteger(one) && one >= 0)).toBe(true);
      expect(Math.min(...points)).toBe(0);
    }
    expect(card.initial).toBeGreaterThanOrEqual(0);
  });

  test('are the same row by row and by columns', () => {
    const { points } = scoreTable(card, table);
    const facts = (row: readonly string[]) =>
      Object.fromEntries(
        table.columns.map((column, place) => {
          const cell = row[place] ?? '';
          const number = Number(cell.replaceAll(/[$,]/g, ''));
          return [column, cell === '' ? undefined : Number.isNaN(number) ? cell : number];
        }),
      );
    for (const [row, cells] of table.rows.entries())
      expect(pointsOf(card, facts(cells))).toBe(points[row]);
  });

  test('lie in bins without gap or overlap', () => {
    for (const { bins } of indicatorsOf(card)) {
      const ranges = bins.flatMap((bin) => ('is' in bin ? [] : [bin]));
      for (const [index, { to }] of ranges.slice(0, -1).entries())
        expect(ranges[index + 1]?.from).toBe(to);
      expect(ranges[0]?.from).toBeUndefined();
      expect(ranges.at(-1)?.to).toBeUndefined();
    }
  });

  test('do not differ from those of the training sample on the same rows', () => {
    const measured = measure(card, table, knownOf(table).outcomes);
    expect(measured.psi).toBeCloseTo(0, 12);
    expect(measured.auc).toBeCloseTo(card.fit.training.auc, 12);
    for (const { csi } of measured.csi) expect(csi).toBeCloseTo(0, 12);
  });
});

test('pdo points more mean twice the odds, whatever the scale', () => {
  const fine = fitted(someLoans(400), {
    method: 'regression',
    scaling: { pdo: 200, base: 600, odds: 30 },
  });
  expect(fine.fit.scaling).toEqual({ pdo: 200, base: 600, odds: 30 });
  expect(
    measure(fine, someLoans(2000, 5), knownOf(someLoans(2000, 5)).outcomes).calibration.slope,
  ).toBeGreaterThan(0.7);
});

test.each([
  ['too_few_outcomes', someLoans(20)],
  [
    'nothing_to_fit',
    {
      columns: ['x', 'Default'],
      rows: Array.from({ length: 99 }, (_, row) => ['1', String(row % 2)]),
    },
  ],
] as const)('a card is refused: %s', (code, table) => {
  expect(fitCard(knownOf(table), TERMS)).toMatchObject({ ok: false, code });
});
