import { DecryptCommand, GenerateDataKeyCommand, KMSClient } from '@aws-sdk/client-kms';
import { base64url } from 'jose';
import type { KeyRing } from './key-ring.ts';

/** What KMS binds each data key to, and writes into its own log of who used the key. */
const CONTEXT = { purpose: 'xinyidai personal data' } as const;

/** The one thing of the client that is asked for. */
export type Kms = Pick<KMSClient, 'send'>;

/**
 * Wraps under a key of KMS. What an earlier key has wrapped, KMS opens by itself as long as that key is there and
 * may be used: its name stands inside the wrapped key.
 */
export function kmsRing({ keyId, client }: { keyId: string; client?: Kms }): KeyRing {
  const kms = client ?? new KMSClient({});
  return {
    newDataKey: async () => {
      const { Plaintext, CiphertextBlob } = await kms.send(
        new GenerateDataKeyCommand({
          KeyId: keyId,
          KeySpec: 'AES_256',
          EncryptionContext: CONTEXT,
        }),
      );
      if (!Plaintext || !CiphertextBlob) throw new Error('KMS has given no data key.');
      return { key: Plaintext, wrapped: base64url.encode(CiphertextBlob) };
    },
    unwrap: async (wrapped) => {
      const { Plaintext } = await kms.send(
        new DecryptCommand({
          CiphertextBlob: base64url.decode(wrapped),
          EncryptionContext: CONTEXT,
        }),
      );
      if (!Plaintext) throw new Error('KMS has opened no data key.');
      return Plaintext;
    },
  };
}
