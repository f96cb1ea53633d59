import type { UnifiedCode } from '#domain/ids';
import { applicantOf } from '#domain/matching/applicant';
import { openProducts } from '#domain/matching/open-products';
import type { Principal } from '#domain/principal';
import { accept, type Outcome, refuse } from '#domain/refusal';
import type { Score } from '#domain/scoring/score';
import { type Supposed, type SupposedChange, suppose } from '#domain/scoring/what-if';
import type { BusinessDate } from '#domain/time';
import { cardsInForce } from './cards-in-force.ts';
import { loadMarket, type Products } from './load-market.ts';
import type { Ports } from './ports.ts';
import { heldCatalogues } from './score-enterprise.ts';

export type WhatIf = {
  readonly code: UnifiedCode;
  readonly changes: readonly SupposedChange[];
  readonly asOf?: BusinessDate;
};

/** One side of the comparison; `products`: how many would lend to the firm, whatever it needs. */
export type WhatIfSide = Pick<
  Score,
  'card' | 'points' | 'grade' | 'coverage' | 'vetoes' | 'reasons'
> & {
  readonly segment: string;
  readonly products: number;
};
export type WhatIfAnswer = {
  readonly code: UnifiedCode;
  readonly asOf: BusinessDate;
  readonly before: WhatIfSide;
  readonly after: WhatIfSide;
};

/**
 * A firm's score as of a day (today unless told) as it is, and as it would be. Nothing is stored; whether the
 * firm is on the recommended list stays as it is. Refuses: not_found (the firm, a record), not_in_list, wrong_type.
 */
export const whatIf = (ports: Ports, products: Products) => {
  const cardsOn = cardsInForce(ports);
  return async (
    _asker: Principal,
    { code, changes, asOf = ports.today() }: WhatIf,
  ): Promise<Outcome<WhatIfAnswer>> => {
    const [{ enterprise, records }, complete, market] = await Promise.all([
      ports.store.dossier(code),
      heldCatalogues(ports),
      loadMarket(ports, products, code),
    ]);
    if (!enterprise || !market) return refuse('not_found', { field: 'enterprise', actual: code });
    const outcome = suppose({ enterprise, records, complete, asOf }, changes, await cardsOn(asOf));
    if (!outcome.ok) return outcome;
    const sideOf = ({ segment, score }: Supposed): WhatIfSide => {
      const { card, points, grade, coverage, vetoes, reasons } = score;
      const applicant = applicantOf({
        enterprise,
        score,
        recommended: market.recommended,
        asOf,
      });
      const open = openProducts({
        applicant,
        products: market.catalogue.compiled.products,
        lpr: ports.reference.lpr,
        asOf,
      });
      return { segment, card, points, grade, coverage, vetoes, reasons, products: open };
    };
    const { before, after } = outcome.value;
    return accept({ code, asOf, before: sideOf(before), after: sideOf(after) });
  };
};
