import { type Batch, type Mapping, NO_ROWS } from '#domain/credit/batch';
import type { CatalogueId } from '#domain/credit/catalogue';
import { catalogues } from '#domain/credit/catalogues';
import { checkMapping } from '#domain/credit/check-mapping';
import type { BatchId, SupplierId } from '#domain/ids';
import type { Principal } from '#domain/principal';
import { accept, type Outcome, refuse } from '#domain/refusal';
import { sortedJson } from '#domain/sorted-json';
import { announce } from './announce.ts';
import type { Change, Ports, Versioned } from './ports.ts';
import { committed, untilCommitted } from './until-committed.ts';

export type BatchTerms = {
  readonly id: BatchId;
  readonly catalogue: CatalogueId;
  readonly supplier: SupplierId;
  readonly mapping?: Mapping;
};

/** How long the holder of an upload address may use it. */
export const UPLOAD_SECONDS = 3600;

/** Opens a batch and says where its file may be PUT. Refuses: malformed_mapping, batch_differs, catalogue_not_in_effect. */
export const openBatch = (ports: Ports) => async (asker: Principal, terms: BatchTerms) => {
  const checked = checkMapping(catalogues[terms.catalogue], terms.mapping ?? {});
  if (!checked.ok) return checked;
  const opened = await ensureBatch(ports, asker, terms);
  if (!opened.ok) return opened;
  return accept({
    batch: opened.value.batch.value,
    created: opened.value.created,
    uploadUrl: await ports.inbox.uploadUrl(terms.id, UPLOAD_SECONDS),
    expiresInSeconds: UPLOAD_SECONDS,
  });
};

type Opened = { readonly batch: Versioned<Batch>; readonly created: boolean };

/**
 * The batch under its id, made if it is new. The first batch of a catalogue makes it one of the city's
 * holdings, which changes what silence means, so the whole city is scored again.
 */
export const ensureBatch = (
  ports: Ports,
  asker: Principal,
  terms: BatchTerms,
): Promise<Outcome<Opened>> =>
  untilCommitted<Opened>(async () => {
    const [kept, holdings] = await Promise.all([
      ports.store.get('batch', terms.id),
      ports.store.get('holdings', 'city'),
    ]);
    if (kept) {
      const field = termsDiffer(kept.value, terms);
      return field
        ? refuse('batch_differs', {
            field,
            expected: 'the terms under which this batch was opened',
          })
        : accept({ batch: kept, created: false });
    }
    const { effective } = catalogues[terms.catalogue];
    const today = ports.today();
    if (today < effective.from || (effective.to !== undefined && today > effective.to))
      return refuse('catalogue_not_in_effect', {
        field: 'catalogue',
        expected: `${effective.from} to ${effective.to ?? 'today'}`,
        actual: today,
      });
    const batch: Batch = {
      ...terms,
      openedAt: ports.now(),
      deliveredOn: today,
      status: 'awaiting_file',
      counts: NO_ROWS,
      warnings: [],
    };
    const held = holdings?.value.catalogues ?? [];
    const isNew = !held.includes(terms.catalogue);
    const changes: Change[] = [{ kind: 'batch', value: batch, expected: 0 }];
    if (isNew)
      changes.push({
        kind: 'holdings',
        value: { catalogues: [...held, terms.catalogue].sort() },
        expected: holdings?.version ?? 0,
      });
    const result = await ports.store.commit({
      changes,
      events: isNew ? [announce(ports, asker, { type: 'city_rescoring' })] : [],
      by: asker,
      ...(isNew && { revisions: ['holdings'] }),
    });
    return committed(result, { batch: { value: batch, version: 1 }, created: true });
  });

function termsDiffer(batch: Batch, terms: BatchTerms): string | undefined {
  if (batch.catalogue !== terms.catalogue) return 'catalogue';
  if (batch.supplier !== terms.supplier) return 'supplier';
  return sortedJson(batch.mapping) === sortedJson(terms.mapping) ? undefined : 'mapping';
}
