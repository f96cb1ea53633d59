import type { CreditRecord } from '../credit/record.ts';
import { usesOf } from '../credit/uses.ts';
import type { Facts } from './facts.ts';
import { outstanding } from './outstanding.ts';
import { fact, numberIn, type Reading, textIn } from './reading.ts';

export function readTax(reading: Reading): Facts {
  const arrears = outstanding(reading, 'tax-arrears', 'cleared_on');
  return {
    ...readGrade(reading),
    ...fact('tax_arrears_fen', arrears.amount, arrears.evidence),
  };
}

/** A year's grade is published in the next and stands until the one after: an older one says nothing today. */
const MAX_GRADE_AGE_YEARS = 2;

/** `tax_grade_a_years`: how many years up to the latest have been A without a break. */
function readGrade({ asOf, of }: Reading): Facts {
  const newestFirst = of('tax-grade')
    .map((record) => ({ record, year: yearOf(record), grade: textIn(record.content, 'grade') }))
    .toSorted((a, b) => b.year - a.year);
  const [latest] = newestFirst;
  if (!latest || !usesOf(latest.record, asOf).scored) return {};
  if (Number(asOf.slice(0, 4)) - latest.year > MAX_GRADE_AGE_YEARS) return {};
  const unbroken = newestFirst.findIndex(
    ({ year, grade }, index) => grade !== 'A' || year !== latest.year - index,
  );
  const years = unbroken < 0 ? newestFirst.length : unbroken;
  const graded = newestFirst.slice(0, Math.max(years, 1)).map(({ record }) => record.id);
  return {
    ...fact('tax_grade', latest.grade, [latest.record.id]),
    ...fact('tax_grade_a_years', years, graded),
  };
}

const yearOf = (record: CreditRecord) => numberIn(record.content, 'year') ?? 0;
