import type { FactDefinition } from '../fact-definition.ts';

/** What others than invoices tell of a business and its means. */
export const operationsFacts = {
  declared_sales_12m_fen: {
    zh: '近12个月申报销售额',
    en: 'Declared sales of 12 months',
    type: 'money',
    better: 'higher',
    sources: ['declared-sales'],
  },
  declared_sales_growth_bp: {
    zh: '申报销售额同比',
    en: 'Growth of declared sales',
    type: 'share',
    better: 'higher',
    sources: ['declared-sales'],
  },
  debt_ratio_bp: {
    zh: '资产负债率',
    en: 'Liabilities over assets',
    type: 'share',
    better: 'lower',
    sources: ['annual-report'],
  },
  net_margin_bp: {
    zh: '净利率',
    en: 'Net profit over revenue',
    type: 'share',
    better: 'higher',
    sources: ['annual-report'],
  },
  electricity_growth_bp: {
    zh: '用电量同比',
    en: 'Growth of electricity used',
    type: 'share',
    better: 'higher',
    sources: ['utility-usage'],
  },
  exports_12m_fen: {
    zh: '近12个月出口额',
    en: 'Exports of 12 months',
    type: 'money',
    better: 'higher',
    sources: ['customs-trade'],
  },
  procurement_wins_24m: {
    zh: '近24个月中标次数',
    en: 'Tenders won in 24 months',
    type: 'integer',
    unit: 'tenders',
    better: 'higher',
    sources: ['procurement-win'],
  },
  contracts_in_force: {
    zh: '在履合同数',
    en: 'Contracts in force',
    type: 'integer',
    unit: 'contracts',
    better: 'higher',
    sources: ['contract'],
  },
} as const satisfies Record<string, FactDefinition>;
