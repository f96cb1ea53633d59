import { dynamoMeter } from '#adapters/dynamodb/meter';
import { dynamoStore } from '#adapters/dynamodb/store';
import { providerApi } from '#adapters/identity/provider-api';
import { registryMatch } from '#adapters/identity/registry-match';
import { reference } from '#adapters/reference/reference';
import { s3Archive } from '#adapters/s3/archive';
import { s3Inbox } from '#adapters/s3/inbox';
import { reckoner } from '#adapters/scoring/reckoner';
import { now } from '#adapters/system/clock';
import { digest } from '#adapters/system/digest';
import { newEventId } from '#adapters/system/event-ids';
import { readRows } from '#adapters/tabular/read-rows';
import { closedVault } from '#adapters/vault/closed';
import { fileRing } from '#adapters/vault/file-ring';
import type { KeyRing } from '#adapters/vault/key-ring';
import { kmsRing } from '#adapters/vault/kms-ring';
import { vaultUnder } from '#adapters/vault/vault';
import { dateOf } from '#domain/time';
import type { Archive, Inbox, Ports, Signer } from '#usecases/ports';
import { join } from './join.ts';
import type { Platform } from './platform.ts';
import { signerFrom } from './signing.ts';

/** The platform of a function: the table and the inbox that its stack names. */
export const createPlatform = (config: {
  readonly tableName: string;
  readonly inboxBucket: string;
  readonly archiveBucket: string;
  readonly signingKeyId?: string | undefined;
  readonly signingKeyFile?: string | undefined;
  /** A key of KMS, or a file on this machine; without either, personal data can be neither sealed nor opened. */
  readonly vaultKeyId?: string;
  readonly vaultKeyFile?: string;
  /** Of whoever verifies identities; without one, the stand-in of this machine. */
  readonly identityUrl?: string;
}): Platform =>
  join(
    portsOver({
      store: dynamoStore({ tableName: config.tableName }),
      meter: dynamoMeter({ tableName: config.tableName }),
      inbox: s3Inbox({ bucket: config.inboxBucket }),
      archive: s3Archive({ bucket: config.archiveBucket }),
      signer: signerFrom({ keyId: config.signingKeyId, keyFile: config.signingKeyFile }),
      ring: ringOf(config),
      ...(config.identityUrl !== undefined && {
        identityProvider: providerApi({ url: config.identityUrl }),
      }),
    }),
  );

function ringOf(config: {
  readonly vaultKeyId?: string;
  readonly vaultKeyFile?: string;
}): KeyRing | undefined {
  if (config.vaultKeyId !== undefined) return kmsRing({ keyId: config.vaultKeyId });
  return config.vaultKeyFile === undefined ? undefined : fileRing(config.vaultKeyFile);
}

/** The world as it is, around a store and an inbox. */
export const portsOver = (kept: {
  readonly store: Ports['store'];
  readonly meter: Ports['meter'];
  readonly inbox: Inbox;
  readonly signer: Signer;
  readonly archive: Archive;
  readonly today?: Ports['today'];
  /** Without one, personal data can be neither sealed nor opened. */
  readonly ring?: KeyRing | undefined;
  readonly identityProvider?: Ports['identityProvider'];
}): Ports => ({
  now,
  today: kept.today ?? (() => dateOf(now())),
  store: kept.store,
  meter: kept.meter,
  inbox: kept.inbox,
  archive: kept.archive,
  signer: kept.signer,
  vault: kept.ring ? vaultUnder({ ring: kept.ring, store: kept.store, now }) : closedVault,
  identityProvider:
    kept.identityProvider ??
    registryMatch({
      enterpriseOf: async (code) => (await kept.store.get('enterprise', code))?.value,
    }),
  newEventId,
  readRows,
  reference: reference(),
  digest,
  reckoner,
});
