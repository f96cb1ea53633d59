import { type BusinessDate, date, daysBetween, daysSinceEpoch, monthsBetween } from '../time.ts';
import type { Facts } from './facts.ts';
import { type InvoiceTally, type QuarterTally, tallyInvoices } from './invoice-tally.ts';
import { evidenceOf, fact, type Reading, share } from './reading.ts';

/** Fewer months say nothing about how steady sales are. */
const MIN_STEADY_MONTHS = 6;
/** The year before the last is covered when invoices begin no later than this many months back. */
const TWO_YEARS_COVERED = 23;

/**
 * Facts of a firm's invoices. Those of a period are known only where an invoice of either direction lies in
 * the two years before the day; growth and repeat customers only where the earlier year is covered too.
 */
export function readInvoices({ asOf, of }: Reading): Facts {
  const tally = tallyInvoices(of('vat-invoice'), asOf);
  const { first, last, lastSale, quarters } = tally;
  const since = lastSale === undefined ? undefined : daysBetween(date(lastSale), asOf);
  const history =
    first === undefined || last === undefined ? undefined : monthsBetween(date(first), date(last));
  return {
    ...fact(
      'days_since_last_sale',
      since,
      evidenceOf(quarters, ({ lastSale }) =>
        lastSale === undefined ? 0 : daysSinceEpoch(date(lastSale)),
      ),
    ),
    ...fact('invoice_history_months', history, endsOf(quarters)),
    ...(tally.invoicesByMonth.some((count) => count > 0) && {
      ...readSales(tally, asOf),
      ...readCustomers(tally, asOf),
      ...readPurchases(tally),
    }),
  };
}

/** History is told by where it begins and where it ends. */
const endsOf = (quarters: readonly QuarterTally[]) =>
  [...new Set([quarters.at(-1), quarters.at(0)])].flatMap((quarter) => quarter?.id ?? []);

function readSales(tally: InvoiceTally, asOf: BusinessDate): Facts {
  const year = tally.netSales.slice(0, 12);
  const sales = total(year);
  const before = total(tally.netSales.slice(12));
  const covered = monthsCovered(tally, asOf);
  const evidence = evidenceOf(tally.quarters, (quarter) => quarter.sales);
  const growth = covered >= TWO_YEARS_COVERED ? share(sales - before, before) : undefined;
  const recent = covered >= 12 ? share(total(year.slice(0, 3)), sales) : undefined;
  return {
    ...fact('sales_12m_fen', sales, evidence),
    ...fact('sales_growth_bp', growth, evidence),
    ...fact('recent_sales_share_bp', recent, evidence),
    ...fact('sales_months_of_12', tally.sold.slice(0, 12).filter(Boolean).length, evidence),
    ...fact('sales_volatility_bp', volatility(year.slice(0, covered)), evidence),
    ...fact(
      'void_sales_bp',
      share(tally.voidSales, tally.saleInvoices),
      evidenceOf(tally.quarters, (quarter) => quarter.voids),
    ),
    ...fact(
      'red_letter_sales_bp',
      share(tally.redLetters, tally.grossSales),
      evidenceOf(tally.quarters, (quarter) => quarter.redLetters),
    ),
  };
}

/** Customers are those from whom something is left after red letters; of sales to nobody named, unknown. */
function readCustomers(tally: InvoiceTally, asOf: BusinessDate): Facts {
  if (tally.customers.size === 0 && tally.grossSales > 0) return {};
  const customers = [...tally.customers].filter(([, net]) => net > 0);
  const bought = total(customers.map(([, net]) => net));
  const largest = customers.reduce((most, [, net]) => Math.max(most, net), 0);
  const repeated = customers.filter(([name]) => (tally.earlierCustomers.get(name) ?? 0) > 0);
  const repeat =
    monthsCovered(tally, asOf) >= TWO_YEARS_COVERED
      ? share(total(repeated.map(([, net]) => net)), bought)
      : undefined;
  const evidence = evidenceOf(tally.quarters, (quarter) => quarter.sales);
  return {
    ...fact('customers', customers.length, evidence),
    ...fact('largest_customer_bp', share(largest, bought), evidence),
    ...fact('repeat_customers_bp', repeat, evidence),
  };
}

function readPurchases(tally: InvoiceTally): Facts {
  if (tally.purchaseInvoices === 0) return {};
  const sales = total(tally.netSales.slice(0, 12));
  const suppliers = [...tally.suppliers.values()].filter((net) => net > 0).length;
  const evidence = evidenceOf(tally.quarters, (quarter) => quarter.purchases);
  return {
    ...fact('purchases_12m_fen', tally.purchases, evidence),
    ...fact('suppliers_of_goods', tally.suppliers.size > 0 ? suppliers : undefined, evidence),
    ...fact('margin_bp', share(sales - tally.purchases, sales), evidence),
  };
}

const total = (amounts: readonly number[]) => amounts.reduce((all, amount) => all + amount, 0);

/** Whole months since the known invoices begin. */
const monthsCovered = ({ first }: InvoiceTally, asOf: BusinessDate): number =>
  first === undefined ? 0 : monthsBetween(date(first), asOf);

/** Standard deviation over mean of the months' net sales, in basis points. */
function volatility(months: readonly number[]): number | undefined {
  const mean = total(months) / months.length;
  if (months.length < MIN_STEADY_MONTHS || mean <= 0) return undefined;
  const variance = total(months.map((net) => (net - mean) ** 2)) / months.length;
  return share(Math.round(Math.sqrt(variance)), Math.round(mean));
}
