import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, vi } from 'vitest';
import type * as z from 'zod';
import { verifyOwner } from '#cli/demo/verify-owner';
import { buildFunctions } from '#infra/build';
import { type Local, startLocal } from '#infra/local/run';
import { platformApp } from '#infra/synthesis';
import { demoTokens } from '#platform/sign-in';

/** The platform as `npm start` runs it, on the bundles and the template that are deployed, without the demo city. */
export async function startStage() {
  const folder = mkdtempSync(join(tmpdir(), 'xinyidai-stage-'));
  const cloudAssembly = join(folder, 'assembly');
  const functions = fileURLToPath(new URL('../../functions', import.meta.url));
  const bundles = join(folder, 'bundles');
  await buildFunctions({ functions, out: bundles });
  (await platformApp({ stage: 'local', bundles, out: cloudAssembly })).synth();
  hurry(cloudAssembly);
  const start = (port = 0) =>
    startLocal({ cloudAssembly, dataDir: join(folder, 'data'), port, log: () => {} });
  let local: Local = await start();
  const tokenOf = tokensFrom(() => local.url);
  /** As the public, or under a token. */
  const asking = (token?: () => Promise<string>) => {
    const ask = async (path: string, init: RequestInit = {}) =>
      fetch(`${local.url}${path}`, {
        ...init,
        headers: {
          ...Object(init.headers),
          ...(token && { authorization: `Bearer ${await token()}` }),
        },
      });
    return {
      ask,
      get: async (path: string, headers: Record<string, string> = {}) => {
        const answer = await ask(path, { headers });
        return { status: answer.status, body: await answer.json() };
      },
      /** With its byte order mark, if it has one. */
      text: async (path: string) =>
        Buffer.from(await (await ask(path)).arrayBuffer()).toString('utf8'),
      /** Expects to be taken in. */
      put: async (path: string, body: unknown) => {
        const answer = await ask(path, {
          method: 'PUT',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
        });
        const said = await answer.text();
        expect(answer.ok, `${path}: ${answer.status} ${said}`).toBe(true);
        return JSON.parse(said);
      },
    };
  };
  const as = (org: string, role: string) => asking(() => tokenOf(`${org}:${role}`));
  return {
    folder,
    url: () => local.url,
    local: () => local,
    /** Whoever has not signed in. */
    nobody: asking(),
    /** Somebody of an organisation, in one of its roles: `stage.as('bank/bank_gusu', 'loan_officer')`. */
    as,
    /** Has the owner of a firm verified by their real name, as whoever posts has to be. */
    verify: async (code: string) => {
      const owner = as(`firm/${code}`, 'owner');
      const put = async <Schema extends z.ZodType>(path: string, body: unknown, schema: Schema) =>
        schema.parse(await owner.put(path, body));
      expect(await verifyOwner({ put }, code)).toBe(true);
    },
    tokenOf,
    untilIdle: () =>
      vi.waitFor(
        async () => expect((await asking().get('/__local')).body).toMatchObject({ idle: true }),
        {
          timeout: 120_000,
          interval: 100,
        },
      ),
    /** At the same address, so that tokens name the same issuer. */
    restart: async () => {
      await local.stop();
      local = await start(Number(new URL(local.url).port));
    },
    stop: async () => {
      await local.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Tokens of demo people, each asked for once: they outlive a restart. */
function tokensFrom(url: () => string) {
  const kept = new Map<string, Promise<string>>();
  return (person: string): Promise<string> => {
    const token = kept.get(person) ?? demoToken(`${url()}/oidc`, person);
    kept.set(person, token);
    return token;
  };
}

async function demoToken(issuer: string, person: string): Promise<string> {
  const granted = await demoTokens({ issuer, clientId: 'xyd' })(person);
  if (granted.ok) return granted.value.token;
  throw new Error(`No token for ${person}: ${JSON.stringify(granted.refusal)}`);
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
