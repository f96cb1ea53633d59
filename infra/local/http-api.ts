import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { type LocalFunction, MAX_PAYLOAD_BYTES } from './functions.ts';
import { answerOf, eventOf, type HttpAnswer, type RouteMatch } from './http-payload.ts';
import type { Place } from './references.ts';
import { match, type Route, routesOf } from './routes.ts';
import type { Template } from './template.ts';

/** Limits of HTTP API itself. */
const MAX_BODY_BYTES = 10 * 1024 * 1024;
const MAX_WAIT_MS = 30_000;

export type HttpApi = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** The template's HTTP API: finds the route, calls its function, and answers as the gateway does. */
export function httpApiOf(
  template: Template,
  functions: ReadonlyMap<string, LocalFunction>,
  log: (line: string) => void,
): HttpApi {
  const routes = routesOf(template, functions);
  return async (request, response) => {
    const body = await bodyWithin(request, MAX_BODY_BYTES);
    if (body === 'too_large') return send(response, message(413, 'Request Entity Too Large'), true);
    const found = match(routes, request.method ?? 'GET', request.url ?? '/');
    if (found === undefined) return send(response, message(404, 'Not Found'));
    const { authorize, scopes } = found.route;
    const verdict = await authorize?.(request.headers, scopes);
    if (verdict?.ok === false) return send(response, denied(verdict.status));
    const matched = { ...found, ...(verdict && { authorizer: verdict.authorizer }) };
    send(response, await ask(template, request, body, matched, log));
  };
}

/** As the gateway says no, in the place of the function. */
function denied(status: 401 | 403): HttpAnswer {
  if (status === 403) return message(403, 'Forbidden');
  const answer = message(401, 'Unauthorized');
  return { ...answer, headers: { ...answer.headers, 'www-authenticate': 'Bearer' } };
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
  // Without the query, in which a code to sign in may stand.
  log(`${asked.method} ${asked.target.split('?')[0]} failed: ${why}`);
  return message(500, 'Internal Server Error');
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
