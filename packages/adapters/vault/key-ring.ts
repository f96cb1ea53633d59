/** A data key of 32 bytes, and itself wrapped by a key that never leaves its place. */
export type DataKey = { readonly key: Uint8Array; readonly wrapped: string };

/** The wrapping key: KMS in the cloud, a file on one machine. */
export type KeyRing = {
  readonly newDataKey: () => Promise<DataKey>;
  /** Under whichever wrapping key it was made, the present one or one before. Throws where none of them fits. */
  readonly unwrap: (wrapped: string) => Promise<Uint8Array>;
};

/** A data key seals so many texts, and for so long, before the next one is made. */
const MAX_USES = 10_000;
const MAX_AGE_MS = 10 * 60_000;
/** Opened data keys that are kept at hand. */
const MAX_OPENED = 200;

type Opened = { readonly key: Promise<Uint8Array>; readonly at: number };
type Current = { readonly made: Promise<DataKey>; readonly at: number; uses: number };

/** The same ring, which asks for a key only now and then; `now` in milliseconds. */
export function cached(ring: KeyRing, now: () => number): KeyRing {
  let current: Current | undefined;
  const opened = new Map<string, Opened>();
  return {
    newDataKey: () => {
      const at = now();
      if (!current || current.uses >= MAX_USES || at - current.at >= MAX_AGE_MS) {
        const next: Current = { made: ring.newDataKey(), at, uses: 0 };
        current = next;
        // One that could not be had is asked for again.
        next.made.catch(() => {
          if (current === next) current = undefined;
        });
      }
      current.uses += 1;
      return current.made;
    },
    unwrap: (wrapped) => {
      const kept = opened.get(wrapped);
      if (kept && now() - kept.at < MAX_AGE_MS) return kept.key;
      const [oldest] = opened.keys();
      if (oldest !== undefined && opened.size >= MAX_OPENED) opened.delete(oldest);
      opened.delete(wrapped);
      const key = ring.unwrap(wrapped);
      opened.set(wrapped, { key, at: now() });
      key.catch(() => opened.delete(wrapped));
      return key;
    },
  };
}
