import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import {
  type Bucket,
  KeyTooLong,
  MAX_KEY_BYTES,
  ObjectThere,
  type StoredObject,
} from './bucket.ts';
import { presignedFault } from './presigned.ts';

/** S3's limit for one PUT. */
const MAX_OBJECT_BYTES = 5 * 1024 ** 3;

export type BucketApiOptions = {
  readonly buckets: readonly Bucket[];
  /** Called before a PUT is answered; when it returns, the arrival will never be forgotten. */
  readonly onCreated: (bucket: Bucket, key: string, stored: StoredObject) => void;
  readonly log: (line: string) => void;
};

type Asked = {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly bucket: Bucket;
  readonly key: string;
};

/**
 * The part of S3 that the platform uses, path style: PUT (with If-None-Match: *), GET with one range, HEAD and DELETE of an object.
 * Signatures are not checked, their expiry is. Everything else answers 501 NotImplemented.
 */
export function bucketApi(options: BucketApiOptions): Server {
  const server = createServer((request, response) => {
    answer(options, request, response).catch((error: Error) => {
      if (!request.complete) return response.destroy(); // The uploader went away; nothing was kept.
      options.log(`bucket: ${request.method} ${request.url}: ${error.message}`);
      fault(response, 500, 'InternalError', error.message);
    });
  });
  server.requestTimeout = 0; // A slow line may take its time over a large file.
  return server;
}

async function answer(
  options: BucketApiOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://bucket');
  const [, name = '', ...rest] = url.pathname.split('/');
  const bucket = options.buckets.find((each) => each.name === name);
  if (bucket === undefined)
    return fault(response, 404, 'NoSuchBucket', `There is no bucket ${name}.`);
  const key = decodeURIComponent(rest.join('/'));
  const refused = refusal(request, url, key);
  if (refused !== undefined) return fault(response, ...refused);
  const asked = { request, response, bucket, key };
  switch (request.method) {
    case 'PUT':
      return put(asked, options);
    case 'GET':
    case 'HEAD':
      return get(asked);
    case 'DELETE':
      // A locked bucket would lay a marker over it and keep it; ours has no versions, so that nothing is removed.
      if (bucket.writtenOnce)
        return fault(response, 403, 'AccessDenied', 'What lies here may not be removed.');
      await bucket.remove(key);
      response.writeHead(204, common()).end();
      return;
    default:
      return fault(
        response,
        501,
        'NotImplemented',
        `The local bucket does not know ${request.method}.`,
      );
  }
}

type Refusal = readonly [status: number, code: string, message: string];

/** In this order: a key, a call that we know, an unexpired signature, a size. */
function refusal(request: IncomingMessage, url: URL, key: string): Refusal | undefined {
  if (key === '')
    return [501, 'NotImplemented', 'The local bucket knows objects, not bucket calls.'];
  if (Buffer.byteLength(key) > MAX_KEY_BYTES)
    return [400, 'KeyTooLongError', 'Your key is too long'];
  const unknown = [...url.searchParams.keys()].find((each) => !/^(x-amz-|x-id$)/i.test(each));
  if (unknown !== undefined)
    return [501, 'NotImplemented', `The local bucket does not know the parameter ${unknown}.`];
  if (request.headers['x-amz-copy-source'] !== undefined)
    return [501, 'NotImplemented', 'The local bucket does not copy.'];
  if (request.headers['content-encoding']?.includes('aws-chunked'))
    return [
      501,
      'NotImplemented',
      'The local bucket does not know aws-chunked: set AWS_REQUEST_CHECKSUM_CALCULATION=WHEN_REQUIRED.',
    ];
  const stale = presignedFault(url.searchParams, request.method ?? '', Date.now());
  if (stale !== undefined) return [403, 'AccessDenied', stale];
  if (request.method !== 'PUT') return undefined;
  const length = request.headers['content-length'];
  if (length === undefined && request.headers['transfer-encoding'] === undefined)
    return [411, 'MissingContentLength', 'You must provide the Content-Length HTTP header.'];
  return Number(length) > MAX_OBJECT_BYTES
    ? [400, 'EntityTooLarge', 'Your proposed upload exceeds the maximum allowed size']
    : undefined;
}

async function put(asked: Asked, options: BucketApiOptions): Promise<void> {
  const { request, response, bucket, key } = asked;
  try {
    const isNew = request.headers['if-none-match'] === '*';
    const stored = await bucket.put(key, request, isNew ? 'once' : undefined);
    options.onCreated(bucket, key, stored);
    response.writeHead(200, { ...common(), etag: stored.etag }).end();
  } catch (error) {
    if (error instanceof KeyTooLong) fault(response, 400, 'KeyTooLongError', error.message);
    else if (!(error instanceof ObjectThere)) throw error;
    else if (request.headers['if-none-match'] !== undefined)
      fault(response, 412, 'PreconditionFailed', error.message);
    else fault(response, 403, 'AccessDenied', error.message);
  }
}

async function get({ request, response, bucket, key }: Asked): Promise<void> {
  const stored = await bucket.head(key);
  if (stored === undefined)
    return fault(response, 404, 'NoSuchKey', 'The specified key does not exist.');
  const range = rangeOf(request.headers.range, stored.size);
  if (range === 'unsatisfiable')
    return fault(response, 416, 'InvalidRange', 'The requested range is not satisfiable');
  const headers = {
    ...common(),
    etag: stored.etag,
    'last-modified': stored.writtenAt.toUTCString(),
    'accept-ranges': 'bytes',
    'content-type': 'application/octet-stream',
    'content-length': range === undefined ? stored.size : range.end - range.start + 1,
    ...(range && { 'content-range': `bytes ${range.start}-${range.end}/${stored.size}` }),
  };
  response.writeHead(range === undefined ? 200 : 206, headers);
  if (request.method === 'HEAD' || stored.size === 0) response.end();
  else await pipeline(bucket.read(key, range), response);
}

/** One range, `bytes=first-last`, `bytes=first-` or `bytes=-count`; any other header is ignored, as HTTP allows. */
export function rangeOf(
  header: string | undefined,
  size: number,
): { readonly start: number; readonly end: number } | 'unsatisfiable' | undefined {
  const [, first, last] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
  if (first === undefined || last === undefined || (first === '' && last === '')) return undefined;
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const end = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1);
  return start > end ? 'unsatisfiable' : { start, end };
}

const common = () => ({ 'x-amz-request-id': randomUUID(), server: 'xinyidai-local' });

function fault(response: ServerResponse, status: number, code: string, message: string): void {
  if (response.headersSent) return void response.destroy();
  const text = message.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  // What is still being sent must not be read as the next request.
  response.writeHead(status, {
    ...common(),
    'content-type': 'application/xml',
    connection: 'close',
  });
  response.end(
    `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${text}</Message></Error>`,
  );
}
