import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { encodeGb18030 } from '#cli/demo/gb18030';
import { standInCode } from '#domain/enterprise/unified-code';
import { xydIn } from './a-desk.ts';

const AS_OF = ['--as-of', '2020-03-01'];
const made: string[] = [];
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'xyd-test-'));
  made.push(folder);
});
afterAll(() => {
  for (const path of made) rmSync(path, { recursive: true, force: true });
});

const xyd = (...args: string[]) => xydIn(folder, ...args);

const json = (...args: string[]) => {
  const { status, stdout, stderr } = xyd(...args, '--json');
  const values = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  return { status, stderr, values, value: values[0] };
};

function file(name: string, bytes: string | Uint8Array): string {
  writeFileSync(join(folder, name), bytes);
  return name;
}
const jsonFile = (name: string, value: unknown) => file(name, JSON.stringify(value));

const codeOf = (local: string): string => {
  const code = standInCode(local);
  if (code === undefined) throw new Error(`Broken promise: ${local} has a stand-in code`);
  return code;
};
const [first, second] = [codeOf('E1'), codeOf('E2')];

const REGISTER = `统一社会信用代码,企业名称,登记状态,成立日期
${first},甲公司,存续,2012-05-01
${second},乙公司,存续,2015-05-01
`;
const registration = ['--catalogue', 'enterprise-registration'];
const register = () => json('ingest', file('register.csv', REGISTER), ...registration);

const verdicts = ['accepted', 'warned', 'corrected', 'duplicate', 'unlinked', 'refused'] as const;
const sumOf = (counts: Record<(typeof verdicts)[number], number>) =>
  verdicts.reduce((sum, verdict) => sum + counts[verdict], 0);

const misused = (run: ReturnType<typeof xyd>, sentence: RegExp) => {
  expect(run).toMatchObject({ status: 2, stdout: '' });
  expect(run.stderr).toMatch(sentence);
  expect(run.stderr.trim().split('\n')).toHaveLength(1);
};

test('counts add up to the rows delivered, and a refused row names its line, field and code', () => {
  const rows = `${REGISTER}${first.slice(0, 17)}_,丙公司,存续,2015-05-01\n${first},,存续,2015-02-30\n`;
  const { status, value } = json('ingest', file('mixed.csv', rows), ...registration);
  expect(status).toBe(0);
  expect(value).toMatchObject({ status: 'completed', delivered: 4, accepted: 2, refused: 2 });
  expect(sumOf(value)).toBe(value.delivered);
  expect(value.refusals).toMatchObject([
    { line: 4, field: 'code', code: 'code_wrong_character' },
    { line: 5, field: 'name', code: 'required' },
    { line: 5, field: 'established_on', code: 'date_wrong' },
  ]);
});

test('a file delivered twice is all duplicates', () => {
  expect(register().value).toMatchObject({ delivered: 2, accepted: 2 });
  expect(register().value).toMatchObject({ delivered: 2, accepted: 0, duplicate: 2 });
});

test('a file in GB18030 says the same as in UTF-8', () => {
  register();
  const { value } = json('ingest', file('gb.csv', encodeGb18030(REGISTER)), ...registration);
  expect(value).toMatchObject({ delivered: 2, duplicate: 2 });
});

test('a file that cannot be read as a whole ends with 1, a sentence, and its code', () => {
  const strange = json(
    'ingest',
    file('a.csv', `${REGISTER.replace('企业名称', '芳名')}`),
    ...registration,
  );
  expect(strange.status).toBe(1);
  expect(strange.stderr).toMatch(/a\.csv is refused: /);
  expect(strange.value).toMatchObject({
    status: 'refused',
    delivered: 0,
    refusal: { code: 'unknown_field', field: '芳名' },
  });
  const broken = Buffer.concat([Buffer.from(REGISTER), Buffer.from([0xff, 0xff, 0xff, 0x0a])]);
  const unreadable = json('ingest', file('b.csv', broken), ...registration);
  expect(unreadable.status).toBe(1);
  expect(unreadable.value.refusal.code).toBe('encoding_unknown');
  expect(sumOf(unreadable.value)).toBe(unreadable.value.delivered);
});

test('a mapping renames columns, adds constants, respells choices and sets columns aside', () => {
  register();
  const rows = '代号,号,日,净额,态,备注\nE1,1,2019-05-01,100.00,V,x\nE1,2,2019-05-02,-30.50,V,\n';
  const voided = 'E1,3,2019-05-03,7.00,X,\nE9,4,2019-05-04,1.00,V,\n';
  const mapping = jsonFile('m.json', {
    columns: { 代号: 'code', 号: 'number', 日: 'issued_on', 净额: 'amount', 态: 'status' },
    constants: { direction: 'sale' },
    values: { status: { V: 'valid', X: 'void' } },
    ignore: ['备注'],
    standInCodes: true,
  });
  const terms = ['--catalogue', 'vat-invoice', '--mapping', mapping];
  const { value } = json('ingest', file('i.csv', rows + voided), ...terms);
  expect(value).toMatchObject({ delivered: 4, accepted: 3, unlinked: 1, refusals: [] });
  const { values } = json('profile');
  expect(values.map(({ invoices }) => invoices.sale)).toEqual([
    { invoices: 2, amountFen: 6950, void: 1 },
    { invoices: 0, amountFen: 0, void: 0 },
  ]);
});

test('bad usage is one sentence, exit code 2 and nothing on standard output', () => {
  const path = file('register.csv', REGISTER);
  misused(xyd('nonsense'), /no command nonsense.*ingest/);
  misused(xyd('score', '--sideways'), /--sideways/);
  misused(xyd('score', '--as-of', '2020-02-30', '--json'), /--as-of.*2020-02-30/);
  misused(xyd('score', '--code', '123'), /length/);
  misused(xyd('ingest', path, '--catalogue', 'vat', '--json'), /vat;.*vat-invoice/);
  misused(xyd('ingest', 'nowhere.csv', ...registration), /no file nowhere\.csv/);
  misused(xyd('ingest', '.', ...registration), /is a folder/);
  misused(xyd('ingest', path, ...registration, '--batch', 'batch_ö'), /--batch/);
  misused(xyd('score', '--data', path), /--data/);
  misused(xyd('demo'), /--url/);
});

test.each([
  ['no JSON', '{', /not JSON/],
  ['an unknown key', '{"column": {}}', /unknown_field at column/],
  ['a field that the catalogue has not', '{"columns": {"a": "b"}}', /malformed_mapping/],
])('a mapping with %s is bad usage', (_, mapping, sentence) => {
  const terms = [...registration, '--mapping', file('m.json', mapping)];
  misused(xyd('ingest', file('register.csv', REGISTER), ...terms), sentence);
});

test('a score tells points, grade, coverage and reasons with their records, one firm per line', () => {
  register();
  const { status, values } = json('score', ...AS_OF);
  expect(status).toBe(0);
  expect(values.map(({ code, name }) => ({ code, name }))).toEqual([
    { code: first, name: '甲公司' },
    { code: second, name: '乙公司' },
  ]);
  expect(values[0]).toMatchObject({
    points: expect.any(Number),
    grade: expect.stringMatching(/^[A-E]$/),
    coverage: expect.any(Number),
    asOf: '2020-03-01',
    card: { id: expect.any(String), version: expect.any(Number) },
    vetoes: [],
  });
  for (const reason of values.flatMap(({ reasons }) => reasons))
    expect(reason).toEqual({
      code: expect.any(String),
      points: expect.any(Number),
      records: expect.any(Array),
      text: expect.any(String),
    });
  expect(json('score', '--code', second, ...AS_OF).values).toEqual([values[1]]);
});

test('the whole city at once is told what its firms are told one by one', () => {
  register();
  const oneByOne = json('score', ...AS_OF).values;
  const { values, stderr } = json('score', '--all');
  expect(stderr).toBe('');
  expect(values).toEqual(
    oneByOne.map(({ code, asOf, segment, card, points, grade, coverage, vetoes, reasons }) => ({
      ...{ code, asOf, segment, points, grade, coverage, vetoes },
      card: { id: card.id, version: card.version },
      reasons: reasons.map((reason: { readonly code: string; readonly points: number }) => ({
        ...{ code: reason.code, points: reason.points },
      })),
    })),
  );
});

test('a recommended list gives every firm its grounds, and is published when asked', () => {
  register();
  const rule = jsonFile('rule.json', { minPoints: 0, minAgeMonths: 72 });
  const { value } = json('whitelist', '--rule', rule, '--publish', ...AS_OF);
  expect(value).toMatchObject({ status: 'published', considered: 2, listed: 1 });
  expect(value.listings).toMatchObject([
    { code: first, listed: true },
    { code: second, listed: false, grounds: [{ code: 'age_below_floor', actual: 58 }] },
  ]);
  misused(xyd('whitelist', '--rule', jsonFile('r.json', { minPoints: -1 })), /minPoints/);
});

const product = {
  id: 'product_a',
  bank: { id: 'bank_a', name: 'A' },
  name: '经营贷',
  kind: 'working_capital_loan',
  principal: { min: 10_000_000, max: 100_000_000 },
  limit: 'single',
  term: { min: 1, max: 12 },
  pricing: { kind: 'fixed', min: 400, max: 1500 },
  fees: [],
  guarantees: ['unsecured'],
  purposes: ['working_capital'],
  repayments: ['bullet'],
  documents: [],
  features: [],
  eligibility: [],
  service: { acceptDays: 1, decisionDays: 5, disburseDays: 1 },
  validFrom: '2020-01-01',
};
const need = {
  id: 'need_a',
  code: first,
  principal: 50_000_000,
  term: 12,
  purpose: 'working_capital',
  guarantees: ['unsecured'],
  audience: { to: 'all' },
  visibility: 'named',
  validTo: '2020-12-31',
};

test('a match tells what fits and why, and what the others ask', () => {
  register();
  const large = { ...product, id: 'product_b', principal: { min: 60_000_000, max: 90_000_000 } };
  const market = ['--products', jsonFile('p.json', [product, large])];
  const needs = file('n.jsonl', `${JSON.stringify(need)}\n`);
  const { status, value } = json('match', ...market, '--needs', needs, ...AS_OF);
  expect(status).toBe(0);
  expect(value).toMatchObject({
    need: 'need_a',
    code: first,
    asOf: '2020-03-01',
    counts: { yes: 1, no: 1 },
  });
  expect(value.products).toMatchObject([
    { product: 'product_a', verdict: 'yes', rank: 1 },
    { product: 'product_b', verdict: 'no', reasons: [0] },
  ]);
  expect(value.findings).toMatchObject([{ code: 'principal', actual: 50_000_000 }]);
  expect(xyd('match', '--need', 'need_a', ...AS_OF).stdout).toMatch(/✓ 1\. A 经营贷.*\n.*cost/);
});

test('products and needs that are refused are bad usage, naming file, item, code and field', () => {
  register();
  const broken = { ...product, id: 'product_b', principal: { min: -1, max: 5 } };
  const asked = ['--need', jsonFile('need.json', need), ...AS_OF, '--products'];
  const fault = /p\.json, item \d: .*money_negative at principal\.min/;
  misused(xyd('match', ...asked, jsonFile('p.json', [broken])), fault);
  const some = xyd('match', ...asked, jsonFile('p.json', [product, broken]));
  expect([some.status, some.stderr]).toEqual([0, expect.stringMatching(fault)]);
  const strange = jsonFile('n.json', { ...need, colour: 'red' });
  misused(xyd('match', '--needs', strange), /n\.json, item 0: .*unknown_field at colour/);
  const nobody = jsonFile('o.json', { ...need, code: codeOf('E9') });
  misused(xyd('match', '--needs', nobody, ...AS_OF), /o\.json, item 0: .*enterprise_unknown/);
});

test('help names every command and shows a mapping', () => {
  const { status, stdout } = xyd('--help');
  expect(status).toBe(0);
  for (const name of ['ingest', 'score', 'whitelist', 'match', 'profile', 'catalogues', 'demo'])
    expect(stdout).toContain(`  ${name}`);
  expect(stdout).toContain('"standInCodes": true');
  expect(json('catalogues', 'vat-invoice').value.fields).toContainEqual(
    expect.objectContaining({ id: 'amount', type: 'money', unit: 'yuan', required: true }),
  );
});
