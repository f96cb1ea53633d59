import type { CatalogueId } from '#domain/credit/catalogue';
import type { DomainEvent } from '#domain/event';
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
import { type Change, MAX_COMMIT, type Ports, type RevisionOf } from './ports.ts';
import { committed, untilCommitted } from './until-committed.ts';

const AT_ONCE = 8;
/** A score and the event that it moved. */
const SCORES_PER_COMMIT = MAX_COMMIT / 2;

/**
 * Scores a firm from its records as of a day (today unless told) and keeps the score with the event that it
 * was. A score that has seen all records, all holdings and this very day is kept as it is. Refuses:
 * enterprise_unknown.
 */
export const scoreEnterprise =
  (ports: Ports) =>
  (
    asker: Principal,
    { code, asOf = ports.today() }: { readonly code: UnifiedCode; readonly asOf?: BusinessDate },
  ): Promise<Outcome<KeptScore>> =>
    untilCommitted<KeptScore>(async () => {
      // Revisions first: what changes after them is seen by the next scoring.
      const [seen] = await seenNow(ports, [code]);
      const complete = await heldCatalogues(ports);
      const scored = seen && (await scoreAsOf(ports, asker, { code, asOf, seen, complete }));
      if (!scored) return refuse('enterprise_unknown', { field: 'code', actual: code });
      if (!scored.change) return accept(scored.value);
      const result = await ports.store.commit({ changes: [scored.change], events: scored.events });
      return committed(result, scored.value);
    });

/**
 * Scores those of the firms whose score has not seen their latest records: what is current is told from two
 * cheap look-ups, and the others are kept many at a time. Unknown firms are passed over: they are scored once
 * they are registered. Refuses what scoring one of them refuses otherwise.
 */
export const scoreEnterprises = (ports: Ports) => {
  const scoreOne = scoreEnterprise(ports);
  return async (
    asker: Principal,
    codes: readonly UnifiedCode[],
  ): Promise<Outcome<{ readonly scored: number }>> => {
    const asOf = ports.today();
    let scored = 0;
    for (let start = 0; start < codes.length; start += SCORES_PER_COMMIT * AT_ONCE) {
      const stale = await notCurrent(
        ports,
        codes.slice(start, start + SCORES_PER_COMMIT * AT_ONCE),
        asOf,
      );
      const complete = await heldCatalogues(ports);
      const answers = await eachAtOnce(stale, AT_ONCE, (firm) =>
        scoreAsOf(ports, asker, { ...firm, asOf, complete }),
      );
      const known = answers.filter((answer) => answer !== undefined);
      const refused = await keepAll(ports, known, (code) => scoreOne(asker, { code }));
      if (refused) return refused;
      scored += known.length;
    }
    return accept({ scored });
  };
};

type Seen = { readonly revision: number; readonly holdings: number };
type Scored = {
  readonly value: KeptScore;
  /** Absent where the kept score is current. */
  readonly change?: Change;
  readonly events: readonly DomainEvent[];
};

/** Undefined for a firm that nobody has registered. */
async function scoreAsOf(
  ports: Ports,
  asker: Principal,
  firm: {
    readonly code: UnifiedCode;
    readonly asOf: BusinessDate;
    readonly seen: Seen;
    readonly complete: ReadonlySet<CatalogueId>;
  },
): Promise<Scored | undefined> {
  const { code, asOf, seen, complete } = firm;
  const { enterprise, records, score: kept } = await ports.store.dossier(code);
  if (!enterprise) return undefined;
  if (kept && isCurrent(kept.value, seen, asOf)) return { value: kept.value, events: [] };
  const facts = readFacts({ enterprise, records, asOf, complete });
  const value: KeptScore = {
    ...score({ card: expertCard, facts, enterprise, asOf }),
    ...seen,
    scoredAt: ports.now(),
  };
  const { points, grade } = value;
  const moved = kept?.value.points !== points || kept.value.grade !== grade;
  return {
    value,
    change: { kind: 'score', value, expected: kept?.version ?? 0 },
    events: moved
      ? [announce(ports, asker, { type: 'enterprise_scored', code, points, grade })]
      : [],
  };
}

/** Many scores a commit; where somebody else has scored one of them meanwhile, each by itself. */
async function keepAll(
  ports: Ports,
  scored: readonly Scored[],
  again: (code: UnifiedCode) => Promise<Outcome<KeptScore>>,
) {
  const fresh = scored.filter(({ change }) => change !== undefined);
  for (let start = 0; start < fresh.length; start += SCORES_PER_COMMIT) {
    const together = fresh.slice(start, start + SCORES_PER_COMMIT);
    const result = await ports.store.commit({
      changes: together.flatMap(({ change }) => (change ? [change] : [])),
      events: together.flatMap(({ events }) => events),
    });
    if (result === 'committed') continue;
    for (const { value } of together) {
      const outcome = await again(value.code);
      if (!outcome.ok) return outcome;
    }
  }
  return undefined;
}

async function notCurrent(ports: Ports, codes: readonly UnifiedCode[], asOf: BusinessDate) {
  const [seen, scores] = await Promise.all([
    seenNow(ports, codes),
    ports.store.getMany('score', codes),
  ]);
  return codes.flatMap((code, index) => {
    const kept = scores[index]?.value;
    const now = seen[index];
    return now && !(kept && isCurrent(kept, now, asOf)) ? [{ code, seen: now }] : [];
  });
}

async function seenNow(ports: Ports, codes: readonly UnifiedCode[]): Promise<readonly Seen[]> {
  const of: RevisionOf[] = ['holdings', ...codes.map((code) => `records:${code}` as const)];
  const [holdings = 0, ...revisions] = await ports.store.revisions(of);
  return revisions.map((revision) => ({ revision, holdings }));
}

const isCurrent = (kept: KeptScore, seen: Seen, asOf: BusinessDate): boolean =>
  kept.revision === seen.revision &&
  kept.holdings === seen.holdings &&
  kept.asOf === asOf &&
  kept.card.id === expertCard.id &&
  kept.card.version === expertCard.version;

const heldCatalogues = async (ports: Ports): Promise<ReadonlySet<CatalogueId>> =>
  new Set((await ports.store.get('holdings', 'city'))?.value.catalogues);
