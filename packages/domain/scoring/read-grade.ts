import type { CatalogueId } from '../credit/catalogue.ts';
import { addMonths } from '../time.ts';
import type { FactName, Facts } from './facts.ts';
import { inUse } from './in-use.ts';
import { fact, latestFirst, type Reading, textIn } from './reading.ts';

/** Grades are given every year: one of over two years ago says nothing today. */
const MAX_GRADE_AGE_MONTHS = 24;

/** The grade that an authority gave last, while it stands. */
export function gradeFact(reading: Reading, name: FactName, catalogue: CatalogueId): Facts {
  const since = addMonths(reading.asOf, -MAX_GRADE_AGE_MONTHS);
  const graded = inUse(reading, catalogue).filter(({ occurredOn }) => occurredOn > since);
  const [newest] = latestFirst(graded);
  const latest = graded.find(({ id }) => id === newest);
  return latest ? fact(name, textIn(latest.content, 'grade'), [latest.id]) : {};
}
