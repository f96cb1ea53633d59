import * as client from 'openid-client';
import { accept, type Outcome, refuse } from '#domain/refusal';
import { isLoopback, isTrusted } from './issuer-address.ts';

const TIMEOUT_S = 5;

/** Ourselves, as an issuer knows us; a secret where we can keep one. */
export type IssuerClient = {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret?: string;
};

/**
 * What is asked of an issuer by `ask`, whose addresses are read once. Refuses: issuer_unreachable (it does not answer),
 * token_wrong (`actual` is the code of RFC 6749 by which it declined).
 */
export function issuerClient({ issuer, clientId, clientSecret }: IssuerClient) {
  let found: Promise<client.Configuration> | undefined;
  const discover = () => {
    if (!isTrusted(issuer)) throw new Error('The issuer is not asked over TLS.');
    const url = new URL(issuer);
    return client.discovery(
      url,
      clientId,
      clientSecret,
      clientSecret === undefined ? client.None() : client.ClientSecretBasic(clientSecret),
      { timeout: TIMEOUT_S, ...(isLoopback(url) && { execute: [client.allowInsecureRequests] }) },
    );
  };
  return async <Answer>(
    ask: (configuration: client.Configuration) => Answer | Promise<Answer>,
  ): Promise<Outcome<Answer>> => {
    try {
      found ??= discover();
      const configuration = await found.catch((error: unknown) => {
        found = undefined;
        throw error;
      });
      return accept(await ask(configuration));
    } catch (error) {
      const declined = declinedAs(error);
      if (declined !== undefined)
        return refuse('token_wrong', { field: 'sign-in', actual: declined });
      return refuse('issuer_unreachable');
    }
  };
}

function declinedAs(error: unknown): string | undefined {
  if (error instanceof client.ResponseBodyError) return error.error;
  if (error instanceof client.AuthorizationResponseError) return error.error;
  // RFC 6749, 5.2: a client that is not known, or whose secret is another.
  if (error instanceof client.WWWAuthenticateChallengeError) return 'invalid_client';
  return error instanceof client.ClientError && error.code === 'OAUTH_INVALID_RESPONSE'
    ? 'invalid_response'
    : undefined;
}

/** A token as an issuer gives it out. */
export type Granted = { readonly token: string; readonly expiresInSeconds: number };

/** Where an issuer does not say how long a token holds, it is taken for short. */
const DEFAULT_LIFE_S = 300;

export const grantedBy = ({ access_token, expires_in }: client.TokenEndpointResponse): Granted => ({
  token: access_token,
  expiresInSeconds: expires_in ?? DEFAULT_LIFE_S,
});
