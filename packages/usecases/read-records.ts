import type { CreditRecord } from '#domain/credit/record';
import { usesOf } from '#domain/credit/uses';
import type { UnifiedCode } from '#domain/ids';
import type { Principal } from '#domain/principal';
import { accept, type Outcome } from '#domain/refusal';
import type { Ports } from './ports.ts';
import { type Paged, type PageOf, readEnterprise } from './read.ts';

/**
 * The records of a firm that are in use today: what was withdrawn, has run out or was found false is on no page,
 * so that a page may hold fewer than asked for. The office also sees what it has still to verify. Refuses:
 * not_found (no such firm).
 */
export const readRecords = (ports: Ports) => {
  const enterprise = readEnterprise(ports);
  return async (
    asker: Principal,
    { code, limit, after }: PageOf & { readonly code: UnifiedCode },
  ): Promise<Outcome<Paged<CreditRecord>>> => {
    const found = await enterprise(asker, code);
    if (!found.ok) return found;
    const page = await ports.store.list('recordsOfEnterprise', code, {
      limit,
      ...(after !== undefined && { after }),
    });
    const today = ports.today();
    const isSeen = (record: CreditRecord) => {
      const { shared, why } = usesOf(record, today);
      return shared || (why === 'unverified' && asker.kind === 'office');
    };
    return accept({
      items: page.items.map(({ value }) => value).filter(isSeen),
      ...(page.next !== undefined && { next: page.next }),
    });
  };
};
