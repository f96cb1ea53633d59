import type { CostComparison } from '#domain/cost/compare-costs';
import { type Language, sentence } from '#platform/sentences';
import { alignTable } from '../demo/width.ts';
import { rateWords } from '../demo/wording.ts';
import { yuanWords } from './render-cost-sheet.ts';

const heads = {
  zh: ['产品', '综合年化成本', '年利率', '利息', '费用', '合计成本', '到手金额', '最大一期'],
  en: ['Product', 'all in', 'rate', 'interest', 'fees', 'cost', 'paid out', 'largest payment'],
} as const;

const nobody = { zh: '没有产品提供这样的贷款。', en: 'No product lends this.' } as const;

/** A row for each product, cheapest first; then those that lend no such loan, and why. */
export function renderCosts({ items, refused }: CostComparison, language: Language): string {
  const rows = items.map((row) => [
    `${row.bank.name} ${row.name}`,
    rateWords(row.effective),
    rateWords(row.rate),
    ...[row.interest, row.fees, row.cost, row.received, row.largestPayment].map(yuanWords),
  ]);
  return [
    ...(rows.length > 0 ? alignTable([heads[language], ...rows]) : [nobody[language]]),
    ...refused.map(({ product, refusal }) => `✗ ${product}: ${sentence(refusal, language)}`),
  ].join('\n');
}
