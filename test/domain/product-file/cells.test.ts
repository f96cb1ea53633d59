import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assert } from '#domain/assert';
import { productColumn, productColumns } from '#domain/product-file/columns';
import { percent } from '#domain/product-file/decimal';
import { readFees, writeFees } from '#domain/product-file/fee-text';
import { cellReader } from '#domain/product-file/read-cell';
import { readRate } from '#domain/product-file/read-rate';
import { markedText, withTextMark } from '#domain/product-file/text-mark';
import { basisPoints } from '#domain/rate';

const readerOf = (id: string, foreignIds = false) => {
  const column = productColumn(id);
  assert(column !== undefined, `${id} is a column`);
  return cellReader(column, {
    moneyUnit: 'yuan',
    rateUnit: 'percent',
    spellings: new Map([['小额', '信用']]),
    foreignIds,
  });
};

test.each([
  ['principal.min', '200,000', 20_000_000],
  ['principal.min', '２００，０００', 20_000_000],
  ['principal.min', '20万元', 20_000_000],
  ['term.min', '12', 12],
  ['term.min', '12个月', 12],
  ['term.max', '3年', 36],
  ['service.acceptDays', '2个工作日', 2],
  ['pricing.min', '3.85', 385],
  ['pricing.min', "'-0.5%", -50],
  ['pricing.min', '385bp', 385],
  ['limit', '循环额度', 'revolving'],
  ['limit', 'Single drawing', 'single'],
  ['guarantees', '信用、法人保证; mortgage', ['unsecured', 'guarantor_firm', 'mortgage']],
  ['guarantees', '小额，抵押', ['unsecured', 'mortgage']],
  ['districts', '320508|3205', ['320508', '3205']],
  ['eligibility.first_time_borrower.is', '否', false],
  ['validFrom', '2026年1月5日', '2026-01-05'],
  ['id', 'quick', 'product_quick'],
  ['name', "'=1+1", '=1+1'],
])('%s reads %j', (id, text, value) => {
  expect(readerOf(id)(text)).toEqual({ value, refusals: [] });
});

test.each([
  ['principal.min', '1 year minimum term', 'money_wrong'],
  ['principal.min', '-5', 'money_negative'],
  ['principal.max', 'No maximum', 'money_wrong'],
  ['principal.max', '0.001', 'money_wrong'],
  ['term.min', '1.5', 'number_wrong'],
  ['term.min', '200,000', 'number_wrong'],
  ['term.min', 'constructor', 'number_wrong'],
  ['term.min', '1constructor', 'number_wrong'],
  ['pricing.min', '3,85', 'number_wrong'],
  ['pricing.min', '3.855', 'number_wrong'],
  ['pricing.min', '0.0385', 'number_wrong'],
  ['limit', '随便', 'not_in_list'],
  ['guarantees', '信用、黄金', 'not_in_list'],
  ['validFrom', '2026-02-30', 'date_wrong'],
  ['eligibility', '{"fact":"points"}', 'wrong_type'],
  ['eligibility', '[', 'wrong_type'],
  ['id', 'LOAN_A 1', 'id_wrong'],
  ['name', '=1+1', 'formula_in_cell'],
  ['fees', '担保费|企业|担保公司', 'wrong_type'],
  ['fees', '担保费|谁|担保公司|按年|转账|0.8%', 'not_in_list'],
  ['fees', '担保费|企业|担保公司|按年|转账|一点', 'number_wrong'],
])('%s refuses %j as %s, and says what stood there', (id, text, code) => {
  const { refusals } = readerOf(id)(text);
  expect(refusals.map((refusal) => refusal.code)).toEqual([code]);
  expect(refusals[0]?.field).toMatch(new RegExp(`^${id.replaceAll('.', '\\.')}`));
  expect(refusals[0]?.expected).toBeTruthy();
});

test.each(productColumns.map((column) => [column.zh, column] as const))(
  'the example of %s is lawful in it',
  (_, { id, example }) => {
    const { value, refusals } = readerOf(id)(example);
    expect(refusals).toEqual([]);
    expect(value).toBeDefined();
  },
);

test('no two columns share a header', () => {
  const headers = productColumns.flatMap(({ id, zh, aliases = [] }) => [id, zh, ...aliases]);
  expect(headers).toEqual([...new Set(headers)]);
});

test('ids of another system become ours only where that is asked for', () => {
  expect(readerOf('id', true)('_LOAN_A 1').value).toBe('product_LOAN-A-1');
});

test('a rate reads back whatever its sign and size', () => {
  fc.assert(
    fc.property(fc.integer({ min: -100_000, max: 100_000 }), (rate) => {
      expect(readRate(percent(rate), 'percent')).toBe(rate);
      expect(readRate(`${rate}bp`, 'share')).toBe(rate);
    }),
  );
});

test.each([
  ['0.0835', 835],
  ['0.1743', 1743],
  ['1', 10_000],
  ['0.00005', undefined],
])('the share %s is %s basis points', (text, rate) => {
  expect(readRate(text, 'share')).toBe(rate);
});

test('whatever a text begins with, its mark says that it is text', () => {
  fc.assert(
    fc.property(
      fc.tuple(
        fc.constantFrom('', "'", "''"),
        fc.constantFrom('=', '+', '-', '@', '＝', 'a'),
        fc.string(),
      ),
      (parts) => {
        const text = parts.join('');
        const cell = withTextMark(text);
        expect(markedText(cell) ?? cell).toBe(text);
      },
    ),
  );
});

test('fees are the same behind their grammar, whatever their payee is called', () => {
  const payee = fc
    .string({ minLength: 1, unit: fc.constantFrom('甲', '|', ';', '；', '\\', '｜', '%', 'a') })
    .filter((text) => text.trim() === text);
  fc.assert(
    fc.property(payee, payee, (first, second) => {
      const fees = [first, second].map((name) => ({
        kind: 'guarantee' as const,
        payer: 'enterprise' as const,
        payee: name,
        cycle: 'upfront' as const,
        method: 'transfer' as const,
        rate: basisPoints(80),
      }));
      expect(readFees(writeFees(fees), 'fees')).toEqual({ fees, refusals: [] });
    }),
  );
});
