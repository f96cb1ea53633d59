import type { BusinessDate, Instant } from '../time.ts';
import { type Consent, type ConsentStatus, type ConsentTerms, validityOf } from './consent.ts';
import { consentState } from './consent-actions.ts';
import { readsWithin } from './frequency.ts';

/** A consent as its two parties see it: signatures stand in its receipt, reads in the ledger. */
export type ConsentView = ConsentTerms & {
  readonly status: ConsentStatus;
  readonly madeAt: Instant;
  readonly requested?: { readonly by: string; readonly until: BusinessDate };
  /** Of the artefact in force. */
  readonly hash?: string;
  readonly renewals: number;
  readonly lastReadAt?: Instant;
  /** Those that count in the rolling window. */
  readonly readsCounted: number;
  readonly ended?: { readonly on: BusinessDate; readonly deleteBy?: BusinessDate };
};

/** With the days in force and the state of today. */
export function consentView(
  consent: Consent,
  { now, today }: { readonly now: Instant; readonly today: BusinessDate },
): ConsentView {
  const { id, code, recipient, categories, purpose, frequency, dataLifeDays } = consent;
  const { requested, ended, signed, reads, earlier, madeAt } = consent;
  const { validFrom, validUntil } = validityOf(consent);
  const lastReadAt = reads.toSorted().at(-1);
  return {
    id,
    code,
    recipient,
    categories,
    purpose,
    validFrom,
    validUntil,
    frequency,
    dataLifeDays,
    status: consentState(consent, today),
    madeAt,
    ...(requested && { requested: { by: requested.by.id, until: requested.until } }),
    ...(signed && { hash: signed.hash }),
    renewals: earlier.length,
    ...(lastReadAt !== undefined && { lastReadAt }),
    readsCounted: readsWithin(reads, frequency, now).length,
    ...(ended && {
      ended: { on: ended.on, ...(ended.deleteBy && { deleteBy: ended.deleteBy }) },
    }),
  };
}
