import { checkFindability } from '#domain/findability/check-findability';
import type { Findability, FindabilityTerms } from '#domain/findability/findability';
import type { Principal } from '#domain/principal';
import { accept, type Outcome, refuse } from '#domain/refusal';
import { sortedJson } from '#domain/sorted-json';
import type { Ports } from './ports.ts';
import type { Written } from './put-product.ts';
import { committed, untilCommitted } from './until-committed.ts';

/**
 * Lets banks find a firm until a last day; other terms take the place of those before. The same again changes nothing.
 * Refuses, in this order: what `checkFindability` refuses, enterprise_unknown, busy.
 */
export const allowFinding =
  (ports: Ports) =>
  (asker: Principal, terms: FindabilityTerms): Promise<Outcome<Written<Findability>>> =>
    untilCommitted<Written<Findability>>(async () => {
      const [refusal] = checkFindability(terms, ports.today());
      if (refusal) return { ok: false, refusal };
      const [enterprise, kept] = await Promise.all([
        ports.store.get('enterprise', terms.code),
        ports.store.get('findability', terms.code),
      ]);
      if (!enterprise) return refuse('enterprise_unknown', { field: 'code', actual: terms.code });
      if (kept && isSame(kept.value, terms)) return accept({ ...kept, created: false });
      const value: Findability = { ...terms, status: 'allowed', changedAt: ports.now() };
      const expected = kept?.version ?? 0;
      const result = await ports.store.commit({
        changes: [{ kind: 'findability', value, expected }],
        events: [],
        by: asker,
      });
      return committed(result, { value, version: expected + 1, created: expected === 0 });
    });

function isSame({ status, changedAt: _, ...before }: Findability, terms: FindabilityTerms) {
  return status === 'allowed' && sortedJson(before) === sortedJson(terms);
}
