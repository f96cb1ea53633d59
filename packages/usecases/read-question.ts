import type { NeedId } from '#domain/ids';
import type { Applicant } from '#domain/matching/applicant';
import type { Principal } from '#domain/principal';
import { accept, type Outcome, refuse } from '#domain/refusal';
import type { BusinessDate } from '#domain/time';
import { applicantIn, loadMarket, type Products } from './load-market.ts';
import type { Ports } from './ports.ts';

/** With what a need is matched on a day, beside its own terms and the catalogue. */
export type AskedWith = {
  readonly need: NeedId;
  readonly asOf: BusinessDate;
  readonly applicant: Applicant;
};

/** The firm as matching sees it for a need today, so that anybody may match again on plain files. Refuses: not_found. */
export const readQuestion =
  (ports: Ports, products: Products) =>
  async (
    _asker: Principal,
    { need: id }: { readonly need: NeedId },
  ): Promise<Outcome<AskedWith>> => {
    const need = await ports.store.get('need', id);
    if (!need) return refuse('not_found', { field: 'need', actual: id });
    const market = await loadMarket(ports, products, need.value.code);
    if (!market) return refuse('not_found', { field: 'code', actual: need.value.code });
    const asOf = ports.today();
    return accept({ need: id, asOf, applicant: applicantIn(market, need.value, asOf) });
  };
