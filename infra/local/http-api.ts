import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { type Invoke, type LocalFunction, MAX_PAYLOAD_BYTES } from './functions.ts';
import { answerOf, eventOf, type HttpAnswer, type RouteMatch } from './http-payload.ts';
import type { Place } from './references.ts';
import type { Resource, Template } from './template.ts';

/** Limits of HTTP API itself. */
const MAX_BODY_BYTES = 10 * 1024 * 1024;
const MAX_WAIT_MS = 30_000;

export type HttpApi = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

type Route = {
  readonly key: string;
  readonly method: string;
  readonly path: RegExp;
  /** Literal characters: of two routes that fit, the more literal one answers. */
  readonly weight: number;
  readonly invoke: Invoke;
};

/** The template's HTTP API: finds the route, calls its function, and answers as the gateway does. */
export function httpApiOf(
  template: Template,
  functions: ReadonlyMap<string, LocalFunction>,
  log: (line: string) => void,
): HttpApi {
  const routes = template
    .ofType('AWS::ApiGatewayV2::Route')
    .map((route) => routeOf(template, route, functions))
    .sort((a, b) => b.weight - a.weight);
  return async (request, response) => {
    const body = await bodyWithin(request, MAX_BODY_BYTES);
    if (body === 'too_large') return send(response, message(413, 'Request Entity Too Large'), true);
    const found = match(routes, request.method ?? 'GET', request.url ?? '/');
    if (found === undefined) return send(response, message(404, 'Not Found'));
    send(response, await ask(template, request, body, found, log));
  };
}

async function ask(
  place: Place,
  request: IncomingMessage,
  body: Buffer,
  { route, ...matched }: RouteMatch & { readonly route: Route },
  log: (line: string) => void,
): Promise<HttpAnswer> {
  const asked = {
    method: request.method ?? 'GET',
    target: request.url ?? '/',
    headers: request.headers,
    body,
    sourceIp: request.socket.remoteAddress ?? '127.0.0.1',
  };
  const event = JSON.stringify(eventOf(asked, matched, place, new Date()));
  // Text is escaped on its way into the event, so a body within the door's limit may still be too much.
  if (Buffer.byteLength(event) > MAX_PAYLOAD_BYTES) return message(413, 'Request Entity Too Large');
  const patience = new AbortController();
  const late = pause(MAX_WAIT_MS, 'late' as const, { signal: patience.signal }).catch(
    () => 'late' as const,
  );
  const outcome = await Promise.race([route.invoke(event), late]);
  patience.abort();
  if (outcome === 'late') return message(503, 'Service Unavailable');
  const answer = outcome.ok ? answerOf(outcome.payload) : undefined;
  if (answer !== undefined) return answer;
  const why = outcome.ok ? 'its answer is no HTTP answer' : outcome.message;
  log(`${asked.method} ${asked.target} failed: ${why}`);
  return message(500, 'Internal Server Error');
}

function routeOf(
  template: Template,
  { id, properties }: Resource,
  functions: ReadonlyMap<string, LocalFunction>,
): Route {
  const authorization = properties.text('AuthorizationType');
  if (authorization !== 'NONE')
    throw new Error(
      `The local runner does not know the authorization ${authorization} of the route ${id}.`,
    );
  const key = properties.text('RouteKey');
  const [method, path] = key.split(' ');
  if (method === undefined || path === undefined)
    throw new Error(`The local runner does not know the route key ${key} (${id}).`);
  const target = properties.text('Target').replace(/^integrations\//, '');
  const integration = template
    .ofType('AWS::ApiGatewayV2::Integration')
    .find((each) => each.id === target)?.properties;
  if (
    integration?.text('IntegrationType') !== 'AWS_PROXY' ||
    integration.text('PayloadFormatVersion') !== '2.0'
  )
    throw new Error(`The local runner knows Lambda proxies of format 2.0 alone (${id}).`);
  const behind = template.behind(
    integration.text('IntegrationUri'),
    'AWS::Lambda::Function',
    `The route ${id}`,
  );
  const invoke = functions.get(behind.id)?.invoke;
  if (invoke === undefined) throw new Error(`The route ${id} points at no function.`);
  return {
    key,
    method,
    path: expressionOf(path),
    weight: path.replace(/\{[^}]*\}/g, '').length,
    invoke,
  };
}

/** {name} is one segment, {name+} all that follow. */
function expressionOf(path: string): RegExp {
  const source = path
    .split(/(\{\w+\+?\})/)
    .map((part) => {
      const [, name, greedy] = /^\{(\w+)(\+?)\}$/.exec(part) ?? [];
      if (name === undefined) return part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
      return greedy === '+' ? `(?<${name}>.+)` : `(?<${name}>[^/]+)`;
    })
    .join('');
  return new RegExp(`^${source}$`);
}

function match(
  routes: readonly Route[],
  method: string,
  target: string,
): (RouteMatch & { readonly route: Route }) | undefined {
  const path = new URL(target, 'http://local').pathname;
  for (const route of routes) {
    const found = route.path.exec(path);
    if (found === null || (route.method !== 'ANY' && route.method !== method)) continue;
    const parameters = Object.entries(found.groups ?? {}).map(([name, value]) => [
      name,
      decoded(value),
    ]);
    return {
      route,
      routeKey: route.key,
      ...(parameters.length > 0 && { pathParameters: Object.fromEntries(parameters) }),
    };
  }
  return undefined;
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value; // A lone percent sign stands for itself.
  }
}

export async function bodyWithin(
  request: IncomingMessage,
  maxBytes: number,
): Promise<Buffer | 'too_large'> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    bytes += chunk.length;
    if (bytes <= maxBytes) chunks.push(chunk);
    else if (bytes > 2 * maxBytes) break; // Read a little further, so that an honest client hears the answer.
  }
  return bytes > maxBytes ? 'too_large' : Buffer.concat(chunks);
}

const message = (status: number, text: string): HttpAnswer => ({
  status,
  headers: { 'content-type': 'application/json' },
  cookies: [],
  body: Buffer.from(JSON.stringify({ message: text })),
});

function send(response: ServerResponse, answer: HttpAnswer, isLast = false): void {
  for (const cookie of answer.cookies) response.appendHeader('set-cookie', cookie);
  const { 'content-length': _, ...headers } = answer.headers; // The gateway counts for itself.
  response.writeHead(answer.status, {
    ...headers,
    'content-length': answer.body.length,
    ...(isLast && { connection: 'close' }),
  });
  response.end(answer.body);
}
