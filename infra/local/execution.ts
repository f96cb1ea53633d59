import type { Json } from './properties.ts';
import type { Outcome } from './runtime-api.ts';
import type { Choice } from './state-choice.ts';
import type { Flow, State, StateMachine } from './state-machine.ts';
import { StateFault } from './state-paths.ts';
import type { Retrier } from './state-step.ts';

/** What an execution needs of the world. */
export type World = {
  /** Calls the function with that logical id. */
  readonly invoke: (id: string, payload: string) => Promise<Outcome>;
  readonly pause: (ms: number) => Promise<void>;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** Once aborted, the execution stops before its next state by throwing: it has neither succeeded nor failed. */
  readonly signal: AbortSignal;
};

export type Ended =
  | { readonly status: 'succeeded'; readonly output: Json }
  | { readonly status: 'failed'; readonly error: string; readonly cause: string };

type Run = World & { readonly endsBy: number };
type Working = Extract<State, { type: 'Task' | 'Map' }>;

/** Acts out one execution from its first state to its end. */
export async function execute(machine: StateMachine, input: Json, world: World): Promise<Ended> {
  try {
    const run = { ...world, endsBy: world.now() + machine.timeoutMs };
    return { status: 'succeeded', output: await follow(machine.flow, input, run) };
  } catch (fault) {
    if (!(fault instanceof StateFault)) throw fault;
    return { status: 'failed', error: fault.error, cause: fault.message };
  }
}

async function follow(flow: Flow, input: Json, run: Run): Promise<Json> {
  let data = input;
  for (let name: string | undefined = flow.startAt; name !== undefined; ) {
    run.signal.throwIfAborted();
    if (run.now() > run.endsBy)
      throw new StateFault('States.Timeout', 'The execution has taken longer than it may');
    const state: State | undefined = flow.states.get(name);
    if (state === undefined || state.type === 'Succeed') return data;
    if (state.type === 'Fail') throw new StateFault(state.error(data), state.cause(data));
    if (state.type === 'Choice') name = chosen(state, data);
    else ({ data, name } = await work(state, data, run));
  }
  return data;
}

function chosen({ rules, otherwise }: Choice, data: Json): string {
  const next = rules.find((rule) => rule.holds(data))?.next ?? otherwise;
  if (next !== undefined) return next;
  throw new StateFault('States.NoChoiceMatched', 'No rule holds, and there is no default');
}

/** Does a state's work; what goes wrong is tried again as its retriers say, and then caught if it has a catcher. */
async function work(
  state: Working,
  data: Json,
  run: Run,
): Promise<{ readonly data: Json; readonly name: string | undefined }> {
  const tries = new Map<Retrier, number>();
  for (;;) {
    try {
      const result =
        state.type === 'Task' ? await call(state, data, run) : await each(state, data, run);
      return { data: within(state.put(data, result)), name: state.next };
    } catch (fault) {
      if (!(fault instanceof StateFault)) throw fault;
      const retrier = state.retriers.find(({ errors }) => isMet(errors, fault.error));
      const tried = retrier === undefined ? 0 : (tries.get(retrier) ?? 0);
      if (retrier !== undefined && tried < retrier.maxAttempts) {
        tries.set(retrier, tried + 1);
        await run.pause(delayOf(retrier, tried));
        run.signal.throwIfAborted();
        continue;
      }
      const catcher = state.catchers.find(({ errors }) => isMet(errors, fault.error));
      if (catcher === undefined) throw fault;
      const failure = { Error: fault.error, Cause: fault.message };
      return { data: catcher.put(data, failure), name: catcher.next };
    }
  }
}

async function call(state: Extract<State, { type: 'Task' }>, data: Json, run: Run): Promise<Json> {
  const outcome = await run.invoke(state.function, JSON.stringify(state.parameters(data)));
  if (outcome.ok) return JSON.parse(outcome.payload);
  const [, error = 'Lambda.Unknown', cause = outcome.message] =
    /^([\w.]+): (.*)$/s.exec(outcome.message) ?? [];
  throw new StateFault(error, cause);
}

/** Sends every item through the flow, so many at once; answers in the order of the items. */
async function each(
  { items, flow, maxConcurrency }: Extract<State, { type: 'Map' }>,
  data: Json,
  run: Run,
): Promise<Json> {
  const all = items(data);
  if (!Array.isArray(all)) throw new StateFault('States.Runtime', 'A map goes over a list');
  const results: Json[] = [];
  const faults: unknown[] = [];
  const waiting = all.entries();
  const lane = async () => {
    for (const [at, item] of waiting) {
      // What is under way when an item fails comes to its end; nothing new begins.
      if (faults.length > 0) return;
      try {
        results[at] = await follow(flow, item, run);
      } catch (fault) {
        faults.push(fault);
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(maxConcurrency, all.length) }, lane));
  const [fault] = faults;
  if (fault instanceof StateFault)
    throw new StateFault(
      'States.ExceedToleratedFailureThreshold',
      `An item failed with ${fault.error}: ${fault.message}`,
    );
  if (faults.length > 0) throw fault;
  return results;
}

/** A fault of the machine itself is nobody's to catch under the name of all. */
const UNCAUGHT_BY_ALL = ['States.Runtime', 'States.DataLimitExceeded'];

const isMet = (errors: readonly string[], error: string): boolean =>
  errors.includes(error) || (errors.includes('States.ALL') && !UNCAUGHT_BY_ALL.includes(error));

const delayOf = ({ intervalMs, backoffRate, maxDelayMs }: Retrier, tried: number): number =>
  Math.min(maxDelayMs, intervalMs * backoffRate ** tried);

/** What Step Functions hands from state to state at most. */
const MAX_DATA_BYTES = 256 * 1024;

function within(data: Json): Json {
  if (Buffer.byteLength(JSON.stringify(data)) <= MAX_DATA_BYTES) return data;
  throw new StateFault('States.DataLimitExceeded', 'What a state hands on is 256 KiB at most');
}
