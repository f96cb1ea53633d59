import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text as textOf } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { isObject, type Json } from './properties.ts';

export type Outcome =
  | { readonly ok: true; readonly payload: string }
  | { readonly ok: false; readonly message: string };

/** What a process needs to be one instance of a function. */
export type InstanceSpec = {
  readonly name: string;
  readonly arn: string;
  readonly folder: string;
  readonly memoryMib: number;
  readonly timeoutMs: number;
  readonly environment: Readonly<Record<string, string>>;
  readonly output: (text: string) => void;
};

/** One process of a function, which handles one invocation at a time. */
export type Instance = {
  readonly invoke: (payload: string) => Promise<Outcome>;
  readonly isAlive: () => boolean;
  readonly stop: () => Promise<void>;
};

const CLIENT = fileURLToPath(new URL('./runtime-client.ts', import.meta.url));
const API = '/2018-06-01/runtime';
const STOP_MS = 1_000;

type Task = {
  readonly id: string;
  readonly payload: string;
  readonly settle: (outcome: Outcome) => void;
};

/** Starts the Lambda Runtime API for one process, and the process. */
export async function startInstance(spec: InstanceSpec): Promise<Instance> {
  let task: Task | undefined;
  let asking: ServerResponse | undefined;
  const settle = (outcome: Outcome) => {
    const settled = task;
    task = undefined;
    settled?.settle(outcome);
  };
  const hand = () => {
    if (task === undefined || asking === undefined) return;
    asking.writeHead(200, headersOf(spec, task)).end(task.payload);
    asking = undefined;
  };
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const path = (request.url ?? '').slice(API.length);
    if (path === '/invocation/next') {
      asking = response;
      return hand();
    }
    const body = await textOf(request);
    response.writeHead(202).end();
    if (path === `/invocation/${task?.id}/response`) settle({ ok: true, payload: body });
    else if (path === `/invocation/${task?.id}/error` || path === '/init/error')
      settle({ ok: false, message: errorIn(body) });
  };
  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy()); // Its process went away while it spoke.
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const child = launch(spec, (server.address() as AddressInfo).port);
  const exited = new Promise<void>((done) => child.once('exit', () => done()));
  const isAlive = () =>
    child.pid !== undefined && child.exitCode === null && child.signalCode === null;
  child.once('error', (error) => settle({ ok: false, message: `Runtime: ${error.message}` }));
  child.once('exit', (code, signal) => {
    settle({ ok: false, message: `Runtime exited with ${code ?? signal}` });
    close(server);
  });
  return {
    isAlive,
    invoke: (payload) =>
      new Promise<Outcome>((done) => {
        const timer = setTimeout(() => {
          child.kill('SIGKILL');
          settle({ ok: false, message: `Task timed out after ${spec.timeoutMs / 1000} seconds` });
        }, spec.timeoutMs);
        task = {
          id: randomUUID(),
          payload,
          settle: (outcome) => {
            clearTimeout(timer);
            done(outcome);
          },
        };
        if (!isAlive()) settle({ ok: false, message: 'Runtime exited before it was asked' });
        hand();
      }),
    stop: async () => {
      child.kill('SIGTERM');
      const insist = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
      if (isAlive()) await exited;
      clearTimeout(insist);
      close(server);
    },
  };
}

function launch(spec: InstanceSpec, port: number): ChildProcess {
  const child = spawn(process.execPath, [`--max-old-space-size=${spec.memoryMib}`, CLIENT], {
    cwd: spec.folder,
    env: { ...spec.environment, AWS_LAMBDA_RUNTIME_API: `127.0.0.1:${port}` },
    stdio: ['pipe', 'pipe', 'pipe'],
    detached: true, // Ctrl-C is for the runner, which ends its functions in order.
  });
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', spec.output);
  return child;
}

const headersOf = (spec: InstanceSpec, task: Task) => ({
  'content-type': 'application/json',
  'lambda-runtime-aws-request-id': task.id,
  'lambda-runtime-deadline-ms': String(Date.now() + spec.timeoutMs),
  'lambda-runtime-invoked-function-arn': spec.arn,
  'lambda-runtime-trace-id': `Root=1-${Math.floor(Date.now() / 1000).toString(16)}-${task.id.replaceAll('-', '').slice(0, 24)};Sampled=0`,
});

function errorIn(body: string): string {
  try {
    const said: Json = JSON.parse(body);
    return isObject(said) ? `${said.errorType}: ${said.errorMessage}` : body;
  } catch {
    return body;
  }
}

function close(server: Server): void {
  server.close();
  server.closeAllConnections();
}
