import { rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { resolve } from 'node:path';
import { isDataFolder, liveOwner } from '#adapters/dynamodb/engine';
import { watchAncestors } from './ancestors.ts';
import { type StartArguments, startArguments } from './arguments.ts';
import { endings } from './endings.ts';
import { close, listen } from './listening.ts';
import { prepare, run } from './prepare.ts';
import { startLocal } from './run.ts';
import { whoCanSignIn } from './who-can-sign-in.ts';

/* `npm start`: builds what has changed, runs the stack on this machine, and loads the demo city into it. */

const STOP_WITHIN_MS = 8_000;

const began = performance.now();
const say = (line: string) => {
  const seconds = ((performance.now() - began) / 1000).toFixed(1).padStart(6);
  console.log(`${seconds} s  ${line}`);
};
const ends = endings(say);
const stopping = new AbortController();

/** Ends all that was started; whoever asks again is answered by the first. */
async function stop(why: string, code: number): Promise<void> {
  if (stopping.signal.aborted) return;
  stopping.abort();
  say(why);
  setTimeout(() => process.exit(code || 1), STOP_WITHIN_MS).unref();
  await ends.all();
  process.exit(code);
}

async function main(given: StartArguments): Promise<void> {
  const data = resolve(given.data);
  await checkPort(given.port);
  checkData(data, given.fresh);
  const cloudAssembly = await prepare({ log: say, signal: stopping.signal });
  if (stopping.signal.aborted) return;

  say('starting the engine, the queues and the functions');
  const local = await startLocal({ cloudAssembly, dataDir: data, port: given.port, log: say });
  ends.push(local.stop);
  void local.lost.then((why) => stop(why, 1));
  say(`the API listens at ${local.url}, data in ${data}`);

  say(`loading the demo city (seed ${given.seed})`);
  const demo = [
    'packages/cli/xyd.ts',
    'demo',
    '--url',
    local.url,
    '--data',
    data,
    '--seed',
    String(given.seed),
  ];
  const code = await run(demo, stopping.signal);
  if (stopping.signal.aborted) return;
  if (code !== 0) return stop(`The demo city could not be loaded: xyd demo ended with ${code}.`, 1);
  say(`who can sign in at ${local.url}/sign-in, without a password on this machine:`);
  for (const line of whoCanSignIn(data)) console.log(`            ${line}`);
  say('Ctrl-C ends it; the data stays for the next start');
  console.log(`ready ${local.url}`);
}

async function checkPort(port: number): Promise<void> {
  say(`looking whether port ${port} is free`);
  const server = createServer();
  try {
    await listen(server, port);
    await close(server);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const why = code === 'EADDRINUSE' ? 'is taken' : `cannot be used (${code})`;
    throw new Error(
      `Port ${port} ${why}: end what listens there, or choose another with --port N.`,
    );
  }
}

/** Nothing is deleted that is not ours or that somebody works with. */
function checkData(data: string, fresh: boolean): void {
  const owner = liveOwner(data);
  if (owner !== undefined)
    throw new Error(
      `The data folder ${data} is in use by process ${owner}: end that one first, or choose another with --data DIR.`,
    );
  if (!isDataFolder(data))
    throw new Error(
      `${data} holds files that are not ours: choose an empty or new folder with --data DIR.`,
    );
  if (!fresh) return;
  say(`deleting the data in ${data}`);
  rmSync(data, { recursive: true, force: true });
}

const given = startArguments(process.argv.slice(2));
if ('fault' in given) {
  console.error(given.fault);
  process.exit(2);
}
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(name, () => void stop(`stopping (${name})`, 0));
watchAncestors(() => void stop('stopping, since npm is gone', 0));
main(given).catch((error: Error) => stop(error.message, 1));
