import { accept, type Outcome, refuse } from '#domain/refusal';

const VERSION = /^"v(\d{1,9})"$/;

/** `"v3"` as our ETags are, `*` for any; undefined where nothing is said. Refuses: version_differs. */
export function readIfMatch(ifMatch: string | undefined): Outcome<number | 'any' | undefined> {
  const said = ifMatch?.trim();
  if (said === undefined) return accept(undefined);
  if (said === '*') return accept('any');
  const [, version] = VERSION.exec(said) ?? [];
  return version === undefined
    ? refuse('version_differs', { field: 'If-Match', expected: '"v<version>"', actual: said })
    : accept(Number(version));
}

/**
 * The version that a client has seen: `"v3"` as our ETags are; undefined where it says nothing of that. `*` asks that
 * there be something, whatever its version. Refuses: version_differs, as for whatever else is asked for.
 */
export async function seenVersion(
  ifMatch: string | undefined,
  read: () => Promise<Outcome<{ readonly version: number }>>,
): Promise<Outcome<number | undefined>> {
  const said = readIfMatch(ifMatch);
  if (!said.ok) return said;
  if (said.value !== 'any') return accept(said.value);
  const kept = await read();
  return kept.ok
    ? accept(kept.value.version)
    : refuse('version_differs', { field: 'If-Match', expected: 'v0', actual: '*' });
}
