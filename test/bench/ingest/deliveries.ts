import type { Mapping } from '#domain/credit/batch';
import type { CatalogueId } from '#domain/credit/catalogue';
import { standInCode } from '#domain/enterprise/unified-code';
import { addDays, date } from '#domain/time';
import { penaltyTable } from './penalties.ts';

type Delivery = {
  readonly catalogue: CatalogueId;
  readonly kind: string;
  readonly table: string;
  readonly mapping?: Mapping;
};

/** Invoices of one firm, spread over a year. */
const INVOICES_PER_FIRM = 200;

/** What is stored one after the other: firms, a penalty for each row, and invoices, packed by firm and quarter. */
export function* deliveries(rows: number): Generator<Delivery> {
  const firms = Math.ceil(rows / INVOICES_PER_FIRM);
  yield {
    catalogue: 'enterprise-registration',
    kind: 'a record per firm',
    table: tableOf(
      '统一社会信用代码,企业名称',
      firms,
      (firm) => `${codeOf(firm)},昆山第${firm}号有限公司`,
    ),
  };
  yield {
    catalogue: 'administrative-penalty',
    kind: 'a record per row',
    table: [...penaltyTable(rows, 1)].join(''),
    mapping: { ignore: ['罚没合计'] },
  };
  yield {
    catalogue: 'vat-invoice',
    kind: 'packed by quarter',
    table: tableOf('code,direction,number,issued_on,amount,tax,total,status', rows, (row) =>
      [
        codeOf(Math.floor(row / INVOICES_PER_FIRM)),
        row % 3 === 0 ? '进项' : '销项',
        String(10_000_000 + row),
        addDays(date('2025-01-01'), (row * 7) % 365),
        '9401.71,1598.29,11000.00,有效发票',
      ].join(),
    ),
  };
}

const codeOf = (firm: number) => standInCode(String(firm)) ?? '';

const tableOf = (header: string, rows: number, lineOf: (row: number) => string) =>
  `${[header, ...Array.from({ length: rows }, (_, row) => lineOf(row))].join('\n')}\n`;
