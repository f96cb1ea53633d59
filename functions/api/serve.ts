import type { Context } from 'hono';
import * as z from 'zod';
import { grantedTo } from '#domain/access/decide-access';
import type { Principal } from '#domain/principal';
import type { Platform } from '#platform/platform';
import { type Parsed, parseBody } from '#platform/schemas/parse';
import type { Authenticate } from '../runtime/asker.ts';
import { PAGES, type SignIn } from './authenticate.ts';
import { type Answer, idsNamedIn, no, type Operation, type Reply } from './operation.ts';
import { signInPage } from './pages/sign-in.ts';
import { valuePage } from './pages/value.ts';
import { NO_QUERY, type Parameters, parseQuery } from './parse-asked.ts';
import { languageOf, wantsPage } from './preference.ts';
import { type Problem, problemOf } from './problem.ts';
import { readBody, readNoBody } from './read-body.ts';
import type { ProblemCode } from './status.ts';

export type Door = {
  readonly authenticate: Authenticate;
  /** Origins of browser apps that may call; none unless told. */
  readonly origins?: readonly string[];
  /** Absent where nobody can sign in by a browser. */
  readonly signIn?: SignIn;
};

/** What comes with a request besides what its sender wrote. */
export type Environment = { readonly Bindings: { readonly sourceIp?: string } };

/** Answers one request to one operation: query and body are read and parsed before anything is loaded. */
export const serve =
  (platform: Platform, operation: Operation, { authenticate }: Door) =>
  async (context: Context<Environment>) => {
    const asker = await authenticate(context.req.raw);
    const answer = asker.ok ? await admitted(platform, operation, context, asker.value) : no(asker);
    return answer.ok
      ? sendReply(context, answer.value)
      : sendProblem(context, problemOf(answer.refusals, whereOf(context)));
  };

async function admitted(
  platform: Platform,
  operation: Operation,
  context: Context<Environment>,
  asker: Principal,
): Promise<Answer> {
  const allowed = operation.action === null || grantedTo(asker, operation.action);
  if (allowed !== true && !allowed.ok) return no(allowed);
  const address = context.env?.sourceIp;
  const counted = await platform.admit(asker, { ...(address !== undefined && { address }) });
  return counted.ok ? answerTo(platform, operation, context, asker) : no(counted);
}

async function answerTo(
  platform: Platform,
  operation: Operation,
  context: Context,
  asker: Principal,
): Promise<Answer> {
  const parameters = parametersOf(context.req.url);
  if (operation.query === undefined) {
    const none = parseQuery(NO_QUERY, parameters);
    if (!none.ok) return none;
  }
  const body = await bodyFor(operation, context.req.raw);
  if (!body.ok) return body;
  const [id = '', part = ''] = idsNamedIn(operation.path).map((name) => context.req.param(name));
  return operation.handle(platform, {
    asker,
    id,
    part,
    query: undefined,
    parameters,
    body: body.value,
    ifMatch: context.req.header('if-match'),
  });
}

/** An operation that takes no body takes nothing, or an empty object; GET has none whatever was sent. */
async function bodyFor({ body, method }: Operation, request: Request): Promise<Parsed<unknown>> {
  if (method === 'GET') return accepted(undefined);
  const read = await (body ? readBody(request) : readNoBody(request));
  if (!read.ok) return { ok: false, refusals: [read.refusal] };
  return body ? accepted(read.value) : parseBody(z.strictObject({}), read.value);
}

const accepted = (value: unknown): Parsed<unknown> => ({ ok: true, value });

/** Every value of every parameter; whatever its name is, `__proto__` too, it is an own key. */
function parametersOf(url: string): Parameters {
  const all = new Map<string, string[]>();
  for (const [name, value] of new URL(url).searchParams)
    all.set(name, [...(all.get(name) ?? []), value]);
  return Object.fromEntries(all);
}

export const whereOf = (context: Context) => ({
  path: context.req.path,
  language: languageOf(context.req.header('accept-language')),
});

async function sendReply(context: Context, { value, version, createdAt, file, page }: Reply) {
  if (file !== undefined) return sendFile(context, file);
  if (version !== undefined) context.header('ETag', `"v${version}"`);
  if (createdAt !== undefined) context.header('Location', createdAt);
  context.header('Vary', 'Accept, Accept-Language');
  return isPageAsked(context)
    ? context.html((await page?.()) ?? valuePage(context.req.path, value))
    : context.json(value, createdAt === undefined ? 200 : 201);
}

/** Seconds; a minute's count begins anew with the next. */
const retryAfter: Partial<Record<ProblemCode, string>> = {
  rate_limited: '60',
  identity_provider_unreachable: '30',
};

/** RFC 9457 for programs; the same as a page for browsers. */
export function sendProblem(context: Context, problem: Problem) {
  context.header('Vary', 'Accept, Accept-Language');
  const pause = retryAfter[problem.code] ?? (problem.status === 503 ? '1' : undefined);
  if (pause !== undefined) context.header('Retry-After', pause);
  if (problem.status === 401)
    context.header('WWW-Authenticate', challenges[problem.code] ?? 'Bearer');
  return isPageAsked(context)
    ? context.html(pageOf(context, problem), problem.status)
    : context.body(JSON.stringify(problem), problem.status, {
        'Content-Type': 'application/problem+json; charset=utf-8',
        'Content-Language': languageOf(context.req.header('accept-language')),
      });
}

/** RFC 6750, 3: whoever brought no token is not told that it is wrong. */
const challenges: Partial<Record<Problem['code'], string>> = {
  token_wrong: 'Bearer error="invalid_token"',
};

function pageOf(context: Context, problem: Problem) {
  if (problem.status !== 401) return valuePage(`${problem.status} ${problem.title}`, problem);
  const { pathname, search } = new URL(context.req.url);
  const isAnswer = pathname.startsWith('/v1/');
  return signInPage(
    problem,
    pathname === '/signed-in' ? '/' : `${isAnswer ? PAGES : ''}${pathname}${search}`,
  );
}

function sendFile(context: Context, { type, name, text, next }: NonNullable<Reply['file']>) {
  context.header('Content-Disposition', `attachment; filename="${name}"`);
  if (next !== undefined) context.header('Link', `<${next}>; rel="next"`);
  return context.body(text, 200, { 'Content-Type': `${type}; charset=utf-8` });
}

const isPageAsked = ({ req }: Context) =>
  (req.method === 'GET' || req.method === 'HEAD') && wantsPage(req.header('accept'));
