import type { IncomingMessage, ServerResponse } from 'node:http';
import { bodyWithin } from '../http-api.ts';
import { issuerKeysIn } from './keys.ts';
import { claimsOf, readPeople } from './people.ts';
import { lostPage, peoplePage } from './people-page.ts';

export const ISSUER_PATH = '/oidc';
export const AUDIENCE = 'xinyidai';
const PEOPLE_PATH = `${ISSUER_PATH}/people/`;
const MAX_FORM_BYTES = 4_096;

export type Issuer = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/**
 * An OpenID Connect issuer under `/oidc` of the runner's own address: everything that people, banks' systems and the demo's
 * loader need to sign in as they will in the cloud, and a page to choose from in the place of a password.
 */
export async function issuerAt(url: string, dataDir: string): Promise<Issuer> {
  const [{ providerOf }, keys] = await Promise.all([
    // Loaded beside the keys' making: both take their time.
    import('./provider.ts'),
    issuerKeysIn(dataDir),
  ]);
  const provider = providerOf({ url, dataDir, keys, audience: AUDIENCE });
  const callback = provider.callback();

  const people: Issuer = async (request, response) => {
    const begun = await provider.interactionDetails(request, response).catch(() => undefined);
    if (begun === undefined) return sendPage(response, 400, lostPage);
    if (request.method !== 'POST')
      return sendPage(response, 200, peoplePage(readPeople(dataDir), PEOPLE_PATH + begun.uid));
    const accountId = await chosen(request);
    if (accountId === undefined)
      return sendPage(response, 400, peoplePage(readPeople(dataDir), PEOPLE_PATH + begun.uid));
    await provider.interactionFinished(request, response, {
      login: { accountId, remember: false },
    });
  };

  return async (request, response) => {
    const target = request.url ?? '/';
    if (target.startsWith(PEOPLE_PATH)) return people(request, response);
    // By both the issuer knows that it answers below the root.
    Object.assign(request, {
      originalUrl: target,
      url: target.slice(ISSUER_PATH.length) || '/',
    });
    await callback(request, response);
  };
}

/** Somebody of the list, or a firm by its code. */
async function chosen(request: IncomingMessage): Promise<string | undefined> {
  const body = await bodyWithin(request, MAX_FORM_BYTES);
  if (body === 'too_large') return undefined;
  const form = new URLSearchParams(body.toString('utf8'));
  const person =
    form.get('person') ??
    `firm/${(form.get('code') ?? '').trim().toUpperCase()}:${form.get('role')}`;
  return claimsOf(person) && person;
}

function sendPage(response: ServerResponse, status: number, page: string): void {
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy':
      "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'; form-action 'self' http://127.0.0.1:* http://localhost:*",
    'referrer-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
  });
  response.end(page);
}
