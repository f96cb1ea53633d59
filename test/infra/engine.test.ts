import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test, vi } from 'vitest';
import { availableEngines, isDataFolder, liveOwner, startEngine } from '#adapters/dynamodb/engine';
import { aFolder } from './bundles.ts';

const ENGINE = fileURLToPath(
  new URL('../../packages/adapters/dynamodb/engine.ts', import.meta.url),
);

/** Another process that opens the folder and stays; answers it and the endpoint it was given. */
async function anotherOwner(dataDir: string) {
  const source = `import { startEngine } from ${JSON.stringify(ENGINE)};
    const { endpoint } = await startEngine({ dataDir: ${JSON.stringify(dataDir)} });
    console.log(endpoint); setInterval(() => {}, 1000);`;
  const owner = spawn(process.execPath, ['--input-type=module-typescript', '-e', source], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const endpoint = await new Promise<string>((done) =>
    owner.stdout.once('data', (chunk) => done(String(chunk).trim())),
  );
  return { owner, endpoint, ended: new Promise((done) => owner.once('exit', done)) };
}

const answers = async (endpoint: string) => {
  try {
    await fetch(endpoint);
    return true;
  } catch {
    return false;
  }
};

test.each(availableEngines())('%s answers until it is stopped', async (engine) => {
  const running = await startEngine({ engine });
  expect(await answers(running.endpoint)).toBe(true);
  await running.stop();
  await running.stop();
  expect(await answers(running.endpoint)).toBe(false);
});

test('a second opener shares the engine, and its stop stops nothing', async () => {
  const dataDir = aFolder();
  const first = await startEngine({ dataDir });
  const second = await startEngine({ dataDir });
  expect(second.endpoint).toBe(first.endpoint);
  await second.stop();
  expect(await answers(first.endpoint)).toBe(true);
  await first.stop();
});

test('who wants the folder alone is told who has it', async () => {
  const dataDir = aFolder();
  const first = await startEngine({ dataDir });
  await expect(startEngine({ dataDir, exclusive: true })).rejects.toThrow(`process ${process.pid}`);
  await first.stop();
  const next = await startEngine({ dataDir, exclusive: true });
  await next.stop();
});

test('what a killed owner left running is ended by the next start', async () => {
  const dataDir = aFolder();
  const { owner, endpoint, ended } = await anotherOwner(dataDir);
  expect(liveOwner(dataDir)).toBe(owner.pid);
  owner.kill('SIGKILL');
  await ended;
  expect(await answers(endpoint)).toBe(true);
  const next = await startEngine({ dataDir, exclusive: true });
  expect(await answers(endpoint)).toBe(false);
  expect(await answers(next.endpoint)).toBe(true);
  await next.stop();
});

test.each(['SIGTERM', 'SIGINT'] as const)(
  'the engine ends with its owner on %s',
  async (signal) => {
    const { owner, endpoint, ended } = await anotherOwner(aFolder());
    owner.kill(signal);
    await ended;
    await vi.waitFor(async () => expect(await answers(endpoint)).toBe(false));
  },
);

test('a process that merely has the number of a left-over engine is left alone', async () => {
  const dataDir = aFolder();
  mkdirSync(dataDir, { recursive: true });
  const bystander = spawn('sleep', ['60']);
  const { engine } = JSON.parse(
    JSON.stringify({ engine: { pid: bystander.pid, since: startOf(bystander.pid ?? 0) } }),
  );
  writeFileSync(join(dataDir, '.xinyidai-data'), '');
  writeFileSync(
    join(dataDir, 'engine.json'),
    JSON.stringify({ owner: { pid: 2 ** 22 + 1, since: '1' }, engine }),
  );
  const running = await startEngine({ dataDir });
  expect(bystander.exitCode).toBeNull();
  expect(bystander.signalCode).toBeNull();
  await running.stop();
  bystander.kill();
});

test("somebody's own folder is never taken for data", async () => {
  const home = aFolder();
  writeFileSync(join(home, 'thesis.txt'), 'mine');
  expect(isDataFolder(home)).toBe(false);
  await expect(startEngine({ dataDir: home })).rejects.toThrow('not ours');
  expect(existsSync(join(home, 'engine.json'))).toBe(false);
});

test('DYNAMODB_ENDPOINT is used as it is', async () => {
  vi.stubEnv('DYNAMODB_ENDPOINT', 'http://127.0.0.1:1');
  const running = await startEngine();
  vi.unstubAllEnvs();
  expect(running.endpoint).toBe('http://127.0.0.1:1');
  await running.stop();
});

function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}
