import { type Consent, clockOf, validityOf } from '#domain/consent/consent';
import type { ConsentAction } from '#domain/consent/consent-actions';
import type { NoticeId } from '#domain/ids';
import type { Notice, NoticeKind } from '#domain/notice/notice';
import type { Principal } from '#domain/principal';
import { announce } from './announce.ts';
import type { Commit, Ports } from './ports.ts';

type Done = ConsentAction | 'request';

/** Who is told of what: the firm is asked, the recipient hears the rest. */
const tells = {
  request: 'consent_requested',
  grant: 'consent_granted',
  decline: 'consent_declined',
  pause: 'consent_paused',
  resume: 'consent_resumed',
  renew: 'consent_renewed',
  revoke: 'consent_revoked',
  expire: 'consent_expired',
  lapse: 'consent_lapsed',
  close: 'consent_lapsed',
} as const satisfies Record<Done, NoticeKind>;

/**
 * All that is written when a consent is made or moves: itself, its clock, the notice, the event. `expected` is its
 * version; the clock is written with every move and never else, so that the moves count its versions.
 */
export function consentCommit(
  ports: Ports,
  by: Principal,
  moved: { readonly action: Done; readonly after: Consent; readonly expected: number },
): Commit {
  const { action, after, expected } = moved;
  const { id, code, recipient, status } = after;
  return {
    changes: [
      { kind: 'consent', value: after, expected },
      { kind: 'consentClock', value: clockOf(after), expected: after.moves - 1 },
      { kind: 'notice', value: noticeOf(ports, action, after), expected: 0 },
    ],
    events: [
      announce(ports, by, { type: 'consent_moved', consent: id, code, recipient, action, status }),
    ],
  };
}

function noticeOf(ports: Ports, action: Done, consent: Consent): Notice {
  const kind = tells[action];
  const { id, code, recipient, moves, purpose, ended, requested } = consent;
  const lastDay = action === 'request' ? requested?.until : validityOf(consent).validUntil;
  const on = ended ? ended.deleteBy : lastDay;
  return {
    id: idOf(ports, `${kind} ${id} ${moves}`),
    to: action === 'request' ? { kind: 'firm', organisation: code } : recipient,
    kind,
    code,
    consent: id,
    ...(on !== undefined && { on }),
    detail: purpose,
    createdAt: ports.now(),
  };
}

const idOf = ({ digest }: Ports, name: string): NoticeId => `notice_${digest(name).slice(0, 40)}`;
