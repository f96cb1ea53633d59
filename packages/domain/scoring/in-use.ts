import type { CatalogueId } from '../credit/catalogue.ts';
import type { CreditRecord } from '../credit/record.ts';
import { usesOf } from '../credit/uses.ts';
import { addMonths } from '../time.ts';
import type { FactName, Facts } from './facts.ts';
import { fact, latestFirst, type Reading } from './reading.ts';

/**
 * Records of a catalogue that count on the day, none older than so many months where told: what has ended, was
 * repaired or has run out is as if it had never been (credit/uses.ts).
 */
export function inUse(
  { asOf, of }: Reading,
  catalogue: CatalogueId,
  withinMonths?: number,
): readonly CreditRecord[] {
  const since = withinMonths === undefined ? undefined : addMonths(asOf, -withinMonths);
  return of(catalogue).filter(
    (record) => usesOf(record, asOf).scored && (since === undefined || record.occurredOn > since),
  );
}

/** How many such records there are; none is a zero only where silence means none. */
export function counted(
  { silenceMeansNone }: Reading,
  name: FactName,
  catalogue: CatalogueId,
  records: readonly CreditRecord[],
): Facts {
  const known = records.length > 0 || silenceMeansNone(catalogue);
  return fact(name, known ? records.length : undefined, latestFirst(records));
}

/** Whether the firm stands in a catalogue on the day; unknown where silence says nothing. */
export function standsIn(reading: Reading, name: FactName, catalogue: CatalogueId): Facts {
  const records = inUse(reading, catalogue);
  const known = records.length > 0 || reading.silenceMeansNone(catalogue);
  return fact(name, known ? records.length > 0 : undefined, latestFirst(records));
}
