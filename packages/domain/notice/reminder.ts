import type { CreditRecord } from '../credit/record.ts';
import { repairableFrom } from '../credit/regimes.ts';
import type { Instant } from '../time.ts';
import type { Notice } from './notice.ts';

/**
 * 两书同达: with a penalty comes the word how it may be repaired, and from which day on. One for a record,
 * however often it is delivered.
 */
export function reminderOf(of: {
  readonly record: CreditRecord;
  readonly digest: (text: string) => string;
  readonly at: Instant;
}): Notice {
  const { record, digest, at } = of;
  const on = repairableFrom(record);
  return {
    id: `notice_${digest(`repair_reminder ${record.id}`).slice(0, 40)}`,
    to: { kind: 'firm', organisation: record.subject },
    kind: 'repair_reminder',
    code: record.subject,
    record: record.id,
    ...(on !== undefined && { on }),
    createdAt: at,
  };
}
