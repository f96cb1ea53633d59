import { registryMatch } from '#adapters/identity/registry-match';
import { reference } from '#adapters/reference/reference';
import { reckoner } from '#adapters/scoring/reckoner';
import { digest } from '#adapters/system/digest';
import { readRows } from '#adapters/tabular/read-rows';
import { vaultUnder } from '#adapters/vault/vault';
import type { EventId } from '#domain/ids';
import type { Meter, Ports } from '#usecases/ports';
import { NOW, TODAY } from './builders.ts';
import { memoryArchive } from './memory-archive.ts';
import { memoryRing } from './memory-ring.ts';
import { memoryStore } from './memory-store.ts';
import { testSigner } from './test-signer.ts';

/** The world in memory, on the day of the builders; `files` is what lies in the inbox, by batch. */
export function memoryPorts() {
  const store = memoryStore();
  const files = new Map<string, Uint8Array>();
  let events = 0;
  const ports: Ports = {
    now: () => NOW,
    today: () => TODAY,
    newEventId: () => {
      events += 1;
      return `event-${String(events).padStart(8, '0')}` as EventId;
    },
    store,
    meter: memoryMeter(),
    inbox: {
      uploadUrl: async (batch, expiresInSeconds) =>
        `https://inbox.test/${batch}?expires=${expiresInSeconds}`,
      open: async (batch) => {
        const file = files.get(batch);
        return file && bytesOf(file);
      },
      size: async (batch) => files.get(batch)?.byteLength,
    },
    readRows,
    reference: reference(),
    digest,
    signer: testSigner(),
    archive: memoryArchive(),
    reckoner,
    vault: vaultUnder({ ring: memoryRing(), store, now: () => NOW }),
    identityProvider: registryMatch({
      enterpriseOf: async (code) => (await store.get('enterprise', code))?.value,
    }),
  };
  return { ports, store, files };
}

/** The meter port over a map. */
export function memoryMeter(): Meter {
  const counts = new Map<string, number>();
  return async (who, minute) => {
    const asked = (counts.get(`${who} ${minute}`) ?? 0) + 1;
    counts.set(`${who} ${minute}`, asked);
    return asked;
  };
}

async function* bytesOf(file: Uint8Array): AsyncGenerator<Uint8Array> {
  yield file;
}
