import { consentState } from '#domain/consent/consent-actions';
import type { BankId, UnifiedCode } from '#domain/ids';
import { sameParty } from '#domain/principal';
import { listAll } from './list-all.ts';
import type { Ports } from './ports.ts';

/**
 * The legal basis of a bank's report on a firm (征信业管理条例 Art. 18, 个人信息保护法 §13): the firm has consented to this
 * bank, for a loan or for watching over it, and the consent is active or has run its time; one revoked is none.
 */
export async function mayReport(
  { store, today }: Ports,
  { code, bank }: { readonly code: UnifiedCode; readonly bank: BankId },
): Promise<boolean> {
  const consents = await listAll(store, 'consentsOfEnterprise', code);
  return consents.some((consent) => {
    const state = consentState(consent, today());
    return (
      (state === 'active' || state === 'expired') &&
      (consent.purpose === 'credit_assessment' || consent.purpose === 'post_loan_monitoring') &&
      sameParty(consent.recipient, { kind: 'bank', organisation: bank })
    );
  });
}
