import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { type Bucket, objectCreated, openBucket, type StoredObject } from './bucket.ts';
import { bucketApi } from './bucket-api.ts';
import { type Buses, DEFAULT_BUS } from './bus.ts';
import { close, listen } from './listening.ts';
import type { Messages } from './messages.ts';
import type { Template } from './template.ts';

export type BucketsOptions = {
  readonly template: Template;
  readonly dataDir: string;
  readonly buses: Buses;
  readonly messages: Messages;
  readonly log: (line: string) => void;
};

/** The template's buckets behind one address, which announce what arrives to the default bus. */
export async function startBuckets(
  options: BucketsOptions,
): Promise<{ readonly url: string; readonly stop: () => Promise<void> }> {
  const { template, dataDir, buses, messages, log } = options;
  const resources = template.ofType('AWS::S3::Bucket');
  const buckets = await Promise.all(
    resources.map((each) =>
      openBucket(each.name, join(dataDir, 'buckets', each.name), {
        writtenOnce: each.properties.has('ObjectLockEnabled'),
      }),
    ),
  );
  const announcing = new Map(
    resources
      .filter((each) =>
        each.properties.has(
          'NotificationConfiguration.EventBridgeConfiguration.EventBridgeEnabled',
        ),
      )
      .map((each) => [each.name, each.arn]),
  );
  const onCreated = (bucket: Bucket, key: string, stored: StoredObject) => {
    const arn = announcing.get(bucket.name);
    if (arn === undefined) return;
    const { account } = template;
    const event = objectCreated({ bucket: { name: bucket.name, arn }, key, stored, account });
    messages.send(buses(DEFAULT_BUS, event));
  };
  const server = bucketApi({ buckets, onCreated, log });
  await listen(server, 0);
  const { port } = server.address() as AddressInfo; // A TCP server has no other kind of address.
  return { url: `http://127.0.0.1:${port}`, stop: () => close(server) };
}
