import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, vi } from 'vitest';
import { buildFunctions } from '#infra/build';
import { type Local, startLocal } from '#infra/local/run';
import { platformApp } from '#infra/synthesis';

/** The platform as `npm start` runs it, on the bundles and the template that are deployed, without the demo city. */
export async function startStage() {
  const folder = mkdtempSync(join(tmpdir(), 'xinyidai-stage-'));
  const cloudAssembly = join(folder, 'assembly');
  const functions = fileURLToPath(new URL('../../functions', import.meta.url));
  const bundles = join(folder, 'bundles');
  await buildFunctions({ functions, out: bundles });
  (await platformApp({ stage: 'local', bundles, out: cloudAssembly })).synth();
  hurry(cloudAssembly);
  const start = () =>
    startLocal({ cloudAssembly, dataDir: join(folder, 'data'), port: 0, log: () => {} });
  let local: Local = await start();
  const get = async (path: string, headers: Record<string, string> = {}) => {
    const answer = await fetch(`${local.url}${path}`, { headers });
    return { status: answer.status, body: await answer.json() };
  };
  return {
    folder,
    url: () => local.url,
    local: () => local,
    get,
    /** With its byte order mark, if it has one. */
    text: async (path: string) =>
      Buffer.from(await (await fetch(`${local.url}${path}`)).arrayBuffer()).toString('utf8'),
    /** Expects to be taken in. */
    put: async (path: string, body: unknown, headers: Record<string, string> = {}) => {
      const answer = await fetch(`${local.url}${path}`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(body),
      });
      const said = await answer.text();
      expect(answer.ok, `${path}: ${answer.status} ${said}`).toBe(true);
      return JSON.parse(said);
    },
    untilIdle: () =>
      vi.waitFor(async () => expect((await get('/__local')).body).toMatchObject({ idle: true }), {
        timeout: 120_000,
        interval: 100,
      }),
    restart: async () => {
      await local.stop();
      local = await start();
    },
    stop: async () => {
      await local.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
/** Queues gather messages for up to fifteen seconds; a test that waits for each of them would take minutes. */
function hurry(cloudAssembly: string): void {
  const [name = ''] = readdirSync(cloudAssembly).filter((each) => each.endsWith('.template.json'));
  const file = join(cloudAssembly, name);
  const written = readFileSync(file, 'utf8');
  const window = /("MaximumBatchingWindowInSeconds": )\d+/g;
  expect(written).toMatch(window);
  writeFileSync(file, written.replaceAll(window, '$11'));
}
export type LocalStage = Awaited<ReturnType<typeof startStage>>;
