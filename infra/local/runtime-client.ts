/*
 * Runs inside a function's process: asks the Runtime API for the next invocation, calls the handler, posts
 * what it answers. Written against the documented API, so a bundle cannot tell it from Lambda's own client.
 */
import './leash.ts';
import { Agent, request } from 'node:http';
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { text as textOf } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';

type Handler = (event: unknown, context: object) => Promise<unknown>;

enableCompileCache();
const environment = process.env;
const api = `http://${environment.AWS_LAMBDA_RUNTIME_API}/2018-06-01/runtime`;
const agent = new Agent({ keepAlive: true, maxSockets: 1 });

const handler = await load().catch(async (error: unknown) => {
  console.error(error);
  await call('POST', '/init/error', describe(error));
  process.exit(1);
});

for (;;) {
  const { headers, body } = await call('GET', '/invocation/next');
  const id = String(headers['lambda-runtime-aws-request-id']);
  environment._X_AMZN_TRACE_ID = String(headers['lambda-runtime-trace-id']);
  const answer = await invoke(body, headers).catch((error: unknown) => {
    console.error(error);
    return { path: `/invocation/${id}/error`, body: describe(error) };
  });
  await call('POST', answer.path ?? `/invocation/${id}/response`, answer.body);
}

async function load(): Promise<Handler> {
  const [file, name] = String(environment._HANDLER).split('.');
  const url = pathToFileURL(join(String(environment.LAMBDA_TASK_ROOT), `${file}.mjs`));
  const bundle: Record<string, unknown> = await import(url.href);
  const found = bundle[String(name)];
  if (typeof found !== 'function')
    throw new Error(`Runtime.HandlerNotFound: ${url.pathname} exports no ${name}.`);
  if (found.length > 2)
    throw new Error('Runtime.CallbackHandlerDeprecated: Node 24 calls no handler with a callback.');
  return found as Handler; // Its parameters were counted; its types are nobody's to check.
}

async function invoke(
  body: string,
  headers: NodeJS.Dict<string | string[]>,
): Promise<{ path?: string; body: string }> {
  const deadline = Number(headers['lambda-runtime-deadline-ms']);
  const result = await handler(JSON.parse(body), {
    awsRequestId: headers['lambda-runtime-aws-request-id'],
    invokedFunctionArn: headers['lambda-runtime-invoked-function-arn'],
    functionName: environment.AWS_LAMBDA_FUNCTION_NAME,
    functionVersion: environment.AWS_LAMBDA_FUNCTION_VERSION,
    memoryLimitInMB: environment.AWS_LAMBDA_FUNCTION_MEMORY_SIZE,
    logGroupName: environment.AWS_LAMBDA_LOG_GROUP_NAME,
    logStreamName: environment.AWS_LAMBDA_LOG_STREAM_NAME,
    callbackWaitsForEmptyEventLoop: true,
    getRemainingTimeInMillis: () => Math.max(0, deadline - Date.now()),
  });
  return { body: JSON.stringify(result ?? null) };
}

function describe(error: unknown): string {
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
  return JSON.stringify({
    errorType: name,
    errorMessage: message,
    trace: stack?.split('\n') ?? [],
  });
}

type Answer = { readonly headers: NodeJS.Dict<string | string[]>; readonly body: string };

/** A runner that does not answer any more is gone, and there is nobody to tell. */
function call(method: string, path: string, body?: string): Promise<Answer> {
  const gone = () => process.exit(0);
  return new Promise((done) => {
    const headers = body === undefined ? {} : { 'content-type': 'application/json' };
    const asked = request(`${api}${path}`, { method, agent, headers }, (answer) => {
      textOf(answer).then((said) => done({ headers: answer.headers, body: said }), gone);
    });
    asked.once('error', gone);
    asked.end(body);
  });
}
