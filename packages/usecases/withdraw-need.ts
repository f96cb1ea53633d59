import type { NeedId } from '#domain/ids';
import type { Need } from '#domain/need/need';
import { whyNotNeed } from '#domain/need/need-actions';
import type { Principal } from '#domain/principal';
import { accept, type Outcome, refuse } from '#domain/refusal';
import { announce } from './announce.ts';
import type { Ports } from './ports.ts';
import { committed, untilCommitted } from './until-committed.ts';

/** Withdraws a need; twice is once. Refuses: not_found. */
export const withdrawNeed =
  (ports: Ports) =>
  (asker: Principal, id: NeedId): Promise<Outcome<Need>> =>
    untilCommitted<Need>(async () => {
      const kept = await ports.store.get('need', id);
      if (!kept) return refuse('not_found', { field: 'need', actual: id });
      const refusal = whyNotNeed('withdraw', kept.value, ports.today());
      if (refusal) return { ok: false, refusal };
      if (kept.value.status === 'withdrawn') return accept(kept.value);
      const value: Need = { ...kept.value, status: 'withdrawn' };
      const result = await ports.store.commit({
        changes: [{ kind: 'need', value, expected: kept.version }],
        events: [announce(ports, asker, { type: 'need_withdrawn', need: id, code: value.code })],
      });
      return committed(result, value);
    });
