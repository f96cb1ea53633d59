import { createLocalJWKSet } from 'jose';
import * as z from 'zod';
import { discoveryOf, isLoopback, isTrusted } from './issuer-address.ts';

/** Keys are read anew after so long, so that one that was withdrawn does not count for much longer. */
export const FRESH_MS = 15 * 60_000;
/** An issuer that does not answer is trusted by the keys that it had for so long; HTTP API does the same. */
export const STALE_MS = 2 * 60 * 60_000;
/** However many tokens name keys that nobody knows, the issuer is asked this often at most. */
export const COOLDOWN_MS = 30_000;
/** An issuer that failed is asked again after so long: everybody waits for it. */
export const RETRY_MS = 2_000;

const TIMEOUT_MS = 5_000;
const MAX_BYTES = 256 * 1024;
const MAX_KEYS = 100;

const description = z.object({ issuer: z.string(), jwks_uri: z.string() });
const keySet = z.object({
  keys: z.array(z.looseObject({ kty: z.string() })).max(MAX_KEYS),
});
const signing = z.looseObject({
  kty: z.literal('RSA'),
  kid: z.string().min(1),
  use: z.literal('sig').exactOptional(),
  alg: z.literal('RS256').exactOptional(),
  n: z.string(),
  e: z.string(),
});
type SigningKey = z.infer<typeof signing>;

type KeySet = {
  readonly kids: ReadonlySet<string>;
  readonly find: ReturnType<typeof createLocalJWKSet>;
  readonly readAt: number;
};

/** The issuer could not be asked, or answered what no issuer answers; the message is for our own log. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';
}

/**
 * The public keys of an issuer, by their ids: undefined where it has none of that id. New keys are found when the first
 * token names them; old ones hold as long as the issuer shows them. Throws `Unreachable`.
 */
export function issuerKeys(options: {
  readonly issuer: string;
  /** Milliseconds. */
  readonly clock: () => number;
}): (kid: string) => Promise<KeySet['find'] | undefined> {
  let kept: KeySet | undefined;
  let failedAt = Number.NEGATIVE_INFINITY;
  let reading: Promise<KeySet> | undefined;

  /** One question at a time, whoever waits for it. */
  const read = (): Promise<KeySet> => {
    reading ??= readKeys(options.issuer, options.clock)
      .then((keys) => {
        kept = keys;
        return keys;
      })
      .catch((error: unknown) => {
        failedAt = options.clock();
        throw error instanceof Unreachable ? error : new Unreachable(String(error));
      })
      .finally(() => {
        reading = undefined;
      });
    return reading;
  };
  const mayAsk = () => reading !== undefined || options.clock() - failedAt >= RETRY_MS;

  const current = async (): Promise<KeySet> => {
    const age = kept ? options.clock() - kept.readAt : Number.POSITIVE_INFINITY;
    if (kept && age < FRESH_MS) return kept;
    const known = age < STALE_MS ? kept : undefined;
    if (!mayAsk()) {
      if (known) return known;
      throw new Unreachable('The issuer failed a moment ago.');
    }
    return read().catch((error: unknown) => {
      if (known) return known;
      throw error;
    });
  };

  return async (kid) => {
    const keys = await current();
    if (keys.kids.has(kid)) return keys.find;
    if (reading === undefined && options.clock() - keys.readAt < COOLDOWN_MS) return undefined;
    if (!mayAsk()) throw new Unreachable('The issuer failed a moment ago.');
    const renewed = await read();
    return renewed.kids.has(kid) ? renewed.find : undefined;
  };
}

async function readKeys(issuer: string, clock: () => number): Promise<KeySet> {
  if (!isTrusted(issuer)) throw new Unreachable('The issuer is not asked over TLS.');
  const told = description.safeParse(await readJson(discoveryOf(issuer)));
  if (!told.success || told.data.issuer !== issuer)
    throw new Unreachable('The issuer does not describe itself under its own name.');
  const from = URL.parse(told.data.jwks_uri);
  const inTheClear = from !== null && isLoopback(from);
  if (!from || !isTrusted(from.href) || (inTheClear && !isLoopback(new URL(issuer))))
    throw new Unreachable('The issuer shows its keys at a place that is not asked.');
  const set = keySet.safeParse(await readJson(from.href));
  if (!set.success) throw new Unreachable('The issuer shows no keys.');
  const keys = set.data.keys.flatMap((key): SigningKey[] => {
    const usable = signing.safeParse(key);
    return usable.success ? [usable.data] : [];
  });
  return {
    kids: new Set(keys.map(({ kid }) => kid)),
    find: createLocalJWKSet({ keys }),
    readAt: clock(),
  };
}

/** Where it leads elsewhere it is not followed: an issuer says its addresses itself. */
async function readJson(address: string): Promise<unknown> {
  const response = await fetch(address, {
    headers: { accept: 'application/json' },
    redirect: 'error',
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  if (!response.ok || !response.body)
    throw new Unreachable(`The issuer answers ${response.status}.`);
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body) {
    bytes += chunk.length;
    if (bytes > MAX_BYTES) throw new Unreachable('The issuer answers at too great a length.');
    chunks.push(chunk);
  }
  return JSON.parse(Buffer.concat(chunks).toString('utf8'));
}
