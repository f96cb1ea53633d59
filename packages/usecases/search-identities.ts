import { type ShownIdentity, shownIdentity } from '#domain/identity/shown-identity';
import type { SearchId } from '#domain/ids';
import type { IdNumber } from '#domain/personal/id-number';
import { redacted } from '#domain/personal/redacted';
import type { Principal } from '#domain/principal';
import type { Outcome } from '#domain/refusal';
import { announce } from './announce.ts';
import type { Ports } from './ports.ts';
import { committed, untilCommitted } from './until-committed.ts';

/** By whom a number was verified, and for what reason one asks: the reason goes into the audit. */
export type IdentitySearch = {
  readonly id: SearchId;
  readonly idNumber: IdNumber;
  readonly reason: string;
};

export type IdentitiesFound = {
  readonly id: SearchId;
  readonly items: readonly ShownIdentity[];
};

/** Firms for which one person was verified at once; nobody acts for more. */
const MAX_MATCHES = 100;

/**
 * The identities of an ID number, by its keyed hash, numbers masked; at most MAX_MATCHES. That somebody has asked,
 * and why, is an event, each time; the number is not in it. Refuses: busy.
 */
export const searchIdentities =
  (ports: Ports) =>
  (asker: Principal, { id, idNumber, reason }: IdentitySearch): Promise<Outcome<IdentitiesFound>> =>
    untilCommitted<IdentitiesFound>(async () => {
      const { items } = await ports.store.list(
        'identitiesOfNumber',
        await ports.vault.hashOf(idNumber),
        { limit: MAX_MATCHES },
      );
      const result = await ports.store.commit({
        changes: [],
        events: [
          announce(ports, asker, {
            type: 'identities_searched',
            search: id,
            reason: redacted(reason),
            found: items.length,
          }),
        ],
      });
      return committed(result, {
        id,
        items: items.map(({ value }) => shownIdentity(value, ports.today())),
      });
    });
