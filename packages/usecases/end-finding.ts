import type { Findability } from '#domain/findability/findability';
import type { UnifiedCode } from '#domain/ids';
import type { Principal } from '#domain/principal';
import { accept, type Outcome, refuse } from '#domain/refusal';
import type { Ports } from './ports.ts';
import { committed, untilCommitted } from './until-committed.ts';

/** From now on no bank finds the firm; twice is once. Refuses: not_found (it never allowed it), busy. */
export const endFinding =
  (ports: Ports) =>
  (asker: Principal, code: UnifiedCode): Promise<Outcome<Findability>> =>
    untilCommitted<Findability>(async () => {
      const kept = await ports.store.get('findability', code);
      if (!kept) return refuse('not_found', { field: 'findability', actual: code });
      if (kept.value.status === 'ended') return accept(kept.value);
      const value: Findability = { ...kept.value, status: 'ended', changedAt: ports.now() };
      const result = await ports.store.commit({
        changes: [{ kind: 'findability', value, expected: kept.version }],
        events: [],
        by: asker,
      });
      return committed(result, value);
    });
