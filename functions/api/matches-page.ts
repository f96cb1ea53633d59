import { createHash } from 'node:crypto';
import type { Matching, ProductMatch } from '#domain/matching/matching';
import { accept, type Outcome, refuse } from '#domain/refusal';
import type { PageOf } from '#usecases/read';
import { paged } from './paging.ts';

/** How many products came before, and in which order: a matching may be made anew between two pages. */
export const byPlace = /^\d{1,9}\.[0-9a-f]{16}$/;

type MatchesPage = Omit<Matching, 'products'> & {
  readonly items: readonly ProductMatch[];
  readonly next?: string;
};

/** A page of a matching, of the eligible or the others alone where asked. Refuses: cursor_wrong. */
export function matchesPage(
  { products, ...matching }: Matching,
  { eligible, limit, after }: PageOf & { readonly eligible: 'true' | 'false' | undefined },
): Outcome<MatchesPage> {
  const wanted = products.filter(
    (product) => eligible === undefined || product.eligible === (eligible === 'true'),
  );
  const order = orderOf(matching, wanted);
  const [start = '0', seen = order] = after?.split('.') ?? [];
  if (seen !== order)
    return refuse('cursor_wrong', {
      field: 'cursor',
      expected: 'start again: the matching has moved',
    });
  const end = Number(start) + limit;
  const items = wanted.slice(Number(start), end);
  const next = end < wanted.length ? { next: `${end}.${order}` } : {};
  return accept({ ...matching, ...paged({ items, ...next }) });
}

/** Equal where the pages of two matchings fit together. */
function orderOf(
  { asOf, ruleVersion }: Omit<Matching, 'products'>,
  wanted: readonly ProductMatch[],
) {
  const places = wanted.map(({ product, eligible }) => [product, eligible]);
  const text = JSON.stringify([asOf, ruleVersion, places]);
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
