import { availableParallelism } from 'node:os';
import { type Instance, type InstanceSpec, type Outcome, startInstance } from './runtime-api.ts';
import type { Resource, Template } from './template.ts';

/** Calls a function with JSON text; waits for a free process where all are busy. Never throws. */
export type Invoke = (payload: string) => Promise<Outcome>;

export type LocalFunction = {
  readonly name: string;
  readonly invoke: Invoke;
  readonly running: () => number;
  readonly stop: () => Promise<void>;
};

export type FunctionOptions = {
  /** What every function must know to find the engine and the bucket of this machine. */
  readonly endpoints: Readonly<Record<string, string>>;
  readonly output: (text: string) => void;
};

const DEFAULT_TIMEOUT_S = 3;
const DEFAULT_MEMORY_MIB = 128;
const STOPPED: Outcome = { ok: false, message: 'The runner is stopping' };
const RUNTIME = 'nodejs24.x';
/** Lambda's limit for an event and for an answer. */
export const MAX_PAYLOAD_BYTES = 6 * 1024 * 1024;
/** More processes than this would only wait for the same processors. */
const MAX_INSTANCES = Math.max(2, availableParallelism());

export function functionOf(
  template: Template,
  resource: Resource,
  options: FunctionOptions,
): LocalFunction {
  const { id, properties } = resource;
  const runtime = properties.text('Runtime');
  if (runtime !== RUNTIME)
    throw new Error(`The local runner runs ${RUNTIME}; the function ${id} wants ${runtime}.`);
  const memoryMib = properties.whole('MemorySize', DEFAULT_MEMORY_MIB);
  const spec: InstanceSpec = {
    name: id.replace(/[0-9A-F]{8}$/, ''),
    arn: resource.arn,
    folder: template.assetFolder(properties.text('Code.S3Key')),
    memoryMib,
    timeoutMs: properties.whole('Timeout', DEFAULT_TIMEOUT_S) * 1000,
    environment: {
      ...runtimeEnvironment(resource, { region: template.region, memoryMib }),
      ...options.endpoints,
      ...variablesOf(resource),
      LAMBDA_TASK_ROOT: template.assetFolder(properties.text('Code.S3Key')),
    },
    output: options.output,
  };
  return poolOf(spec);
}

function variablesOf({ id, properties }: Resource): Record<string, string> {
  if (!properties.has('Environment.Variables')) return {};
  return Object.fromEntries(
    Object.entries(properties.object('Environment.Variables')).map(([name, value]) => {
      if (typeof value !== 'string')
        throw new Error(`The variable ${name} of ${id} is not a text.`);
      return [name, value];
    }),
  );
}

/** What Lambda itself tells a function; nothing of this machine's own environment gets in. */
function runtimeEnvironment(
  { id, properties }: Resource,
  { region, memoryMib }: { region: string; memoryMib: number },
): Record<string, string> {
  return {
    PATH: process.env.PATH ?? '',
    TZ: ':UTC',
    LANG: 'en_US.UTF-8',
    AWS_EXECUTION_ENV: `AWS_Lambda_${RUNTIME}`,
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_CONFIG_FILE: '/dev/null',
    AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
    AWS_LAMBDA_FUNCTION_NAME: id,
    AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(memoryMib),
    AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
    AWS_LAMBDA_LOG_FORMAT: 'JSON',
    AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${id}`,
    AWS_LAMBDA_LOG_STREAM_NAME: 'local',
    _HANDLER: properties.text('Handler'),
  };
}

/** Processes that come when they are needed, stay for the next call, and are replaced when one is gone. */
export function poolOf(spec: InstanceSpec, maxInstances = MAX_INSTANCES): LocalFunction {
  const all = new Set<Instance>();
  const idle: Instance[] = [];
  const waiting: (() => void)[] = [];
  let busy = 0;
  let isStopped = false;
  const take = async (): Promise<Instance> => {
    for (let free = idle.pop(); free !== undefined; free = idle.pop()) {
      if (free.isAlive()) return free;
      all.delete(free);
    }
    const started = await startInstance(spec);
    all.add(started);
    return started;
  };
  const invoke: Invoke = async (payload) => {
    if (Buffer.byteLength(payload) > MAX_PAYLOAD_BYTES)
      return { ok: false, message: 'RequestEntityTooLarge: an event is 6 MB at most' };
    // Whoever leaves hands the place over, so that the count stays right without a gap.
    if (busy >= maxInstances) await new Promise<void>((enter) => waiting.push(enter));
    else busy += 1;
    const outcome = isStopped ? STOPPED : await call(await take(), payload);
    const next = waiting.shift();
    if (next === undefined) busy -= 1;
    else next();
    return outcome.ok && Buffer.byteLength(outcome.payload) > MAX_PAYLOAD_BYTES
      ? { ok: false, message: 'Function.ResponseSizeTooLarge: an answer is 6 MB at most' }
      : outcome;
  };
  const call = async (instance: Instance, payload: string): Promise<Outcome> => {
    const outcome = await instance.invoke(payload);
    if (instance.isAlive()) idle.push(instance);
    else all.delete(instance);
    return outcome;
  };
  return {
    name: spec.name,
    invoke,
    running: () => busy,
    stop: async () => {
      isStopped = true;
      await Promise.all([...all].map((instance) => instance.stop()));
    },
  };
}
