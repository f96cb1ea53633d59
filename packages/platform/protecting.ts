import { nameOfParty } from '#domain/principal';
import { applyRetention } from '#usecases/apply-retention';
import { checkpointAudit } from '#usecases/checkpoint-audit';
import { expireConsents } from '#usecases/expire-consents';
import { expireIdentities } from '#usecases/expire-identities';
import { exportSubject } from '#usecases/export-subject';
import { grantConsent } from '#usecases/grant-consent';
import type { guarding } from '#usecases/guard';
import { listAccessesOn } from '#usecases/list-accesses';
import { listRetention } from '#usecases/list-retention';
import { moveConsent } from '#usecases/move-consent';
import type { Ports } from '#usecases/ports';
import { readOne, readPage } from '#usecases/read';
import { readIdentity } from '#usecases/read-identity';
import { readReceipt } from '#usecases/read-receipt';
import { renewConsent } from '#usecases/renew-consent';
import { requestConsent } from '#usecases/request-consent';
import { searchIdentities } from '#usecases/search-identities';
import { verifyAudit } from '#usecases/verify-audit';
import { verifyIdentity } from '#usecases/verify-identity';
import { viewing, viewingKept, viewingPage } from '#usecases/view-consent';
import type { ownersIn } from './owners.ts';
import type { Platform } from './platform.ts';

/** What keeps a firm's data its own: who people are, what was consented to, who read, what was decided, what is over. */
export function protecting(
  ports: Ports,
  guarded: ReturnType<typeof guarding>,
  own: ReturnType<typeof ownersIn>,
) {
  const auditOf = readPage(ports, 'auditOf');
  const consentsOf = viewingPage(ports, readPage(ports, 'consentsOfEnterprise'));
  const consentsTo = viewingPage(ports, readPage(ports, 'consentsTo'));
  const accessesOf = readPage(ports, 'accessesOfEnterprise');
  const accessesBy = readPage(ports, 'accessesOfReader');
  return {
    requestConsent: guarded(
      'requestConsent',
      viewingKept(ports, requestConsent(ports)),
      own.consentAsked,
    ),
    grantConsent: guarded(
      'grantConsent',
      viewingKept(ports, grantConsent(ports)),
      own.consentGranted,
    ),
    declineConsent: guarded(
      'declineConsent',
      viewing(ports, moveConsent(ports, 'decline')),
      own.consent,
    ),
    pauseConsent: guarded('pauseConsent', viewing(ports, moveConsent(ports, 'pause')), own.consent),
    resumeConsent: guarded(
      'resumeConsent',
      viewing(ports, moveConsent(ports, 'resume')),
      own.consent,
    ),
    revokeConsent: guarded(
      'revokeConsent',
      viewing(ports, moveConsent(ports, 'revoke')),
      own.consent,
    ),
    renewConsent: guarded('renewConsent', viewing(ports, renewConsent(ports)), own.consentIn),
    readConsent: guarded(
      'readConsent',
      viewingKept(ports, readOne(ports, 'consent')),
      own.consentFound,
    ),
    readReceipt: guarded('readReceipt', readReceipt(ports), own.receiptFound),
    listConsentsOfEnterprise: guarded(
      'listConsentsOfEnterprise',
      (asker, { code, ...page }) => consentsOf(asker, { ...page, of: code }),
      own.firmIn,
    ),
    listConsentsTo: guarded(
      'listConsentsTo',
      (asker, { to, ...page }) => consentsTo(asker, { ...page, of: nameOfParty(to) }),
      own.recipient,
    ),
    expireConsents: guarded('expireConsents', expireConsents(ports)),
    listAccessesOfEnterprise: guarded(
      'listAccessesOfEnterprise',
      (asker, { code, ...page }) => accessesOf(asker, { ...page, of: code }),
      own.firmIn,
    ),
    listAccessesOfReader: guarded(
      'listAccessesOfReader',
      (asker, { reader, ...page }) => accessesBy(asker, { ...page, of: nameOfParty(reader) }),
      own.reader,
    ),
    listAccessesOn: guarded('listAccessesOn', listAccessesOn(ports)),

    listAudit: guarded('listAudit', (asker, { stream, ...page }) =>
      auditOf(asker, { ...page, of: stream }),
    ),
    verifyAudit: guarded('verifyAudit', verifyAudit(ports)),
    checkpointAudit: guarded('checkpointAudit', checkpointAudit(ports)),
    verifyIdentity: guarded('verifyIdentity', verifyIdentity(ports), own.firmIn),
    readIdentity: guarded('readIdentity', readIdentity(ports), own.firmIn),
    searchIdentities: guarded('searchIdentities', searchIdentities(ports)),
    expireIdentities: guarded('expireIdentities', expireIdentities(ports)),
    applyRetention: guarded('applyRetention', applyRetention(ports)),
    listRetention: guarded('listRetention', listRetention(ports)),
    exportSubject: guarded('exportSubject', exportSubject(ports), own.firmIn),
  } satisfies Partial<Platform>;
}
