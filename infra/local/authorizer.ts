import type { IncomingHttpHeaders } from 'node:http';
import { createRemoteJWKSet, decodeProtectedHeader, type JWTPayload, jwtVerify } from 'jose';
import * as z from 'zod';
import type { Json } from './properties.ts';
import type { Resource } from './template.ts';

/** What the gateway hands on of a token, or what it says in the function's place. */
export type Verdict =
  | { readonly ok: true; readonly authorizer: Json }
  | { readonly ok: false; readonly status: 401 | 403 };
export type Authorize = (
  headers: IncomingHttpHeaders,
  scopes: readonly string[],
) => Promise<Verdict>;

const IDENTITY_SOURCE = '$request.header.Authorization';
/** HTTP API knows RSA alone. */
const ALGORITHMS = ['RS256', 'RS384', 'RS512'];

const description = z.object({ jwks_uri: z.string() });
const times = z.object({ exp: z.number(), iat: z.number().optional() });

/** A JWT authorizer of the template, acting as HTTP API's does: `aud` or `client_id`, a key id, one of the scopes. */
export function authorizerOf({ id, properties }: Resource): Authorize {
  const source = properties.list('IdentitySource');
  if (properties.text('AuthorizerType') !== 'JWT' || source.join() !== IDENTITY_SOURCE)
    throw new Error(`The local runner knows JWT authorizers of ${IDENTITY_SOURCE} alone (${id}).`);
  const issuer = properties.text('JwtConfiguration.Issuer');
  const audience = properties.list('JwtConfiguration.Audience');
  let keys: Promise<ReturnType<typeof createRemoteJWKSet>> | undefined;
  const keysOf = () => {
    keys ??= findKeys(issuer).catch((error: unknown) => {
      keys = undefined;
      throw error;
    });
    return keys;
  };
  return async (headers, scopes) => {
    const token = (headers.authorization ?? '').replace(/^bearer\s+/i, '');
    try {
      if (decodeProtectedHeader(token).kid === undefined) return { ok: false, status: 401 };
      const { payload } = await jwtVerify(token, await keysOf(), {
        issuer,
        algorithms: ALGORITHMS,
      });
      const { iat = 0 } = times.parse(payload);
      const named = [payload.aud ?? payload.client_id].flat();
      if (iat * 1000 > Date.now() || !named.some((each) => audience.includes(String(each))))
        return { ok: false, status: 401 };
      const held = String(payload.scope ?? payload.scp ?? '').split(' ');
      if (scopes.length > 0 && !scopes.some((scope) => held.includes(scope)))
        return { ok: false, status: 403 };
      return { ok: true, authorizer: handedOn(payload, scopes) };
    } catch {
      return { ok: false, status: 401 };
    }
  };
}

async function findKeys(issuer: string) {
  const answer = await fetch(`${issuer}/.well-known/openid-configuration`);
  return createRemoteJWKSet(new URL(description.parse(await answer.json()).jwks_uri));
}

/** Every claim as text; a list becomes `[a b]`. */
const handedOn = (payload: JWTPayload, scopes: readonly string[]): Json => ({
  jwt: {
    claims: Object.fromEntries(
      Object.entries(payload).map(([name, value]) => [
        name,
        Array.isArray(value) ? `[${value.join(' ')}]` : String(value),
      ]),
    ),
    scopes: scopes.length > 0 ? scopes : null,
  },
});
