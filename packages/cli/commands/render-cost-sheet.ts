import { type CostItem, costCycles, costKinds } from '#domain/cost/cost-items';
import type { CostSheet, Payment } from '#domain/cost/cost-sheet';
import type { ProductCost } from '#domain/cost/product-cost';
import { feeMethods, feePayers, repaymentKinds } from '#domain/product/vocabulary';
import type { Language } from '#platform/sentences';
import { alignTable } from '../demo/width.ts';
import { rateWords } from '../demo/wording.ts';

const words = {
  zh: {
    title: '贷款明白纸',
    upper: '按价格上限测算',
    received: '到手金额',
    allIn: '综合年化成本',
    nominal: '名义',
    interest: '利息',
    fees: '费用',
    cost: '合计成本',
    share: (share: string) => `占本金 ${share}`,
    items: ['成本项目', '付款方', '收款方', '支付方式', '周期', '次数', '金额', '占本金'],
    payments: ['月', '应还日', '本金', '利息', '费用', '应还合计', '剩余本金'],
    terms: (principal: string, term: number, rate: string) =>
      `本金 ${principal} 元 · ${term} 个月 · 年利率 ${rate}`,
    money: (amount: string) => `${amount} 元`,
  },
  en: {
    title: 'Cost sheet',
    upper: 'reckoned at the upper end of the price',
    received: 'Paid out',
    allIn: 'All in, yearly',
    nominal: 'nominal',
    interest: 'interest',
    fees: 'fees',
    cost: 'Cost',
    share: (share: string) => `${share} of the principal`,
    items: ['Item', 'paid by', 'to', 'how', 'when', 'times', 'amount', 'share'],
    payments: ['Month', 'due', 'principal', 'interest', 'fees', 'to pay', 'left'],
    terms: (principal: string, term: number, rate: string) =>
      `${principal} yuan · ${term} month${term === 1 ? '' : 's'} · ${rate} a year`,
    money: (amount: string) => `${amount} yuan`,
  },
} as const;

/** 1234567 fen → `12,345.67`. */
export const yuanWords = (fen: number): string =>
  (fen / 100).toLocaleString('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** The loan, what it costs all in, each item of the cost, each payment. */
export function renderCostSheet(sheet: CostSheet | ProductCost, language: Language): string {
  const say = words[language];
  const { principal, term, rate, repayment } = sheet;
  return [
    'product' in sheet ? `${say.title} · ${sheet.bank.name} ${sheet.name}` : say.title,
    `${say.terms(yuanWords(principal), term, rateWords(rate))}${
      'product' in sheet && sheet.rateFrom === 'price' ? ` (${say.upper})` : ''
    } · ${repaymentKinds[repayment][language]}`,
    ...totals(sheet, language),
    '',
    ...alignTable([say.items, ...sheet.items.map((item) => itemCells(item, language))]),
    '',
    ...paymentLines(sheet.payments, say.payments),
  ].join('\n');
}

function totals(sheet: CostSheet, language: Language): readonly string[] {
  const say = words[language];
  const { received, effective, nominal, interest, fees, cost, share } = sheet;
  const parts = `${say.interest} ${yuanWords(interest)} + ${say.fees} ${yuanWords(fees)}`;
  return [
    `${say.allIn} ${rateWords(effective)} (${say.nominal} ${rateWords(nominal)})`,
    `${say.received} ${say.money(yuanWords(received))}`,
    `${say.cost} ${say.money(yuanWords(cost))} = ${parts} · ${say.share(rateWords(share))}`,
  ];
}

const itemCells = (item: CostItem, language: Language): readonly string[] => [
  costKinds[item.kind][language],
  feePayers[item.payer][language],
  item.payee,
  feeMethods[item.method][language],
  costCycles[item.cycle][language],
  String(item.times),
  yuanWords(item.amount),
  rateWords(item.share),
];

/** Without the column of days where nobody told when the loan is drawn. */
function paymentLines(payments: readonly Payment[], head: readonly string[]): readonly string[] {
  const dated = payments.some(({ dueOn }) => dueOn !== undefined);
  const rows = payments.map(({ month, dueOn = '', principal, interest, fees, total, balance }) => [
    String(month),
    dueOn,
    ...[principal, interest, fees, total, balance].map(yuanWords),
  ]);
  return alignTable(
    [head, ...rows].map((row) => (dated ? row : row.filter((_, column) => column !== DUE_ON))),
  );
}

const DUE_ON = 1;
