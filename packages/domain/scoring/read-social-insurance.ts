import type { Content, CreditRecord } from '../credit/record.ts';
import { monthOf } from '../time.ts';
import type { Facts } from './facts.ts';
import { MONTHS_LATE, monthIndex, newestFirst } from './packed-months.ts';
import { fact, numberIn, type Reading, share, textIn } from './reading.ts';

/** Delivered without a word on payment, a month counts as paid: only `no` says that it was not. */
type InsuredMonth = { readonly headcount: number | undefined; readonly paid: boolean };

/** Social insurance and housing fund of the year that ends with the last month delivered. */
export function readSocialInsurance(reading: Reading): Facts {
  const insurance = contributions(reading, 'social-insurance');
  const fund = contributions(reading, 'housing-fund');
  return {
    ...(insurance && {
      ...fact('insured_headcount', insurance.headcount, insurance.evidence),
      ...fact('insured_headcount_growth_bp', insurance.growth, insurance.evidence),
      ...fact('insured_months_of_12', insurance.paid, insurance.evidence),
    }),
    ...(fund && fact('housing_fund_months_of_12', fund.paid, fund.evidence)),
  };
}

/** A firm without a recent month is not known to insure nobody: the bureau may just be late. */
function contributions({ asOf, of }: Reading, catalogue: 'social-insurance' | 'housing-fund') {
  const records = of(catalogue);
  const today = monthIndex(monthOf(asOf)) ?? 0;
  const months = monthsUntil(today, records);
  const last = Math.max(...months.keys());
  if (last < today - MONTHS_LATE) return undefined;
  const year = Array.from({ length: 12 }, (_, back) => months.get(last - back));
  const headcount = year.find((month) => month?.headcount !== undefined)?.headcount;
  const before = months.get(last - 12)?.headcount;
  const growth =
    headcount !== undefined && before !== undefined ? share(headcount - before, before) : undefined;
  return {
    headcount,
    growth,
    paid: year.filter((month) => month?.paid).length,
    evidence: newestFirst(records, asOf),
  };
}

function monthsUntil(today: number, records: readonly CreditRecord[]) {
  const months = new Map<number, InsuredMonth>();
  for (const { content } of records.flatMap((record) => record.lines ?? [])) {
    const index = monthIndex(textIn(content, 'month'));
    if (index !== undefined && index <= today) months.set(index, monthOfLine(content));
  }
  return months;
}

const monthOfLine = (content: Content): InsuredMonth => ({
  headcount: numberIn(content, 'headcount'),
  paid: textIn(content, 'paid') !== 'no',
});
