import { steps } from './bins.ts';
import { salesIndicators } from './card-sales.ts';
import type { Dimension, Indicator } from './scorecard.ts';

// 上下游 of D1: whom the firm sells to and buys from.
const partners = [
  {
    id: 'customers', // D1 经营能力.
    zh: '近12个月客户数',
    en: 'Customers of 12 months',
    fact: 'customers',
    bins: steps(0, [1, 4], [2, 7], [5, 11], [10, 14], [30, 17], [100, 20]),
    missing: 12,
    reason: 'few_customers',
    reasonZh: '客户数量较少',
    reasonEn: 'Few customers',
  },
  {
    id: 'largest_customer', // D1 关联风险: one customer's failure must not be the firm's.
    zh: '第一大客户占比',
    en: 'Share of the largest customer',
    fact: 'largest_customer_bp',
    bins: steps(15, [2_000, 13], [4_000, 10], [6_000, 7], [8_000, 4], [9_500, 1]),
    missing: 9,
    reason: 'customer_concentration',
    reasonZh: '客户集中度较高',
    reasonEn: 'Sales depend on one customer',
  },
  {
    id: 'repeat_customers', // D1 经营能力: customers who come back say that the goods were good.
    zh: '老客户销售占比',
    en: 'Share of sales to customers of the year before',
    fact: 'repeat_customers_bp',
    bins: steps(2, [1_000, 6], [3_000, 9], [5_000, 12], [7_500, 15]),
    missing: 9,
    reason: 'few_repeat_customers',
    reasonZh: '老客户占比较低',
    reasonEn: 'Few customers come back',
  },
  {
    id: 'suppliers', // D1 经营能力.
    zh: '近12个月供应商数',
    en: 'Suppliers of 12 months',
    fact: 'suppliers_of_goods',
    bins: steps(1, [1, 3], [3, 5], [10, 8], [30, 10]),
    missing: 6,
    reason: 'few_suppliers',
    reasonZh: '供应商数量较少',
    reasonEn: 'Few suppliers',
  },
] as const satisfies readonly Indicator[];

// How far the invoices can be believed, and what they leave.
const quality = [
  {
    id: 'void_sales', // D1 经营能力: void invoices are sales that did not happen, or were never to.
    zh: '销项发票作废率',
    en: 'Share of sale invoices made void',
    fact: 'void_sales_bp',
    bins: steps(20, [100, 18], [300, 15], [600, 12], [1_000, 8], [1_500, 4], [2_500, 0]),
    missing: 12,
    reason: 'void_invoices',
    reasonZh: '销项发票作废率较高',
    reasonEn: 'Many sale invoices were made void',
  },
  {
    id: 'red_letter_sales', // D1 经营能力: returns and disputes.
    zh: '销项红字占比',
    en: 'Share of red-letter sales',
    fact: 'red_letter_sales_bp',
    bins: steps(10, [100, 8], [500, 6], [1_000, 3], [2_000, 0]),
    missing: 6,
    reason: 'red_letter_invoices',
    reasonZh: '红字发票占比较高',
    reasonEn: 'Much of the sales was taken back by red-letter invoices',
  },
  {
    id: 'margin', // D1 经营能力; wages and rent are not in invoices, so a low margin is a loss.
    zh: '进销差率',
    en: 'Margin of sales over purchases',
    fact: 'margin_bp',
    bins: steps(0, [-2_000, 3], [0, 5], [500, 7], [1_500, 10]),
    missing: 6,
    reason: 'thin_margin',
    reasonZh: '进销差率偏低',
    reasonEn: 'Sales leave little over purchases',
  },
  {
    id: 'invoice_history', // D1 成立年限: what can be looked back on.
    zh: '开票历史月数',
    en: 'Months of invoice history',
    fact: 'invoice_history_months',
    bins: steps(1, [6, 4], [12, 6], [24, 10]),
    missing: 6,
    reason: 'short_invoice_history',
    reasonZh: '开票历史较短',
    reasonEn: 'The invoice history is short',
  },
] as const satisfies readonly Indicator[];

/** 经营能力: 250 of 1000 (domain.md D1: 20–25 %). */
export const operationsDimension = {
  id: 'operations',
  zh: '经营能力',
  en: 'Operations',
  indicators: [...salesIndicators, ...partners, ...quality],
} as const satisfies Dimension;
