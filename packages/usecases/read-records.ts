import type { CreditRecord } from '#domain/credit/record';
import { type Uses, usesOf } from '#domain/credit/uses';
import type { UnifiedCode } from '#domain/ids';
import type { Principal } from '#domain/principal';
import { accept, type Outcome } from '#domain/refusal';
import type { BusinessDate } from '#domain/time';
import type { Ports } from './ports.ts';
import { type Paged, type PageOf, readEnterprise } from './read.ts';

/** A record, and what it may be used for on the day asked for. */
export type UsedRecord = CreditRecord & { readonly uses: Uses };

/**
 * The records of a firm that whoever asks may see on a day, today unless told, each with its uses: the public
 * what is shown, others what is shared, the office also what it has still to verify. What was withdrawn, has
 * run out or was found false is on no page, so that a page may hold fewer than asked for. Refuses: not_found
 * (no such firm).
 */
export const readRecords = (ports: Ports) => {
  const enterprise = readEnterprise(ports);
  return async (
    asker: Principal,
    {
      code,
      limit,
      after,
      asOf = ports.today(),
    }: PageOf & { readonly code: UnifiedCode; readonly asOf?: BusinessDate },
  ): Promise<Outcome<Paged<UsedRecord>>> => {
    const found = await enterprise(asker, code);
    if (!found.ok) return found;
    const page = await ports.store.list('recordsOfEnterprise', code, {
      limit,
      ...(after !== undefined && { after }),
    });
    return accept({
      items: page.items
        .map(({ value }) => ({ ...value, uses: usesOf(value, asOf) }))
        .filter(({ uses }) => isSeenBy(asker, uses)),
      ...(page.next !== undefined && { next: page.next }),
    });
  };
};

function isSeenBy({ kind }: Principal, { shown, shared, why }: Uses): boolean {
  if (kind === 'public') return shown;
  return shared || (why === 'unverified' && kind === 'office');
}
