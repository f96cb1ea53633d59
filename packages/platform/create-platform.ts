import { dynamoStore } from '#adapters/dynamodb/store';
import { reference } from '#adapters/reference/reference';
import { s3Inbox } from '#adapters/s3/inbox';
import { now } from '#adapters/system/clock';
import { digest } from '#adapters/system/digest';
import { newEventId } from '#adapters/system/event-ids';
import { readRows } from '#adapters/tabular/read-rows';
import { dateOf } from '#domain/time';
import type { Inbox, Ports, Signer } from '#usecases/ports';
import { join } from './join.ts';
import type { Platform } from './platform.ts';
import { signerFrom } from './signing.ts';

/** The platform of a function: the table and the inbox that its stack names. */
export const createPlatform = (config: {
  readonly tableName: string;
  readonly inboxBucket: string;
  readonly signingKeyId?: string | undefined;
  readonly signingKeyFile?: string | undefined;
}): Platform =>
  join(
    portsOver({
      store: dynamoStore({ tableName: config.tableName }),
      inbox: s3Inbox({ bucket: config.inboxBucket }),
      signer: signerFrom({ keyId: config.signingKeyId, keyFile: config.signingKeyFile }),
    }),
  );

/** The world as it is, around a store and an inbox. */
export const portsOver = (kept: {
  readonly store: Ports['store'];
  readonly inbox: Inbox;
  readonly signer: Signer;
  readonly today?: Ports['today'];
}): Ports => ({
  now,
  today: () => dateOf(now()),
  ...kept,
  newEventId,
  readRows,
  reference: reference(),
  digest,
});
