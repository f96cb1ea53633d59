import * as z from 'zod';
import type { Under } from '#domain/consent/decide-read';
import { consentPurposeCodes } from '#domain/consent/purposes';
import { type Outcome, refuse } from '#domain/refusal';
import { consentIdSchema } from '#platform/schemas/values';
import type { Asked } from '#usecases/disclose';
import { pathCode } from './parse-asked.ts';

/** What a bank names with every read of a firm. */
export const underQuery = {
  consent: consentIdSchema
    .exactOptional()
    .meta({ description: 'Of a bank: the consent under which it reads. Others name none.' }),
  purpose: z
    .enum(consentPurposeCodes)
    .exactOptional()
    .meta({ description: 'Of a bank: why it reads, as the consent says.' }),
};

/** Refuses: required (a consent without its purpose, or the other way round). */
export function underOf({ consent, purpose }: Partial<Under>): Outcome<{ readonly under?: Under }> {
  if (consent === undefined && purpose === undefined) return { ok: true, value: {} };
  if (consent === undefined) return refuse('required', { field: 'consent' });
  if (purpose === undefined) return refuse('required', { field: 'purpose' });
  return { ok: true, value: { under: { consent, purpose } } };
}

/** What every read of a firm may be refused for where a bank asks. */
export const consentRefusals = [
  'required',
  'consent_required',
  'consent_not_active',
  'consent_paused',
  'consent_revoked',
  'consent_not_yet_valid',
  'consent_expired',
  'consent_subject_differs',
  'consent_category',
  'consent_purpose',
  'consent_frequency',
  'busy',
] as const;

/** For the description of every such read. */
export const UNDER_CONSENT =
  'A bank names its consent and purpose; every request counts as one read under it, each page too, and stands in the ledger that the firm sees.';

/** The firm of the path, and the consent of the query. */
export function firmUnder(code: string, named: Partial<Under>): Outcome<Asked> {
  const firm = pathCode(code);
  if (!firm.ok) return firm;
  const under = underOf(named);
  return under.ok ? { ok: true, value: { code: firm.value, ...under.value } } : under;
}
