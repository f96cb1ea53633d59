import type { DataCategory } from '#domain/consent/data-categories';
import type { Enterprise } from '#domain/enterprise/enterprise';
import type { UnifiedCode } from '#domain/ids';
import type { Principal } from '#domain/principal';
import { accept, type Outcome, refuse } from '#domain/refusal';
import type { KeptScore } from '#domain/scoring/score';
import type {
  Collection,
  Collections,
  IdOf,
  ItemIn,
  Kept,
  Kind,
  Ports,
  Versioned,
} from './ports.ts';

/** At most MAX_PAGE items, after the `next` of the page before. */
export type PageOf = { readonly limit: number; readonly after?: string };
export type Paged<Item> = { readonly items: readonly Item[]; readonly next?: string };
export type EnterpriseProfile = { readonly enterprise: Enterprise; readonly score?: KeptScore };

/** One kept value by its id. Refuses: not_found. */
export const readOne =
  <K extends Kind>(ports: Ports, kind: K) =>
  async (_asker: Principal, id: IdOf[K]): Promise<Outcome<Versioned<Kept[K]>>> => {
    const kept = await ports.store.get(kind, id);
    return kept ? accept(kept) : refuse('not_found', { field: kind, actual: id });
  };

/** One page of a collection. */
export const readPage =
  <C extends Collection>(ports: Ports, collection: C) =>
  async (
    _asker: Principal,
    { of, limit, after }: PageOf & { readonly of: Collections[C]['of'] },
  ): Promise<Outcome<Paged<ItemIn<C>>>> => {
    const page = await ports.store.list(collection, of, {
      limit,
      ...(after !== undefined && { after }),
    });
    return accept({
      items: page.items.map(({ value }) => value),
      ...(page.next !== undefined && { next: page.next }),
    });
  };

/** A firm and, where that lies within the scope, its latest score. Refuses: not_found. */
export const readEnterprise =
  (ports: Ports) =>
  async (
    _asker: Principal,
    { code }: { readonly code: UnifiedCode },
    scope: readonly DataCategory[] | 'all' = 'all',
  ): Promise<Outcome<EnterpriseProfile>> => {
    const isScored = scope === 'all' || scope.includes('score');
    const [enterprise, score] = await Promise.all([
      ports.store.get('enterprise', code),
      isScored ? ports.store.get('score', code) : undefined,
    ]);
    return enterprise
      ? accept(profileOf(enterprise.value, score))
      : refuse('not_found', { field: 'enterprise', actual: code });
  };

/** Firms by code, each with its latest score. */
export const listEnterprises =
  (ports: Ports) =>
  async (asker: Principal, page: PageOf): Promise<Outcome<Paged<EnterpriseProfile>>> => {
    const firms = await readPage(ports, 'enterprises')(asker, { ...page, of: 'all' });
    if (!firms.ok) return firms;
    const scores = await ports.store.getMany(
      'score',
      firms.value.items.map(({ code }) => code),
    );
    return accept({
      ...firms.value,
      items: firms.value.items.map((enterprise, index) => profileOf(enterprise, scores[index])),
    });
  };

const profileOf = (
  enterprise: Enterprise,
  score: Versioned<KeptScore> | undefined,
): EnterpriseProfile => ({ enterprise, ...(score && { score: score.value }) });

/** Refuses: not_found (no such firm), enterprise_not_scored. */
export const readScore =
  (ports: Ports) =>
  async (
    asker: Principal,
    { code }: { readonly code: UnifiedCode },
  ): Promise<Outcome<KeptScore>> => {
    const profile = await readEnterprise(ports)(asker, { code });
    if (!profile.ok) return profile;
    return profile.value.score
      ? accept(profile.value.score)
      : refuse('enterprise_not_scored', { field: 'enterprise', actual: code });
  };
