import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { base64url, CompactEncrypt, compactDecrypt, decodeProtectedHeader } from 'jose';
import * as z from 'zod';
import type { KeyRing } from './key-ring.ts';

const KEY_BYTES = 32;
const WRAPPING = 'A256KW';
const keySetSchema = z.object({
  keys: z.array(z.object({ kty: z.literal('oct'), kid: z.string(), k: z.string() })).min(1),
});
type KeySet = z.infer<typeof keySetSchema>;

/**
 * Wraps under the first key of a JWK set in a file that its owner alone may read, made when it is first needed. A
 * key that is put before it wraps from the next start on; those behind it open what they wrapped.
 */
export function fileRing(path: string): KeyRing {
  let kept: KeySet | undefined;
  const keys = () => {
    kept ??= readOrMake(path);
    return kept.keys;
  };
  return {
    newDataKey: async () => {
      const [first] = keys();
      if (!first) throw new Error(`There is no key in ${path}.`);
      const key = new Uint8Array(randomBytes(KEY_BYTES));
      const wrapped = await new CompactEncrypt(key)
        .setProtectedHeader({ alg: WRAPPING, enc: 'A256GCM', kid: first.kid })
        .encrypt(base64url.decode(first.k));
      return { key, wrapped };
    },
    unwrap: async (wrapped) => {
      const { kid } = decodeProtectedHeader(wrapped);
      const key = keys().find((one) => one.kid === kid);
      if (!key) throw new Error(`No key of ${path} has wrapped this data key.`);
      const { plaintext } = await compactDecrypt(wrapped, base64url.decode(key.k), {
        keyManagementAlgorithms: [WRAPPING],
        contentEncryptionAlgorithms: ['A256GCM'],
      });
      return plaintext;
    },
  };
}

function readOrMake(path: string): KeySet {
  const found = read(path);
  if (found !== undefined) return found;
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const made: KeySet = {
    keys: [
      {
        kty: 'oct',
        kid: randomBytes(9).toString('base64url'),
        k: randomBytes(KEY_BYTES).toString('base64url'),
      },
    ],
  };
  // Linked whole under its name, or not at all where another process was sooner.
  const draft = `${path}.${process.pid}.${randomBytes(4).toString('hex')}`;
  writeFileSync(draft, JSON.stringify(made), { mode: 0o600, flag: 'wx' });
  try {
    linkSync(draft, path);
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error;
  } finally {
    rmSync(draft);
  }
  return read(path) ?? made;
}

function read(path: string): KeySet | undefined {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if (isCode(error, 'ENOENT')) return undefined;
    throw error;
  }
  const parsed = keySetSchema.safeParse(jsonOf(text));
  if (!parsed.success) throw new Error(`${path} is no set of wrapping keys (JWK, oct).`);
  return parsed.data;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const isCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code;
