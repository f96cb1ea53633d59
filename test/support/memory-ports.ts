import { reference } from '#adapters/reference/reference';
import { digest } from '#adapters/system/digest';
import { readRows } from '#adapters/tabular/read-rows';
import type { EventId } from '#domain/ids';
import type { Ports } from '#usecases/ports';
import { NOW, TODAY } from './builders.ts';
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
  };
  return { ports, store, files };
}

async function* bytesOf(file: Uint8Array): AsyncGenerator<Uint8Array> {
  yield file;
}
