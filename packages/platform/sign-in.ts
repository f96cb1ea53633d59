import { codeFlow } from '#adapters/oidc/code-flow';
import { demoTokens, machineTokens } from '#adapters/oidc/token-requests';
import { tokenVerifier } from '#adapters/oidc/verify-token';
import { now } from '#adapters/system/clock';
import { parseClaims } from '#domain/access/parse-claims';
import type { Principal } from '#domain/principal';
import type { Outcome } from '#domain/refusal';

export type { Begun, CodeFlow } from '#adapters/oidc/code-flow';
export type { Granted } from '#adapters/oidc/issuer-client';
export { codeFlow, demoTokens, machineTokens };

/** Who a token's bearer is. Refuses: token_wrong, issuer_unreachable. */
export type Recognise = (token: string) => Promise<Outcome<Principal>>;

/** By the tokens of one issuer that are meant for us. */
export function recogniser(trusted: {
  readonly issuer: string;
  readonly audience: string;
}): Recognise {
  const verify = tokenVerifier({ ...trusted, now });
  return async (token) => {
    const claims = await verify(token);
    return claims.ok ? parseClaims(claims.value) : claims;
  };
}
