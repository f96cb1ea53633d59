import type { CatalogueId } from '../credit/catalogue.ts';
import { usesOf } from '../credit/uses.ts';
import type { RecordId } from '../ids.ts';
import { evidenceOf, hasCome, numberIn, type Reading } from './reading.ts';

/** What is owed under the records of a catalogue; count and amount are absent where nobody knows. */
export type Outstanding = {
  readonly count?: number;
  /** Fen. */
  readonly amount?: number;
  readonly evidence: readonly RecordId[];
};

/**
 * Records in use that nothing has ended by the day. None is a zero only where silence means none: else a
 * record that ends would tell more than a firm without any.
 */
export function outstanding(
  { asOf, of, silenceMeansNone }: Reading,
  catalogue: CatalogueId,
  endedOn: string,
): Outstanding {
  const open = of(catalogue).filter(
    (record) => usesOf(record, asOf).scored && !hasCome(record.content, endedOn, asOf),
  );
  const amountOf = (record: (typeof open)[number]) => numberIn(record.content, 'amount') ?? 0;
  const amount = open.reduce((total, record) => total + amountOf(record), 0);
  if (open.length === 0 && !silenceMeansNone(catalogue)) return { evidence: [] };
  return {
    count: open.length,
    ...((open.length === 0 || amount > 0) && { amount }), // Amounts are not always delivered.
    evidence: evidenceOf(open, amountOf),
  };
}
