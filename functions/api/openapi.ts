import * as z from 'zod';
import { type Action, policy } from '#domain/access/policy';
import { catalogueIds } from '#domain/credit/catalogue';
import {
  bankIdSchema,
  batchIdSchema,
  caseIdSchema,
  codeSchema,
  consentIdSchema,
  matchingEventIdSchema,
  needIdSchema,
  productIdSchema,
  productVersionIdSchema,
  searchIdSchema,
  supplierIdSchema,
  verificationIdSchema,
  whitelistIdSchema,
} from '#platform/schemas/values';
import { componentsOf, type Json, schemaOf } from './json-schema.ts';
import { idsNamedIn, type Operation, tags } from './operation.ts';
import { operations } from './operations.ts';
import { MAX_BODY_BYTES } from './read-body.ts';
import { shapes } from './shapes/shapes.ts';
import { type ProblemCode, statusOf } from './status.ts';

type Parameter = {
  readonly name: string;
  readonly in: string;
  readonly required: boolean;
  readonly description?: string;
  readonly schema: Json;
};
export type Described = {
  readonly operationId: string;
  readonly summary: string;
  readonly tags: readonly string[];
  readonly description?: string;
  readonly security: readonly Readonly<Record<string, readonly string[]>>[];
  /** Rows of the policy table: who, and how far. */
  readonly 'x-granted-to': readonly string[];
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: Json;
  readonly responses: Readonly<Record<string, Json & { readonly description: string }>>;
};
export type Document = {
  readonly openapi: '3.1.0';
  readonly info: { readonly title: string; readonly version: string; readonly description: string };
  readonly tags: readonly { readonly name: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, Json>>;
    readonly securitySchemes: Readonly<Record<string, Json>>;
  };
};

const securitySchemes = {
  token: {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'JWT',
    description:
      'An access token of the issuer that `/.well-known/oauth-protected-resource` names, RS256, with the claims `org` (`bank/bank_…`, `firm/<code>`, `department/supplier_…`, `office/city`) and `role` (names between spaces).',
  },
};

const isPublic = (action: Action | null): boolean =>
  action === null || policy[action].grants.some((grant) => grant === 'public:any');

let made: Document | undefined;

/**
 * The document of the door, made from the very rows from which its routes are made; once, and only where
 * somebody reads it, since most processes that start never do.
 */
export function openapi(): Document {
  made ??= makeDocument();
  return made;
}

const makeDocument = (): Document => ({
  openapi: '3.1.0',
  info: {
    title: '信易贷 xinyidai',
    version: '1.0.0',
    description:
      'Shared credit data becomes loans for small firms. Money is in fen, rates are in basis points, terms in months; days are those of Asia/Shanghai, instants UTC. GET and PUT alone: every request may be repeated. Refusals are problem+json (RFC 9457), in Chinese, or in English where Accept-Language asks for it; their codes never change.',
  },
  tags: tags.map((name) => ({ name })),
  paths: Object.fromEntries(
    [...new Set(operations.map(({ path }) => path))].map((path) => [
      path,
      Object.fromEntries(
        operations
          .filter((operation) => operation.path === path)
          .map((operation) => [operation.method.toLowerCase(), described(operation)]),
      ),
    ]),
  ),
  components: { schemas: componentsOf(shapes), securitySchemes },
});

function described(operation: Operation): Described {
  const { operationId, action, summary, description, tag, body } = operation;
  const parameters = parametersOf(operation);
  return {
    operationId,
    summary,
    tags: [tag],
    ...(description !== undefined && { description }),
    security: isPublic(action) ? [{}, { token: [] }] : [{ token: [] }],
    'x-granted-to': action === null ? ['everybody'] : policy[action].grants,
    ...(parameters.length > 0 && { parameters }),
    ...(body && { requestBody: requestBody(body) }),
    responses: responsesOf(operation),
  };
}

const querySchema = z.object({
  properties: z.record(z.string(), z.looseObject({})).default({}),
  required: z.array(z.string()).default([]),
});

function parametersOf({ path, query, takesIfMatch }: Operation): readonly Parameter[] {
  const { properties, required } = querySchema.parse(schemaOf(query));
  return [
    ...idsNamedIn(path).map((name) => ({
      name,
      in: 'path',
      required: true,
      schema: pathSchema(name, path),
    })),
    ...Object.entries(properties).map(([name, schema]) => ({
      name,
      in: 'query',
      required: required.includes(name),
      schema,
    })),
    ...(takesIfMatch
      ? [
          {
            name: 'If-Match',
            in: 'header',
            required: false,
            description: 'The ETag of the version seen.',
            schema: { type: 'string', pattern: '^"v\\d+"$' },
          },
        ]
      : []),
  ];
}

const idSchemas = {
  products: productIdSchema,
  'product-versions': productVersionIdSchema,
  needs: needIdSchema,
  'matching-events': matchingEventIdSchema,
  whitelists: whitelistIdSchema,
  batches: batchIdSchema,
  suppliers: supplierIdSchema,
  verifications: verificationIdSchema,
  cases: caseIdSchema,
  'identity-searches': searchIdSchema,
  consents: consentIdSchema,
  catalogues: z.enum(catalogueIds),
} as const;

/** Of whatever resource they are a part. */
const namedSchemas: Readonly<Record<string, z.ZodType>> = {
  code: codeSchema,
  bank: bankIdSchema,
  need: needIdSchema,
};

/** What stands in the path is what stands in the bodies of its resource. */
function pathSchema(name: string, path: string): Json {
  const named = namedSchemas[name];
  if (named) return schemaOf(named);
  const [, resource] =
    Object.entries(idSchemas).find(([of]) => path.startsWith(`/v1/${of}/`)) ?? [];
  return schemaOf(resource ?? z.string());
}

const hasId = (body: z.ZodObject) => 'id' in body.shape;

const requestBody = (body: z.ZodObject) => ({
  required: true,
  description: `UTF-8, at most ${MAX_BODY_BYTES} bytes.${hasId(body) ? ' `id` may be left out: it is that of the path.' : ''}`,
  content: {
    'application/json': { schema: schemaOf(hasId(body) ? body.partial({ id: true }) : body) },
  },
});

const header = (description: string) => ({ description, schema: { type: 'string' } });

function responsesOf(operation: Operation): Described['responses'] {
  const success = (description: string, headers: Json = {}) => ({
    description,
    headers: {
      'x-request-id': header('The id of the request in our logs.'),
      ...(isVersioned(operation) && { ETag: header('The version: `"v3"`.') }),
      ...headers,
    },
    content:
      'file' in operation.answers
        ? { [operation.answers.file]: { schema: { type: 'string' } } }
        : { 'application/json': { schema: answerSchema(operation) } },
  });
  const codes = Map.groupBy(codesOf(operation), (code) => statusOf[code]);
  return {
    200: success(operation.creates ? 'As it is kept; it was there before.' : 'As it is kept.'),
    ...(operation.creates && {
      201: success('New under this id.', { Location: header('The path of what is new.') }),
    }),
    ...Object.fromEntries(
      [...codes].map(([status, of]) => [
        status,
        {
          description: of.join(', '),
          content: {
            'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
          },
        },
      ]),
    ),
  };
}

/** A single product, need, whitelist or supplier carries its version, save where an action answers it. */
const isVersioned = ({ answers, path }: Operation) =>
  'one' in answers &&
  ['Product', 'Need', 'Whitelist', 'Supplier'].includes(answers.one) &&
  path.endsWith('}');

/** What every body may be refused for, where an operation expects one and where it expects none. */
const readingCodes: readonly ProblemCode[] = [
  'malformed_json',
  'encoding_unknown',
  'body_too_large',
  'unsupported_media_type',
];

/** What everybody may be refused for, by who they are. */
const askerCodes: readonly ProblemCode[] = [
  'sign_in_required',
  'token_wrong',
  'forbidden',
  'issuer_unreachable',
];

const bodyCodes: readonly ProblemCode[] = [
  'required',
  'wrong_type',
  'too_long',
  'out_of_range',
  'number_wrong',
  'money_negative',
  'not_in_list',
  'date_wrong',
];

/** In the order of their statuses. */
const codesOf = ({ action, body, query, method, refuses }: Operation): readonly ProblemCode[] =>
  [
    ...new Set<ProblemCode>([
      ...refuses,
      'token_wrong',
      'rate_limited',
      ...(isPublic(action) ? [] : (['sign_in_required', 'forbidden'] as const)),
      ...(method === 'PUT' ? readingCodes : []),
      ...(body ? bodyCodes : []),
      ...(query ? (['cursor_wrong', 'out_of_range', 'wrong_type'] as const) : []),
      ...(method === 'PUT' ? (['wrong_type', 'busy'] as const) : []),
      ...askerCodes,
      'unknown_field',
      'internal',
    ]),
  ].sort((a, b) => statusOf[a] - statusOf[b]);

function answerSchema({ answers }: Operation): Json {
  if ('one' in answers) return { $ref: `#/components/schemas/${answers.one}` };
  if ('file' in answers) return { type: 'string' };
  return {
    type: 'object',
    required: ['items'],
    properties: {
      items: { type: 'array', items: { $ref: `#/components/schemas/${answers.pageOf}` } },
      next: { type: 'string', description: 'The cursor of the next page; absent on the last.' },
    },
  };
}
