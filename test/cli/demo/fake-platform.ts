import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { NO_ROWS } from '#domain/credit/batch';

export type FakePlatform = {
  readonly url: string;
  /** `PUT /v1/needs` → how often; ids are left out. */
  readonly asked: Map<string, number>;
  readonly kept: Map<string, unknown>;
  /** Who sent each of them, by the path. */
  readonly sentBy: Map<string, string>;
  /** Answers 503 to that many requests from now on, or to none. */
  stumble: (times: number) => void;
  readonly close: () => Promise<void>;
};

/** As much of the API as the demo uses, kept in memory; a file counts its lines and is done at once. */
export async function startFakePlatform(): Promise<FakePlatform> {
  const kept = new Map<string, unknown>();
  const asked = new Map<string, number>();
  const sentBy = new Map<string, string>();
  let stumbles = 0;
  const server = createServer((request, response) => {
    if (stumbles > 0) {
      stumbles -= 1;
      response.writeHead(503).end();
      return;
    }
    void answer({ kept, asked, sentBy }, request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    kept,
    sentBy,
    stumble: (times) => {
      stumbles = times;
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

type State = Pick<FakePlatform, 'kept' | 'asked' | 'sentBy'>;

async function answer(state: State, request: IncomingMessage, response: ServerResponse) {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const { pathname } = new URL(request.url ?? '/', 'http://fake');
  const issued = issue(`http://${request.headers.host}`, pathname, `${Buffer.concat(chunks)}`);
  if (issued !== undefined) {
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(issued));
    return;
  }
  const [, token = ''] = /^Bearer (.+)$/.exec(request.headers.authorization ?? '') ?? [];
  if (request.method === 'PUT') state.sentBy.set(pathname, Buffer.from(token, 'hex').toString());
  const place = `${request.method} ${pathname.replace(/_demo-[\w-]+/, '')}`;
  state.asked.set(place, (state.asked.get(place) ?? 0) + 1);
  const reply = replyTo(state, `${request.method}`, pathname, Buffer.concat(chunks));
  response.writeHead(reply === undefined ? 404 : 200, { 'content-type': 'application/json' });
  response.end(JSON.stringify(reply ?? { code: 'not_found' }));
}

/** An issuer whose tokens say in plain whose they are. */
function issue(url: string, path: string, form: string): object | undefined {
  const issuer = `${url}/oidc`;
  if (path === '/.well-known/oauth-protected-resource') return { authorization_servers: [issuer] };
  if (path === '/oidc/.well-known/openid-configuration')
    return { issuer, token_endpoint: `${issuer}/token` };
  if (path !== '/oidc/token') return undefined;
  const person = new URLSearchParams(form).get('person') ?? '';
  return { access_token: Buffer.from(person).toString('hex'), token_type: 'bearer' };
}

const NO_MATCHES = {
  need: 'need_a',
  edition: 1,
  code: '',
  asOf: '2026-03-02',
  ruleVersion: 1,
  counts: { yes: 0, unknown: 0, no: 0 },
  gaps: [],
  products: [],
  findings: [],
};

function replyTo({ kept }: State, method: string, path: string, body: Buffer): unknown {
  if (path === '/__local') return { idle: true };
  if (path.startsWith('/inbox/')) return arrived(kept, path, body);
  if (path.endsWith('/matches')) return NO_MATCHES;
  if (path.endsWith('/publication')) return published(kept, path.replace('/publication', ''));
  if (path === '/v1/enterprises') return { items: [] };
  if (method === 'GET') return kept.get(path);
  if (path.endsWith('/identity')) return { status: 'verified' };
  if (path.startsWith('/v1/batches/')) return opened(kept, path);
  if (path.startsWith('/v1/product')) return sold(kept, path);
  if (path.startsWith('/v1/whitelists/') && !kept.has(path))
    kept.set(path, { ...JSON.parse(`${body}`), status: 'draft', considered: 20, listed: 5 });
  else if (!kept.has(path)) kept.set(path, JSON.parse(`${body}`));
  return kept.get(path);
}

/** A version goes from draft to listed, whatever is said of it. */
function sold(kept: State['kept'], path: string) {
  const [, step = 'draft'] = /\.1\/(\w+)$/.exec(path) ?? [];
  kept.set(path, { version: 1, status: step === 'check' ? 'checked' : step });
  return kept.get(path);
}

function opened(kept: State['kept'], path: string) {
  if (!kept.has(path)) kept.set(path, { status: 'awaiting_file', counts: NO_ROWS });
  const url = path.replace('/v1/batches/', '/inbox/');
  return { batch: kept.get(path), upload: { method: 'PUT', url, expiresInSeconds: 900 } };
}

function arrived(kept: State['kept'], path: string, body: Buffer) {
  const delivered = `${body}`.split('\n').length;
  const counts = { ...NO_ROWS, delivered, accepted: delivered };
  kept.set(path.replace('/inbox/', '/v1/batches/'), {
    status: 'completed',
    counts,
  });
  return {};
}

function published(kept: State['kept'], path: string) {
  kept.set(path, { ...Object(kept.get(path)), status: 'published' });
  return kept.get(path);
}
