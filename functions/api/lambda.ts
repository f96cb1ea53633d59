import type { Hono } from 'hono';
import * as z from 'zod';
import { logger } from '../runtime/logger.ts';
import type { Environment } from './serve.ts';

/** What we read of an event of API Gateway (HTTP API, payload 2.0); what is not as it should be is as if absent. */
const eventSchema = z.object({
  rawPath: z.string().catch('/'),
  rawQueryString: z.string().catch(''),
  headers: z.record(z.string(), z.unknown()).catch({}),
  cookies: z.array(z.string()).catch([]),
  requestContext: z
    .object({ http: z.object({ method: z.string(), sourceIp: z.string().optional() }) })
    .catch({ http: { method: '' } }),
  body: z.string().exactOptional().catch(''),
  isBase64Encoded: z.boolean().catch(false),
});
type Event = z.output<typeof eventSchema>;

/** Takes the place of methods that a Request cannot carry; no operation has it, so all of them get their 405. */
const UNROUTED = 'OPTIONS';
const TOKEN = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;
const UNCARRIED = /^(?:CONNECT|TRACE|TRACK)$/i;

/** `text()` would swallow the byte order mark by which Excel knows UTF-8. */
const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });

/**
 * The door as a function. In place of `hono/aws-lambda`, which answers past the door, without our problems
 * and headers, where a Request or base64 cannot be made of an event. All our answers are text.
 */
export const lambdaHandler = (app: Hono<Environment>) => async (event: unknown) => {
  const read = eventSchema.parse(event);
  const request = requestOf(read);
  const { sourceIp } = read.requestContext.http;
  const response = await app.fetch(request, { ...(sourceIp !== undefined && { sourceIp }) });
  logger.info('answered', {
    method: request.method,
    path: read.rawPath,
    status: response.status,
    request: response.headers.get('x-request-id'),
  });
  const cookies = response.headers.getSetCookie();
  response.headers.delete('set-cookie');
  return {
    statusCode: response.status,
    headers: Object.fromEntries(response.headers),
    ...(cookies.length > 0 && { cookies }),
    body: utf8.decode(await response.arrayBuffer()),
    isBase64Encoded: false,
  };
};

function requestOf(event: Event): Request {
  const method = methodOf(event);
  const bodyless = method === 'GET' || method === 'HEAD';
  return new Request(urlOf(event), {
    method,
    headers: headersOf(event),
    ...(!bodyless && event.body && { body: bytesOf(event.body, event.isBase64Encoded) }),
  });
}

function methodOf({ requestContext }: Event): string {
  const method = requestContext.http.method.toUpperCase();
  return TOKEN.test(method) && !UNCARRIED.test(method) ? method : UNROUTED;
}

/** A wrong host would make no URL; the pages that depend on it read the header. */
const urlOf = ({ rawPath, rawQueryString }: Event): string =>
  `https://api.invalid/${rawPath.replace(/^\//, '')}${rawQueryString && `?${rawQueryString}`}`;

/** Those that are headers at all. */
function headersOf(event: Event): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(event.headers)) {
    if (typeof value !== 'string' || !TOKEN.test(name)) continue;
    headers.set(name, plainOf(value));
  }
  // A place of their own: the gateway takes them out of the headers.
  if (event.cookies.length > 0) headers.set('cookie', event.cookies.map(plainOf).join('; '));
  return headers;
}

const plainOf = (value: string): string =>
  /^[\x20-\x7e\t]*$/.test(value) ? value : encodeURIComponent(value.toWellFormed());

/** What is no base64 is left out, as Node does: such a body is then no JSON. */
const bytesOf = (body: string, isBase64: boolean): Uint8Array<ArrayBuffer> =>
  new Uint8Array(Buffer.from(body, isBase64 ? 'base64' : 'utf8'));
