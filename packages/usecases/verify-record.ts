import { catalogues } from '#domain/credit/catalogues';
import { entryOf } from '#domain/credit/profile';
import type { CreditRecord } from '#domain/credit/record';
import {
  type Verification,
  type VerificationOutcome,
  type VerificationTerms,
  verificationDiffers,
} from '#domain/credit/verification';
import type { Notice } from '#domain/notice/notice';
import type { Principal } from '#domain/principal';
import { accept, type Outcome, type Refusal, refuse } from '#domain/refusal';
import type { BusinessDate } from '#domain/time';
import { announce } from './announce.ts';
import type { Change, Ports } from './ports.ts';
import type { Written } from './put-product.ts';
import { committed, untilCommitted } from './until-committed.ts';

/**
 * Finds what a firm declared about itself true or false; from then on it counts, or counts nowhere and the firm
 * is told. The same verification again changes nothing; another one of the same record, under an id of its
 * own, replaces it. Refuses, in this order: verification_differs (same id, other content; names the field),
 * not_found (no such record), record_not_verifiable.
 */
export const verifyRecord =
  (ports: Ports) =>
  (asker: Principal, terms: VerificationTerms): Promise<Outcome<Written<Verification>>> =>
    untilCommitted<Written<Verification>>(async () => {
      const [kept, found] = await Promise.all([
        ports.store.get('verification', terms.id),
        ports.store.get('record', terms.record),
      ]);
      if (kept) {
        const field = verificationDiffers(kept.value, terms);
        return field
          ? refuse('verification_differs', {
              field,
              expected: 'the verification first given under this id',
            })
          : accept({ ...kept, created: false });
      }
      if (!found) return refuse('not_found', { field: 'record', actual: terms.record });
      const refusal = whyNotVerify(found.value);
      if (refusal) return { ok: false, refusal };
      const { subject: code, catalogue } = found.value;
      const value: Verification = { ...terms, code, by: asker, at: ports.now() };
      const record = verified(found.value, terms.outcome, ports.today());
      const changes: Change[] = [
        { kind: 'verification', value, expected: 0 },
        { kind: 'record', value: record, expected: found.version },
      ];
      if (terms.outcome === 'false')
        changes.push({ kind: 'notice', value: noticeOf(ports, value), expected: 0 });
      const result = await ports.store.commit({
        changes,
        events: [announce(ports, asker, { type: 'records_changed', codes: [code], catalogue })],
        profiles: [{ code, entries: { [record.id]: entryOf(record) } }],
      });
      return committed(result, { value, version: 1, created: true });
    });

/** True after all clears what was found false in the same words; in others the old lie remains one. */
function verified(
  { foundFalseOn, ...record }: CreditRecord,
  verification: VerificationOutcome,
  today: BusinessDate,
): CreditRecord {
  if (verification === 'false') return { ...record, verification, foundFalseOn: today };
  const stays = record.verification === 'unverified' && foundFalseOn !== undefined;
  return { ...record, verification, ...(stays && { foundFalseOn }) };
}

/** Only what is declared waits for somebody to look, and what was withdrawn is over. */
function whyNotVerify(record: CreditRecord): Refusal | undefined {
  const { verified } = catalogues[record.catalogue];
  if (verified && !record.withdrawn) return undefined;
  return {
    code: 'record_not_verifiable',
    field: 'record',
    expected: 'a declared record that stands',
    actual: record.withdrawn ? 'withdrawn' : record.catalogue,
  };
}

const noticeOf = (ports: Ports, { id, code, record }: Verification): Notice => ({
  id: `notice_${ports.digest(`false_declaration ${id}`).slice(0, 40)}`,
  to: { kind: 'firm', organisation: code },
  kind: 'false_declaration',
  code,
  record,
  createdAt: ports.now(),
});
