import type { Enterprise } from '#domain/enterprise/enterprise';
import type { ProductId } from '#domain/ids';
import { applicantOf } from '#domain/matching/applicant';
import { findFirms } from '#domain/matching/firms/find-firms';
import { factsAsked } from '#domain/matching/firms/firm-asks';
import { fillColumns } from '#domain/matching/firms/firm-columns';
import { type MatchedFirms, startReach, withFound } from '#domain/matching/firms/reach';
import type { Principal } from '#domain/principal';
import { accept, type Outcome, refuse } from '#domain/refusal';
import { loadApplicants } from './load-applicants.ts';
import { MAX_PAGE, type Ports } from './ports.ts';

/** Firms told at most. */
export const MAX_BEST = 1_000;

/**
 * A product over the whole city, for whoever sits before the store: page by page into columns, then all firms at
 * once. Needs some hundred bytes a firm. Nothing is stored. Refuses: not_found.
 */
export const matchFirms =
  (ports: Ports) =>
  async (
    _asker: Principal,
    { product: id, most }: { readonly product: ProductId; readonly most: number },
  ): Promise<Outcome<MatchedFirms>> => {
    const kept = await ports.store.get('product', id);
    if (!kept) return refuse('not_found', { field: 'product', actual: id });
    const product = kept.value;
    const asOf = ports.today();
    const { put, finish } = fillColumns(factsAsked([product]));
    for await (const enterprises of pages(ports))
      for (const firm of await loadApplicants(ports, enterprises))
        put(applicantOf({ ...firm, asOf }));
    const columns = finish();
    const found = findFirms(product, columns, Math.min(most, MAX_BEST));
    return accept({
      reach: withFound(startReach(product, asOf), found),
      best: [...found.best].flatMap((row) => {
        const code = columns.codes[row];
        const points = columns.points[row] ?? -1;
        return code === undefined ? [] : [{ code, ...(points >= 0 && { points }) }];
      }),
    });
  };

async function* pages({ store }: Ports): AsyncGenerator<readonly Enterprise[]> {
  let after: string | undefined;
  do {
    const page = await store.list('enterprises', 'all', {
      limit: MAX_PAGE,
      ...(after !== undefined && { after }),
    });
    yield page.items.map(({ value }) => value);
    after = page.next;
  } while (after !== undefined);
}
