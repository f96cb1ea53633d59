import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod';
import { demoTokens } from '#platform/sign-in';
import { issuerIn, issuerPlace } from '../issuer-of.ts';
import { Stopped } from './stopped.ts';

/** The platform over HTTP, asked by whoever may: each by a token of their own. */
export type Site = {
  readonly url: string;
  /** Whoever has not signed in. */
  readonly nobody: Client;
  /** Somebody of the city, by the name that `personOf` gives. */
  readonly as: (person: string) => Client;
};

/** A body is parsed by the schema it is expected to have; 404 is `undefined`. */
export type Client = {
  readonly get: <Schema extends z.ZodType>(
    path: string,
    schema: Schema,
  ) => Promise<z.infer<Schema> | undefined>;
  readonly put: <Schema extends z.ZodType>(
    path: string,
    body: unknown,
    schema: Schema,
  ) => Promise<z.infer<Schema>>;
  /** Whether it was taken in: not, where it is refused under this very code. */
  readonly offer: (path: string, body: unknown, unlessRefusedAs: string) => Promise<boolean>;
  /** To a place that the platform named, with nothing but the bytes. */
  readonly upload: (method: string, url: string, bytes: Uint8Array) => Promise<void>;
};

const MOST_TRIES = 7;
const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 2_000;
const REQUEST_TIMEOUT_MS = 60_000;

const problem = z.object({
  code: z.string().optional(),
  title: z.string().optional(),
  detail: z.string().optional(),
});

const CLIENT_ID = 'xyd';

/** The issuer, and each person's token, are asked for when they are first needed. */
export function createSite(url: string): Site {
  let tokens: Promise<(person: string) => Promise<string>> | undefined;
  const clients = new Map<string, Client>();
  return {
    url,
    nobody: createClient(url, async () => ({})),
    as: (person) => {
      let token: Promise<string> | undefined;
      const signed = async () => {
        tokens ??= tokensFor(url);
        token ??= tokens.then((tokenOf) => tokenOf(person));
        return { authorization: `Bearer ${await token}` };
      };
      const client = clients.get(person) ?? createClient(url, signed);
      clients.set(person, client);
      return client;
    },
  };
}

/** Throws `Stopped`: an issuer that has no demo people, as those of deployments. */
async function tokensFor(url: string): Promise<(person: string) => Promise<string>> {
  const answer = await send(issuerPlace(url), {});
  const issuer = issuerIn(url, await answer.json().catch(() => undefined));
  const grant = demoTokens({ issuer, clientId: CLIENT_ID });
  return async (person) => {
    for (let tries = 1; ; tries += 1) {
      const granted = await grant(person);
      if (granted.ok) return granted.value.token;
      if (granted.refusal.code !== 'issuer_unreachable' || tries === MOST_TRIES)
        throw new Stopped(
          `${issuer} gives no token to ${person}: ${granted.refusal.actual ?? 'it does not answer'}.`,
        );
      await sleep(pauseAfter(tries));
    }
  };
}

function createClient(url: string, headers: () => Promise<Record<string, string>>): Client {
  const asJson = async (path: string, method: string, body?: unknown) =>
    send(`${url}${path}`, {
      method,
      headers: {
        accept: 'application/json',
        'content-type': 'application/json',
        ...(await headers()),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  return {
    get: async (path, schema) => {
      const response = await asJson(path, 'GET');
      return response.status === 404 ? undefined : parse(path, schema, response);
    },
    put: async (path, body, schema) => parse(path, schema, await asJson(path, 'PUT', body)),
    offer: async (path, body, unlessRefusedAs) => {
      const response = await asJson(path, 'PUT', body);
      if (response.ok) return true;
      const why = await whyNot(response);
      if (why.includes(` ${unlessRefusedAs} `)) return false;
      throw new Stopped(`${path} was refused: ${why}`);
    },
    upload: async (method, to, bytes) => {
      const target = new URL(to, url).href;
      const response = await send(target, { method, body: Buffer.from(bytes) });
      if (!response.ok) throw new Stopped(`${target} took no file: ${await whyNot(response)}`);
      await response.arrayBuffer();
    },
  };
}

/** A server that is restarting, or too busy, gets some seconds; what it refuses is not asked again. */
async function send(url: string, request: RequestInit): Promise<Response> {
  for (let tries = 1; ; tries += 1) {
    const response = await fetch(url, {
      ...request,
      signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS),
    }).catch((error: unknown) => (error instanceof Error ? error : new Error(String(error))));
    const failed = response instanceof Error || response.status >= 500 || response.status === 429;
    if (!failed) return response;
    if (tries === MOST_TRIES) throw await gaveUp(url, response);
    if (response instanceof Response) await response.arrayBuffer();
    await sleep(pauseAfter(tries));
  }
}

const pauseAfter = (tries: number) => Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (tries - 1));

async function gaveUp(url: string, last: Error | Response): Promise<Stopped> {
  const { origin, pathname } = new URL(url);
  const again = 'Run the same command again: it goes on where it stopped.';
  if (last instanceof Response)
    return new Stopped(`${origin} fails at ${pathname} (${await whyNot(last)}). ${again}`);
  const why = last.cause instanceof Error ? last.cause.message : last.message;
  return new Stopped(
    `Nobody answers at ${origin} (${why}).\nStart the platform first, or name another with --url. ${again}`,
  );
}

async function parse<Schema extends z.ZodType>(
  path: string,
  schema: Schema,
  response: Response,
): Promise<z.infer<Schema>> {
  if (!response.ok) throw new Stopped(`${path} was refused: ${await whyNot(response)}`);
  const parsed = schema.safeParse(await response.json().catch(() => undefined));
  if (parsed.success) return parsed.data;
  throw new Stopped(`${path} answers otherwise than expected: ${z.prettifyError(parsed.error)}`);
}

async function whyNot(response: Response): Promise<string> {
  const parsed = problem.safeParse(await response.json().catch(() => undefined));
  const { code, title, detail } = parsed.data ?? {};
  return [response.status, code, detail ?? title].filter(Boolean).join(' ');
}
