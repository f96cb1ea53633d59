import type { UnifiedCode } from '#domain/ids';
import { applicantOf } from '#domain/matching/applicant';
import { match } from '#domain/matching/match';
import type { Matching, MatchingPage } from '#domain/matching/matching';
import type { Need, NeedTerms } from '#domain/need/need';
import type { BusinessDate } from '#domain/time';
import type { Ports } from './ports.ts';
import type { ProductCatalogue } from './read-products.ts';

export type Products = () => Promise<ProductCatalogue>;

/**
 * What a match costs: the firm, its score, its place in the current whitelist,
 * what banks decided so far, the catalogue's revision.
 */
export async function loadMarket(ports: Ports, products: Products, code: UnifiedCode) {
  const [enterprise, score, current, approvals, catalogue] = await Promise.all([
    ports.store.get('enterprise', code),
    ports.store.get('score', code),
    ports.store.get('currentWhitelist', 'current'),
    ports.store.get('approvals', 'city'),
    products(),
  ]);
  if (!enterprise) return undefined;
  const listing =
    current && (await ports.store.get('listing', `${current.value.whitelist}/${code}`));
  return {
    enterprise: enterprise.value,
    score: score?.value,
    recommended: listing?.value.listed ?? false,
    histories: approvals?.value.histories ?? {},
    catalogue,
  };
}
export type Market = NonNullable<Awaited<ReturnType<typeof loadMarket>>>;

/** The firm as a need lets matching see it. */
export const applicantIn = (
  market: Market,
  { declared, discloses }: Pick<NeedTerms, 'declared' | 'discloses'>,
  asOf: BusinessDate,
) => applicantOf({ ...market, declared, discloses, asOf });

export const matchIn = (
  ports: Ports,
  market: Market,
  need: Need,
  asOf: BusinessDate,
  page: MatchingPage,
): Matching =>
  match({
    need,
    applicant: applicantIn(market, need, asOf),
    catalogue: market.catalogue.compiled,
    lpr: ports.reference.lpr,
    asOf,
    page,
    histories: market.histories,
  });
