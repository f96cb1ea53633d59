import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkCharacter, standInCode } from '#domain/enterprise/unified-code';
import {
  homes,
  type JulyRow,
  july,
  julyByDistrict,
  julyBySupplier,
  julyInAll,
  MARKET,
  URBAN,
} from '../domain/quality/july.ts';

const XYD = fileURLToPath(new URL('../../packages/cli/xyd.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'xyd-quality-'));
const file = (name: string, lines: readonly string[]): string => {
  writeFileSync(join(folder, name), `${lines.join('\n')}\n`);
  return name;
};

function xyd(locale: string, ...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [XYD, ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, LC_ALL: locale },
  });
  expect(stderr).not.toMatch(/\n\s+at /);
  return { status, stdout, stderr };
}

function json(...args: readonly string[]) {
  const { status, stdout, stderr } = xyd('C', ...args, '--json');
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return JSON.parse(stdout);
}

/** Lawful codes; the one of E has an organisation code that does not check, for which its rows are warned. */
function codeOf(letter: JulyRow['firm']): string {
  const code = standInCode(`Q${letter}`) ?? '';
  if (letter !== 'E') return code;
  const first17 = `${code.slice(0, 16)}${code[16] === '1' ? '2' : '1'}`;
  return `${first17}${checkCharacter(first17)}`;
}

const headers = {
  [URBAN]: '统一社会信用代码,行政处罚决定书文号,处罚类别,处罚机关,处罚决定日期',
  [MARKET]: '统一社会信用代码,行政许可决定书文号,行政许可决定文书名称,许可机关,许可决定日期',
};

/** The row as the department writes it: 8 repeats 1, 15 changes 14, 5 names no office, 6 a day that never was. */
function written({ line, firm, supplier, day = '2023-02-30' }: JulyRow): string {
  const number = line === 8 ? 1 : line === 15 ? 14 : line;
  const what = supplier === URBAN ? '警告' : line === 15 ? '食品经营许可（变更）' : '食品经营许可';
  const office = line === 5 ? '' : '姑苏区某局';
  const cells = [codeOf(firm), `文〔2023〕${number}号`, what, office, day];
  return cells.join(',');
}

/** Every file on its day, as `xyd` is told it. */
const deliveries = [
  ...Map.groupBy(july, ({ supplier, deliveredOn }) => `${deliveredOn} ${supplier}`).values(),
].flatMap((rows) => {
  const [first] = rows;
  return first ? [{ ...first, rows }] : [];
});

beforeAll(() => {
  const firms = Object.entries(homes).map(
    ([letter, district]) =>
      `${codeOf(letter as keyof typeof homes)},${letter}公司,存续,2012-05-01,${district}`,
  );
  const register = file('firms.csv', [
    '统一社会信用代码,企业名称,登记状态,成立日期,行政区划代码',
    ...firms,
  ]);
  const registration = ['--catalogue', 'enterprise-registration', '--as-of', '2023-06-01'];
  expect(json('ingest', register, ...registration).refused).toBe(0);
  const office = file('suppliers.json', [
    JSON.stringify([
      {
        id: URBAN,
        name: '姑苏区城管局',
        kind: 'department',
        district: '320508',
        duties: ['administrative-penalty', 'social-insurance'],
      },
      { id: MARKET, name: '市市场监管局', kind: 'market_regulator', duties: [] },
    ]),
  ]);
  expect(xyd('C', 'supplier', '--file', office)).toMatchObject({ status: 0 });
  for (const { supplier, catalogue, deliveredOn, rows } of deliveries) {
    const name = file(`${supplier}-${deliveredOn}.csv`, [
      headers[supplier] ?? '',
      ...rows.map(written),
    ]);
    const told = ['--catalogue', catalogue, '--supplier', supplier, '--as-of', deliveredOn];
    expect(json('ingest', name, ...told).delivered).toBe(rows.length);
  }
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const july2023 = ['quality', '--period', '2023-07', '--definition', 'gusu-2023'] as const;

test('files delivered day by day give the figures that were counted by hand', () => {
  expect(json(...july2023)).toMatchObject({
    definition: { id: 'gusu-2023', version: 1 },
    period: '2023-07',
    by: 'supplier',
    total: julyInAll,
    rows: julyBySupplier,
  });
  expect(json(...july2023, '--by', 'district').rows).toMatchObject(julyByDistrict);
});

test('a text of another year and a longer period measure the same deliveries', () => {
  const quarter = json('quality', '--period', '2023-Q3', '--definition', 'all-catalogues-2023');
  expect(quarter.rows).toMatchObject([
    { supplier: URBAN, rank: 1, rates: { reported: 0 }, due: 3, met: 0 },
    { supplier: MARKET, counts: { delivered: 8 } },
  ]);
  const [alone, ...others] = json('quality', '--period', '2023-08', '--supplier', MARKET).rows;
  expect(others).toEqual([]);
  expect(alone).toMatchObject({ supplier: MARKET, rates: { timely: 10_000, stored: 10_000 } });
});

test('the table tells the text, names, rates, ranks and where most is lost', async () => {
  const { status, stdout } = xyd('zh_CN.UTF-8', ...july2023);
  expect(status).toBe(0);
  await expect(stdout).toMatchFileSnapshot('quality.zh.golden.txt');
  const english = xyd('C', ...july2023, '--by', 'district').stdout;
  await expect(english).toMatchFileSnapshot('quality.en.golden.txt');
});

test('suppliers are listed as they were registered, and changed by telling them again', () => {
  const told = ['--id', 'supplier_new', '--kind', 'court', '--duties', 'judgment-debtor'];
  expect(json('supplier', ...told, '--name', '法院')).toMatchObject({ name: '法院' });
  const changed = {
    id: 'supplier_new',
    name: '市法院',
    kind: 'court',
    duties: ['judgment-debtor'],
  };
  expect(json('supplier', ...told, '--name', '市法院')).toEqual(changed);
  const listed = xyd('C', 'supplier').stdout;
  expect(listed).toMatch(/^supplier_gusu-urban +姑苏区城管局 /);
  expect(listed).toMatch(/supplier_new +市法院 +court +– +judgment-debtor/);
});

test('what was typed wrongly is one sentence that names what there is', () => {
  const misused = (sentence: RegExp, ...args: readonly string[]) => {
    const run = xyd('C', ...args);
    expect(run).toMatchObject({ status: 2, stdout: '' });
    expect(run.stderr).toMatch(sentence);
  };
  misused(/--period/, 'quality');
  misused(/2023-07, 2023-Q3 or 2023 \(2023-7\)/, 'quality', '--period', '2023-7');
  misused(/gusu-2023.*\(gusu\)/, 'quality', '--period', '2023', '--definition', 'gusu');
  misused(/suzhou-2020/, 'quality', '--period', '2019');
  misused(/--by is one of supplier/, 'quality', '--period', '2023', '--by', 'colour');
  misused(/not_in_list at kind/, 'supplier', '--id', 'supplier_a', '--name', 'A', '--kind', 'x');
  misused(/required at name/, 'supplier', '--id', 'supplier_a', '--kind', 'court');
  misused(
    /not_in_list at duties\.0/,
    ...['supplier', '--id', 'supplier_a', '--name', 'A', '--kind', 'court', '--duties', 'x'],
  );
});
