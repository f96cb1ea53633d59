import type { html } from 'hono/html';
import type * as z from 'zod';
import type { Action } from '#domain/access/policy';
import type { Principal } from '#domain/principal';
import type { Outcome, Refusal } from '#domain/refusal';
import type { Platform } from '#platform/platform';
import { type Parameters, parseQuery } from './parse-asked.ts';
import type { ProblemCode } from './status.ts';

export type Method = 'GET' | 'PUT';

/** What is asked, parsed as far as the door can: the raw body is the operation's own to parse. */
export type Asked<Query> = {
  readonly asker: Principal;
  /** The first part in braces of the path; empty where there is none. */
  readonly id: string;
  /** The second one; empty where there is none. */
  readonly part: string;
  readonly query: Query;
  /** Every value of every query parameter, as sent. */
  readonly parameters: Parameters;
  readonly body: unknown;
  readonly ifMatch: string | undefined;
};

type Content = Awaited<ReturnType<typeof html>>;

/** What is answered: 200, or 201 where `createdAt` tells the place of something new. */
export type Reply = {
  readonly value: object;
  /** Of the one thing answered; becomes its ETag. */
  readonly version?: number;
  readonly createdAt?: string;
  /** What a browser is shown in the place of the value; made when one asks. */
  readonly page?: () => Promise<Content>;
  /** A file in the place of the value; `next` is the path of its following part. */
  readonly file?: {
    readonly type: string;
    readonly name: string;
    readonly text: string;
    readonly next?: string;
  };
};

/** The first refusal makes the status. */
export type Answer =
  | { readonly ok: true; readonly value: Reply }
  | { readonly ok: false; readonly refusals: readonly Refusal[] };

export const tags = [
  'Enterprises',
  'Checks',
  'Products',
  'Needs',
  'Matching events',
  'Whitelists',
  'Notices',
  'Batches',
  'Suppliers',
  'Quality',
  'Verifications',
  'Cases',
  'Identities',
  'Retention',
  'Consents',
  'Ledger',
  'Monitoring',
  'Audit',
  'Catalogues',
  'Scorecards',
] as const;

/** How an operation answers, for the document: a component by name, a page of it, or a file of a media type. */
export type Shape =
  | { readonly one: string }
  | { readonly pageOf: string }
  | { readonly file: `${string}/${string}` };

/** What stands in braces in a path, in its order. */
export const idsNamedIn = (path: string): readonly string[] =>
  [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);

/** One row of the door: from these the routes and the OpenAPI document are made. */
export type Operation = {
  readonly method: Method;
  /** With at most two ids in braces, as OpenAPI writes them. */
  readonly path: `/v1/${string}`;
  readonly operationId: string;
  /** Its row in the policy table, asked before anything is read; null = says what everybody may know. */
  readonly action: Action | null;
  readonly tag: (typeof tags)[number];
  readonly summary: string;
  readonly description?: string;
  readonly query?: z.ZodObject;
  /** Its `id`, if any, is that of the path. */
  readonly body?: z.ZodObject;
  readonly takesIfMatch?: boolean;
  readonly answers: Shape;
  /** PUT that may answer 201. */
  readonly creates?: boolean;
  /** Besides what every operation of its kind refuses. */
  readonly refuses: readonly ProblemCode[];
  readonly handle: (platform: Platform, asked: Asked<undefined>) => Promise<Answer>;
};

type Of<Query extends z.ZodObject> = Omit<Operation, 'handle' | 'query'> & {
  readonly query: Query;
  readonly handle: (platform: Platform, asked: Asked<z.output<Query>>) => Promise<Answer>;
};

/** An operation that reads query parameters; its handler gets them parsed. */
export const asking = <Query extends z.ZodObject>({ handle, ...rest }: Of<Query>): Operation => ({
  ...rest,
  handle: async (platform, asked) => {
    const query = parseQuery(rest.query, asked.parameters);
    return query.ok ? handle(platform, { ...asked, query: query.value }) : query;
  },
});

/** An outcome of the platform as an answer. */
export const answer = <Value>(outcome: Outcome<Value>, reply: (value: Value) => Reply): Answer =>
  outcome.ok
    ? { ok: true, value: reply(outcome.value) }
    : { ok: false, refusals: [outcome.refusal] };

/** A refused outcome as an answer. */
export const no = ({ refusal }: { readonly refusal: Refusal }): Answer => ({
  ok: false,
  refusals: [refusal],
});
