import type { SupplierId } from '../ids.ts';
import type { Instant } from '../time.ts';
import type { Catalogue } from './catalogue.ts';
import { daysOf } from './period.ts';
import type { RowContent } from './read-row.ts';
import { type CreditRecord, recordId } from './record.ts';

type Delivery = { readonly supplier: SupplierId; readonly receivedAt: Instant };

/**
 * The record that a row would make, its provenance still to be told by `decideRecord`. Where the catalogue is
 * packed, the record of the row's period as it begins, its lines still to be folded in by `decideLines`.
 */
export function recordOf(catalogue: Catalogue, row: RowContent, delivery: Delivery): CreditRecord {
  const { subject, key, occurredOn, period, severity, validity, content } = row;
  const of = {
    catalogue: catalogue.id,
    catalogueVersion: catalogue.version,
    subject,
    ...delivery,
    provenance: [],
    ...(catalogue.verified && { verification: 'unverified' as const }),
  };
  if (period === undefined)
    return {
      ...of,
      id: recordId(catalogue.id, subject, key),
      occurredOn,
      severity,
      validity,
      content,
    };
  const { from, to } = daysOf(period);
  return {
    ...of,
    id: recordId(catalogue.id, subject, period),
    occurredOn: to,
    severity: 'none',
    validity: { from },
    content: { period },
    lines: [],
  };
}
