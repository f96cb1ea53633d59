import type { Content, CreditRecord } from '../credit/record.ts';
import type { RecordId } from '../ids.ts';
import { addMonths, type BusinessDate } from '../time.ts';
import { numberIn, textIn } from './reading.ts';

/** What one packed record (a quarter) adds to the last 12 months, so that evidence can be ordered. */
export type QuarterTally = {
  readonly id: RecordId;
  invoices: number;
  sales: number;
  purchases: number;
  voids: number;
  redLetters: number;
  /** Day of the last sale, of any time. */
  lastSale: string | undefined;
};

/** Sums over a firm's invoices as of a day. Money in fen, net of tax; void invoices count only as void. */
export type InvoiceTally = {
  readonly quarters: QuarterTally[];
  /** Days of the first and last valid invoice of either direction, and of the last sale. */
  first: string | undefined;
  last: string | undefined;
  lastSale: string | undefined;
  /** By month back from the day, newest first: 24 of net sales, 24 of whether anything was sold. */
  readonly netSales: number[];
  readonly sold: boolean[];
  readonly invoicesByMonth: number[];
  purchases: number;
  purchaseInvoices: number;
  /** Of the last 12 months: sale invoices, those void, positive amounts, red-letter amounts (positive). */
  saleInvoices: number;
  voidSales: number;
  grossSales: number;
  redLetters: number;
  /** Net amount by counterparty, of the last 12 months and the 12 before. */
  readonly customers: Map<string, number>;
  readonly earlierCustomers: Map<string, number>;
  readonly suppliers: Map<string, number>;
};

export const MONTHS_BACK = 24;

const emptyTally = (): InvoiceTally => ({
  quarters: [],
  first: undefined,
  last: undefined,
  lastSale: undefined,
  netSales: Array.from({ length: MONTHS_BACK }, () => 0),
  sold: Array.from({ length: MONTHS_BACK }, () => false),
  invoicesByMonth: Array.from({ length: MONTHS_BACK }, () => 0),
  purchases: 0,
  purchaseInvoices: 0,
  saleInvoices: 0,
  voidSales: 0,
  grossSales: 0,
  redLetters: 0,
  customers: new Map(),
  earlierCustomers: new Map(),
  suppliers: new Map(),
});

/** One pass over all lines: firms with hundreds of thousands of invoices are met. */
export function tallyInvoices(records: readonly CreditRecord[], asOf: BusinessDate): InvoiceTally {
  const tally = emptyTally();
  const monthBack = monthsBackFrom(asOf);
  for (const { id, lines = [] } of records) {
    const quarter: QuarterTally = {
      id,
      invoices: 0,
      sales: 0,
      purchases: 0,
      voids: 0,
      redLetters: 0,
      lastSale: undefined,
    };
    for (const { content } of lines) {
      const issuedOn = textIn(content, 'issued_on');
      if (issuedOn !== undefined && issuedOn <= asOf)
        take(tally, quarter, content, issuedOn, monthBack(issuedOn));
    }
    if (quarter.invoices > 0) tally.quarters.push(quarter);
  }
  return tally;
}

function take(
  tally: InvoiceTally,
  quarter: QuarterTally,
  content: Content,
  issuedOn: string,
  month: number,
) {
  const isSale = textIn(content, 'direction') === 'sale';
  const isVoid = textIn(content, 'status') === 'void';
  quarter.invoices += 1;
  if (month < MONTHS_BACK) tally.invoicesByMonth[month] = (tally.invoicesByMonth[month] ?? 0) + 1;
  if (isSale && month < 12) {
    tally.saleInvoices += 1;
    if (isVoid) {
      tally.voidSales += 1;
      quarter.voids += 1;
    }
  }
  if (isVoid) return;
  if (tally.first === undefined || issuedOn < tally.first) tally.first = issuedOn;
  if (tally.last === undefined || issuedOn > tally.last) tally.last = issuedOn;
  const amount = numberIn(content, 'amount') ?? 0;
  const counterparty = textIn(content, 'counterparty');
  if (isSale) takeSale(tally, quarter, { amount, counterparty, issuedOn, month });
  else if (month < 12) takePurchase(tally, quarter, { amount, counterparty });
}

type Invoice = { readonly amount: number; readonly counterparty: string | undefined };

function takeSale(
  tally: InvoiceTally,
  quarter: QuarterTally,
  sale: Invoice & { readonly issuedOn: string; readonly month: number },
) {
  const { amount, counterparty, issuedOn, month } = sale;
  if (amount > 0) {
    if (tally.lastSale === undefined || issuedOn > tally.lastSale) tally.lastSale = issuedOn;
    if (quarter.lastSale === undefined || issuedOn > quarter.lastSale) quarter.lastSale = issuedOn;
  }
  if (month >= MONTHS_BACK) return;
  tally.netSales[month] = (tally.netSales[month] ?? 0) + amount;
  if (amount > 0) tally.sold[month] = true;
  add(month < 12 ? tally.customers : tally.earlierCustomers, counterparty, amount);
  if (month >= 12) return;
  if (amount > 0) {
    tally.grossSales += amount;
    quarter.sales += amount;
  } else {
    tally.redLetters -= amount;
    quarter.redLetters -= amount;
  }
}

function takePurchase(tally: InvoiceTally, quarter: QuarterTally, purchase: Invoice) {
  tally.purchaseInvoices += 1;
  tally.purchases += purchase.amount;
  quarter.purchases += Math.max(0, purchase.amount);
  add(tally.suppliers, purchase.counterparty, purchase.amount);
}

function add(to: Map<string, number>, counterparty: string | undefined, amount: number) {
  if (counterparty !== undefined) to.set(counterparty, (to.get(counterparty) ?? 0) + amount);
}

/** Which month back from the day an earlier day lies in: 0 = the month that ends with it; 24 = before all. */
function monthsBackFrom(asOf: BusinessDate): (day: string) => number {
  const starts = Array.from({ length: MONTHS_BACK }, (_, back) => addMonths(asOf, -back - 1));
  const met = new Map<string, number>();
  return (day) => {
    const known = met.get(day);
    if (known !== undefined) return known;
    const back = starts.findIndex((start) => start < day);
    const month = back < 0 ? MONTHS_BACK : back;
    met.set(day, month);
    return month;
  };
}
