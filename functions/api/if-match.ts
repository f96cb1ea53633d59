import { type Outcome, refuse } from '#domain/refusal';

const VERSION = /^"v(\d{1,9})"$/;

/**
 * The version that a client has seen: `"v3"` as our ETags are; undefined where it says nothing of that. `*` asks that
 * there be something, whatever its version. Refuses: version_differs, as for whatever else is asked for.
 */
export async function seenVersion(
  ifMatch: string | undefined,
  read: () => Promise<Outcome<{ readonly version: number }>>,
): Promise<Outcome<number | undefined>> {
  const said = ifMatch?.trim();
  if (said === undefined) return { ok: true, value: undefined };
  if (said === '*') {
    const kept = await read();
    return kept.ok
      ? { ok: true, value: kept.value.version }
      : refuse('version_differs', { field: 'If-Match', expected: 'v0', actual: said });
  }
  const [, version] = VERSION.exec(said) ?? [];
  return version === undefined
    ? refuse('version_differs', { field: 'If-Match', expected: '"v<version>"', actual: said })
    : { ok: true, value: Number(version) };
}
