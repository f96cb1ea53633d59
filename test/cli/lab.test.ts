import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { csvOf, someLoans } from '#test/support/loans';
import { aDesk } from './a-desk.ts';

const { xyd, put, read } = aDesk();

put('loans.csv', csvOf(someLoans(500)));
put('others.csv', csvOf(someLoans(500, 9)));

test('a card is fitted, measured on other rows, reported, and exchanged', () => {
  const fit = xyd(
    'lab',
    'fit',
    'loans.csv',
    '--target',
    'Default',
    '--out',
    'card.json',
    '--method',
    'regression',
  );
  expect(fit).toMatchObject({ status: 0 });
  expect(fit.stdout).toContain('set aside   recovered: leak_separates');
  const measured = xyd(
    'lab',
    'measure',
    'others.csv',
    '--card',
    'card.json',
    '--target',
    'Default',
    '--json',
    '--report',
    'report.html',
  );
  expect(measured.status).toBe(0);
  const figures = JSON.parse(measured.stdout);
  expect(figures).toMatchObject({ rows: 500, absent: [] });
  for (const name of ['auc', 'aucLow', 'aucHigh', 'ks', 'gini', 'psi', 'bads', 'brier'])
    expect(figures[name]).toBeTypeOf('number');
  expect(figures.auc).toBeGreaterThan(0.7);
  expect(figures.gini).toBeCloseTo(2 * figures.auc - 1, 12);
  const html = read('report.html');
  expect(html.match(/<svg/g)?.length).toBeGreaterThanOrEqual(6);
  expect(html).not.toMatch(/<script|src=|href=/);

  expect(xyd('lab', 'export', '--card', 'card.json', '--out', 'card.pmml').status).toBe(0);
  expect(xyd('lab', 'import', 'card.pmml', '--out', 'back.json').status).toBe(0);
  expect(read('back.json')).toBe(read('card.json'));
  expect(
    xyd('lab', 'report', 'others.csv', '--card', 'back.json', '--out', 'again.html').status,
  ).toBe(0);
  expect(read('again.html')).toBe(html);
});

test('two files are held against one another: points, characteristics, and ranking where an outcome is named', () => {
  const drift = (...words: string[]) =>
    xyd('lab', 'drift', 'loans.csv', 'others.csv', '--card', 'card.json', ...words);
  const figures = JSON.parse(drift('--json', '--target', 'Default').stdout);
  expect(figures.rows).toEqual({ base: 500, other: 500 });
  const measured = xyd('lab', 'measure', 'others.csv', '--card', 'card.json', '--json');
  // The card was fitted to all rows of the first file: measuring the second tells the same index.
  expect(figures.psi).toBeCloseTo(JSON.parse(measured.stdout).psi, 12);
  expect(figures.ranking.other.auc).toBe(JSON.parse(measured.stdout).auc);
  const told = drift().stdout;
  expect(told).toMatch(
    /^loans\.csv: 500 rows · others\.csv: 500 rows\n\nPSI 0\.\d{4} stable {2}points\n/,
  );
  for (const { column, csi } of figures.characteristics)
    expect(told).toContain(`CSI ${csi.toFixed(4)} stable  ${column}, `);
  const same = xyd('lab', 'drift', 'loans.csv', 'loans.csv', '--card', 'card.json', '--json');
  expect(JSON.parse(same.stdout)).toMatchObject({ psi: 0, absent: { base: [], other: [] } });
});

test('bins are shown with weights of evidence, and add up to all rows', () => {
  const { columns } = JSON.parse(
    xyd('lab', 'bins', 'loans.csv', '--target', 'Default', '--json').stdout,
  );
  expect(columns.map(({ column }: { column: string }) => column)).not.toContain('recovered');
  for (const { bins, iv } of columns) {
    const total = (figure: 'goods' | 'bads' | 'iv') =>
      bins.reduce((all: number, bin: Record<typeof figure, number>) => all + bin[figure], 0);
    expect(total('goods') + total('bads')).toBe(500);
    expect(total('iv')).toBeCloseTo(iv, 12);
  }
  expect(xyd('lab', 'bins', 'loans.csv', '--target', 'Default').stdout).toMatch(/missing .* WOE/);
});

test('the outcome may have names, and a column may say which rows are held back', () => {
  const { columns, rows } = someLoans(500);
  const named = {
    columns: [...columns, 'set'],
    rows: rows.map((row, place) => [
      ...row.with(-1, row.at(-1) === '1' ? 'CHGOFF' : 'P I F'),
      place % 4 === 0 ? 'test' : 'learn',
    ]),
  };
  put('named.csv.gz', gzipSync(csvOf(named)));
  const fit = xyd(
    'lab',
    'fit',
    'named.csv.gz',
    '--target',
    'Default',
    '--bad',
    'CHGOFF',
    '--split-by',
    'set=test',
    '--method',
    'regression',
    '--out',
    'named.json',
    '--json',
  );
  expect(JSON.parse(fit.stdout)).toMatchObject({
    training: { rows: 375 },
    heldBack: { rows: 125 },
    bad: 'CHGOFF',
  });
  const measured = xyd('lab', 'measure', 'named.csv.gz', '--card', 'named.json', '--json');
  expect(JSON.parse(measured.stdout)).toMatchObject({ rows: 500 });
});

test('the same seed gives the same card, another split other rows', () => {
  const bytes = (seed: string, out: string) => {
    xyd(
      'lab',
      'fit',
      'loans.csv',
      '--target',
      'Default',
      '--out',
      out,
      '--method',
      'regression',
      '--split',
      '0.3',
      '--seed',
      seed,
    );
    return read(out);
  };
  expect(bytes('7', 'a.json')).toBe(bytes('7', 'b.json'));
  expect(bytes('8', 'c.json')).not.toBe(bytes('7', 'd.json'));
});

test.each([
  [['lab'], /fit, measure/],
  [['lab', 'fit'], /--out/],
  [['lab', 'fit', '--out', 'x.json'], /needs a file/],
  [['lab', 'fit', 'none.csv', '--target', 'y', '--out', 'x.json'], /no file none.csv/],
  [['lab', 'fit', 'loans.csv', '--out', 'x.json'], /--target/],
  [['lab', 'fit', 'loans.csv', '--target', 'y', '--out', 'x.json'], /no such column/],
  [['lab', 'fit', 'loans.csv', '--target', 'trade', '--out', 'x.json'], /target_not_binary/],
  [
    ['lab', 'fit', 'loans.csv', '--target', 'Default', '--out', 'x.json', '--drop', 'y'],
    /--drop y/,
  ],
  [
    ['lab', 'fit', 'loans.csv', '--target', 'Default', '--out', 'x.json', '--monotone', 'age'],
    /COLUMN:rising/,
  ],
  [['lab', 'fit', 'loans.csv', '--target', 'Default', '--out', 'x.json', '--split', '2'], /share/],
  [
    ['lab', 'fit', 'loans.csv', '--target', 'Default', '--out', 'x.json', '--split-by', 'set=test'],
    /--split-by/,
  ],
  [
    ['lab', 'fit', 'loans.csv', '--target', 'Default', '--out', 'x.json', '--folds', '1'],
    /--folds/,
  ],
  [
    ['lab', 'fit', 'loans.csv', '--target', 'Default', '--out', 'x.json', '--method', 'magic'],
    /regression or boosting/,
  ],
  [['lab', 'measure', 'loans.csv', '--card', 'loans.csv'], /not JSON/],
  [['lab', 'import', 'loans.csv'], /--out/],
  [['lab', 'drift', 'loans.csv', '--card', 'card.json'], /two files/],
  [['lab', 'drift', 'loans.csv', 'others.csv'], /--card/],
])('%j is bad usage', (args, sentence) => {
  const run = xyd(...args);
  expect(run).toMatchObject({ status: 2, stdout: '' });
  expect(run.stderr).toMatch(sentence);
});

test('what cannot be fitted or brought over ends with a reason', () => {
  put('few.csv', csvOf(someLoans(30)));
  const few = xyd('lab', 'fit', 'few.csv', '--target', 'Default', '--out', 'x.json');
  expect(few).toMatchObject({ status: 1, stdout: '' });
  expect(few.stderr).toMatch(/too_few_outcomes/);
  put('tree.pmml', '<PMML version="4.4"><TreeModel/></PMML>');
  const tree = xyd('lab', 'import', 'tree.pmml', '--out', 'x.json');
  expect(tree.status).toBe(1);
  expect(tree.stderr).toMatch(/PMML 1: expected exactly one Scorecard/);
});
