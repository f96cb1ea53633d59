const LOOPBACK = new Set(['127.0.0.1', '[::1]', 'localhost']);

/** Whether an issuer's address may be asked: over TLS, or in the clear on this machine alone. */
export function isTrusted(address: string): boolean {
  const url = URL.parse(address);
  return url !== null && (url.protocol === 'https:' || isLoopback(url));
}

export const isLoopback = ({ protocol, hostname }: URL): boolean =>
  protocol === 'http:' && LOOPBACK.has(hostname);

/** Where an issuer describes itself (OpenID Connect Discovery 1.0, 4). */
export const discoveryOf = (issuer: string): string =>
  `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
