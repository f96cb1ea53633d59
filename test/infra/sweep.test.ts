import { readdirSync, readFileSync } from 'node:fs';
import { join as pathOf } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { startEngine } from '#adapters/dynamodb/engine';
import { openLocalStore } from '#adapters/dynamodb/local-store';
import type { Instant } from '#domain/time';
import { buildFunctions } from '#infra/build';
import { startBuckets } from '#infra/local/buckets';
import { busesOf } from '#infra/local/bus';
import { functionOf } from '#infra/local/functions';
import { openMessages } from '#infra/local/messages';
import { endpointsOf } from '#infra/local/run';
import { readTemplate } from '#infra/local/template';
import { platformApp } from '#infra/synthesis';
import { join } from '#platform/join';
import { openLocal } from '#platform/open-local';
import { anOfficer } from '#test/support/principals';
import { done, OFFICE, slicePorts } from '#test/support/slice';
import { aFolder } from './bundles.ts';

const DAY_MS = 86_400_000;

/*
 * The function, the template and the bucket that are deployed, over a folder in which something was decided three
 * days ago: what the schedule calls seals and archives it, and `xyd` on the same folder verifies it.
 */
test('a sweep archives every day that is over, and the folder it worked on can prove it', async () => {
  const folder = aFolder();
  const dataDir = pathOf(folder, 'data');
  const engine = await startEngine({ dataDir });
  await decideThen(dataDir, Date.now() - 3 * DAY_MS);

  const template = await localTemplate(folder);
  const messages = openMessages(pathOf(dataDir, 'messages.sqlite'));
  const buses = busesOf(template);
  const buckets = await startBuckets({ template, dataDir, buses, messages, log: () => {} });
  const [resource] = template
    .ofType('AWS::Lambda::Function')
    .filter(({ id }) => id.startsWith('Sweep'));
  if (!resource) throw new Error('The template has lost its sweep.');
  const sweep = functionOf(template, resource, {
    endpoints: endpointsOf(dataDir, { dynamodb: engine.endpoint, s3: buckets.url }),
    output: () => {},
  });
  expect(await sweep.invoke('{}')).toMatchObject({ ok: true });
  expect(await sweep.invoke('{}')).toMatchObject({ ok: true });

  const { platform, close } = await openLocal({ dataDir });
  const verified = await done(platform.verifyAudit(anOfficer('office.auditor'), {}));
  expect(verified).toMatchObject({ entries: 1, unsealed: 0, complete: true });
  const days = archivedIn(dataDir);
  expect(days).toHaveLength(verified.checkpoints);
  expect(days[0]?.map((line) => Object.keys(line).includes('signature'))).toEqual([false, true]);

  await close();
  await sweep.stop();
  await buckets.stop();
  messages.close();
  await engine.stop();
}, 60_000);

async function decideThen(dataDir: string, at: number): Promise<void> {
  const { store, close } = await openLocalStore(dataDir);
  const then = new Date(at).toISOString() as Instant;
  const platform = join({ ...slicePorts(store), now: () => then });
  const duties = ['honour'] as const;
  await done(
    platform.putSupplier(OFFICE, { id: 'supplier_a', name: '甲局', kind: 'department', duties }),
  );
  await close();
}

async function localTemplate(folder: string) {
  const functions = fileURLToPath(new URL('../../functions', import.meta.url));
  const [bundles, out] = [pathOf(folder, 'bundles'), pathOf(folder, 'assembly')];
  await buildFunctions({ functions, out: bundles });
  (await platformApp({ stage: 'local', bundles, out })).synth();
  return readTemplate(out, { Issuer: 'http://127.0.0.1:1/oidc' });
}

/** Every archived day, line by line. */
function archivedIn(dataDir: string): readonly (readonly object[])[] {
  const buckets = pathOf(dataDir, 'buckets');
  const files = readdirSync(buckets, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ndjson.gz.object'))
    .sort();
  return files.map((name) =>
    gunzipSync(readFileSync(pathOf(buckets, name)))
      .toString()
      .trimEnd()
      .split('\n')
      .map((line): object => JSON.parse(line)),
  );
}
