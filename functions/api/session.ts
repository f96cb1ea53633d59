import { isLocal } from './origin.ts';

/**
 * The access token of whoever signed in on a page. A browser sends it with pages alone that one of ours led to
 * (Strict): elsewhere a link could make a bank read, and use up, what a firm has consented to.
 */
const SESSION = 'xinyidai';
/** What a sign-in under way keeps: the issuer sends the browser back from elsewhere, hence Lax. */
const SIGNING_IN = 'xinyidai-signing-in';
const SIGNING_IN_SECONDS = 600;

const names = { session: SESSION, signingIn: SIGNING_IN } as const;
type Kind = keyof typeof names;

/** `__Host-`: of this very host, over TLS, and no neighbour can set it. In the clear no browser would take it. */
const nameOf = (kind: Kind, origin: string) =>
  isLocal(origin) ? names[kind] : `__Host-${names[kind]}`;

export function cookieOf(kind: Kind, origin: string, header: string | null): string | undefined {
  const prefix = `${nameOf(kind, origin)}=`;
  const found = (header ?? '').split(/;\s*/).find((each) => each.startsWith(prefix));
  return found?.slice(prefix.length) || undefined;
}

export const sessionCookie = (origin: string, token: string, seconds: number) =>
  cookie('session', origin, { value: token, seconds, sameSite: 'Strict' });

export const signingInCookie = (origin: string, value: string) =>
  cookie('signingIn', origin, { value, seconds: SIGNING_IN_SECONDS, sameSite: 'Lax' });

export const noCookie = (kind: Kind, origin: string) =>
  cookie(kind, origin, { value: '', seconds: 0, sameSite: 'Strict' });

function cookie(
  kind: Kind,
  origin: string,
  { value, seconds, sameSite }: { value: string; seconds: number; sameSite: 'Strict' | 'Lax' },
): string {
  const secure = isLocal(origin) ? '' : '; Secure';
  return `${nameOf(kind, origin)}=${value}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=${sameSite}${secure}`;
}
