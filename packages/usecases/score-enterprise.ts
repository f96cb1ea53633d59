import type { CatalogueId } from '#domain/credit/catalogue';
import type { UnifiedCode } from '#domain/ids';
import type { Principal } from '#domain/principal';
import { accept, type Outcome, refuse } from '#domain/refusal';
import { expertCard } from '#domain/scoring/expert-card';
import { readFacts } from '#domain/scoring/read-facts';
import type { KeptScore } from '#domain/scoring/score';
import { score } from '#domain/scoring/score-enterprise';
import type { BusinessDate } from '#domain/time';
import { announce } from './announce.ts';
import { eachAtOnce } from './each-at-once.ts';
import { MAX_GET, type Ports, type RevisionOf } from './ports.ts';
import { committed, untilCommitted } from './until-committed.ts';

const AT_ONCE = 8;

/**
 * Scores a firm from its records as of a day (today unless told) and keeps the score with the event that it
 * was. A score that has seen all records, all holdings and this very day is kept as it is. Refuses:
 * enterprise_unknown.
 */
export const scoreEnterprise = (ports: Ports) => {
  const holdings = heldCatalogues(ports);
  return (
    asker: Principal,
    { code, asOf = ports.today() }: { readonly code: UnifiedCode; readonly asOf?: BusinessDate },
  ): Promise<Outcome<KeptScore>> =>
    untilCommitted<KeptScore>(async () => {
      // Revisions first: what changes after them is seen by the next scoring.
      const seen = await seenNow(ports, code);
      const [{ enterprise, records, score: kept }, complete] = await Promise.all([
        ports.store.dossier(code),
        holdings(seen.holdings),
      ]);
      if (!enterprise) return refuse('enterprise_unknown', { field: 'code', actual: code });
      if (kept && isCurrent(kept.value, { ...seen, asOf })) return accept(kept.value);
      const facts = readFacts({ enterprise, records, asOf, complete });
      const value: KeptScore = {
        ...score({ card: expertCard, facts, enterprise, asOf }),
        ...seen,
        scoredAt: ports.now(),
      };
      const moved = kept?.value.points !== value.points || kept.value.grade !== value.grade;
      const { points, grade } = value;
      const result = await ports.store.commit({
        changes: [{ kind: 'score', value, expected: kept?.version ?? 0 }],
        events: moved
          ? [announce(ports, asker, { type: 'enterprise_scored', code, points, grade })]
          : [],
      });
      return committed(result, value);
    });
};

/**
 * Scores those of the firms whose score has not seen their latest records: most of a burst of changes is
 * told from two cheap look-ups. Unknown firms are passed over: they are scored once they are registered.
 * Refuses what scoring one of them refuses otherwise.
 */
export const scoreEnterprises = (ports: Ports) => {
  const scoreOne = scoreEnterprise(ports);
  return async (
    asker: Principal,
    codes: readonly UnifiedCode[],
  ): Promise<Outcome<{ readonly scored: number }>> => {
    const stale: UnifiedCode[] = [];
    for (let start = 0; start < codes.length; start += MAX_GET)
      stale.push(...(await notCurrent(ports, codes.slice(start, start + MAX_GET))));
    const outcomes = await eachAtOnce(stale, AT_ONCE, (code) => scoreOne(asker, { code }));
    const refused = outcomes.find(
      (outcome) => !outcome.ok && outcome.refusal.code !== 'enterprise_unknown',
    );
    if (refused && !refused.ok) return refused;
    return accept({ scored: outcomes.filter(({ ok }) => ok).length });
  };
};

async function notCurrent(
  ports: Ports,
  codes: readonly UnifiedCode[],
): Promise<readonly UnifiedCode[]> {
  const of: RevisionOf[] = ['holdings', ...codes.map((code) => `records:${code}` as const)];
  const [[holdings = 0, ...revisions], scores] = await Promise.all([
    ports.store.revisions(of),
    ports.store.getMany('score', codes),
  ]);
  const asOf = ports.today();
  return codes.filter((_, index) => {
    const kept = scores[index]?.value;
    return !kept || !isCurrent(kept, { revision: revisions[index] ?? 0, holdings, asOf });
  });
}

type Seen = { readonly revision: number; readonly holdings: number };

async function seenNow(ports: Ports, code: UnifiedCode): Promise<Seen> {
  const [revision = 0, holdings = 0] = await ports.store.revisions([`records:${code}`, 'holdings']);
  return { revision, holdings };
}

const isCurrent = (score: KeptScore, now: Seen & { readonly asOf: BusinessDate }): boolean =>
  score.revision === now.revision &&
  score.holdings === now.holdings &&
  score.asOf === now.asOf &&
  score.card.id === expertCard.id &&
  score.card.version === expertCard.version;

/** The catalogues that the city collects, read again only when their revision has moved. */
function heldCatalogues(ports: Ports) {
  let known: { revision: number; catalogues: ReadonlySet<CatalogueId> } | undefined;
  return async (revision: number): Promise<ReadonlySet<CatalogueId>> => {
    if (known?.revision !== revision) {
      const kept = await ports.store.get('holdings', 'city');
      known = { revision, catalogues: new Set(kept?.value.catalogues) };
    }
    return known.catalogues;
  };
}
