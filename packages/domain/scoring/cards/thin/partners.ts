import { steps } from '../../bins.ts';
import type { Dimension } from '../../scorecard.ts';

/** 上下游: 170 of 1000. Whom the firm sells to and buys from. */
export const partners = {
  id: 'partners',
  zh: '上下游',
  en: 'Partners',
  indicators: [
    {
      id: 'customers',
      zh: '近12个月客户数',
      en: 'Customers of 12 months',
      fact: 'customers',
      bins: steps(0, [1, 12], [2, 21], [5, 33], [10, 42], [30, 51], [100, 60]),
      missing: 36,
      reason: 'few_customers',
      reasonZh: '客户数量较少',
      reasonEn: 'Few customers',
      source: 'D1 经营能力',
    },
    {
      id: 'largest_customer',
      zh: '第一大客户占比',
      en: 'Share of the largest customer',
      fact: 'largest_customer_bp',
      bins: steps(35, [2000, 30], [4000, 23], [6000, 16], [8000, 9], [9500, 2]),
      missing: 21,
      reason: 'customer_concentration',
      reasonZh: '客户集中度较高',
      reasonEn: 'Sales depend on one customer',
      source: 'D1 关联风险: one customer’s failure must not be the firm’s',
    },
    {
      id: 'repeat_customers',
      zh: '老客户销售占比',
      en: 'Share of sales to customers of the year before',
      fact: 'repeat_customers_bp',
      bins: steps(5, [1000, 16], [3000, 24], [5000, 32], [7500, 40]),
      missing: 24,
      reason: 'few_repeat_customers',
      reasonZh: '老客户占比较低',
      reasonEn: 'Few customers come back',
      source: 'D1 经营能力: customers who come back say that the goods were good',
    },
    {
      id: 'suppliers',
      zh: '近12个月供应商数',
      en: 'Suppliers of 12 months',
      fact: 'suppliers_of_goods',
      bins: steps(4, [1, 11], [3, 18], [10, 28], [30, 35]),
      missing: 21,
      reason: 'few_suppliers',
      reasonZh: '供应商数量较少',
      reasonEn: 'Few suppliers',
      source: 'D1 经营能力',
    },
  ],
} as const satisfies Dimension;
