import type { Refusal } from '../refusal.ts';
import type { Catalogue } from './compile-catalogue.ts';
import type { Matching, MatchingPage, ProductMatch } from './matching.ts';
import type { Reasons } from './reasons.ts';

/** Products of a page at most; it ends earlier where it would be too large to send in one go. */
export const MAX_MATCHES = 500;
/** Of a whole matching, as JSON in UTF-8. */
export const MAX_MATCHING_BYTES = 100_000;
/** Names of the lists, and where the next page begins: bytes. */
const JOINTS = 200;

/** Behind which product a page begins, of which verdicts: `all.product_a`, `no.product_b`. */
export const MATCHING_PLACE = /^(all|yes|unknown|no)\.(product_[A-Za-z0-9.-]+)$/;

const placeAfter = ({ verdict }: Pick<MatchingPage, 'verdict'>, product: string) =>
  `${verdict ?? 'all'}.${product}`;

/** Why there is no such page, undefined where there is. Refuses: cursor_wrong (of another filter, or of a product that has gone). */
export function whyNotPage(
  { after, verdict }: Pick<MatchingPage, 'after' | 'verdict'>,
  { products }: Catalogue,
): Refusal | undefined {
  if (after === undefined) return undefined;
  const [, of, product] = MATCHING_PLACE.exec(after) ?? [];
  if (of === (verdict ?? 'all') && products.some(({ id }) => id === product)) return undefined;
  const expected = 'start again: the matching has moved';
  return { code: 'cursor_wrong', field: 'cursor', expected };
}

/**
 * The products behind `page.after`, from the first where that is none of them: as many as are asked for and have room
 * with their findings, at least one.
 */
export function pageOf({
  order,
  idOf,
  tell,
  reasons,
  page,
  room,
}: {
  /** All products, as rows of the catalogue. */
  readonly order: readonly number[];
  readonly idOf: (row: number) => string | undefined;
  readonly tell: (row: number, rank: number) => ProductMatch;
  readonly reasons: Reasons;
  readonly page: MatchingPage;
  /** Bytes. */
  readonly room: number;
}): Pick<Matching, 'products' | 'findings' | 'next'> {
  const start =
    page.after === undefined
      ? 0
      : order.findIndex((row) => placeAfter(page, idOf(row) ?? '') === page.after) + 1;
  const end = Math.min(start + Math.min(page.limit, MAX_MATCHES), order.length);
  const products: ProductMatch[] = [];
  let findings = 0;
  let left = room - JOINTS;
  for (let place = start; place < end; place += 1) {
    const product = tell(order[place] ?? 0, place + 1);
    const told = reasons.findings.slice(findings);
    left -= bytesOf(product) + told.reduce((all, finding) => all + bytesOf(finding), 0);
    if (left < 0 && products.length > 0) break;
    products.push(product);
    findings += told.length;
  }
  const last = products.at(-1);
  return {
    products,
    findings: reasons.findings.slice(0, findings),
    ...(last &&
      start + products.length < order.length && {
        next: placeAfter(page, last.product),
      }),
  };
}

/** Of a value in a list, as JSON in UTF-8. */
export function bytesOf(value: unknown): number {
  const text = JSON.stringify(value);
  let bytes = text.length + 1;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit >= 0x80) bytes += unit >= 0x800 && !isSurrogate(unit) ? 2 : 1;
  }
  return bytes;
}

/** Half of a character of four bytes. */
const isSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdfff;
