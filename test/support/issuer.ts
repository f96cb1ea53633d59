import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type CryptoKey, exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose';

export type SigningKey = { readonly kid: string; readonly secret: CryptoKey; readonly shown: JWK };

/** A pair whose public half an issuer may show. */
export async function aKey(kid: string, alg = 'RS256'): Promise<SigningKey> {
  const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true });
  return {
    kid,
    secret: privateKey,
    shown: { ...(await exportJWK(publicKey)), kid, alg, use: 'sig' },
  };
}

/** An issuer at a port of this machine, which shows the keys that it is told to and counts who asks for them. */
export async function anIssuer(keys: readonly SigningKey[]) {
  const state = {
    keys,
    asked: 0,
    status: 200,
    /** Of its description. */
    told: {} as Readonly<Record<string, unknown>>,
  };
  const server: Server = createServer((request, response) => {
    state.asked += request.url === '/keys' ? 1 : 0;
    response.writeHead(state.status, { 'content-type': 'application/json' });
    response.end(
      JSON.stringify(
        request.url === '/keys'
          ? { keys: state.keys.map(({ shown }) => shown) }
          : { issuer: url, jwks_uri: `${url}/keys`, ...state.told },
      ),
    );
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo; // A TCP server has no other kind of address.
  const url = `http://127.0.0.1:${port}`;
  const close = () =>
    new Promise<void>((done) => {
      server.close(() => done());
      server.closeAllConnections();
    });
  return Object.assign(state, { url, close });
}

/** A token as that issuer gives it, at the second `at`, but for what is told. */
export const aToken = (
  issuer: string,
  key: SigningKey,
  { at, claims = {}, header = {} }: { at: number; claims?: object; header?: object },
): Promise<string> =>
  new SignJWT({
    iss: issuer,
    aud: 'xinyidai',
    sub: 'person-1',
    org: 'bank/bank_gusu',
    role: 'loan_officer',
    iat: at,
    exp: at + 600,
    ...claims,
  })
    .setProtectedHeader({ alg: 'RS256', kid: key.kid, ...header })
    .sign(key.secret);
