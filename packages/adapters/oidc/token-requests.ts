import * as client from 'openid-client';
import type { Outcome } from '#domain/refusal';
import { type Granted, grantedBy, type IssuerClient, issuerClient } from './issuer-client.ts';

/** What the issuer of one machine grants alone: a token for any of its demo people, for the asking. */
export const DEMO_GRANT = 'urn:xinyidai:grant:demo-person';

/** A machine's own token, for its secret (RFC 6749, 4.4). Refuses: as `issuerClient`. */
export function machineTokens(machine: Required<IssuerClient>): () => Promise<Outcome<Granted>> {
  const issuer = issuerClient(machine);
  return () =>
    issuer(async (configuration) => grantedBy(await client.clientCredentialsGrant(configuration)));
}

/** Tokens for demo people, named `bank/bank_cangmei:loan_officer`. Refuses: as `issuerClient`. */
export function demoTokens(us: IssuerClient): (person: string) => Promise<Outcome<Granted>> {
  const issuer = issuerClient(us);
  return (person) =>
    issuer(async (configuration) =>
      grantedBy(await client.genericGrantRequest(configuration, DEMO_GRANT, { person })),
    );
}
