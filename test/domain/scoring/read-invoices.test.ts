import { describe, expect, test } from 'vitest';
import { factNames } from '#domain/scoring/facts';
import { addMonths } from '#domain/time';
import { AS_OF, type Invoice, invoices, packInvoices, readAll, valuesOf } from './build.ts';

const YUAN = 100;
const WAN = 1_000_000;

/** One sale in the middle of each of the months back, 10,000 yuan to one customer unless told. */
const monthly = (from: number, to: number, told: Partial<Invoice> = {}): readonly Invoice[] =>
  Array.from({ length: to - from }, (_, index) => ({
    on: addMonths(AS_OF, -(from + index))
      .slice(0, 8)
      .concat('15'),
    yuan: 10_000,
    with: 'B1',
    ...told,
  }));

describe('sales', () => {
  test.each([
    ['one sale', [{ on: '2026-03-31', yuan: 100 }], 100],
    ['the first day inside', [{ on: '2025-04-01', yuan: 100 }], 100],
    ['the last day outside', [{ on: '2025-03-31', yuan: 100 }], 0],
    [
      'a sale after the day',
      [
        { on: '2026-04-01', yuan: 900 },
        { on: '2026-03-01', yuan: 100 },
      ],
      100,
    ],
    [
      'a void invoice',
      [
        { on: '2026-03-01', yuan: 900, status: 'void' },
        { on: '2026-03-01', yuan: 100 },
      ],
      100,
    ],
    [
      'a red letter',
      [
        { on: '2026-03-01', yuan: 100 },
        { on: '2026-03-02', yuan: -30 },
      ],
      70,
    ],
    ['purchases alone', [{ on: '2026-03-01', yuan: 100, direction: 'purchase' }], 0],
  ] as const)('of 12 months with %s', (_, sent, expected) => {
    expect(readAll(invoices(...sent)).sales_12m_fen?.value).toBe(expected * YUAN);
  });

  test('of a firm without an invoice in two years are not known, though its last sale is', () => {
    const facts = readAll(invoices({ on: '2024-03-31', yuan: 100, with: 'B1' }));
    expect(valuesOf(facts, 'sales_12m_fen', 'customers', 'sales_months_of_12')).toEqual({});
    expect(facts.days_since_last_sale?.value).toBe(730);
    expect(facts.invoice_history_months?.value).toBe(0);
  });

  test('of a firm without any invoice are not known, however complete the city’s files are', () => {
    const facts = readAll([]);
    const sales = factNames.filter((name) =>
      /^(?!judgment|declared).*(sale|customer|supplier|purchase|^margin|invoice)/.test(name),
    );
    expect(sales.filter((name) => facts[name] !== undefined)).toEqual([]);
    expect(sales.length).toBeGreaterThan(10);
  });

  test('growth compares two covered years, and is not known of a firm whose first is not', () => {
    const grown = [...monthly(0, 12, { yuan: 15_000 }), ...monthly(12, 24)];
    expect(valuesOf(readAll(invoices(...grown)), 'sales_growth_bp', 'sales_12m_fen')).toEqual({
      sales_growth_bp: 5_000,
      sales_12m_fen: 18 * WAN,
    });
    const young = monthly(0, 18);
    expect(readAll(invoices(...young)).sales_growth_bp).toBeUndefined();
    const gone = monthly(12, 24);
    expect(readAll(invoices(...gone)).sales_growth_bp?.value).toBe(-10_000);
  });

  test('growth from almost nothing stops at a hundredfold', () => {
    const rocket = [...monthly(0, 12, { yuan: 90_000_000 }), ...monthly(12, 24, { yuan: 0.01 })];
    expect(readAll(invoices(...rocket)).sales_growth_bp?.value).toBe(1_000_000);
  });

  test('the months with sales are counted, red letters alone are none', () => {
    const sent = [...monthly(0, 3), { on: '2025-08-10', yuan: -5 }, ...monthly(10, 11)];
    expect(readAll(invoices(...sent)).sales_months_of_12?.value).toBe(4);
  });

  test('even sales do not vary, and the last quarter has a quarter of them', () => {
    const facts = readAll(invoices(...monthly(0, 14)));
    expect(valuesOf(facts, 'sales_volatility_bp', 'recent_sales_share_bp')).toEqual({
      sales_volatility_bp: 0,
      recent_sales_share_bp: 2_500,
    });
  });

  test('sales in one month of twelve vary by √11 of their mean', () => {
    const sent = [...monthly(13, 14), ...monthly(2, 3)];
    expect(readAll(invoices(...sent)).sales_volatility_bp?.value).toBe(33_166);
  });

  test('less than six months of history vary by nobody knows how much', () => {
    expect(readAll(invoices(...monthly(0, 5))).sales_volatility_bp).toBeUndefined();
  });

  test('void and red-letter shares are of invoices and of amounts', () => {
    const facts = readAll(
      invoices(
        { on: '2026-03-01', yuan: 300 },
        { on: '2026-03-01', yuan: 500, status: 'void' },
        { on: '2026-03-02', yuan: 100 },
        { on: '2026-03-03', yuan: -40 },
      ),
    );
    expect(valuesOf(facts, 'void_sales_bp', 'red_letter_sales_bp')).toEqual({
      void_sales_bp: 2_500,
      red_letter_sales_bp: 1_000,
    });
  });

  test('the last sale is neither void nor a red letter', () => {
    const facts = readAll(
      invoices(
        { on: '2026-03-01', yuan: 300 },
        { on: '2026-03-20', yuan: 500, status: 'void' },
        { on: '2026-03-30', yuan: -1 },
      ),
    );
    expect(facts.days_since_last_sale?.value).toBe(30);
  });

  test('history lasts from the first to the last valid invoice of either direction', () => {
    const facts = readAll(
      invoices(
        { on: '2020-01-10', yuan: 1, status: 'void' },
        { on: '2024-01-10', yuan: 1, direction: 'purchase' },
        { on: '2026-01-10', yuan: 1 },
      ),
    );
    expect(facts.invoice_history_months?.value).toBe(24);
  });
});

describe('customers and suppliers', () => {
  test('a customer counts when something is left after red letters', () => {
    const facts = readAll(
      invoices(
        { on: '2026-01-01', yuan: 600, with: 'B1' },
        { on: '2026-01-02', yuan: 200, with: 'B2' },
        { on: '2026-01-03', yuan: 900, with: 'B3' },
        { on: '2026-01-04', yuan: -900, with: 'B3' },
        { on: '2026-01-05', yuan: 900, with: 'B4', status: 'void' },
      ),
    );
    expect(valuesOf(facts, 'customers', 'largest_customer_bp')).toEqual({
      customers: 2,
      largest_customer_bp: 7_500,
    });
  });

  test('of sales to nobody named, customers are not known; without sales there are none', () => {
    const named = readAll(invoices({ on: '2026-01-01', yuan: 600 }));
    expect(valuesOf(named, 'customers', 'largest_customer_bp')).toEqual({});
    const none = readAll(invoices({ on: '2026-01-01', yuan: 600, direction: 'purchase' }));
    expect(valuesOf(none, 'customers', 'largest_customer_bp')).toEqual({ customers: 0 });
  });

  test('customers of both years are repeat customers', () => {
    const sent = [
      ...monthly(0, 12, { with: 'old' }),
      ...monthly(0, 12, { with: 'new', yuan: 30_000 }),
      ...monthly(12, 24, { with: 'old' }),
      ...monthly(12, 24, { with: 'lost' }),
    ];
    expect(readAll(invoices(...sent)).repeat_customers_bp?.value).toBe(2_500);
  });

  test('margin is what sales leave over purchases; without purchases it is not known', () => {
    const sale: Invoice = { on: '2026-01-01', yuan: 1_000, with: 'B1' };
    const bought: Invoice = { on: '2026-01-01', yuan: 700, with: 'A1', direction: 'purchase' };
    const facts = readAll(invoices(sale, bought, { ...bought, with: 'A2', yuan: 500 }));
    expect(valuesOf(facts, 'margin_bp', 'suppliers_of_goods', 'purchases_12m_fen')).toEqual({
      margin_bp: -2_000,
      suppliers_of_goods: 2,
      purchases_12m_fen: 1_200 * YUAN,
    });
    expect(valuesOf(readAll(invoices(sale)), 'margin_bp', 'suppliers_of_goods')).toEqual({});
  });
});

test('the most telling quarters are the evidence', () => {
  const facts = readAll(
    invoices(
      { on: '2025-05-01', yuan: 100 },
      { on: '2025-08-01', yuan: 900 },
      { on: '2025-08-02', yuan: 900, status: 'void' },
      { on: '2026-01-01', yuan: 300 },
    ),
  );
  const quarters = (ids: readonly string[] | undefined) => ids?.map((id) => id.slice(-7));
  expect(quarters(facts.sales_12m_fen?.evidence)).toEqual(['2025-Q3', '2026-Q1', '2025-Q2']);
  expect(quarters(facts.void_sales_bp?.evidence)).toEqual(['2025-Q3']);
  expect(quarters(facts.days_since_last_sale?.evidence)).toEqual(['2026-Q1', '2025-Q3', '2025-Q2']);
});

test('two hundred thousand invoices are read in one pass', () => {
  const many = Array.from({ length: 200_000 }, (_, index): Invoice => {
    const day = String((index % 28) + 1).padStart(2, '0');
    const month = String((index % 12) + 1).padStart(2, '0');
    return { on: `2025-${month}-${day}`, yuan: 1, with: `B${index % 50_000}` };
  });
  const facts = readAll(packInvoices(many));
  expect(facts.sales_12m_fen?.value).toBeGreaterThan(0);
  expect(facts.sales_12m_fen?.evidence.length).toBeLessThanOrEqual(10);
});
