import {
  GetObjectCommand,
  HeadObjectCommand,
  NoSuchKey,
  NotFound,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import type { BatchId } from '#domain/ids';
import type { Inbox } from '#usecases/ports';

/** Delivered files in one bucket, one object per batch; the rule on the bucket knows the prefix. */
export const BATCH_PREFIX = 'batches/';

export function s3Inbox(options: { bucket: string; client?: S3Client }): Inbox {
  // A local endpoint has no host name per bucket.
  const client =
    options.client ??
    new S3Client({ forcePathStyle: process.env['AWS_ENDPOINT_URL_S3'] !== undefined });
  const place = (batch: BatchId) => ({ Bucket: options.bucket, Key: `${BATCH_PREFIX}${batch}` });
  return {
    uploadUrl: (batch, expiresIn) =>
      getSignedUrl(client, new PutObjectCommand(place(batch)), { expiresIn }),
    open: async (batch) => {
      try {
        const { Body } = await client.send(new GetObjectCommand(place(batch)));
        return Body && chunks(Body);
      } catch (error) {
        if (error instanceof NoSuchKey) return undefined;
        throw error;
      }
    },
    size: async (batch) => {
      try {
        return (await client.send(new HeadObjectCommand(place(batch)))).ContentLength ?? 0;
      } catch (error) {
        if (error instanceof NotFound) return undefined;
        throw error;
      }
    },
  };
}

async function* chunks(body: unknown): AsyncIterable<Uint8Array> {
  const stream = body as AsyncIterable<Uint8Array>; // In Node the SDK's body is a Readable.
  yield* stream;
}
