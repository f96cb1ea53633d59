import * as z from 'zod';
import { Stopped } from './demo/stopped.ts';

const TIMEOUT_MS = 10_000;
const resource = z.object({ authorization_servers: z.array(z.string()).min(1) });

/** Whose tokens a platform takes, as it says itself (RFC 9728). */
export const issuerPlace = (url: string) => `${url}/.well-known/oauth-protected-resource`;

/** Throws `Stopped`: it says nothing of the kind. */
export function issuerIn(url: string, answered: unknown): string {
  const [issuer] = resource.safeParse(answered).data?.authorization_servers ?? [];
  if (issuer === undefined) throw new Stopped(`${url} does not say whose tokens it takes.`);
  return issuer;
}

/** Asks the platform. Throws `Stopped`: nobody answers there. */
export async function findIssuer(url: string): Promise<string> {
  const answer = await fetch(issuerPlace(url), { signal: AbortSignal.timeout(TIMEOUT_MS) }).catch(
    () => undefined,
  );
  if (answer === undefined) throw new Stopped(`Nobody answers at ${url}.`);
  return issuerIn(url, await answer.json().catch(() => undefined));
}
