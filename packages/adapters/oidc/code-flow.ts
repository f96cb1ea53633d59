import * as client from 'openid-client';
import type { Outcome } from '#domain/refusal';
import { type Granted, grantedBy, type IssuerClient, issuerClient } from './issuer-client.ts';

/** What whoever began a sign-in keeps to themselves until it ends. */
export type Begun = { readonly state: string; readonly nonce: string; readonly verifier: string };

export type CodeFlow = {
  /** Where a browser is sent to sign in. */
  readonly begin: (
    redirectUri: string,
  ) => Promise<Outcome<{ readonly address: string; readonly begun: Begun }>>;
  /** `arrived` is the whole address to which the issuer has sent the browser back. */
  readonly finish: (arrived: URL, begun: Begun) => Promise<Outcome<Granted>>;
};

/**
 * Authorization code with PKCE (RFC 7636, S256), state and nonce: a public client, since whoever holds a page or
 * a command holds its secret too. Refuses: as `issuerClient`.
 */
export function codeFlow(us: IssuerClient): CodeFlow {
  const issuer = issuerClient(us);
  return {
    begin: (redirectUri) =>
      issuer(async (configuration) => {
        const begun = {
          state: client.randomState(),
          nonce: client.randomNonce(),
          verifier: client.randomPKCECodeVerifier(),
        };
        const address = client.buildAuthorizationUrl(configuration, {
          redirect_uri: redirectUri,
          scope: 'openid',
          code_challenge: await client.calculatePKCECodeChallenge(begun.verifier),
          code_challenge_method: 'S256',
          state: begun.state,
          nonce: begun.nonce,
        });
        return { address: address.href, begun };
      }),
    finish: (arrived, { state, nonce, verifier }) =>
      issuer(async (configuration) =>
        grantedBy(
          await client.authorizationCodeGrant(configuration, arrived, {
            pkceCodeVerifier: verifier,
            expectedState: state,
            expectedNonce: nonce,
            idTokenExpected: true,
          }),
        ),
      ),
  };
}
