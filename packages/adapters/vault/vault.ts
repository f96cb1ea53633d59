import { createHmac } from 'node:crypto';
import { CompactEncrypt, compactDecrypt, decodeProtectedHeader } from 'jose';
import * as z from 'zod';
import { maskedText } from '#domain/personal/sealed';
import type { Ports, Store, Vault } from '#usecases/ports';
import { cached, type KeyRing } from './key-ring.ts';

const ENCRYPTION = 'A256GCM';
const headerSchema = z.object({
  alg: z.literal('dir'),
  enc: z.literal(ENCRYPTION),
  wk: z.string(),
});

export type VaultOptions = {
  readonly ring: KeyRing;
  /** Where the wrapped key of the hashes lies: one for all processes, so that equal numbers have equal hashes. */
  readonly store: Pick<Store, 'get' | 'commit'>;
  readonly now: Ports['now'];
};

/**
 * Envelope encryption: each text is a compact JWE under a data key, and the data key, wrapped, stands in the
 * JWE's protected header, so that a change of either is found. Throws where a cipher was changed, or was made under
 * a wrapping key that is not on the ring.
 */
export function vaultUnder({ ring, store, now }: VaultOptions): Vault {
  const keys = cached(ring, () => Date.parse(now()));
  const hashKey = keptHashKey(keys, ring, store);
  const lock = async (text: string) => {
    const { key, wrapped } = await keys.newDataKey();
    return new CompactEncrypt(new TextEncoder().encode(text))
      .setProtectedHeader({ alg: 'dir', enc: ENCRYPTION, wk: wrapped })
      .encrypt(key);
  };
  const hashOf = async (text: string) =>
    createHmac('sha256', await hashKey())
      .update(text)
      .digest('base64url');
  return {
    lock,
    hashOf,
    seal: async (text) => ({
      cipher: await lock(text),
      hash: await hashOf(text),
      masked: maskedText(text),
    }),
    open: async ({ cipher }) => {
      const wrapped = wrappedIn(cipher);
      try {
        const { plaintext } = await compactDecrypt(cipher, await keys.unwrap(wrapped), {
          keyManagementAlgorithms: ['dir'],
          contentEncryptionAlgorithms: [ENCRYPTION],
        });
        return new TextDecoder().decode(plaintext);
      } catch (cause) {
        throw cannotBeOpened(cause);
      }
    },
  };
}

function wrappedIn(cipher: string): string {
  try {
    return headerSchema.parse(decodeProtectedHeader(cipher)).wk;
  } catch (cause) {
    throw cannotBeOpened(cause);
  }
}

/** Says nothing of what is inside. */
const cannotBeOpened = (cause: unknown) =>
  new Error('A sealed text cannot be opened: it was changed, or its key is not on the ring.', {
    cause,
  });

/** Made by whoever needs it first; all others find it in the store. */
function keptHashKey(keys: KeyRing, ring: KeyRing, store: VaultOptions['store']) {
  let known: Promise<Uint8Array> | undefined;
  const find = async (): Promise<Uint8Array> => {
    const kept = await store.get('vaultKey', 'hash');
    if (kept) return keys.unwrap(kept.value.wrapped);
    const { key, wrapped } = await ring.newDataKey();
    const result = await store.commit({
      changes: [{ kind: 'vaultKey', value: { id: 'hash', wrapped }, expected: 0 }],
      events: [],
    });
    return result === 'committed' ? key : find();
  };
  return () => {
    known ??= find().catch((error: unknown) => {
      known = undefined;
      throw error;
    });
    return known;
  };
}
