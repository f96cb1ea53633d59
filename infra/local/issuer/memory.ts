import type { Adapter, AdapterPayload } from 'oidc-provider';

type Kept = { readonly payload: AdapterPayload; readonly endsAt: number };

/**
 * What an issuer keeps of sign-ins under way, gone with the process: tokens stand for themselves. Clients are those of `machine`,
 * besides the ones that it was configured with.
 */
export function memory(
  machine: (id: string) => AdapterPayload | undefined,
): (model: string) => Adapter {
  const all = new Map<string, Kept>();
  const live = (key: string) => {
    const kept = all.get(key);
    if (kept !== undefined && kept.endsAt > Date.now()) return kept.payload;
    all.delete(key);
    return undefined;
  };
  const where = (holds: (payload: AdapterPayload) => boolean, model: string) =>
    [...all].find(([key, { payload }]) => key.startsWith(`${model}:`) && holds(payload))?.[1]
      .payload;
  return (model) => ({
    upsert: async (id, payload, seconds) => {
      for (const key of all.keys()) live(key);
      const endsAt = seconds === undefined ? Number.POSITIVE_INFINITY : Date.now() + seconds * 1000;
      all.set(`${model}:${id}`, { payload, endsAt });
    },
    find: async (id) => (model === 'Client' ? machine(id) : live(`${model}:${id}`)),
    findByUid: async (uid) => where((payload) => payload.uid === uid, model),
    findByUserCode: async (code) => where((payload) => payload.userCode === code, model),
    consume: async (id) => {
      const payload = live(`${model}:${id}`);
      if (payload !== undefined) payload.consumed = Math.floor(Date.now() / 1000);
    },
    destroy: async (id) => void all.delete(`${model}:${id}`),
    revokeByGrantId: async (grant) => {
      for (const [key, { payload }] of all) if (payload.grantId === grant) all.delete(key);
    },
  });
}
