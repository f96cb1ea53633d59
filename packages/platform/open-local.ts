import { openLocalStore } from '#adapters/dynamodb/local-store';
import { fileInbox } from '#adapters/system/files';
import type { BatchId } from '#domain/ids';
import type { BusinessDate } from '#domain/time';
import type { OnProgress } from '#usecases/ingest-part';
import { portsOver } from './create-platform.ts';
import { join } from './join.ts';
import type { Platform } from './platform.ts';
import { signerFrom, signingKeyIn } from './signing.ts';

export type LocalPlatform = {
  readonly platform: Platform;
  /** The file that a batch will be read from. */
  readonly attach: (batch: BatchId, path: string) => void;
  readonly newBatchId: () => BatchId;
  readonly close: () => Promise<void>;
};

/**
 * The platform over a folder of this machine, for batch work on files. `asOf` is the business day on which
 * one works; today unless told. Throws one sentence where no engine is to be had.
 */
export async function openLocal(options: {
  readonly dataDir: string;
  readonly asOf?: BusinessDate;
  readonly onProgress?: OnProgress;
}): Promise<LocalPlatform> {
  const { store, close } = await openLocalStore(options.dataDir);
  const paths = new Map<BatchId, string>();
  const { asOf } = options;
  const ports = portsOver({
    store,
    inbox: fileInbox((batch) => paths.get(batch)),
    signer: signerFrom({ keyFile: signingKeyIn(options.dataDir) }),
    ...(asOf && { today: () => asOf }),
  });
  return {
    platform: join(ports, options.onProgress),
    attach: (batch, path) => paths.set(batch, path),
    newBatchId: () => `batch_${ports.newEventId()}`,
    close,
  };
}
