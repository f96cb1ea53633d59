import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { startEngine } from '#adapters/dynamodb/engine';
import { startBuckets } from './buckets.ts';
import { busesOf } from './bus.ts';
import { dynamoAt } from './dynamo.ts';
import { type Endings, endings } from './endings.ts';
import { startExecutions } from './executions.ts';
import { functionOf, type LocalFunction } from './functions.ts';
import { type HttpApi, httpApiOf } from './http-api.ts';
import { AUDIENCE, ISSUER_PATH, issuerAt } from './issuer/issuer.ts';
import { close, listen } from './listening.ts';
import { type Messages, openMessages } from './messages.ts';
import { functionOutput } from './output.ts';
import { pipeOf } from './pipe.ts';
import { queuesOf } from './queue.ts';
import { startSchedules } from './schedules.ts';
import { type StateMachine, stateMachineOf } from './state-machine.ts';
import { boxesOf, type Depths, depthsOf, statusOf } from './status.ts';
import { followStream } from './stream.ts';
import { ensureTable } from './table.ts';
import { type Resource, readTemplate, type Template } from './template.ts';
import type { Worker } from './worker.ts';
import { endWorkers, workerOf } from './workers.ts';

export type LocalOptions = {
  /** The folder with the one synthesised stack and its assets. */
  readonly cloudAssembly: string;
  readonly dataDir: string;
  /** 0 = any free port. */
  readonly port: number;
  readonly log: (line: string) => void;
};

export type Local = {
  readonly url: string;
  readonly queueDepths: () => Depths;
  /** Resolves with a sentence if the engine ends unasked. */
  readonly lost: Promise<string>;
  /** Ends all that was started, in order; twice is once. */
  readonly stop: () => Promise<void>;
};

/**
 * Runs a synthesised stack on this machine. Refuses a stack with a construct that it does not know, and a
 * data folder that another live process works with.
 */
export async function startLocal(options: LocalOptions): Promise<Local> {
  const ends = endings(options.log);
  try {
    return await start(options, ends);
  } catch (error) {
    await ends.all();
    throw error;
  }
}

async function start(options: LocalOptions, ends: Endings): Promise<Local> {
  const { log } = options;
  // Listening comes first: the functions are told the issuer, which is ourselves, at whatever port that is.
  const door = await openDoor(options.port, { ends, log });
  const template = readTemplate(options.cloudAssembly, {
    Issuer: `${door.url}${ISSUER_PATH}`,
    Audience: AUDIENCE,
  });
  const machines = template
    .ofType('AWS::StepFunctions::StateMachine')
    .map((each) => stateMachineOf(template, each));
  const dataDir = resolve(options.dataDir);

  const engine = await startEngine({ dataDir, exclusive: true, log });
  ends.push(engine.stop);
  const issuer = issuerAt(door.url, dataDir);
  // Awaited below, beside what else has to start; until then nobody looks at its failure.
  issuer.catch(() => {});
  const dynamo = dynamoAt(engine.endpoint);
  ends.push(async () => dynamo.close());
  const streamArn = await ensureTable(dynamo, only(template, 'AWS::DynamoDB::GlobalTable'));
  const messages = openMessages(join(dataDir, 'messages.sqlite'));
  ends.push(async () => messages.close());

  const buses = busesOf(template);
  const buckets = await startBuckets({ template, dataDir, buses, messages, log });
  ends.push(buckets.stop);
  const endpoints = { dynamodb: engine.endpoint, s3: buckets.url };
  const functions = startFunctions(template, { dataDir, endpoints, ends });

  const pipes = template.ofType('AWS::Pipes::Pipe').map((pipe) => pipeOf(template, pipe, buses));
  const stream = followStream({ dynamo, streamArn, messages, pipes, log });
  ends.push(stream.stop);
  const queues = queuesOf(template);
  const workers = template
    .ofType('AWS::Lambda::EventSourceMapping')
    .map((mapping) => workerOf(template, mapping, { queues, functions, messages, log }));
  const executions = machines.map((machine) => begin(machine, { functions, messages, log }));
  ends.push(() => endWorkers([...workers, ...executions]));
  ends.push(startSchedules(template, { functions, log }).stop);

  const boxes = boxesOf(queues, machines);
  const status = () => statusOf({ messages, boxes, functions: [...functions.values()], stream });
  const api = httpApiOf(template, functions, log);
  const issue = await issuer;
  door.open(async (request, response) => {
    const path = request.url?.split('?')[0] ?? '/';
    if (path.startsWith(`${ISSUER_PATH}/`)) return issue(request, response);
    if (path !== '/__local') return api(request, response);
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(await status()));
  });
  // Once more, so that the first to end is who lets requests in.
  ends.push(door.close);
  return {
    url: door.url,
    queueDepths: () => depthsOf(messages, boxes),
    lost: engine.lost,
    stop: ends.all,
  };
}

function begin(
  machine: StateMachine,
  parts: {
    readonly functions: ReadonlyMap<string, LocalFunction>;
    readonly messages: Messages;
    readonly log: (line: string) => void;
  },
): Worker {
  const { functions, messages, log } = parts;
  const invoke = async (id: string, payload: string) =>
    functions.get(id)?.invoke(payload) ?? {
      ok: false as const,
      message: `There is no function ${id}`,
    };
  return startExecutions({ machine, messages, invoke, log });
}

/** What every function is told of this machine. */
export const endpointsOf = (
  dataDir: string,
  at: { readonly dynamodb: string; readonly s3: string },
): Readonly<Record<string, string>> => ({
  AWS_ENDPOINT_URL_DYNAMODB: at.dynamodb,
  AWS_ENDPOINT_URL_S3: at.s3,
  // Checksums of our own bytes on our own machine: the bucket does not read the encoding they come in.
  AWS_REQUEST_CHECKSUM_CALCULATION: 'WHEN_REQUIRED',
  AWS_RESPONSE_CHECKSUM_VALIDATION: 'WHEN_REQUIRED',
  // The key with which \`xyd\` signs what lies in this folder (packages/platform/signing.ts).
  SIGNING_KEY_FILE: join(dataDir, 'keys', 'signing.jwk'),
  // The key around those under which personal numbers lie (packages/platform/open-local.ts).
  VAULT_KEY_FILE: join(dataDir, 'keys', 'vault.jwk'),
});

function startFunctions(
  template: Template,
  options: { dataDir: string; endpoints: { dynamodb: string; s3: string }; ends: Endings },
): ReadonlyMap<string, LocalFunction> {
  const output = functionOutput(options.dataDir);
  options.ends.push(async () => output.close());
  const endpoints = endpointsOf(options.dataDir, options.endpoints);
  const functions = new Map(
    template
      .ofType('AWS::Lambda::Function')
      .map((each) => [each.id, functionOf(template, each, { endpoints, output: output.write })]),
  );
  options.ends.push(async () => {
    await Promise.all([...functions.values()].map((each) => each.stop()));
  });
  return functions;
}

/** Listens at once, and answers once it is opened; whoever comes before that is told to come again. */
async function openDoor(
  port: number,
  { ends, log }: { readonly ends: Endings; readonly log: (line: string) => void },
) {
  let answer: HttpApi = async (_, response) => {
    response.writeHead(503, { 'retry-after': '1' }).end();
  };
  const server: Server = createServer((request, response) => {
    answer(request, response).catch((error: Error) => {
      log(`${request.method} ${request.url?.split('?')[0]}: ${error.message}`);
      response.destroy();
    });
  });
  await listen(server, port);
  ends.push(() => close(server));
  const address = server.address() as AddressInfo; // A TCP server has no other kind of address.
  return {
    url: `http://127.0.0.1:${address.port}`,
    open: (by: HttpApi) => {
      answer = by;
    },
    close: () => close(server),
  };
}

function only(template: Template, type: string): Resource {
  const [found, ...more] = template.ofType(type);
  if (found === undefined || more.length > 0)
    throw new Error(
      `The local runner runs one ${type}; the stack has ${more.length + (found ? 1 : 0)}.`,
    );
  return found;
}
