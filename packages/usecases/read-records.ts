import { assert } from '#domain/assert';
import { cataloguesIn, type DataCategory } from '#domain/consent/data-categories';
import type { CatalogueId } from '#domain/credit/catalogue';
import { catalogueOf } from '#domain/credit/catalogues';
import type { CreditRecord } from '#domain/credit/record';
import { type Uses, usesOf } from '#domain/credit/uses';
import type { RecordId, UnifiedCode } from '#domain/ids';
import type { Principal } from '#domain/principal';
import { accept, type Outcome } from '#domain/refusal';
import type { BusinessDate } from '#domain/time';
import { listCatalogues } from './list-catalogues.ts';
import type { Ports } from './ports.ts';
import { type Paged, type PageOf, readEnterprise } from './read.ts';

/** A record, and what it may be used for on the day asked for. */
export type UsedRecord = CreditRecord & { readonly uses: Uses };

/**
 * The records of a firm that whoever asks may see on a day, today unless told, each with its uses: the public
 * what is shown, others what is shared, the office also what it has still to verify; a bank, as of whatever day it
 * asks, only what is shared today still. What was withdrawn, has
 * run out or was found false is on no page, so that a page of everything may hold fewer than asked for; a page of
 * `categories` is filled, since each of them may cost a bank one of its reads. Refuses: not_found (no such firm).
 */
export const readRecords = (ports: Ports) => {
  const enterprise = readEnterprise(ports);
  return async (
    asker: Principal,
    {
      code,
      limit,
      after,
      categories,
      asOf = ports.today(),
    }: PageOf & {
      readonly code: UnifiedCode;
      readonly asOf?: BusinessDate;
      readonly categories?: readonly DataCategory[];
    },
  ): Promise<Outcome<Paged<UsedRecord>>> => {
    const found = await enterprise(asker, { code });
    if (!found.ok) return found;
    const today = ports.today();
    const used = (record: CreditRecord): UsedRecord | undefined => {
      const uses = usesOf(record, asOf);
      const isOver = asker.kind === 'bank' && !usesOf(record, today).shared;
      return !isOver && isSeenBy(asker, uses) ? { ...record, uses } : undefined;
    };
    const paging = { limit, ...(after !== undefined && { after }) };
    if (categories)
      return accept(
        await listCatalogues(
          ports.store,
          { code, catalogues: cataloguesIn(categories), used },
          paging,
        ),
      );
    const page = await ports.store.list('recordsOfEnterprise', code, paging);
    return accept({
      items: page.items.flatMap(({ value }) => used(value) ?? []),
      ...(page.next !== undefined && { next: page.next }),
    });
  };
};

function isSeenBy({ kind }: Principal, { shown, shared, why }: Uses): boolean {
  if (kind === 'public') return shown;
  return shared || (why === 'unverified' && kind === 'office');
}

/** A page of packed records with their lines would not fit into an answer of Lambda. */
export function withoutLines<Item extends CreditRecord>({ lines, ...record }: Item) {
  return { ...record, ...(lines && { lineCount: lines.length }) };
}

export function catalogueOfRecord(id: RecordId): CatalogueId {
  const catalogue = catalogueOf(id.split('/')[0] ?? '');
  assert(catalogue !== undefined, 'a record is named by its catalogue');
  return catalogue.id;
}
