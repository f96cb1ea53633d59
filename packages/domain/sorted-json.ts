/**
 * The same text whatever the order in which a store or a client writes an object's keys: canonical JSON (RFC 8785)
 * for what we keep: texts, whole numbers, booleans, lists, and objects whose keys are no numbers.
 */
export const sortedJson = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  ) ?? '';
