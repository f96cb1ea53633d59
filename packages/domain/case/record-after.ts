import type { CreditRecord } from '../credit/record.ts';
import type { BusinessDate } from '../time.ts';
import type { Case } from './case.ts';

/**
 * What a case that has moved makes of its record; the very same record where it changes nothing. An objection
 * marks the record while the office looks into it; what is granted withdraws the record for good, and the
 * first withdrawal stays, since whoever had read the record was told of it.
 */
export function recordAfter(
  moved: Pick<Case, 'id' | 'kind' | 'status'>,
  record: CreditRecord,
  today: BusinessDate,
): CreditRecord {
  const { id, kind, status } = moved;
  if (kind === 'objection' && status === 'accepted')
    return record.disputedBy === id ? record : { ...record, disputedBy: id };
  const unmarked = withoutMarkOf(record, id);
  if (status !== 'granted' || record.withdrawn) return unmarked;
  const why = kind === 'repair' ? 'repaired' : 'objection_upheld';
  return { ...unmarked, withdrawn: { on: today, by: id, why } };
}

function withoutMarkOf(record: CreditRecord, id: Case['id']): CreditRecord {
  if (record.disputedBy !== id) return record;
  const { disputedBy: _, ...rest } = record;
  return rest;
}
