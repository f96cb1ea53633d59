import { consentState } from '#domain/consent/consent-actions';
import type { NeedId, UnifiedCode } from '#domain/ids';
import { isInvited, type SeenNeed, seenNeed, withoutNumbers } from '#domain/need/masked-need';
import type { Need, NeedTerms } from '#domain/need/need';
import { isWanted, type NeedFilter } from '#domain/need/need-filter';
import { type Principal, sameParty } from '#domain/principal';
import { accept, type Outcome, refuse } from '#domain/refusal';
import { eachAtOnce } from './each-at-once.ts';
import { listAll } from './list-all.ts';
import { readsWhole } from './mask-case.ts';
import type { Ports, Versioned } from './ports.ts';
import { type Paged, type PageOf, readPage } from './read.ts';

const FIRMS_AT_ONCE = 8;

/** One need as the asker may see it. Refuses: not_found (none, or to a bank that it does not invite). */
export const readNeed =
  (ports: Ports) =>
  async (asker: Principal, id: NeedId): Promise<Outcome<Versioned<SeenNeed>>> => {
    const kept = await ports.store.get('need', id);
    const [seen] = kept ? await seenBy(ports, asker, [kept.value]) : [];
    return kept && seen
      ? accept({ value: seen, version: kept.version })
      : refuse('not_found', { field: 'need', actual: id });
  };

/**
 * Needs by id, as the asker may see them: a page holds fewer than its limit where some are for other banks, or not
 * wanted.
 */
export const listNeeds =
  (ports: Ports) =>
  async (
    asker: Principal,
    { filter = {}, ...page }: PageOf & { readonly filter?: NeedFilter },
  ): Promise<Outcome<Paged<SeenNeed>>> => {
    const found = await readPage(ports, 'needs')(asker, { ...page, of: 'all' });
    if (!found.ok) return found;
    const wanted = found.value.items.filter((need) => isWanted(need, filter, ports.today()));
    return accept({ ...found.value, items: await seenBy(ports, asker, wanted) });
  };

/**
 * The needs of a firm, newest first. A bank that asks by the code is told of none that would be masked: it would know
 * whose it is. Where a page ends is told of those that it sees alone.
 */
export const listNeedsOf =
  (ports: Ports) =>
  async (
    asker: Principal,
    { code, ...page }: PageOf & { readonly code: UnifiedCode },
  ): Promise<Outcome<Paged<SeenNeed>>> => {
    if (asker.kind !== 'bank') {
      const found = await readPage(ports, 'needsOfEnterprise')(asker, { ...page, of: code });
      return found.ok
        ? accept({ ...found.value, items: await seenBy(ports, asker, found.value.items) })
        : found;
    }
    const { limit, after } = page;
    const all = await listAll(ports.store, 'needsOfEnterprise', code);
    const named = (await seenBy(ports, asker, all)).filter((need) => 'code' in need);
    const rest = named.filter((need) => after === undefined || placeOf(need) < after);
    const items = rest.slice(0, limit);
    const last = items.at(-1);
    return accept({ items, ...(rest.length > limit && last && { next: placeOf(last) }) });
  };

const placeOf = ({ submittedAt, id }: SeenNeed): string => `${submittedAt}#${id}`;

/** Personal numbers are for the firm, and for the office's people who decide. */
export const toldTo = <Terms extends NeedTerms>(asker: Principal, terms: Terms): Terms =>
  readsWhole(asker, terms) ? terms : withoutNumbers(terms);

/** What the asker sees of these, in their order. Reads for a bank whose products they go to, and who consented to it. */
async function seenBy(
  { store, today }: Ports,
  asker: Principal,
  needs: readonly Need[],
): Promise<readonly SeenNeed[]> {
  if (asker.kind !== 'bank') return needs.map((need) => toldTo(asker, need));
  const ids = [
    ...new Set(
      needs.flatMap(({ audience }) => (audience.to === 'product' ? audience.product : [])),
    ),
  ];
  const products = await store.getMany('product', ids);
  const bankOf = new Map(
    products.flatMap((kept) => (kept ? [[kept.value.id, kept.value.bank.id]] : [])),
  );
  const by = ({ audience }: Need) => ({
    reader: asker,
    productBank: audience.to === 'product' ? bankOf.get(audience.product) : undefined,
  });
  const hidden = needs.filter(
    (need) => need.visibility === 'anonymous' && isInvited(need.audience, by(need)),
  );
  const firms = [...new Set(hidden.map(({ code }) => code))];
  const consented = await eachAtOnce(firms, FIRMS_AT_ONCE, async (code) => {
    const consents = await listAll(store, 'consentsOfEnterprise', code);
    return consents.some(
      (consent) =>
        sameParty(consent.recipient, asker) && consentState(consent, today()) === 'active',
    );
  });
  const known = new Set(firms.filter((_, index) => consented[index]));
  return needs.flatMap(
    (need) => seenNeed(toldTo(asker, need), { ...by(need), consented: known.has(need.code) }) ?? [],
  );
}
