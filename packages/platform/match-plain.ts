import { reference } from '#adapters/reference/reference';
import { now } from '#adapters/system/clock';
import type { Applicant } from '#domain/matching/applicant';
import { compileCatalogue } from '#domain/matching/compile-catalogue';
import { match } from '#domain/matching/match';
import type { Matching, MatchingPage } from '#domain/matching/matching';
import { whyNotPage } from '#domain/matching/page';
import { checkNeed } from '#domain/need/check-need';
import type { NeedTerms } from '#domain/need/need';
import type { Product } from '#domain/product/product';
import { accept, type Outcome } from '#domain/refusal';
import { type BusinessDate, dateOf, endOf } from '#domain/time';

/**
 * Matches without a store: the same answer as over HTTP for the same need, firm, products and day. Refuses what
 * `checkNeed` refuses, cursor_wrong.
 */
export function matchPlain({
  need,
  applicant,
  products,
  asOf = dateOf(now()),
  page,
}: {
  readonly need: NeedTerms;
  readonly applicant: Applicant;
  readonly products: readonly Product[];
  /** Today unless told. */
  readonly asOf?: BusinessDate | undefined;
  readonly page: MatchingPage;
}): Outcome<Matching> {
  const [refusal] = checkNeed(need, asOf);
  if (refusal) return { ok: false, refusal };
  const catalogue = compileCatalogue(products);
  const moved = whyNotPage(page, catalogue);
  if (moved) return { ok: false, refusal: moved };
  return accept(
    match({
      need: { ...need, status: 'open', edition: 1, submittedAt: endOf(asOf) },
      applicant,
      catalogue,
      lpr: reference().lpr,
      asOf,
      page,
    }),
  );
}

/** A firm of which nothing is known but that it asks. */
export const unknownApplicant = ({ code }: Pick<NeedTerms, 'code'>): Applicant => ({
  code,
  operating: true,
  hardStops: [],
  facts: {},
  withheld: [],
});
