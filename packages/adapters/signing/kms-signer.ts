import { createHash, createPublicKey } from 'node:crypto';
import { GetPublicKeyCommand, KMSClient, SignCommand } from '@aws-sdk/client-kms';
import { base64url, calculateJwkThumbprint, exportJWK, importJWK } from 'jose';
import type { Signer } from '#usecases/ports';
import { ALGORITHM, verified } from './compact-jws.ts';

/** What KMS calls RS256. */
const KMS_ALGORITHM = 'RSASSA_PKCS1_V1_5_SHA_256';

/**
 * Signs with an asymmetric key of KMS (RSA_2048, SIGN_VERIFY), which never leaves it; only a digest goes there, so
 * that length does not matter. The public key is fetched once and what was signed is verified here.
 */
export function kmsSigner(options: {
  readonly keyId: string;
  readonly client?: KMSClient;
}): Signer {
  const client = options.client ?? new KMSClient({});
  let fetching: ReturnType<typeof publicKey> | undefined;
  const fetched = () => {
    fetching ??= publicKey(client, options.keyId).catch((error: unknown) => {
      fetching = undefined; // A warm function asks again.
      throw error;
    });
    return fetching;
  };
  return {
    keyId: async () => (await fetched()).keyId,
    sign: async (payload) => {
      const { keyId } = await fetched();
      const header = base64url.encode(JSON.stringify({ alg: ALGORITHM, kid: keyId }));
      const said = `${header}.${base64url.encode(payload)}`;
      const { Signature } = await client.send(
        new SignCommand({
          KeyId: options.keyId,
          SigningAlgorithm: KMS_ALGORITHM,
          MessageType: 'DIGEST',
          Message: createHash('sha256').update(said).digest(),
        }),
      );
      if (Signature === undefined) throw new Error('KMS answered without a signature.');
      return `${said}.${base64url.encode(Signature)}`;
    },
    verify: async (jws) => verified(jws, await fetched()),
  };
}

/** The id is the thumbprint (RFC 7638), as of a key file: it proves the key, whatever it is called. */
async function publicKey(client: KMSClient, keyId: string) {
  const { PublicKey } = await client.send(new GetPublicKeyCommand({ KeyId: keyId }));
  if (PublicKey === undefined) throw new Error('KMS answered without a public key.');
  const der = createPublicKey({ key: Buffer.from(PublicKey), format: 'der', type: 'spki' });
  const jwk = await exportJWK(der);
  const key = await importJWK(jwk, ALGORITHM);
  if (key instanceof Uint8Array) throw new Error('The key of a signer is a pair of keys.');
  return { key, keyId: await calculateJwkThumbprint(jwk) };
}
