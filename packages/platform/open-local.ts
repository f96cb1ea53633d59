import { openLocalStore } from '#adapters/dynamodb/local-store';
import { fileArchive } from '#adapters/system/file-archive';
import { fileInbox } from '#adapters/system/files';
import { fileRing } from '#adapters/vault/file-ring';
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

/** Where in a data folder the wrapping key of personal data lies; the local runner tells functions the same. */
const VAULT_KEY = 'keys/vault.jwk';

/**
 * The platform over a folder of this machine, for batch work on files. `asOf` is the business day on which
 * one works; today unless told. Throws one sentence where no engine is to be had.
 */
export async function openLocal(options: {
  readonly dataDir: string;
  readonly asOf?: BusinessDate;
  readonly onProgress?: OnProgress;
}): Promise<LocalPlatform> {
  const { store, meter, close } = await openLocalStore(options.dataDir);
  const paths = new Map<BatchId, string>();
  const { asOf } = options;
  const ports = portsOver({
    store,
    meter,
    inbox: fileInbox((batch) => paths.get(batch)),
    archive: fileArchive(`${options.dataDir}/archive`),
    signer: signerFrom({ keyFile: signingKeyIn(options.dataDir) }),
    ring: fileRing(`${options.dataDir}/${VAULT_KEY}`),
    ...(asOf && { today: () => asOf }),
  });
  return {
    platform: join(ports, options.onProgress),
    attach: (batch, path) => paths.set(batch, path),
    newBatchId: () => `batch_${ports.newEventId()}`,
    close,
  };
}
