import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = new URL('..', import.meta.url).pathname;

/** Legal TypeScript in the wrong room. If one of these passes, a gate has fallen open: mend biome.json. */
const trespasses = {
  'packages/domain/npm.ts': "import { z } from 'zod';",
  'packages/domain/node.ts': "import { readFileSync } from 'node:fs';",
  'packages/domain/lazy.ts': "export const zod = await import('zod');",
  'packages/domain/again.ts': "export * from 'zod';",
  'packages/domain/ports.ts': "import type { Store } from '#usecases/ports';",
  'packages/domain/need/up.ts': "import { store } from '../../adapters/dynamodb/store.ts';",
  'packages/domain/need/test.ts': "import { aNeed } from '../../../test/support/builders.ts';",
  'packages/domain/clock.ts': 'export const now = Date.now();',
  'packages/domain/need/day.ts': 'export const today = new Date();',
  'packages/domain/global.ts': 'export const luck = globalThis.Math.random();',
  'packages/domain/process.ts': 'export const home = process.env.HOME;',
  'packages/domain/console.ts': "console.log('need');",
  'packages/domain/fetch.ts': "export const page = fetch('https://example.org');",
  'packages/domain/timer.ts': 'setTimeout(() => undefined, 1);',
  'packages/domain/crypto.ts': 'export const id = crypto.randomUUID();',
  'packages/usecases/adapter.ts': "import { store } from '#adapters/dynamodb/store';",
  'packages/usecases/npm.ts': "import { DynamoDBClient } from '@aws-sdk/client-dynamodb';",
  'packages/usecases/node.ts': "import { createHash } from 'node:crypto';",
  'packages/usecases/up.ts': "import { store } from '../adapters/dynamodb/store.ts';",
  'packages/usecases/round.ts': "import { store } from './../adapters/dynamodb/store.ts';",
  'packages/usecases/clock.ts': 'export const now = Date.now();',
  'packages/usecases/console.ts': "console.log('need');",
  'packages/adapters/dynamodb/usecase.ts': "import { submitNeed } from '#usecases/submit-need';",
  'packages/adapters/dynamodb/up.ts': "import { submitNeed } from '../../usecases/submit-need.ts';",
  'packages/adapters/web.ts': "import { Hono } from 'hono';",
  'packages/adapters/events.ts': "import middy from '@middy/core';",
  'packages/adapters/cdk.ts': "import { Stack } from 'aws-cdk-lib';",
  'packages/adapters/platform.ts': "import { createPlatform } from '#platform/create-platform';",
  'packages/adapters/test.ts': "import { aNeed } from '#test/support/builders';",
  'packages/platform/cli.ts': "import { main } from '#cli/main';",
  'packages/platform/function.ts': "import { handler } from '#functions/api/handler';",
  'packages/platform/web.ts': "import { Hono } from 'hono';",
  'packages/platform/sdk.ts': "import { S3Client } from '@aws-sdk/client-s3';",
  'packages/platform/schema.ts': "import * as z from 'zod';",
  'packages/platform/schemas/web.ts': "import { Hono } from 'hono';",
  'packages/platform/schemas/up.ts': "import { handler } from '../../../functions/api/handler.ts';",
  'packages/platform/up.ts': "import { handler } from '../../functions/api/handler.ts';",
  'packages/lab/npm.ts': "import { z } from 'zod';",
  'packages/lab/node.ts': "import { readFileSync } from 'node:fs';",
  'packages/lab/adapter.ts': "import { readTable } from '#adapters/tabular/read-table';",
  'packages/lab/usecase.ts': "import type { Store } from '#usecases/ports';",
  'packages/lab/platform.ts': "import { openTable } from '#platform/open-table';",
  'packages/lab/report/up.ts': "import { openTable } from '../../platform/open-table.ts';",
  'packages/lab/path.ts': "import { nextDouble } from '../domain/next-double.ts';",
  'packages/lab/clock.ts': 'export const now = Date.now();',
  'packages/lab/console.ts': "console.log('card');",
  'packages/platform/lab.ts': "import { fitCard } from '#lab/fit-card';",
  'packages/adapters/lab.ts': "import { fitCard } from '#lab/fit-card';",
  'packages/domain/lab.ts': "import { fitCard } from '#lab/fit-card';",
  'functions/api/lab.ts': "import { fitCard } from '#lab/fit-card';",
  'packages/cli/adapter.ts': "import { store } from '#adapters/dynamodb/store';",
  'packages/cli/usecase.ts': "import { submitNeed } from '#usecases/submit-need';",
  'packages/cli/sdk.ts': "import { S3Client } from '@aws-sdk/client-s3';",
  'packages/cli/demo/up.ts': "import { store } from '../../adapters/dynamodb/store.ts';",
  'packages/cli/infra.ts': "import { platformApp } from '#infra/synthesis';",
  'functions/api/adapter.ts': "import { store } from '#adapters/dynamodb/store';",
  'functions/api/path.ts': "import { store } from '../../packages/adapters/dynamodb/store.ts';",
  'functions/api/sdk.ts': "import { S3Client } from '@aws-sdk/client-s3';",
  'functions/api/cdk.ts': "import { Stack } from 'aws-cdk-lib';",
  'functions/api/other.ts': "import { handler } from '../match/handler.ts';",
  'functions/api/alias.ts': "import { handler } from '#functions/match/handler';",
  'functions/api/round.ts': "import { handler } from './../match/handler.ts';",
  'functions/api/routes/other.ts': "import { handler } from '../../match/handler.ts';",
  'functions/api/env.ts': 'export const table = process.env.TABLE;',
  'functions/api/test.ts': "import { aNeed } from '../../test/support/builders.ts';",
  'functions/runtime/other.ts': "import { handler } from '../match/handler.ts';",
  'infra/domain.ts': "import { match } from '#domain/matching/match';",
  'infra/path.ts': "import { match } from '../packages/domain/matching/match.ts';",
  'infra/function.ts': "import { handler } from '../functions/api/handler.ts';",
  'infra/engine.ts': "import { startEngine } from '#adapters/dynamodb/engine';",
  'infra/sdk.ts': "import { S3Client } from '@aws-sdk/client-s3';",
  'infra/test.ts': "import { aNeed } from '../test/support/builders.ts';",
  'infra/local/store.ts': "import { store } from '#adapters/dynamodb/store';",
  'infra/local/platform.ts': "import { createPlatform } from '#platform/create-platform';",
  'infra/local/function.ts': "import { handler } from '../../functions/api/handler.ts';",
};

/** Lawful neighbours of the above. If one of these is caught, a gate is shut too tight. */
const lawful = {
  'packages/domain/alias.ts': "import type { NeedId } from '#domain/ids';",
  'packages/domain/need/near.ts': "import { assert } from '../assert.ts';",
  'packages/domain/time.ts': "export const epoch = new Date('1970-01-01').toISOString();",
  'packages/domain/arithmetic.ts': 'export const most = Math.max(1, 2);',
  'packages/usecases/ports-user.ts': "import type { Store } from '#usecases/ports';",
  'packages/usecases/domain.ts': "import { match } from '#domain/matching/match';",
  'packages/usecases/near.ts': "import { announce } from './announce.ts';",
  'packages/adapters/dynamodb/ok.ts': "import type { Store } from '#usecases/ports';",
  'packages/adapters/dynamodb/sdk.ts': "import { DynamoDBClient } from '@aws-sdk/client-dynamodb';",
  'packages/adapters/system/clock.ts': 'export const now = new Date().toISOString();',
  'packages/platform/join.ts': "import { store } from '#adapters/dynamodb/store';",
  'packages/platform/usecase.ts': "import { submitNeed } from '#usecases/submit-need';",
  'packages/platform/schemas/zod.ts': "import * as z from 'zod';",
  'packages/lab/domain.ts': "import type { OpenCard } from '#domain/scoring/open-card';",
  'packages/lab/near.ts': "import { drawsOf } from './chance.ts';",
  'packages/lab/report/near.ts': "import { drawsOf } from '../chance.ts';",
  'packages/cli/lab/lab.ts': "import { fitCard } from '#lab/fit-card';",
  'packages/cli/platform.ts': "import type { Platform } from '#platform/platform';",
  'packages/cli/demo/near.ts': "import { main } from '../main.ts';",
  'functions/api/web.ts': "import { Hono } from 'hono';",
  'functions/api/runtime.ts': "import { wire } from '../runtime/wire.ts';",
  'functions/api/routes/runtime.ts': "import { wire } from '../../runtime/wire.ts';",
  'functions/api/routes/own.ts': "import { need } from '../schemas/need.ts';",
  'functions/api/routes/problem.ts': "import { problem } from '../problem.ts';",
  'functions/match/alias.ts': "import { wire } from '#functions/runtime/wire';",
  'functions/runtime/env.ts': 'export const table = process.env.TABLE;',
  'infra/table.ts': "import { PRIMARY } from '#adapters/dynamodb/table';",
  'infra/cdk.ts': "import { Stack } from 'aws-cdk-lib';",
  'infra/local/engine.ts': "import { startEngine } from '#adapters/dynamodb/engine';",
  'infra/local/table.ts': "import { PRIMARY } from '#adapters/dynamodb/table';",
  'infra/local/stack.ts': "import { platformApp } from '../synthesis.ts';",
  'test/anything.ts': "import { store } from '#adapters/dynamodb/store';",
};

const house = mkdtempSync(join(tmpdir(), 'rooms-'));
let caught: readonly string[] = [];
let seen = 0;

beforeAll(() => {
  cpSync(join(root, 'biome.json'), join(house, 'biome.json'));
  for (const [path, line] of Object.entries({ ...trespasses, ...lawful })) {
    mkdirSync(dirname(join(house, path)), { recursive: true });
    writeFileSync(join(house, path), `${line}\n`);
  }
  const biome = join(root, 'node_modules/.bin/biome');
  const rules = ['--only=style/noRestrictedImports', '--only=style/noRestrictedGlobals'];
  const { stdout } = spawnSync(
    biome,
    ['lint', ...rules, '--reporter=json', '--max-diagnostics=none', '.'],
    { cwd: house, encoding: 'utf8' },
  );
  const report: {
    summary: { unchanged: number; changed: number };
    diagnostics: { location: { path: string } }[];
  } = JSON.parse(stdout);
  seen = report.summary.unchanged + report.summary.changed;
  caught = [...new Set(report.diagnostics.map(({ location }) => location.path))];
});

afterAll(() => rmSync(house, { recursive: true, force: true }));

test('the gate looked at every planted file', () => {
  expect(seen).toBeGreaterThanOrEqual(Object.keys({ ...trespasses, ...lawful }).length);
});

test('every room of the house has its trespasses', () => {
  const rooms = readdirSync(join(root, 'packages')).map((name) => `packages/${name}/`);
  for (const room of [...rooms, 'functions/', 'infra/', 'infra/local/'])
    expect(
      Object.keys(trespasses).some((path) => path.startsWith(room)),
      `Plant a trespass in ${room} here, and give the room its door in biome.json.`,
    ).toBe(true);
});

test.each(Object.entries(trespasses))('%s is caught: %s', (path) => {
  expect(caught).toContain(path);
});

test.each(Object.entries(lawful))('%s passes: %s', (path) => {
  expect(caught).not.toContain(path);
});
