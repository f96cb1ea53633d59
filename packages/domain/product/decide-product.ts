import { accept, type Outcome, refuse } from '../refusal.ts';
import type { BusinessDate, Instant } from '../time.ts';
import { badText } from './bounds.ts';
import { checkProduct } from './check-product.ts';
import { MAX_MOVE_NOTE, MAX_PRODUCT_STEPS, MAX_PRODUCT_VERSIONS } from './limits.ts';
import type { ProductTerms } from './product.ts';
import { productDiffers } from './product-differs.ts';
import { type AskedMove, productMoves, whyNotMove } from './product-moves.ts';
import { isWaiting, type ProductSide, type ProductVersion } from './product-version.ts';

type Done = { readonly by: string; readonly side: ProductSide; readonly at: Instant };

/** The versions that a decision changes: the one decided upon, and one whose place it takes. */
export type Moved = {
  readonly version: ProductVersion;
  readonly superseded?: ProductVersion;
};

/**
 * What a bank says of a product becomes the draft of its next version, and takes the place of a latest one that was
 * not listed yet. The same as the latest changes nothing: that one is answered. Refuses: what `checkProduct`
 * refuses, version_differs (the latest is not the one expected; none = 0), out_of_range (too many versions).
 */
export function decideDraft(
  latest: ProductVersion | undefined,
  {
    terms,
    expected,
  }: { readonly terms: ProductTerms; readonly expected?: number | 'any' | undefined },
  done: Done,
): Outcome<Moved> {
  const [fault] = checkProduct(terms);
  if (fault) return { ok: false, refusal: fault };
  const last = latest?.version ?? 0;
  const isExpected = expected === 'any' ? last > 0 : expected === undefined || expected === last;
  if (!isExpected)
    return refuse('version_differs', {
      field: 'If-Match',
      expected: `v${last}`,
      actual: expected === 'any' ? '*' : `v${expected}`,
    });
  if (latest && !productDiffers(latest, terms) && !isSoughtAgain(latest, expected))
    return accept({ version: latest });
  if (last >= MAX_PRODUCT_VERSIONS)
    return refuse('out_of_range', { field: 'version', expected: `1..${MAX_PRODUCT_VERSIONS}` });
  const version: ProductVersion = {
    ...terms,
    version: last + 1,
    status: 'draft',
    steps: [{ move: 'draft', ...done }],
  };
  return accept({
    version,
    ...(latest && isWaiting(latest) && { superseded: supersede(latest, done) }),
  });
}

/** Delisted, it comes back as it was only where its bank says that it has seen so: a repeat that is late does not. */
const isSoughtAgain = ({ status }: ProductVersion, expected: number | 'any' | undefined): boolean =>
  status === 'delisted' && typeof expected === 'number';

/**
 * One step of a version; the same again with nothing between changes nothing. What is listed takes the place of the
 * version in the market. Refuses in this order: too_long or required (note), product_status_wrong,
 * product_suspended_by_office, valid_to_passed (what is to be listed has run out), out_of_range (so many steps that
 * only delisting is left).
 */
export function decideMove(
  version: ProductVersion,
  asked: { readonly move: AskedMove; readonly note?: string | undefined },
  {
    today,
    inMarket,
    ...done
  }: Done & { readonly today: BusinessDate; readonly inMarket?: ProductVersion | undefined },
): Outcome<Moved> {
  const { move, note } = asked;
  if (isDone(version, asked, done.side)) return accept({ version });
  const { to, says } = productMoves[move];
  const mustSay = says.some((side) => side === done.side);
  const [fault] = note === undefined && !mustSay ? [] : badText('note', note ?? '', MAX_MOVE_NOTE);
  if (fault) return { ok: false, refusal: fault };
  const refusal = whyNotMove(move, version.status);
  if (refusal) return { ok: false, refusal };
  if (move === 'resume' && done.side === 'bank' && version.steps.at(-1)?.side === 'office')
    return refuse('product_suspended_by_office', { field: 'status', actual: version.status });
  if (to === 'listed' && version.validTo !== undefined && version.validTo < today)
    return refuse('valid_to_passed', {
      field: 'validTo',
      expected: `${today} or later`,
      actual: version.validTo,
    });
  if (to !== 'delisted' && version.steps.length >= MAX_PRODUCT_STEPS)
    return refuse('out_of_range', { field: 'steps', expected: `..${MAX_PRODUCT_STEPS}` });
  const isReplacing = move === 'publish' && inMarket && inMarket.status !== 'delisted';
  return accept({
    version: {
      ...version,
      status: to,
      steps: [...version.steps, { move, ...done, ...(note !== undefined && { note }) }],
    },
    ...(isReplacing && { superseded: supersede(inMarket, done) }),
  });
}

const isDone = (
  { steps }: ProductVersion,
  { move, note }: { readonly move: AskedMove; readonly note?: string | undefined },
  side: ProductSide,
): boolean => {
  const last = steps.at(-1);
  return last?.move === move && last.side === side && last.note === note;
};

const supersede = (version: ProductVersion, done: Done): ProductVersion => ({
  ...version,
  status: productMoves.supersede.to,
  steps: [...version.steps, { move: 'supersede', ...done }],
});
