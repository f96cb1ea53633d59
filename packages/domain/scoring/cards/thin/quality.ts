import { steps } from '../../bins.ts';
import type { Dimension } from '../../scorecard.ts';

/** 发票质量: 170 of 1000. How far the invoices can be believed, and what they leave. */
export const quality = {
  id: 'quality',
  zh: '发票质量',
  en: 'Quality of invoices',
  indicators: [
    {
      id: 'void_sales',
      zh: '销项发票作废率',
      en: 'Share of sale invoices made void',
      fact: 'void_sales_bp',
      bins: steps(60, [100, 54], [300, 45], [600, 36], [1000, 24], [1500, 12], [2500, 0]),
      missing: 36,
      reason: 'void_invoices',
      reasonZh: '销项发票作废率较高',
      reasonEn: 'Many sale invoices were made void',
      source: 'D1 经营能力: void invoices are sales that did not happen, or were never to',
    },
    {
      id: 'red_letter_sales',
      zh: '销项红字占比',
      en: 'Share of red-letter sales',
      fact: 'red_letter_sales_bp',
      bins: steps(30, [100, 24], [500, 18], [1000, 9], [2000, 0]),
      missing: 18,
      reason: 'red_letter_invoices',
      reasonZh: '红字发票占比较高',
      reasonEn: 'Much of the sales was taken back by red-letter invoices',
      source: 'D1 经营能力: returns and disputes',
    },
    {
      id: 'margin',
      zh: '进销差率',
      en: 'Margin of sales over purchases',
      fact: 'margin_bp',
      bins: steps(0, [-2000, 9], [0, 15], [500, 21], [1500, 30]),
      missing: 18,
      reason: 'thin_margin',
      reasonZh: '进销差率偏低',
      reasonEn: 'Sales leave little over purchases',
      source: 'D1 经营能力; wages and rent are not in invoices, so a low margin is a loss',
    },
    {
      id: 'invoice_history',
      zh: '开票历史月数',
      en: 'Months of invoice history',
      fact: 'invoice_history_months',
      bins: steps(5, [6, 20], [12, 30], [24, 50]),
      missing: 30,
      reason: 'short_invoice_history',
      reasonZh: '开票历史较短',
      reasonEn: 'The invoice history is short',
      source: 'D1 成立年限: what can be looked back on',
    },
  ],
} as const satisfies Dimension;
