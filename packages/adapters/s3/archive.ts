import { PutObjectCommand, S3Client, S3ServiceException } from '@aws-sdk/client-s3';
import type { Archive } from '#usecases/ports';
import { gzipped } from '../system/gzipped.ts';

const EXISTS = 412;

/** A bucket with Object Lock: what is put there nobody can change or delete for years (infra/archive.ts). */
export function s3Archive(options: {
  readonly bucket: string;
  readonly client?: S3Client;
}): Archive {
  // A local endpoint has no host name per bucket.
  const client =
    options.client ??
    new S3Client({ forcePathStyle: process.env['AWS_ENDPOINT_URL_S3'] !== undefined });
  return {
    put: async (key, lines) => {
      const body = await gzipped(lines);
      await client
        .send(
          new PutObjectCommand({
            Bucket: options.bucket,
            Key: key,
            Body: body,
            ContentType: 'application/gzip',
            IfNoneMatch: '*',
          }),
        )
        .catch((error: unknown) => {
          if (!(error instanceof S3ServiceException) || statusOf(error) !== EXISTS) throw error;
        });
    },
  };
}

const statusOf = ({ $metadata }: S3ServiceException) => $metadata.httpStatusCode;
