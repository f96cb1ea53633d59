import type { CatalogueId } from '#domain/credit/catalogue';
import type { UnifiedCode } from '#domain/ids';
import type { Principal } from '#domain/principal';
import { accept, type Outcome, refuse } from '#domain/refusal';
import { expertCard } from '#domain/scoring/expert-card';
import { readFacts } from '#domain/scoring/read-facts';
import type { KeptScore, Score } from '#domain/scoring/score';
import { score } from '#domain/scoring/score-enterprise';
import type { BusinessDate } from '#domain/time';
import { announce } from './announce.ts';
import { listAll } from './list-all.ts';
import type { Ports } from './ports.ts';
import { committed, untilCommitted } from './until-committed.ts';

/**
 * Scores a firm from its records as of a day (today unless told) and keeps the score with the event that it
 * was. A score that has seen all records, all holdings and this very day is kept as it is, so that a burst
 * of changes costs one scoring. Refuses: enterprise_unknown.
 */
export const scoreEnterprise =
  (ports: Ports) =>
  (
    asker: Principal,
    { code, asOf = ports.today() }: { readonly code: UnifiedCode; readonly asOf?: BusinessDate },
  ): Promise<Outcome<KeptScore>> =>
    untilCommitted<KeptScore>(async () => {
      // Revisions first: what changes after them is seen by the next scoring.
      const [revision = 0, holdings = 0] = await ports.store.revisions([
        `records:${code}`,
        'holdings',
      ]);
      const kept = await ports.store.get('score', code);
      if (kept && isCurrent(kept.value, { revision, holdings, asOf })) return accept(kept.value);
      const scored = await scoreAsOf(ports, code, asOf);
      if (!scored) return refuse('enterprise_unknown', { field: 'code', actual: code });
      const value = { ...scored, revision, holdings, scoredAt: ports.now() };
      const moved = kept?.value.points !== value.points || kept.value.grade !== value.grade;
      const result = await ports.store.commit({
        changes: [{ kind: 'score', value, expected: kept?.version ?? 0 }],
        events: moved
          ? [
              announce(ports, asker, {
                type: 'enterprise_scored',
                code,
                points: value.points,
                grade: value.grade,
              }),
            ]
          : [],
      });
      return committed(result, value);
    });

const isCurrent = (
  score: KeptScore,
  now: { readonly revision: number; readonly holdings: number; readonly asOf: BusinessDate },
): boolean =>
  score.revision === now.revision &&
  score.holdings === now.holdings &&
  score.asOf === now.asOf &&
  score.card.id === expertCard.id &&
  score.card.version === expertCard.version;

async function scoreAsOf(
  ports: Ports,
  code: UnifiedCode,
  asOf: BusinessDate,
): Promise<Score | undefined> {
  const [enterprise, records, holdings] = await Promise.all([
    ports.store.get('enterprise', code),
    listAll(ports.store, 'recordsOfEnterprise', code),
    ports.store.get('holdings', 'city'),
  ]);
  if (!enterprise) return undefined;
  const complete = new Set<CatalogueId>(holdings?.value.catalogues);
  const facts = readFacts({ enterprise: enterprise.value, records, asOf, complete });
  return score({ card: expertCard, facts, enterprise: enterprise.value, asOf });
}
