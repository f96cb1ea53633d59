import { readdirSync, readFileSync } from 'node:fs';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { s3Archive } from '#adapters/s3/archive';
import { s3Inbox } from '#adapters/s3/inbox';
import { openBucket } from '#infra/local/bucket';
import { bucketApi, rangeOf } from '#infra/local/bucket-api';
import { close, listen } from '#infra/local/listening';
import { presignedFault } from '#infra/local/presigned';
import { aFolder } from '../bundles.ts';

let url: string;
let folder: string;
let server: ReturnType<typeof bucketApi>;
const arrived: string[] = [];

beforeEach(async () => {
  arrived.length = 0;
  folder = aFolder();
  const bucket = await openBucket('inbox', folder);
  server = bucketApi({
    buckets: [bucket, await openBucket('archive', join(folder, 'archive'), { writtenOnce: true })],
    onCreated: (_, key, stored) => arrived.push(`${key} ${stored.size}`),
    log: () => {},
  });
  await listen(server, 0);
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => close(server));

async function* lines(...all: readonly string[]) {
  yield* all;
}

const client = () =>
  new S3Client({
    endpoint: url,
    region: 'cn-north-1',
    forcePathStyle: true,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });

test('the SDK reads back what it wrote', async () => {
  await client().send(
    new PutObjectCommand({ Bucket: 'inbox', Key: 'batches/一.csv', Body: 'a,b\n1,2\n' }),
  );
  const { Body, ContentLength } = await client().send(
    new GetObjectCommand({ Bucket: 'inbox', Key: 'batches/一.csv' }),
  );
  expect(await Body?.transformToString()).toBe('a,b\n1,2\n');
  expect(ContentLength).toBe(8);
  expect(arrived).toEqual(['batches/一.csv 8']);
});

test('what is not there is NoSuchKey', async () => {
  const asked = client().send(new GetObjectCommand({ Bucket: 'inbox', Key: 'none' }));
  await expect(asked).rejects.toThrow('The specified key does not exist');
});

test('the platform learns how large a file is, or that there is none', async () => {
  const inbox = s3Inbox({ bucket: 'inbox', client: client() });
  expect(await inbox.size('batch_a')).toBeUndefined();
  await client().send(
    new PutObjectCommand({ Bucket: 'inbox', Key: 'batches/batch_a', Body: 'a,b\n1,2\n' }),
  );
  expect(await inbox.size('batch_a')).toBe(8);
});

test('what must not be there already is put once, as S3 does it', async () => {
  const put = (Body: string) =>
    client().send(new PutObjectCommand({ Bucket: 'inbox', Key: 'a', Body, IfNoneMatch: '*' }));
  await put('first');
  await expect(put('second')).rejects.toMatchObject({ $metadata: { httpStatusCode: 412 } });
  const { Body } = await client().send(new GetObjectCommand({ Bucket: 'inbox', Key: 'a' }));
  expect(await Body?.transformToString()).toBe('first');
  expect(arrived).toEqual(['a 5']);
});

test('the archive keeps what lies there first, and a locked bucket gives nothing away', async () => {
  const archive = s3Archive({ bucket: 'archive', client: client() });
  const key = 'audit/2026/2026-03-01.ndjson.gz';
  const path = join(folder, 'archive', 'objects', `${encodeURIComponent(key)}.object`);
  await archive.put(key, lines('{"a":1}', '{"b":2}'));
  await archive.put(key, lines('{"c":3}'));
  for (const call of [
    new PutObjectCommand({ Bucket: 'archive', Key: key, Body: 'other' }),
    new DeleteObjectCommand({ Bucket: 'archive', Key: key }),
  ])
    await expect(client().send(call as PutObjectCommand)).rejects.toMatchObject({
      $metadata: { httpStatusCode: 403 },
    });
  expect(gunzipSync(readFileSync(path)).toString()).toBe('{"a":1}\n{"b":2}\n');
});

test('a presigned URL takes a file from whoever holds it', async () => {
  const presigned = await getSignedUrl(
    client(),
    new PutObjectCommand({ Bucket: 'inbox', Key: 'batches/b' }),
    {
      expiresIn: 60,
    },
  );
  expect((await fetch(presigned, { method: 'PUT', body: 'rows' })).status).toBe(200);
  expect((await fetch(presigned)).status).toBe(403);
  expect(arrived).toEqual(['batches/b 4']);
});

test('a presigned URL that has expired takes nothing', async () => {
  const presigned = await getSignedUrl(
    client(),
    new PutObjectCommand({ Bucket: 'inbox', Key: 'batches/b' }),
    {
      expiresIn: 60,
      signingDate: new Date(Date.now() - 61_000),
    },
  );
  const refused = await fetch(presigned, { method: 'PUT', body: 'rows' });
  expect(refused.status).toBe(403);
  expect(await refused.text()).toContain('Request has expired');
  expect(arrived).toEqual([]);
});

test('an upload that is cut off leaves nothing behind and announces nothing', async () => {
  await new Promise<void>((cut) => {
    const upload = request(`${url}/inbox/batches/b`, {
      method: 'PUT',
      headers: { 'content-length': 1_000_000 },
    });
    upload.once('error', () => cut());
    upload.once('close', () => cut());
    upload.write(Buffer.alloc(100_000), () => upload.destroy());
  });
  await vi.waitFor(() => expect(readdirSync(join(folder, 'arriving'))).toEqual([]));
  expect(readdirSync(join(folder, 'objects'))).toEqual([]);
  expect(arrived).toEqual([]);
});

test('a key with dots and slashes stays in the folder', async () => {
  const put = await fetch(`${url}/inbox/..%2F..%2Fout`, { method: 'PUT', body: 'x' });
  expect(put.status).toBe(200);
  expect(readdirSync(join(folder, 'objects'))).toEqual(['..%2F..%2Fout.object']);
});

test('calls and parameters that it does not know are refused, not answered half', async () => {
  expect((await fetch(`${url}/inbox/b`, { method: 'POST', body: 'x' })).status).toBe(501);
  expect((await fetch(`${url}/inbox/b?uploadId=1`)).status).toBe(501);
  expect((await fetch(`${url}/inbox?list-type=2`)).status).toBe(501);
  expect((await fetch(`${url}/other/b`)).status).toBe(404);
});

test('head, range and delete', async () => {
  await fetch(`${url}/inbox/b`, { method: 'PUT', body: '0123456789' });
  const head = await fetch(`${url}/inbox/b`, { method: 'HEAD' });
  expect(head.headers.get('content-length')).toBe('10');
  const part = await fetch(`${url}/inbox/b`, { headers: { range: 'bytes=2-4' } });
  expect([part.status, await part.text()]).toEqual([206, '234']);
  expect((await fetch(`${url}/inbox/b`, { method: 'DELETE' })).status).toBe(204);
  expect((await fetch(`${url}/inbox/b`, { method: 'HEAD' })).status).toBe(404);
});

test.each([
  ['bytes=0-0', { start: 0, end: 0 }],
  ['bytes=5-', { start: 5, end: 9 }],
  ['bytes=-3', { start: 7, end: 9 }],
  ['bytes=5-99', { start: 5, end: 9 }],
  ['bytes=10-', 'unsatisfiable'],
  ['bytes=-', undefined],
  ['lines=1-2', undefined],
  [undefined, undefined],
])('of ten bytes, %s is %j', (header, expected) => {
  expect(rangeOf(header, 10)).toEqual(expected);
});

describe('a presigned URL', () => {
  const now = Date.UTC(2026, 10, 20, 0, 0, 0);
  const query = (more: Record<string, string>) =>
    new URLSearchParams({
      'X-Amz-Algorithm': 'AWS4-HMAC-SHA256',
      'X-Amz-Credential': 'local/20261120/cn-north-1/s3/aws4_request',
      'X-Amz-Date': '20261120T000000Z',
      'X-Amz-Expires': '60',
      'X-Amz-Signature': '0',
      'x-id': 'PutObject',
      ...more,
    });
  test.each([
    ['is good from its date', query({}), now, undefined],
    ['is good to its last second', query({}), now + 59_999, undefined],
    ['is not good after', query({}), now + 60_000, 'expired'],
    ['is not good long before', query({}), now - 16 * 60_000, 'not valid yet'],
    ['lives a week at most', query({ 'X-Amz-Expires': '604801' }), now, 'X-Amz-Expires'],
    ['has a date', query({ 'X-Amz-Date': 'today' }), now, 'X-Amz-Date'],
    ['is good for its call alone', query({ 'x-id': 'GetObject' }), now, 'signature'],
    [
      'has all its parts',
      new URLSearchParams({ 'X-Amz-Date': '20261120T000000Z' }),
      now,
      'requires',
    ],
    ['is not asked for where there is none', new URLSearchParams(), now, undefined],
  ])('%s', (_, asked, at, fault) => {
    const found = presignedFault(asked, 'PUT', at);
    if (fault === undefined) expect(found).toBeUndefined();
    else expect(found).toContain(fault);
  });
});
