import { steps, wan } from './bins.ts';
import type { Indicator } from './scorecard.ts';

/** 开票收入 of domain.md D1: how much, how often, how lately, and where it is going. */
export const salesIndicators = [
  {
    id: 'sales', // D1 开票收入; steps follow the size standard's revenue bounds (C3), as repayment does.
    zh: '近12个月开票收入',
    en: 'Invoiced sales of 12 months',
    fact: 'sales_12m_fen',
    bins: steps(
      0,
      [1, 4],
      [wan(10), 8],
      [wan(50), 13],
      [wan(100), 18],
      [wan(300), 23],
      [wan(500), 28],
      [wan(1000), 33],
      [wan(3000), 38],
      [wan(10_000), 42],
      [wan(40_000), 45],
    ),
    missing: 27,
    reason: 'low_sales',
    reasonZh: '近12个月开票收入偏低',
    reasonEn: 'Invoiced sales of the last 12 months are low',
  },
  {
    id: 'sales_months', // D1 经营能力: a going concern sells in every month.
    zh: '近12个月有销售月数',
    en: 'Months with sales of 12',
    fact: 'sales_months_of_12',
    bins: steps(0, [1, 4], [3, 8], [6, 13], [9, 18], [11, 22], [12, 25]),
    missing: 15,
    reason: 'months_without_sales',
    reasonZh: '部分月份没有销售',
    reasonEn: 'There are months without sales',
  },
  {
    id: 'sales_recency', // D1 经营能力: invoices that stop are the first sign that the business does.
    zh: '距最近一次销售天数',
    en: 'Days since the last sale',
    fact: 'days_since_last_sale',
    bins: steps(25, [31, 20], [62, 14], [93, 7], [184, 2], [366, 0]),
    missing: 15,
    reason: 'no_recent_sales',
    reasonZh: '近期没有销售',
    reasonEn: 'No recent sales',
  },
  {
    id: 'sales_growth', // D1 开票收入同比.
    zh: '开票收入同比',
    en: 'Growth of sales against the year before',
    fact: 'sales_growth_bp',
    bins: steps(1, [-5_000, 5], [-2_000, 10], [0, 14], [1_000, 17], [3_000, 20]),
    missing: 12,
    reason: 'sales_shrinking',
    reasonZh: '开票收入同比增长不足',
    reasonEn: 'Sales shrink or hardly grow against the year before',
  },
  {
    id: 'recent_sales', // D1 趋势: a quarter's even share is 25 %; a spring festival may take a month.
    zh: '近3个月销售占全年比重',
    en: 'Share of the last 3 months in yearly sales',
    fact: 'recent_sales_share_bp',
    bins: steps(0, [500, 3], [1_000, 5], [1_500, 7], [2_000, 10]),
    missing: 6,
    reason: 'sales_fading',
    reasonZh: '近3个月销售走弱',
    reasonEn: 'Sales of the last three months have faded',
  },
  {
    id: 'sales_volatility', // D1 经营能力: steady sales carry steady instalments.
    zh: '月度销售波动率',
    en: 'Variation of monthly sales',
    fact: 'sales_volatility_bp',
    bins: steps(15, [3_000, 13], [5_000, 11], [8_000, 8], [12_000, 5], [18_000, 2]),
    missing: 9,
    reason: 'sales_unsteady',
    reasonZh: '月度销售波动较大',
    reasonEn: 'Monthly sales vary widely',
  },
] as const satisfies readonly Indicator[];
