import { type ChildProcess, spawn } from 'node:child_process';
import { createServer, Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { Engine } from './engines.ts';

const READY_MS = 30_000;
const ASK_EVERY_MS = 5;
const KEPT_OUTPUT = 2_000;

export type Launched = { readonly process: ChildProcess; said: string; ended: string | undefined };

/** Its own process group, so that Ctrl-C in a terminal reaches the owner first. */
export function launch(engine: Engine, port: number, dataDir: string | undefined): Launched {
  const [program, ...args] = engine.command({ port, ...(dataDir !== undefined && { dataDir }) });
  const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe'], detached: true });
  const launched: Launched = { process: child, said: '', ended: undefined };
  child.stderr?.on('data', (chunk: Buffer) => {
    launched.said = (launched.said + chunk).slice(-KEPT_OUTPUT);
  });
  child.once('error', (error) => {
    launched.ended = error.message;
  });
  child.once('exit', (code, signal) => {
    launched.ended = `it ended with ${code ?? signal}: ${launched.said.trim()}`;
  });
  child.unref();
  if (child.stderr instanceof Socket) child.stderr.unref();
  return launched;
}

/** Undefined once the engine answers, else why it never will. */
export async function ready(
  child: Launched,
  endpoint: string,
  engine: Engine,
): Promise<string | undefined> {
  for (
    const deadline = performance.now() + READY_MS;
    performance.now() < deadline;
    await pause(ASK_EVERY_MS)
  ) {
    if (child.ended !== undefined) return child.ended;
    const said = engine.readyLine === undefined || child.said.includes(engine.readyLine);
    if (said && (await answers(endpoint))) return child.ended;
  }
  return `no answer within ${READY_MS / 1000} s`;
}

/** On SIGKILL nobody can act: then the claim tells the next start what to end. */
export function endWithUs(engine: ChildProcess): () => void {
  const atExit = () => engine.kill('SIGTERM');
  const onSignal = (name: NodeJS.Signals) => {
    if (process.listenerCount(name) > 1) return; // Someone else decides how this process ends.
    engine.kill('SIGTERM');
    forget();
    process.kill(process.pid, name);
  };
  const forget = () => {
    process.off('exit', atExit);
    process.off('SIGINT', onSignal);
    process.off('SIGTERM', onSignal);
  };
  process.on('exit', atExit);
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
  return forget;
}

/** Any answer to ListTables will do: the engines differ in what else they answer. */
export async function answers(endpoint: string): Promise<boolean> {
  try {
    const response = await fetch(endpoint, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-amz-json-1.0',
        'x-amz-target': 'DynamoDB_20120810.ListTables',
        'x-amz-date': '20260101T000000Z',
        authorization:
          'AWS4-HMAC-SHA256 Credential=local/20260101/local/dynamodb/aws4_request, SignedHeaders=host, Signature=0',
      },
      body: '{}',
    });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}

export const freePort = () =>
  new Promise<number>((done, fail) => {
    const server = createServer();
    server.once('error', fail);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => done(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
