import type { BankId, OutcomeId, UnifiedCode } from '../../ids.ts';
import type { Refusal } from '../../refusal.ts';
import { addMonths, type BusinessDate, months } from '../../time.ts';

/** 五级分类 正常 · 关注 · 次级 · 可疑 · 损失 (商业银行金融资产风险分类办法), from the best. */
export const loanClasses = [
  'normal',
  'special_mention',
  'substandard',
  'doubtful',
  'loss',
] as const;
export type LoanClass = (typeof loanClasses)[number];

/** What a bank reports of a loan: its class, its days past due, or both. */
export type OutcomeReport = {
  readonly id: OutcomeId;
  readonly code: UnifiedCode;
  readonly bank: BankId;
  /** The bank's own reference, opaque to everybody else. */
  readonly loan: string;
  readonly classification?: LoanClass;
  /** The most that it was past due in the time observed. */
  readonly daysPastDue?: number;
  readonly observedFrom: BusinessDate;
  /** The last day; at most OBSERVED_MONTHS after the first. */
  readonly observedTo: BusinessDate;
};

/** As kept; a correction is another report under the same id. */
export type LoanOutcome = OutcomeReport & { readonly reportedOn: BusinessDate };

/** domain.md D3: a default is one within 12 months. */
export const OBSERVED_MONTHS = months(12);
/** domain.md D3: more than 90 days past due is a default, whatever the class. */
export const DEFAULT_ABOVE_DAYS = 90;
const DEFAULT_FROM = loanClasses.indexOf('substandard');

/** 次级 or worse, or more than 90 days past due. */
export const isDefault = ({
  classification,
  daysPastDue = 0,
}: Pick<OutcomeReport, 'classification' | 'daysPastDue'>): boolean =>
  daysPastDue > DEFAULT_ABOVE_DAYS ||
  (classification !== undefined && loanClasses.indexOf(classification) >= DEFAULT_FROM);

/** A loan is good once it has kept for the whole time; until then nobody knows. */
export const labelOf = (report: OutcomeReport): 'bad' | 'good' | 'open' => {
  if (isDefault(report)) return 'bad';
  return report.observedTo >= addMonths(report.observedFrom, OBSERVED_MONTHS) ? 'good' : 'open';
};

/** Everything that is wrong with a report. Codes: required, out_of_range, date_in_future. */
export function checkOutcome(report: OutcomeReport, today: BusinessDate): readonly Refusal[] {
  const { classification, daysPastDue, observedFrom, observedTo } = report;
  const until = addMonths(observedFrom, OBSERVED_MONTHS);
  const faults: (Refusal | false)[] = [
    classification === undefined &&
      daysPastDue === undefined && {
        code: 'required',
        field: 'classification',
        expected: 'classification or daysPastDue',
      },
    daysPastDue !== undefined &&
      !(Number.isSafeInteger(daysPastDue) && daysPastDue >= 0) && {
        code: 'out_of_range',
        field: 'daysPastDue',
        expected: 'a whole number of days, from 0',
        actual: String(daysPastDue),
      },
    (observedTo < observedFrom || observedTo > until) && {
      code: 'out_of_range',
      field: 'observedTo',
      expected: `${observedFrom} to ${until}`,
      actual: observedTo,
    },
    observedTo > today && {
      code: 'date_in_future',
      field: 'observedTo',
      expected: `${today} or earlier`,
      actual: observedTo,
    },
  ];
  return faults.filter((fault) => fault !== false);
}

/** The first field in which a report is of another loan than the one kept under its id. */
export const ofOtherLoan = (
  kept: OutcomeReport,
  told: OutcomeReport,
): 'code' | 'bank' | 'loan' | undefined =>
  (['code', 'bank', 'loan'] as const).find((field) => kept[field] !== told[field]);

/** Whether a report says nothing that is not kept. */
export const saysTheSame = (kept: OutcomeReport, told: OutcomeReport): boolean =>
  (['classification', 'daysPastDue', 'observedFrom', 'observedTo'] as const).every(
    (field) => kept[field] === told[field],
  );
