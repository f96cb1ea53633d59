import type { CreditRecord } from '../credit/record.ts';
import { monthOf } from '../time.ts';
import type { Facts } from './facts.ts';
import { evidenceOf, fact, numberIn, type Reading, share, textIn } from './reading.ts';

/** The bureau delivers up to a quarter late: the year looked at ends with the last month delivered. */
const MONTHS_LATE = 3;

/** Delivered without a word on payment, a month counts as paid: only `no` says that it was not. */
type InsuredMonth = { readonly headcount: number | undefined; readonly paid: boolean };

/** A firm without a recent month is not known to insure nobody: the bureau may just be late. */
export function readSocialInsurance({ asOf, of }: Reading): Facts {
  const records = of('social-insurance');
  const today = monthIndex(monthOf(asOf)) ?? 0;
  const months = monthsUntil(today, records);
  const last = Math.max(...months.keys());
  if (last < today - MONTHS_LATE) return {};
  const year = Array.from({ length: 12 }, (_, back) => months.get(last - back));
  const headcount = year.find((month) => month?.headcount !== undefined)?.headcount;
  const before = months.get(last - 12)?.headcount;
  const growth =
    headcount !== undefined && before !== undefined ? share(headcount - before, before) : undefined;
  const evidence = evidenceOf(records, (record) => newestLine(record, today));
  return {
    ...fact('insured_headcount', headcount, evidence),
    ...fact('insured_headcount_growth_bp', growth, evidence),
    ...fact('insured_months_of_12', year.filter((month) => month?.paid).length, evidence),
  };
}

function monthsUntil(today: number, records: readonly CreditRecord[]) {
  const months = new Map<number, InsuredMonth>();
  for (const { content } of records.flatMap((record) => record.lines ?? [])) {
    const index = monthIndex(textIn(content, 'month'));
    if (index !== undefined && index <= today)
      months.set(index, {
        headcount: numberIn(content, 'headcount'),
        paid: textIn(content, 'paid') !== 'no',
      });
  }
  return months;
}

const newestLine = (record: CreditRecord, today: number) =>
  Math.max(
    0,
    ...(record.lines ?? [])
      .map((line) => monthIndex(textIn(line.content, 'month')) ?? 0)
      .filter((index) => index <= today),
  );

/** Months since year 0 of `YYYY-MM`. */
function monthIndex(text: string | undefined): number | undefined {
  const [, year, month] = /^(\d{4})-(\d\d)$/.exec(text ?? '') ?? [];
  return year === undefined ? undefined : Number(year) * 12 + Number(month) - 1;
}
