import { PUBLIC } from '#domain/principal';
import { accept, refuse } from '#domain/refusal';
import type { CodeFlow, Recognise } from '#platform/sign-in';
import type { Authenticate } from '../runtime/asker.ts';
import { originOf } from './origin.ts';
import { wantsPage } from './preference.ts';
import { cookieOf } from './session.ts';

/** Pages for whoever signed in by a browser lie under here; `/v1` knows tokens alone. */
export const PAGES = '/pages';

/** Who may let people in, and how they come in by a browser. */
export type SignIn = {
  readonly issuer: string;
  readonly flow: CodeFlow;
  readonly recognise: Recognise;
};

const BEARER = /^bearer +([\w~+/.-]+=*)$/i;

/**
 * By the token of the Authorization header (RFC 6750). Without the header the public; where a page is asked, whoever
 * has signed in on one: so a cookie never makes anything, and a session that is over is no session.
 * Refuses: token_wrong, issuer_unreachable.
 */
export const authenticateBy =
  (recognise: Recognise): Authenticate =>
  async (request) => {
    const written = request.headers.get('authorization');
    if (written === null) return sessionOf(recognise, request);
    const token = BEARER.exec(written.trim())?.[1];
    return token === undefined
      ? refuse('token_wrong', { field: 'Authorization', expected: 'Bearer', actual: 'malformed' })
      : recognise(token);
  };

async function sessionOf(recognise: Recognise, request: Request) {
  const origin = originOf(request);
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  const isPage = isRead && wantsPage(request.headers.get('accept') ?? undefined);
  const { pathname } = new URL(request.url);
  const isOurs = pathname === '/' || pathname.startsWith(`${PAGES}/`);
  const token =
    origin !== undefined && isPage && isOurs
      ? cookieOf('session', origin, request.headers.get('cookie'))
      : undefined;
  if (token === undefined) return accept(PUBLIC);
  const asker = await recognise(token);
  return !asker.ok && asker.refusal.code === 'token_wrong' ? accept(PUBLIC) : asker;
}
