import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DecryptCommand, GenerateDataKeyCommand } from '@aws-sdk/client-kms';
import { afterAll, describe, expect, test } from 'vitest';
import { closedVault } from '#adapters/vault/closed';
import { fileRing } from '#adapters/vault/file-ring';
import { cached, type KeyRing } from '#adapters/vault/key-ring';
import { type Kms, kmsRing } from '#adapters/vault/kms-ring';
import { vaultUnder } from '#adapters/vault/vault';
import { WANG } from '#test/support/a-person';
import { NOW } from '#test/support/builders';
import { memoryStore } from '#test/support/memory-store';

const folder = mkdtempSync(join(tmpdir(), 'vault-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** KMS as far as we ask it: wraps in earnest, bound to the context, each key under its own secret. */
function fakeKms() {
  const secrets = new Map<string, Buffer>();
  const secretOf = (keyId: string) => {
    const known = secrets.get(keyId) ?? randomBytes(32);
    secrets.set(keyId, known);
    return known;
  };
  let calls = 0;
  const send = async (command: unknown) => {
    calls += 1;
    if (command instanceof GenerateDataKeyCommand) {
      const { KeyId = '', EncryptionContext } = command.input;
      const key = randomBytes(32);
      const iv = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', secretOf(KeyId), iv);
      cipher.setAAD(Buffer.from(JSON.stringify(EncryptionContext)));
      const body = Buffer.concat([cipher.update(key), cipher.final()]);
      const name = Buffer.from(KeyId.padEnd(20));
      return {
        Plaintext: new Uint8Array(key),
        CiphertextBlob: new Uint8Array(Buffer.concat([name, iv, cipher.getAuthTag(), body])),
      };
    }
    if (!(command instanceof DecryptCommand)) throw new Error('KMS was asked for something else');
    const blob = Buffer.from(command.input.CiphertextBlob ?? []);
    const keyId = blob.subarray(0, 20).toString().trim();
    const decipher = createDecipheriv('aes-256-gcm', secretOf(keyId), blob.subarray(20, 32));
    decipher.setAAD(Buffer.from(JSON.stringify(command.input.EncryptionContext)));
    decipher.setAuthTag(blob.subarray(32, 48));
    return {
      Plaintext: new Uint8Array(
        Buffer.concat([decipher.update(blob.subarray(48)), decipher.final()]),
      ),
    };
  };
  return { client: { send } as unknown as Kms, calls: () => calls };
}

const open = (ring: KeyRing, store = memoryStore()) => vaultUnder({ ring, store, now: () => NOW });
let files = 0;
const aFile = () => {
  files += 1;
  return join(folder, String(files), 'keys', 'vault.jwk');
};

describe.each([
  { name: 'a file', make: () => fileRing(aFile()) },
  { name: 'KMS', make: () => kmsRing({ keyId: 'key-one', client: fakeKms().client }) },
])('the vault under $name', ({ make }) => {
  test('opens what it has sealed, and shows a mask alone', async () => {
    const vault = open(make());
    const sealed = await vault.seal(WANG.idNumber);
    expect(sealed.masked).toBe('3205**********' + WANG.idNumber.slice(-4));
    expect(JSON.stringify(sealed)).not.toContain(WANG.idNumber);
    expect(await vault.open(sealed)).toBe(WANG.idNumber);
    const words = '法定代表人 王建国\n😀';
    expect(await vault.open({ cipher: await vault.lock(words) })).toBe(words);
  });

  test('equal texts have equal hashes and different ciphers', async () => {
    const vault = open(make());
    const [one, two] = [await vault.seal(WANG.phone), await vault.seal(WANG.phone)];
    expect(one.hash).toBe(two.hash);
    expect(one.cipher).not.toBe(two.cipher);
    expect(await vault.hashOf(WANG.phone)).toBe(one.hash);
    expect(await vault.hashOf('13812345679')).not.toBe(one.hash);
  });

  test('processes that begin at the same moment agree on the key of the hashes', async () => {
    const [ring, store] = [make(), memoryStore()];
    const hashes = await Promise.all(
      Array.from({ length: 8 }, () => open(ring, store).hashOf(WANG.idNumber)),
    );
    expect(new Set(hashes).size).toBe(1);
  });

  test('hashes of two cities have nothing to do with each other', async () => {
    const [here, there] = [open(make()), open(make())];
    expect(await here.hashOf(WANG.idNumber)).not.toBe(await there.hashOf(WANG.idNumber));
  });

  test('a cipher with any one character changed opens as nothing', async () => {
    const vault = open(make());
    const cipher = await vault.lock(WANG.idNumber);
    for (let at = 0; at < cipher.length; at += 7) {
      if (cipher[at] === '.') continue;
      const other = cipher[at] === 'A' ? 'Q' : 'A';
      const changed = cipher.slice(0, at) + other + cipher.slice(at + 1);
      await expect(vault.open({ cipher: changed }), String(at)).rejects.toThrow('cannot be opened');
    }
    for (const wrong of ['', 'x', '....', cipher.slice(0, -4)])
      await expect(vault.open({ cipher: wrong })).rejects.toThrow('cannot be opened');
  });

  test('another ring opens nothing', async () => {
    const cipher = await open(make()).lock(WANG.idNumber);
    await expect(open(make()).open({ cipher })).rejects.toThrow('cannot be opened');
  });
});

test('the key file is for its owner alone, and the same for whoever comes later', async () => {
  const path = aFile();
  const cipher = await open(fileRing(path)).lock('x');
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(await open(fileRing(path)).open({ cipher })).toBe('x');
});

test('a new wrapping key in front seals from then on, and those behind it still open', async () => {
  const path = aFile();
  const before = await open(fileRing(path)).lock('before');
  const { keys } = JSON.parse(readFileSync(path, 'utf8'));
  const fresh = { kty: 'oct', kid: 'fresh', k: randomBytes(32).toString('base64url') };
  writeFileSync(path, JSON.stringify({ keys: [fresh, ...keys] }));
  const vault = open(fileRing(path));
  const after = await vault.lock('after');
  expect(await vault.open({ cipher: before })).toBe('before');
  writeFileSync(path, JSON.stringify({ keys: [fresh] }));
  expect(await open(fileRing(path)).open({ cipher: after })).toBe('after');
  await expect(open(fileRing(path)).open({ cipher: before })).rejects.toThrow('cannot be opened');
});

test('a key of KMS after another opens what the first one wrapped', async () => {
  const { client } = fakeKms();
  const store = memoryStore();
  const first = await open(kmsRing({ keyId: 'key-one', client }), store).seal(WANG.phone);
  const later = open(kmsRing({ keyId: 'key-two', client }), store);
  expect(await later.open(first)).toBe(WANG.phone);
  expect(await later.hashOf(WANG.phone)).toBe(first.hash);
});

test('a file that is no set of keys is refused, and not written over', async () => {
  const path = join(folder, 'broken.jwk');
  writeFileSync(path, '{"keys":[]}');
  await expect(open(fileRing(path)).lock('x')).rejects.toThrow('no set of wrapping keys');
  expect(readFileSync(path, 'utf8')).toBe('{"keys":[]}');
});

test('a data key is used for a while and so often, then a new one is made', async () => {
  let made = 0;
  let now = 0;
  const ring = cached(
    {
      newDataKey: async () => {
        made += 1;
        return { key: new Uint8Array(32), wrapped: String(made) };
      },
      unwrap: async () => new Uint8Array(32),
    },
    () => now,
  );
  for (let use = 0; use < 10_000; use += 1) await ring.newDataKey();
  expect(made).toBe(1);
  await ring.newDataKey();
  expect(made).toBe(2);
  now += 10 * 60_000;
  await ring.newDataKey();
  expect(made).toBe(3);
});

test('a thousand texts cost KMS one call, not a thousand', async () => {
  const kms = fakeKms();
  const vault = open(kmsRing({ keyId: 'key-one', client: kms.client }));
  const ciphers = await Promise.all(Array.from({ length: 1000 }, () => vault.lock('x')));
  for (const cipher of ciphers.slice(0, 50)) await vault.open({ cipher });
  expect(kms.calls()).toBe(2);
});

test('a key that could not be had is asked for again', async () => {
  let down = true;
  const { client } = fakeKms();
  const real = kmsRing({ keyId: 'key-one', client });
  const vault = open({
    ...real,
    newDataKey: async () => {
      if (down) throw new Error('KMS is down');
      return real.newDataKey();
    },
  });
  await expect(vault.seal(WANG.phone)).rejects.toThrow('KMS is down');
  down = false;
  expect(await vault.open(await vault.seal(WANG.phone))).toBe(WANG.phone);
});

test('a process without a key neither seals nor opens', async () => {
  for (const ask of [
    closedVault.seal('x'),
    closedVault.lock('x'),
    closedVault.hashOf('x'),
    closedVault.open({ cipher: 'x' }),
  ])
    await expect(ask).rejects.toThrow('no key to personal data');
});
