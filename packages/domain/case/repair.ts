import { mayPromise } from '../credit/broken-promise.ts';
import type { ProfileEntries, ProfileEntry } from '../credit/profile.ts';
import type { CreditRecord } from '../credit/record.ts';
import { repairableFrom } from '../credit/regimes.ts';
import type { RecordId } from '../ids.ts';
import type { Refusal } from '../refusal.ts';
import type { BusinessDate } from '../time.ts';
import type { ActionsOf } from './case-actions.ts';
import { isRepaired } from './case-rules.ts';

/** 信用修复: the fault is mended and has done its time. */
export const repairActions = {
  accept: { from: ['filed'], to: 'accepted', otherwise: 'case_not_filed' },
  decline: { from: ['filed'], to: 'declined', otherwise: 'case_not_filed' },
  // Complex cases take longer, once (domain.md C8, M:low).
  extend: { from: ['accepted'], to: 'accepted', otherwise: 'case_not_accepted' },
  grant: { from: ['accepted'], to: 'granted', otherwise: 'case_not_accepted' },
  deny: { from: ['accepted'], to: 'denied', otherwise: 'case_not_accepted' },
  // A firm may step back until there is a decision.
  cancel: { from: ['filed', 'accepted'], to: 'cancelled', otherwise: 'case_not_open' },
} as const satisfies ActionsOf;

/**
 * Why a record is not repaired on a day, whatever the papers say (RepairCondition), in this order:
 * case_not_possible, not_repairable_yet (expected: the day), promise_required, promise_barred.
 */
export function whyNotRepair(of: {
  readonly record: CreditRecord;
  readonly promised: boolean;
  /** Of the firm's profile: whether its word is taken. */
  readonly entries: ProfileEntries;
  readonly day: BusinessDate;
}): Refusal | undefined {
  const { record, promised, entries, day } = of;
  const from = isRepaired(record) ? repairableFrom(record) : undefined;
  if (from === undefined)
    return {
      code: 'case_not_possible',
      field: 'record',
      expected: 'an act or a listing that speaks of a fault',
      actual: record.catalogue,
    };
  if (day < from)
    return { code: 'not_repairable_yet', field: 'record', expected: from, actual: day };
  if (!promised) return { code: 'promise_required', field: 'promised' };
  const word = Object.entries(entries) as [RecordId, ProfileEntry][];
  return mayPromise(word, day) ? undefined : { code: 'promise_barred', field: 'promised' };
}
