import { randomUUID } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import {
  CompactSign,
  type CryptoKey,
  calculateJwkThumbprint,
  exportJWK,
  generateKeyPair,
  importJWK,
  type JWK,
} from 'jose';
import * as z from 'zod';
import type { Signer } from '#usecases/ports';
import { ALGORITHM, verified } from './compact-jws.ts';

const MODULUS_BITS = 2048;
const OWNER_ALONE = 0o600;

/** An RSA private key as RFC 7518 6.3.2 writes it. */
const keyFile = z.object({
  kty: z.literal('RSA'),
  n: z.string(),
  e: z.string(),
  d: z.string(),
  p: z.string(),
  q: z.string(),
  dp: z.string(),
  dq: z.string(),
  qi: z.string(),
});

/**
 * Signs with the key in a file of this machine, made at its first use; whoever holds the file can sign. The
 * key's id is its thumbprint (RFC 7638). Throws where the file holds no RSA private key.
 */
export function keyFileSigner(path: string): Signer {
  let opening: ReturnType<typeof openKey> | undefined;
  const opened = () => {
    opening ??= openKey(path);
    return opening;
  };
  return {
    keyId: async () => (await opened()).keyId,
    sign: async (payload) => {
      const { secret, keyId } = await opened();
      return new CompactSign(new TextEncoder().encode(payload))
        .setProtectedHeader({ alg: ALGORITHM, kid: keyId })
        .sign(secret);
    },
    verify: async (jws) => {
      const { open, keyId } = await opened();
      return verified(jws, { key: open, keyId });
    },
  };
}

async function openKey(path: string) {
  const jwk = keyFile.parse(JSON.parse(await readOrMake(path)));
  const { kty, n, e } = jwk;
  const [secret, open, keyId] = await Promise.all([
    cryptoKey(jwk),
    cryptoKey({ kty, n, e }),
    calculateJwkThumbprint({ kty, n, e }),
  ]);
  return { secret, open, keyId };
}

async function cryptoKey(jwk: JWK): Promise<CryptoKey> {
  const key = await importJWK(jwk, ALGORITHM);
  if (key instanceof Uint8Array) throw new Error('The key of a signer is a pair of keys.');
  return key;
}

async function readOrMake(path: string): Promise<string> {
  const found = await readFile(path, 'utf8').catch(ifAbsent);
  if (found !== undefined) return found;
  const { privateKey } = await generateKeyPair(ALGORITHM, {
    modulusLength: MODULUS_BITS,
    extractable: true,
  });
  const made = JSON.stringify(await exportJWK(privateKey));
  const draft = `${path}.${randomUUID()}`;
  await mkdir(dirname(path), { recursive: true });
  await writeFile(draft, made, { mode: OWNER_ALONE });
  // A link gives the whole file or nothing, and never replaces the key of another process.
  await link(draft, path).catch(ifPresent);
  await rm(draft);
  return readFile(path, 'utf8');
}

const unless = (code: string) => (error: unknown) => {
  if (error instanceof Error && 'code' in error && error.code === code) return undefined;
  throw error;
};
const ifAbsent = unless('ENOENT');
const ifPresent = unless('EEXIST');
