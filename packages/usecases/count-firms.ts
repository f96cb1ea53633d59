import { applicantOf } from '#domain/matching/applicant';
import { findFirms } from '#domain/matching/firms/find-firms';
import { factsAsked } from '#domain/matching/firms/firm-asks';
import { fillColumns } from '#domain/matching/firms/firm-columns';
import { type ReachCount, startReach, withFound } from '#domain/matching/firms/reach';
import type { Principal } from '#domain/principal';
import type { Product } from '#domain/product/product';
import { accept, type Outcome } from '#domain/refusal';
import type { BusinessDate, Instant } from '#domain/time';
import { loadApplicants } from './load-applicants.ts';
import type { Products } from './load-market.ts';
import { MAX_COMMIT, type Ports } from './ports.ts';
import { committed, untilCommitted } from './until-committed.ts';

/** Firms of one stretch: a second of work. */
const STRETCH = 500;

/** `counted`: stretches of this call. */
export type FirmsCounted = {
  readonly asOf: BusinessDate;
  readonly counted: number;
  readonly finished: boolean;
};

/**
 * Counts once a day, in one walk over the city's latest scores, how many firms each product in the market reaches. What
 * is counted is kept with the place that it reaches, in one commit: whoever is cut off goes on there, and of two at
 * once one counts. A version that comes into the market meanwhile waits for the next day. Refuses: busy.
 */
export const countFirms =
  (ports: Ports, products: Products) =>
  async (
    _asker: Principal,
    { stopAt, stretch = STRETCH }: { readonly stopAt?: Instant; readonly stretch?: number },
  ): Promise<Outcome<FirmsCounted>> => {
    for (let counted = 0; ; counted += 1) {
      const done = await untilCommitted(() => step(ports, products, stretch));
      if (!done.ok) return done;
      const { asOf, phase } = done.value;
      if (phase === 'told') return accept({ asOf, counted, finished: true });
      if (stopAt !== undefined && ports.now() >= stopAt)
        return accept({ asOf, counted: counted + 1, finished: false });
    }
  };

async function step(
  ports: Ports,
  products: Products,
  limit: number,
): Promise<Outcome<ReachCount> | 'conflict'> {
  const kept = await ports.store.get('reachCount', 'city');
  if (kept?.value.phase === 'told' && kept.value.asOf >= ports.today()) return accept(kept.value);
  const market = (await products()).compiled.products;
  const count =
    kept && kept.value.phase !== 'told' ? kept.value : startCount(market, ports.today());
  if (count.phase === 'counted') {
    const told = await tellReaches(ports, count);
    if (!told.ok) return told;
  }
  const value =
    count.phase === 'counted'
      ? { ...count, phase: 'told' as const, reaches: [] }
      : await countOn(ports, count, market, limit);
  const result = await ports.store.commit({
    changes: [{ kind: 'reachCount', value, expected: kept?.version ?? 0 }],
    events: [],
  });
  return committed(result, value);
}

const startCount = (market: readonly Product[], asOf: BusinessDate): ReachCount => ({
  asOf,
  phase: 'counting',
  reaches: market
    .filter(({ status }) => status === 'listed')
    .map((product) => startReach(product, asOf)),
});

async function countOn(
  ports: Ports,
  { after, ...count }: ReachCount,
  market: readonly Product[],
  limit: number,
): Promise<ReachCount> {
  const { items, next } = await ports.store.list('enterprises', 'all', {
    limit,
    ...(after !== undefined && { after }),
  });
  const firms = await loadApplicants(
    ports,
    items.map(({ value }) => value),
  );
  const { put, finish } = fillColumns(factsAsked(market));
  for (const firm of firms) put(applicantOf({ ...firm, asOf: count.asOf }));
  const columns = finish();
  const versions = new Map(market.map((product) => [product.id, product]));
  const reaches = count.reaches.flatMap((reach) => {
    const product = versions.get(reach.product);
    // Another version asks other things, and what has left the market nothing.
    if (product?.version !== reach.version) return [];
    return [withFound(reach, findFirms(product, columns, 0))];
  });
  return next === undefined
    ? { ...count, reaches, phase: 'counted' }
    : { ...count, reaches, after: next };
}

/** Whoever comes a second time writes the same. */
async function tellReaches(ports: Ports, { reaches }: ReachCount): Promise<Outcome<number>> {
  for (let from = 0; from < reaches.length; from += MAX_COMMIT) {
    const some = reaches.slice(from, from + MAX_COMMIT);
    const told = await untilCommitted<number>(async () => {
      const kept = await ports.store.getMany(
        'reach',
        some.map(({ product }) => product),
      );
      const result = await ports.store.commit({
        changes: some.map((value, place) => ({
          kind: 'reach' as const,
          value,
          expected: kept[place]?.version ?? 0,
        })),
        events: [],
      });
      return committed(result, some.length);
    });
    if (!told.ok) return told;
  }
  return accept(reaches.length);
}
