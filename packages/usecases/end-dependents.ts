import type { Consent } from '#domain/consent/consent';
import { consentActions } from '#domain/consent/consent-actions';
import type { Principal } from '#domain/principal';
import type { Commit, Ports } from './ports.ts';
import { openRequests } from './request-consent.ts';
import { consentCommit } from './write-consent.ts';

/** What ends with a revoked consent, as commits that join the revocation's own. */
type Dependents = (ports: Ports, asker: Principal, revoked: Consent) => Promise<readonly Commit[]>;

/** A commit holds a hundred writes, and each request takes four; those beyond lapse by their own day. */
const MAX_REQUESTS_ENDED = 20;

/** The bank asks on under a question that the firm has just answered: its open requests for the purpose end. */
const requests: Dependents = async (ports, asker, revoked) =>
  (await openRequests(ports, revoked)).slice(0, MAX_REQUESTS_ENDED).map(({ value, version }) =>
    consentCommit(ports, asker, {
      action: 'close',
      after: {
        ...value,
        status: consentActions.close.to,
        moves: value.moves + 1,
        ended: { by: asker, on: ports.today() },
      },
      expected: version,
    }),
  );

/** Everything that rests on a consent has its line here; whatever a later feature rests on one gets its own. */
const dependents: readonly Dependents[] = [requests];

export const endDependents: Dependents = async (ports, asker, revoked) =>
  (await Promise.all(dependents.map((end) => end(ports, asker, revoked)))).flat();
