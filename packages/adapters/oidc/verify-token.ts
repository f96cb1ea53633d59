import { decodeProtectedHeader, errors, jwtVerify } from 'jose';
import type { Claims } from '#domain/access/parse-claims';
import { accept, type Outcome, refuse } from '#domain/refusal';
import type { Ports } from '#usecases/ports';
import { issuerKeys, Unreachable } from './issuer-keys.ts';

/** RFC 8725, 3.1: what may sign is said here, not by whoever signs; HTTP API takes RSA alone. */
const ALGORITHM = 'RS256';
/** Clocks of issuers and ours may differ by so much. */
const TOLERANCE_S = 30;
/** Headers of more would not pass a gateway. */
const MAX_LENGTH = 8_192;

/** Why a token is not accepted; codes never change. */
export type TokenFault =
  | 'malformed'
  | 'algorithm'
  | 'key_unknown'
  | 'signature'
  | 'issuer'
  | 'audience'
  | 'expired'
  | 'not_yet'
  | 'claims';

const expectations: Readonly<Record<TokenFault, string>> = {
  malformed: 'a JWT',
  algorithm: ALGORITHM,
  key_unknown: 'a key of the issuer',
  signature: 'a signature of the issuer',
  issuer: 'the issuer of this platform',
  audience: 'a token for this platform',
  expired: 'a token in force',
  not_yet: 'a token in force',
  claims: 'iss, aud, exp, iat, sub, org, role',
};

/** Never says what the token holds: it may be somebody's still. */
const no = (fault: TokenFault) =>
  refuse('token_wrong', { field: 'token', expected: expectations[fault], actual: fault });

export type VerifyToken = (token: string) => Promise<Outcome<Claims>>;

/**
 * Whom an issuer's token names. Refuses: token_wrong (`actual` is a `TokenFault`), issuer_unreachable
 * (its keys cannot be read, so that no token can be judged).
 */
export function tokenVerifier(options: {
  readonly issuer: string;
  readonly audience: string;
  readonly now: Ports['now'];
}): VerifyToken {
  const { issuer, audience, now } = options;
  const keyOf = issuerKeys({ issuer, clock: () => Date.parse(now()) });
  return async (token) => {
    if (token.length > MAX_LENGTH) return no('malformed');
    try {
      const kid = keyIdOf(token);
      if (typeof kid !== 'string') return kid;
      const keys = await keyOf(kid);
      if (!keys) return no('key_unknown');
      const currentDate = new Date(now());
      const { payload } = await jwtVerify(token, keys, {
        algorithms: [ALGORITHM],
        issuer,
        audience,
        currentDate,
        clockTolerance: TOLERANCE_S,
        requiredClaims: ['exp', 'iat', 'sub'],
      });
      const { iat = 0, sub, org, role } = payload;
      if (iat * 1000 > currentDate.getTime() + TOLERANCE_S * 1000) return no('not_yet');
      if (typeof sub !== 'string' || typeof org !== 'string' || typeof role !== 'string')
        return no('claims');
      return accept({ sub, org, role });
    } catch (error) {
      return error instanceof Unreachable ? refuse('issuer_unreachable') : no(faultOf(error));
    }
  };
}

/** The id of the key that it says it is signed by. */
function keyIdOf(token: string): string | ReturnType<typeof no> {
  const { alg, kid } = decodeProtectedHeader(token);
  if (alg !== ALGORITHM) return no('algorithm');
  return typeof kid === 'string' && kid !== '' ? kid : no('key_unknown');
}

function faultOf(error: unknown): TokenFault {
  if (error instanceof errors.JWTExpired) return 'expired';
  if (error instanceof errors.JWTClaimValidationFailed) return claimFaultOf(error);
  if (error instanceof errors.JOSEAlgNotAllowed) return 'algorithm';
  if (error instanceof errors.JWKSNoMatchingKey) return 'key_unknown';
  if (error instanceof errors.JWSSignatureVerificationFailed) return 'signature';
  // What is left is no JWT, asks for extensions that nobody has, or names a key that is none.
  return 'malformed';
}

function claimFaultOf({ claim, reason }: errors.JWTClaimValidationFailed): TokenFault {
  if (reason === 'missing' || reason === 'invalid') return 'claims';
  if (claim === 'iss') return 'issuer';
  if (claim === 'aud') return 'audience';
  return claim === 'nbf' ? 'not_yet' : 'claims';
}
