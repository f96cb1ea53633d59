import { Buffer } from 'node:buffer';
import type { Context, Hono } from 'hono';
import * as z from 'zod';
import { type Outcome, type Refusal, refuse } from '#domain/refusal';
import type { SignIn } from './authenticate.ts';
import { originOf } from './origin.ts';
import { signedInPage, signedOutPage } from './pages/sign-in.ts';
import { problemOf } from './problem.ts';
import { type Environment, sendProblem, whereOf } from './serve.ts';
import { cookieOf, noCookie, sessionCookie, signingInCookie } from './session.ts';

export const signInPaths = [
  '/sign-in',
  '/signed-in',
  '/sign-out',
  '/.well-known/oauth-protected-resource',
] as const;

/** Browsers take cookies of 4,096 bytes, name and attributes included. */
const MAX_TOKEN = 3_800;

/** What a sign-in keeps in the browser until the issuer has sent it back. */
const signingIn = z.object({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  to: z.string(),
});

/** Code and PKCE for pages (RFC 9700, 2.1): the token ends in a cookie, never in an address. */
export function mountSignIn(app: Hono<Environment>, { issuer, flow, recognise }: SignIn): void {
  app.get('/sign-in', async (context) => {
    const origin = originOf(context.req.raw);
    if (origin === undefined) return refused(context, NO_HOST);
    const begin = await flow.begin(`${origin}/signed-in`);
    if (!begin.ok) return refused(context, begin.refusal);
    const { address, begun } = begin.value;
    const kept = JSON.stringify({ ...begun, to: ownPath(context.req.query('to')) });
    context.header('Set-Cookie', signingInCookie(origin, Buffer.from(kept).toString('base64url')));
    return context.redirect(address);
  });

  app.get('/signed-in', async (context) => {
    const origin = originOf(context.req.raw);
    if (origin === undefined) return refused(context, NO_HOST);
    const kept = readKept(cookieOf('signingIn', origin, context.req.raw.headers.get('cookie')));
    if (!kept.ok) return refused(context, kept.refusal);
    context.header('Set-Cookie', noCookie('signingIn', origin), { append: true });
    const { search } = new URL(context.req.url);
    const { to, ...begun } = kept.value;
    const granted = await flow.finish(new URL(`${origin}/signed-in${search}`), begun);
    if (!granted.ok) return refused(context, granted.refusal);
    const { token, expiresInSeconds } = granted.value;
    if (token.length > MAX_TOKEN) return refused(context, TOO_LONG);
    const asker = await recognise(token);
    if (!asker.ok) return refused(context, asker.refusal);
    context.header('Set-Cookie', sessionCookie(origin, token, expiresInSeconds), { append: true });
    return context.html(signedInPage(asker.value, to));
  });

  app.get('/sign-out', (context) => {
    const origin = originOf(context.req.raw);
    if (origin !== undefined) context.header('Set-Cookie', noCookie('session', origin));
    return context.html(signedOutPage());
  });

  // RFC 9728: by this a client finds the issuer of its tokens.
  app.get('/.well-known/oauth-protected-resource', (context) =>
    context.json({
      resource: originOf(context.req.raw),
      authorization_servers: [issuer],
      bearer_methods_supported: ['header'],
    }),
  );
}

const NO_HOST: Refusal = { code: 'required', field: 'Host' };
const TOO_LONG: Refusal = {
  code: 'token_wrong',
  field: 'token',
  expected: `at most ${MAX_TOKEN} characters`,
  actual: 'malformed',
};

const refused = (context: Context, refusal: Refusal) =>
  sendProblem(context, problemOf([refusal], whereOf(context)));

/** Refuses: token_wrong, where the sign-in was begun in another browser or too long ago. */
function readKept(cookie: string | undefined): Outcome<z.output<typeof signingIn>> {
  const no = refuse('token_wrong', { field: 'sign-in', actual: 'not_begun' });
  if (cookie === undefined) return no;
  try {
    const kept = signingIn.parse(JSON.parse(Buffer.from(cookie, 'base64url').toString()));
    return { ok: true, value: { ...kept, to: ownPath(kept.to) } };
  } catch {
    return no;
  }
}

const OWN = /^\/(?![/\\])[\x21-\x5b\x5d-\x7e]{0,999}$/;

/** A page of ours, else the first: nobody is led elsewhere by signing in. */
const ownPath = (to: string | undefined): string => (to !== undefined && OWN.test(to) ? to : '/');
