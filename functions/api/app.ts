import { Hono, type MiddlewareHandler } from 'hono';
import { cors } from 'hono/cors';
import { requestId } from 'hono/request-id';
import { PUBLIC } from '#domain/principal';
import type { Platform } from '#platform/platform';
import { logger } from '../runtime/logger.ts';
import { PAGES } from './authenticate.ts';
import { openapi } from './openapi.ts';
import { operations } from './operations.ts';
import { docsPage } from './pages/docs.ts';
import { homePage } from './pages/home.ts';
import { doorProblem, problemOf } from './problem.ts';
import { type Door, type Environment, sendProblem, serve, whereOf } from './serve.ts';
import { mountSignIn, signInPaths } from './sign-in.ts';

/** The whole door as a value: what a function, a local server or a test mounts. */
export function createApp(platform: Platform, door: Door): Hono<Environment> {
  const { origins = [] } = door;
  const app = new Hono<Environment>();
  app.use(requestId({ limitLength: 64 }), secured);
  if (origins.length > 0) app.use(cors(callable(origins)));
  for (const operation of operations) {
    const answer = serve(platform, operation, door);
    app.on(operation.method, routeOf(operation.path), answer);
    if (operation.method === 'GET') app.get(`${PAGES}${routeOf(operation.path)}`, answer);
  }
  if (door.signIn) mountSignIn(app, door.signIn);
  app.get('/', async (context) => {
    const asker = await door.authenticate(context.req.raw);
    return context.html(homePage(asker.ok ? asker.value : PUBLIC));
  });
  app.get('/docs', (context) => context.html(docsPage(openapi())));
  app.get('/openapi.json', (context) => context.json(openapi()));
  app.notFound((context) => {
    const allowed = methodsAt(context.req.path);
    if (allowed.length === 0)
      return sendProblem(
        context,
        problemOf(
          [{ code: 'not_found', field: 'path', actual: context.req.path }],
          whereOf(context),
        ),
      );
    context.header('Allow', allowed.join(', '));
    return sendProblem(context, doorProblem('method_not_allowed', whereOf(context)));
  });
  app.onError((fault, context) => {
    logger.error('The request failed', { error: fault, request: context.get('requestId') });
    return sendProblem(context, doorProblem('internal', whereOf(context)));
  });
  return app;
}

/** A browser app says who asks by its token alone: no cookie goes along, so no other site can ask in somebody's name. */
const callable = (origins: readonly string[]) => ({
  origin: [...origins],
  allowMethods: ['GET', 'HEAD', 'PUT'],
  allowHeaders: ['Authorization', 'Content-Type', 'If-Match', 'Accept-Language', 'X-Request-Id'],
  exposeHeaders: ['ETag', 'Location', 'Link', 'Retry-After', 'WWW-Authenticate', 'X-Request-Id'],
  maxAge: 3600,
});

/** Answers hold what firms told in confidence: nobody keeps, guesses, frames or passes them on. */
const secured: MiddlewareHandler = async (context, next) => {
  await next();
  const isPage = context.res.headers.get('content-type')?.startsWith('text/html') ?? false;
  const fence = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
  context.header('Content-Security-Policy', isPage ? `${fence}; style-src 'unsafe-inline'` : fence);
  context.header('Strict-Transport-Security', 'max-age=63072000; includeSubDomains');
  context.header('Cross-Origin-Opener-Policy', 'same-origin');
  context.header('Cross-Origin-Resource-Policy', 'same-origin');
  context.header('Permissions-Policy', 'camera=(), geolocation=(), microphone=()');
  context.header('X-Content-Type-Options', 'nosniff');
  context.header('Referrer-Policy', 'no-referrer');
  context.header('Cache-Control', 'no-store');
};

/** `/v1/needs/{id}` as Hono writes it. */
const routeOf = (path: string) => path.replace(/\{(\w+)\}/g, ':$1');

const pages: readonly string[] = ['/', '/docs', '/openapi.json', ...signInPaths];

function methodsAt(path: string): readonly string[] {
  const methods = operations
    .filter(
      ({ method, path: template }) =>
        matches(template, path) || (method === 'GET' && matches(`${PAGES}${template}`, path)),
    )
    .map(({ method }) => method);
  const all = pages.includes(path) ? ['GET'] : methods;
  return all.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method]));
}

const matches = (template: string, path: string) => {
  const [wanted, got] = [template.split('/'), path.split('/')];
  return (
    wanted.length === got.length &&
    wanted.every(
      (part, index) => part === got[index] || (part.startsWith('{') && got[index] !== ''),
    )
  );
};
