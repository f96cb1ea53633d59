import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fingerprintOf, isUnchanged, markDone } from './fingerprint.ts';

export const root = fileURLToPath(new URL('../..', import.meta.url));
const dist = join(root, 'dist');

/** Not a name that a function can have. */
const ASSEMBLY = join(dist, '.assembly');
const LEASH = join(root, 'infra/local/leash.ts');
const STALE_MS = 24 * 60 * 60 * 1000;

export type PrepareOptions = {
  readonly log: (line: string) => void;
  readonly signal: AbortSignal;
};

/**
 * Bundles and synthesises, each only when something it is made from has changed. Answers the folder of the
 * assembly. Both run as commands of their own, so that what they load is gone when the city runs.
 */
export async function prepare({ log, signal }: PrepareOptions): Promise<string> {
  await step({
    made: 'the bundles',
    from: fingerprintOf(root, ['functions', 'packages', 'infra/build.ts', 'package-lock.json']),
    mark: join(dist, '.bundles'),
    command: ['infra/build.ts'],
    log,
    signal,
  });
  const bundles = readdirSync(dist).filter((name) => !name.startsWith('.'));
  await step({
    made: 'the template',
    from: fingerprintOf(root, [
      'infra',
      'cdk.json',
      'package-lock.json',
      'packages/adapters/dynamodb/table.ts',
      ...bundles.map((name) => join('dist', name)),
    ]),
    mark: join(dist, '.template'),
    command: ['infra/app.ts', '--stage', 'local', '--out', ASSEMBLY],
    log,
    signal,
  });
  removeStale();
  return ASSEMBLY;
}

async function step(options: {
  readonly made: string;
  readonly from: string;
  readonly mark: string;
  readonly command: readonly string[];
  readonly log: (line: string) => void;
  readonly signal: AbortSignal;
}): Promise<void> {
  if (isUnchanged(options.mark, options.from))
    return options.log(`${options.made}: nothing has changed`);
  options.log(`${options.made}: made anew`);
  const code = await run(options.command, options.signal);
  if (code !== 0 && !options.signal.aborted)
    throw new Error(
      `\`node ${options.command.join(' ')}\` ended with ${code}: see what it said above.`,
    );
  if (code === 0) markDone(options.mark, options.from);
}

/**
 * Runs a command of ours with the node that runs us; answers its exit code, or the signal that ended it. It
 * ends with us, however we end.
 */
export const run = (command: readonly string[], signal: AbortSignal) =>
  new Promise<number | string>((done, fail) => {
    const child = spawn(process.execPath, ['--import', LEASH, ...command], {
      cwd: root,
      stdio: ['pipe', 'inherit', 'inherit'],
      signal,
    });
    child.once('error', (error) => (signal.aborted ? done('SIGTERM') : fail(error)));
    child.once('exit', (code, name) => done(code ?? name ?? 'nothing'));
  });

/** Bundles of earlier builds, kept for a day since another terminal may still run them. */
function removeStale(): void {
  const [assets = ''] = readdirSync(ASSEMBLY).filter((name) => name.endsWith('.assets.json'));
  const named = readFileSync(join(ASSEMBLY, assets), 'utf8');
  for (const name of readdirSync(ASSEMBLY)) {
    const path = join(ASSEMBLY, name);
    const isOld = Date.now() - statSync(path).mtimeMs > STALE_MS;
    if (name.startsWith('asset.') && !named.includes(name) && isOld)
      rmSync(path, { recursive: true });
  }
}
