import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { base64url, CompactSign, compactVerify } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { keyFileSigner } from '#adapters/signing/key-file-signer';
import { kmsSigner } from '#adapters/signing/kms-signer';
import type { Signer } from '#usecases/ports';
import { aKms } from './a-kms.ts';

const PAYLOAD = '{"day":"2026-03-01","said":"授权"}';
const newFile = () => join(mkdtempSync(join(tmpdir(), 'xinyidai-signer-')), 'keys', 'signing.jwk');
const SAME_BITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

describe.each([
  {
    name: 'a key file',
    open: async () => ({ signer: keyFileSigner(newFile()), stop: async () => {} }),
  },
  {
    name: 'KMS',
    open: async () => {
      const { client, stop } = await aKms();
      return { signer: kmsSigner({ keyId: 'alias/signing', client }), stop };
    },
  },
])('the signer over $name', ({ open }) => {
  let signer: Signer;
  let stop: () => Promise<void>;
  let jws: string;
  beforeAll(async () => {
    ({ signer, stop } = await open());
    jws = await signer.sign(PAYLOAD);
  });
  afterAll(() => stop());

  test('what it signed it verifies, to the letter', async () => {
    expect(await signer.verify(jws)).toBe(PAYLOAD);
  });

  test('the header names RS256 and the key', async () => {
    const [header = ''] = jws.split('.');
    expect(JSON.parse(Buffer.from(header, 'base64url').toString())).toEqual({
      alg: 'RS256',
      kid: await signer.keyId(),
    });
  });

  test('one character changed anywhere is found, even where it decodes to the same bytes', async () => {
    const last = SAME_BITS.indexOf(jws.at(-1) ?? '');
    const alike = jws.slice(0, -1) + SAME_BITS[last ^ 1];
    expect(base64url.decode(alike.split('.')[2] ?? '')).toEqual(
      base64url.decode(jws.split('.')[2] ?? ''),
    );
    expect(await signer.verify(alike)).toBeUndefined();
    for (let at = 0; at < jws.length; at += 7) {
      const other = jws[at] === 'A' ? 'B' : 'A';
      const altered = jws.slice(0, at) + other + jws.slice(at + 1);
      expect(await signer.verify(altered), `at ${at}`).toBeUndefined();
    }
  });

  test('what another key signed, or none, or a secret made of the public key, is refused', async () => {
    const stranger = keyFileSigner(newFile());
    const none = `${base64url.encode(JSON.stringify({ alg: 'none', kid: await signer.keyId() }))}.${base64url.encode(PAYLOAD)}.`;
    const secret = new TextEncoder().encode((await signer.keyId()).padEnd(64, '.'));
    const symmetric = await new CompactSign(new TextEncoder().encode(PAYLOAD))
      .setProtectedHeader({ alg: 'HS256', kid: await signer.keyId() })
      .sign(secret);
    for (const forged of [await stranger.sign(PAYLOAD), none, symmetric, '', 'a.b.c'])
      expect(await signer.verify(forged)).toBeUndefined();
  });
});

test('a key file is made once, for its owner alone, however many ask at the same time', async () => {
  const path = newFile();
  const signers = Array.from({ length: 4 }, () => keyFileSigner(path));
  const ids = await Promise.all(signers.map((signer) => signer.keyId()));
  expect(new Set(ids).size).toBe(1);
  expect(statSync(path).mode & 0o777).toBe(0o600);
  const signed = await keyFileSigner(path).sign(PAYLOAD);
  expect(await signers[0]?.verify(signed)).toBe(PAYLOAD);
});

test('a file that holds no private key is said, never replaced', async () => {
  const path = newFile();
  await keyFileSigner(path).keyId();
  const { kty, n, e } = JSON.parse(readFileSync(path, 'utf8'));
  const open = JSON.stringify({ kty, n, e });
  writeFileSync(path, open);
  await expect(keyFileSigner(path).sign(PAYLOAD)).rejects.toThrow();
  expect(readFileSync(path, 'utf8')).toBe(open);
});

test('the public key of KMS is fetched once, and whoever has it can verify without KMS', async () => {
  const { client, asked, publicKey, stop } = await aKms();
  const signer = kmsSigner({ keyId: 'alias/signing', client });
  const signed = await signer.sign(PAYLOAD);
  await signer.verify(signed);
  await signer.verify(signed);
  expect(asked).toEqual(['GetPublicKey', 'Sign']);
  const { payload } = await compactVerify(signed, publicKey);
  expect(new TextDecoder().decode(payload)).toBe(PAYLOAD);
  await stop();
});
