import { randomBytes } from 'node:crypto';
import type { KeyRing } from '#adapters/vault/key-ring';
import { assert } from '#domain/assert';

/** One wrapping key for all rings of a test's process, as all functions of a stage have one. */
const keys = new Map<string, Uint8Array>();

/** The wrapping key in memory: a wrapped data key is a number under which it lies here. */
export const memoryRing = (): KeyRing => ({
  newDataKey: async () => {
    const key = new Uint8Array(randomBytes(32));
    const wrapped = `memory-${keys.size + 1}`;
    keys.set(wrapped, key);
    return { key, wrapped };
  },
  unwrap: async (wrapped) => {
    const key = keys.get(wrapped);
    assert(key !== undefined, 'what this process has wrapped it can unwrap');
    return key;
  },
});
