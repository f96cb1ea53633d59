import { keyFileSigner } from '#adapters/signing/key-file-signer';
import { kmsSigner } from '#adapters/signing/kms-signer';
import type { Signer } from '#usecases/ports';

/** Where the platform of a data folder keeps the key with which it signs. */
export const signingKeyIn = (dataDir: string): string => `${dataDir}/keys/signing.jwk`;

/** The key that was named: one of KMS, else one in a file. Without any, whatever is signed throws. */
export function signerFrom(named: {
  readonly keyId?: string | undefined;
  readonly keyFile?: string | undefined;
}): Signer {
  if (named.keyId !== undefined) return kmsSigner({ keyId: named.keyId });
  if (named.keyFile !== undefined) return keyFileSigner(named.keyFile);
  const none = async () => {
    throw new Error('No key to sign with: set SIGNING_KEY_ID or SIGNING_KEY_FILE.');
  };
  return { keyId: none, sign: none, verify: none };
}
