import { generateKeyPair, randomBytes } from 'node:crypto';
import { chmodSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { calculateJwkThumbprint } from 'jose';
import type { JWK } from 'oidc-provider';
import * as z from 'zod';

const issuerFile = z.object({
  jwks: z.object({ keys: z.array(z.looseObject({ kty: z.string(), kid: z.string() })).min(1) }),
  cookies: z.array(z.string()).min(1),
});
export type IssuerKeys = { readonly jwks: { readonly keys: JWK[] }; readonly cookies: string[] };

const FILE = 'issuer.json';
const OWNER_ALONE = 0o600;
const MODULUS_BITS = 2048;

/** Made once and kept with the data, so that whoever signed in stays so over a restart. */
export async function issuerKeysIn(dataDir: string): Promise<IssuerKeys> {
  const file = join(dataDir, FILE);
  if (existsSync(file)) return issuerFile.parse(JSON.parse(readFileSync(file, 'utf8')));
  const made: IssuerKeys = {
    jwks: { keys: [await signingKey()] },
    cookies: [randomBytes(32).toString('base64url')],
  };
  const fresh = `${file}.new`;
  writeFileSync(fresh, JSON.stringify(made), { mode: OWNER_ALONE });
  chmodSync(fresh, OWNER_ALONE); // A file that was left there keeps its own mode.
  renameSync(fresh, file);
  return made;
}

async function signingKey(): Promise<JWK & { readonly kid: string }> {
  const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: MODULUS_BITS });
  const key = z.looseObject({ kty: z.string() }).parse(privateKey.export({ format: 'jwk' }));
  return { ...key, kid: await calculateJwkThumbprint(key), use: 'sig', alg: 'RS256' };
}
