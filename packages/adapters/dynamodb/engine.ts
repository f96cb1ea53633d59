import { resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { announce, type Claim, claim, readClaim, release } from './claim.ts';
import { answers, endWithUs, freePort, type Launched, launch, ready } from './engine-process.ts';
import { chooseEngine, type Engine, type EngineName } from './engines.ts';
import { markOf } from './processes.ts';

export { isDataFolder, liveOwner } from './claim.ts';
export { availableEngines, type EngineName } from './engines.ts';

const SHARE_MS = 30_000;
const ASK_EVERY_MS = 20;
const STOP_MS = 3_000;
/** A port chosen free may be taken before the engine binds it. */
const MAX_PORTS = 5;

export type RunningEngine = {
  readonly endpoint: string;
  /** Ends the engine if it is ours, gives the folder free; twice is once. */
  readonly stop: () => Promise<void>;
  /** Resolves with a sentence if our engine ends unasked. */
  readonly lost: Promise<string>;
};

export type EngineOptions = {
  /** Where data stays between runs; absent = in memory. */
  readonly dataDir?: string;
  /** Exactly this engine, even where DYNAMODB_ENDPOINT is set. */
  readonly engine?: EngineName;
  /** Refuse a folder that another live process works with, instead of sharing its engine. */
  readonly exclusive?: boolean;
  readonly log?: (line: string) => void;
};

/** Thrown when the folder belongs to another live process and `exclusive` was asked for. */
export class DataFolderInUse extends Error {
  constructor(dataDir: string, owner: number) {
    super(
      `The data folder ${dataDir} is in use by process ${owner}: stop that one first, or take another folder.`,
    );
    this.name = 'DataFolderInUse';
  }
}

/**
 * An embedded DynamoDB: DYNAMODB_ENDPOINT if set, else dynoxide, else DynamoDB Local. A folder has one
 * owner; a second opener gets the running engine, and its stop() does nothing. What a killed owner left
 * running is ended first. Throws one sentence where no engine is to be had or none comes up.
 */
export async function startEngine(options: EngineOptions = {}): Promise<RunningEngine> {
  const dataDir = options.dataDir === undefined ? undefined : resolve(options.dataDir);
  const log = options.log ?? (() => {});
  const holder = dataDir === undefined ? 'ours' : await claim(dataDir);
  if (dataDir !== undefined && holder !== 'ours') {
    if (options.exclusive) throw new DataFolderInUse(dataDir, holder.owner.pid);
    return share(dataDir, holder);
  }
  try {
    const foreign = options.engine === undefined ? process.env.DYNAMODB_ENDPOINT : undefined;
    return foreign === undefined
      ? await own(chooseEngine(options.engine), dataDir, log)
      : useForeign(foreign, dataDir, log);
  } catch (error) {
    if (dataDir !== undefined) release(dataDir);
    throw error;
  }
}

const never = new Promise<string>(() => {});

async function share(dataDir: string, holder: Claim): Promise<RunningEngine> {
  const deadline = performance.now() + SHARE_MS;
  for (let found: Claim | undefined = holder; ; found = readClaim(dataDir)) {
    if (found?.endpoint !== undefined && (await answers(found.endpoint)))
      return { endpoint: found.endpoint, stop: async () => {}, lost: never };
    if (performance.now() > deadline)
      throw new Error(
        `The engine of ${dataDir} belongs to process ${holder.owner.pid} and does not answer: stop that process.`,
      );
    await pause(ASK_EVERY_MS);
  }
}

function useForeign(
  endpoint: string,
  dataDir: string | undefined,
  log: (line: string) => void,
): RunningEngine {
  log(`using the DynamoDB at ${endpoint} (DYNAMODB_ENDPOINT)`);
  if (dataDir !== undefined) announce(dataDir, { endpoint });
  const stop = async () => {
    if (dataDir !== undefined) release(dataDir);
  };
  return { endpoint, stop, lost: never };
}

async function own(
  engine: Engine,
  dataDir: string | undefined,
  log: (line: string) => void,
): Promise<RunningEngine> {
  for (let tried = 1; ; tried += 1) {
    const port = await freePort();
    const child = launch(engine, port, dataDir);
    if (dataDir !== undefined && child.process.pid !== undefined)
      announce(dataDir, { engine: markOf(child.process.pid) });
    const endpoint = `http://127.0.0.1:${port}`;
    const failure = await ready(child, endpoint, engine);
    if (failure === undefined) {
      if (dataDir !== undefined) engine.tune?.(dataDir);
      log(`${engine.name} at ${endpoint}, data ${dataDir ?? 'in memory'}`);
      return owned(child, { endpoint, port, dataDir });
    }
    child.process.kill('SIGKILL');
    if (tried === MAX_PORTS) throw new Error(`${engine.name} does not start: ${failure}`);
  }
}

function owned(
  child: Launched,
  at: { endpoint: string; port: number; dataDir: string | undefined },
): RunningEngine {
  const { process: engine } = child;
  const { dataDir } = at;
  if (dataDir !== undefined && engine.pid !== undefined)
    announce(dataDir, { endpoint: at.endpoint, port: at.port, engine: markOf(engine.pid) });
  let asked = false;
  const exited = new Promise<void>((done) => engine.once('exit', () => done()));
  const lost = exited.then(() =>
    asked ? never : `The DynamoDB engine has ended unasked: ${child.ended}`,
  );
  const forget = endWithUs(engine);
  const stop = async () => {
    if (asked) return exited;
    asked = true;
    forget();
    engine.ref();
    engine.kill('SIGTERM');
    const insist = setTimeout(() => engine.kill('SIGKILL'), STOP_MS);
    if (engine.exitCode === null && engine.signalCode === null) await exited;
    clearTimeout(insist);
    if (dataDir !== undefined) release(dataDir);
  };
  return { endpoint: at.endpoint, stop, lost };
}
