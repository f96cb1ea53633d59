import type { UnifiedCode } from '#domain/ids';
import type { NeedTerms } from '#domain/need/need';
import type { BusinessDate } from '#domain/time';
import { anyAnswer } from './answers.ts';
import type { Site } from './client.ts';
import { personOf } from './people.ts';
import { verifyOwner } from './verify-owner.ts';

/** What a firm consents to with a need: that one bank looks at what decides on credit, three times in 90 days. */
export type GivenConsent = {
  readonly id: string;
  readonly code: UnifiedCode;
  readonly recipient: string;
  readonly categories: readonly string[];
  readonly purpose: string;
  readonly validFrom: BusinessDate;
  readonly validUntil: BusinessDate;
  readonly frequency: { readonly reads: number; readonly days: number };
  readonly dataLifeDays: number;
};

export const consentWith = (need: NeedTerms, bank: string, asOf: BusinessDate): GivenConsent => ({
  id: need.id.replace('need_', 'consent_'),
  code: need.code,
  recipient: bank,
  categories: ['registration', 'tax', 'social_security', 'invoices', 'score'],
  purpose: 'credit_assessment',
  validFrom: asOf,
  validUntil: need.validTo,
  frequency: { reads: 3, days: 90 },
  dataLifeDays: 180,
});

/**
 * All that a firm does for itself to ask for money, as its owner and in this order: it is verified by its real name,
 * posts the need, and consents to a bank. Answers whether the need was taken in: a hard stop takes in nothing.
 */
export async function postNeed(
  site: Site,
  need: NeedTerms,
  { id, ...terms }: GivenConsent,
): Promise<boolean> {
  const owner = site.as(personOf('firm', need.code, 'owner'));
  if (!(await verifyOwner(owner, need.code))) return false;
  const taken = await owner.offer(`/v1/needs/${need.id}`, need, 'enterprise_hard_stop');
  if (taken) await owner.put(`/v1/consents/${id}/grant`, terms, anyAnswer);
  return taken;
}

/** A loan officer looks at the score of a firm under its consent, and stands in the firm's ledger from then on. */
export async function readUnder(site: Site, { id, ...terms }: GivenConsent): Promise<void> {
  const officer = site.as(personOf('bank', terms.recipient, 'loan_officer'));
  const query = new URLSearchParams({ consent: id, purpose: terms.purpose });
  await officer.get(`/v1/enterprises/${terms.code}/score?${query}`, anyAnswer);
}
