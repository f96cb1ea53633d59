const HOST = /^(?:[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?|\[::1\])(?::\d{1,5})?$/i;
const LOCAL = /^http:\/\/(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?$/;

/**
 * Where the browser thinks it is: the gateway hands requests on by their host, so that it is one of ours. On this
 * machine alone it is in the clear.
 */
export function originOf(request: Request): string | undefined {
  const host = request.headers.get('host');
  if (host === null || !HOST.test(host)) return undefined;
  const clear = `http://${host.toLowerCase()}`;
  return isLocal(clear) ? clear : `https://${host.toLowerCase()}`;
}

export const isLocal = (origin: string): boolean => LOCAL.test(origin);
