import { isFoundBy } from '#domain/findability/findability';
import type { ProductId, UnifiedCode } from '#domain/ids';
import { applicantOf } from '#domain/matching/applicant';
import { type FirmAsk, firmAsks, judgeFirm } from '#domain/matching/firms/firm-asks';
import { type ToldReach, withoutSmallCells } from '#domain/matching/firms/reach';
import type { Principal } from '#domain/principal';
import type { Product } from '#domain/product/product';
import { accept, type Outcome, refuse } from '#domain/refusal';
import type { BusinessDate } from '#domain/time';
import { disclosing } from './disclose.ts';
import { eachAtOnce } from './each-at-once.ts';
import { type LoadedFirm, loadApplicants } from './load-applicants.ts';
import type { Ports } from './ports.ts';
import type { Paged, PageOf } from './read.ts';

/** Lines of the ledger written at the same time. */
const AT_ONCE = 8;

/** A firm that a product fits; what its consent does not cover is not told. */
export type FoundFirm = {
  readonly code: UnifiedCode;
  readonly name: string;
  readonly grade?: string;
  /** What the product asks and the firm has. */
  readonly met: readonly FirmAsk['code'][];
};

/** `reach` is absent until the product was counted (count-firms.ts). */
export type FirmsOfProduct = Paged<FoundFirm> & {
  readonly product: ProductId;
  readonly version: number;
  readonly reach?: ToldReach;
};

/**
 * Firms that a product fits, by code: to its bank those on the recommended list in effect that consent to be found by
 * it, judged by what they disclose, while the product is in the market; to the office all of them. Of the city's other
 * firms a bank hears how many they are, never a small number. Each firm that is told gets its line in the ledger
 * before (disclose.ts). A page looks at `limit` firms and may hold fewer. Refuses: not_found, busy.
 */
export const findFirmsOf =
  (ports: Ports) =>
  async (
    asker: Principal,
    { product: id, ...page }: PageOf & { readonly product: ProductId },
  ): Promise<Outcome<FirmsOfProduct>> => {
    const [kept, reach] = await Promise.all([
      ports.store.get('product', id),
      ports.store.get('reach', id),
    ]);
    if (!kept) return refuse('not_found', { field: 'product', actual: id });
    const product = kept.value;
    const isBank = asker.kind === 'bank';
    const pool = await (isBank ? findablePage(ports, asker, page) : wholePage(ports, page));
    const today = ports.today();
    const fitting =
      isBank && !isInMarket(product, today)
        ? []
        : pool.items.filter((firm) => fits(product, firm, today));
    const told = await eachAtOnce(fitting, AT_ONCE, (firm) => tell(ports, asker, product, firm));
    const items: FoundFirm[] = [];
    for (const firm of told) {
      if (!firm.ok) return firm;
      items.push(firm.value);
    }
    return accept({
      product: id,
      version: product.version,
      ...(reach && { reach: isBank ? withoutSmallCells(reach.value) : reach.value }),
      items,
      ...(pool.next !== undefined && { next: pool.next }),
    });
  };

type Firm = LoadedFirm & Pick<Parameters<typeof applicantOf>[0], 'discloses'>;

const isInMarket = ({ status, validFrom, validTo }: Product, today: BusinessDate): boolean =>
  status === 'listed' && validFrom <= today && (validTo === undefined || validTo >= today);

const fits = (product: Product, firm: Firm, asOf: BusinessDate): boolean =>
  judgeFirm(product, applicantOf({ ...firm, asOf })) === 'yes';

async function wholePage(ports: Ports, page: PageOf): Promise<Paged<Firm>> {
  const { items, next } = await ports.store.list('enterprises', 'all', page);
  const firms = await loadApplicants(
    ports,
    items.map(({ value }) => value),
  );
  return { items: firms, ...(next !== undefined && { next }) };
}

/** Those that the bank may find, and that stand on the list. */
async function findablePage(
  ports: Ports,
  { organisation }: Principal,
  page: PageOf,
): Promise<Paged<Firm>> {
  const { items, next } = await ports.store.list('findable', 'all', page);
  const today = ports.today();
  const found = items
    .map(({ value }) => value)
    .filter((findability) => isFoundBy(findability, organisation, today));
  const discloses = new Map(found.map((findability) => [findability.code, findability.discloses]));
  const enterprises = await ports.store.getMany('enterprise', [...discloses.keys()]);
  const firms = await loadApplicants(
    ports,
    enterprises.flatMap((enterprise) => (enterprise ? [enterprise.value] : [])),
  );
  return {
    items: firms
      .filter(({ recommended }) => recommended)
      .map((firm) => ({ ...firm, discloses: discloses.get(firm.enterprise.code) })),
    ...(next !== undefined && { next }),
  };
}

/** One firm, by the one way by which a firm's credit leaves. */
const tell = (
  ports: Ports,
  asker: Principal,
  product: Product,
  firm: Firm,
): Promise<Outcome<FoundFirm>> => {
  const { enterprise } = firm;
  const { grade } = applicantOf({ ...firm, asOf: ports.today() }).facts;
  const value: FoundFirm = {
    code: enterprise.code,
    name: enterprise.name,
    ...(typeof grade === 'string' && { grade }),
    met: firmAsks(product).map(({ code }) => code),
  };
  const disclosed = disclosing(ports, {
    action: 'findFirms',
    read: async () => accept(value),
    // The firm's consent to be found stands for one of its own.
    needs: () => 'free',
    given: () => ({
      fields: [
        'enterprise-registration',
        ...(value.grade === undefined ? [] : (['score'] as const)),
      ],
      records: 0,
      versions: { product: `${product.id}.${product.version}` },
    }),
  });
  return disclosed(asker, { code: enterprise.code });
};
