import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { isObject, type Json } from './properties.ts';
import type { Place } from './references.ts';

export type HttpRequest = {
  readonly method: string;
  /** Path and query as they came over the line. */
  readonly target: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  readonly sourceIp: string;
};

export type RouteMatch = {
  readonly routeKey: string;
  readonly pathParameters?: Readonly<Record<string, string>>;
  /** What the authorizer hands on, where the route has one. */
  readonly authorizer?: Json;
};

export type HttpAnswer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly cookies: readonly string[];
  readonly body: Buffer;
};

/** Payload format 2.0. A body is text for these types alone; for all others, or none, it is base64. */
const TEXT_BODY = /^(text\/|application\/(json|xml|javascript)\b)/i;

export function eventOf(request: HttpRequest, route: RouteMatch, place: Place, now: Date): Json {
  const url = new URL(request.target, 'http://local');
  const headers = headersOf(request.headers);
  const { cookie } = request.headers;
  const isText = TEXT_BODY.test(request.headers['content-type'] ?? '');
  const hasBody = request.body.length > 0;
  return {
    version: '2.0',
    routeKey: route.routeKey,
    rawPath: url.pathname,
    rawQueryString: url.search.slice(1),
    ...(cookie !== undefined && { cookies: cookie.split('; ') }),
    headers,
    ...(url.search.length > 1 && { queryStringParameters: joined(url.searchParams) }),
    requestContext: {
      accountId: place.account,
      apiId: 'local',
      ...(route.authorizer !== undefined && { authorizer: route.authorizer }),
      domainName: 'localhost',
      domainPrefix: 'local',
      http: {
        method: request.method,
        path: url.pathname,
        protocol: 'HTTP/1.1',
        sourceIp: request.sourceIp,
        userAgent: headers['user-agent'] ?? '',
      },
      requestId: randomUUID(),
      routeKey: route.routeKey,
      stage: '$default',
      time: commonLogTime(now),
      timeEpoch: now.getTime(),
    },
    ...(route.pathParameters !== undefined && { pathParameters: route.pathParameters }),
    ...(hasBody && { body: request.body.toString(isText ? 'utf8' : 'base64') }),
    isBase64Encoded: hasBody && !isText,
  };
}

/** A repeated header is one header with commas; cookies have a place of their own. */
function headersOf(headers: IncomingHttpHeaders): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers)
      .filter(([name, value]) => name !== 'cookie' && value !== undefined)
      .map(([name, value]) => [name, Array.isArray(value) ? value.join(',') : (value ?? '')]),
  );
}

function joined(query: URLSearchParams): Record<string, string> {
  const values: Record<string, string> = {};
  for (const [name, value] of query)
    values[name] = name in values ? `${values[name]},${value}` : value;
  return values;
}

/** As access logs have it: 20/Nov/2026:13:05:59 +0000. */
function commonLogTime(now: Date): string {
  const [, day, month, year, time] = now.toUTCString().split(' ');
  return `${day}/${month}/${year}:${time} +0000`;
}

/**
 * What a function's answer becomes. One without statusCode is the body of a 200; one that is no object, or
 * whose statusCode is none, is a fault of the function: undefined.
 */
export function answerOf(payload: string): HttpAnswer | undefined {
  const answer: Json = JSON.parse(payload);
  if (!isObject(answer) || !('statusCode' in answer))
    return {
      status: 200,
      headers: { 'content-type': 'application/json' },
      cookies: [],
      body: Buffer.from(typeof answer === 'string' ? answer : JSON.stringify(answer)),
    };
  const status = answer.statusCode;
  if (typeof status !== 'number' || !Number.isInteger(status) || status < 200 || status > 599)
    return undefined;
  const { headers, cookies, body } = answer;
  const text = typeof body === 'string' ? body : body === undefined ? '' : JSON.stringify(body);
  return {
    status,
    headers: isObject(headers)
      ? Object.fromEntries(
          Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]),
        )
      : {},
    cookies: Array.isArray(cookies) ? cookies.map(String) : [],
    body: Buffer.from(text, answer.isBase64Encoded === true ? 'base64' : 'utf8'),
  };
}
