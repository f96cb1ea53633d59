import type { Store } from '#usecases/ports';

/** The same store, whose answers come later or sooner: what is under way at once meets in every order. */
export function restless(store: Store, pauses: readonly number[]): Store {
  let call = 0;
  const pause = async () => {
    call += 1;
    for (let left = pauses[call % pauses.length] ?? 0; left > 0; left -= 1) await Promise.resolve();
  };
  return {
    ...store,
    get: async (kind, id) => {
      await pause();
      return store.get(kind, id);
    },
    commit: async (commit) => {
      await pause();
      return store.commit(commit);
    },
  };
}
