import type { CatalogueId } from '#domain/credit/catalogue';
import type { CreditRecord } from '#domain/credit/record';
import type { DomainEvent } from '#domain/event';
import type { RecordId, UnifiedCode } from '#domain/ids';
import type { Principal } from '#domain/principal';
import { accept, type Outcome, refuse } from '#domain/refusal';
import { readFacts } from '#domain/scoring/read-facts';
import type { PastScore } from '#domain/scoring/registry/past-score';
import type { KeptScore } from '#domain/scoring/score';
import { scoreBySegment } from '#domain/scoring/score-by-segment';
import type { BusinessDate } from '#domain/time';
import { announce } from './announce.ts';
import { type CardsInForce, cardsInForce, hashOfBasis } from './cards-in-force.ts';
import type { Change, Ports, RevisionOf } from './ports.ts';
import { committed, untilCommitted } from './until-committed.ts';

/**
 * Scores a firm from its records as of a day (today unless told) by the card of its segment, and keeps the score
 * with the event that it was. A score that has seen all records, all holdings, the cards in force and this very
 * day is kept as it is. Refuses: enterprise_unknown.
 */
export const scoreEnterprise = (ports: Ports) => {
  const cardsOn = cardsInForce(ports);
  return (
    asker: Principal,
    { code, asOf = ports.today() }: { readonly code: UnifiedCode; readonly asOf?: BusinessDate },
  ): Promise<Outcome<KeptScore>> =>
    untilCommitted<KeptScore>(async () => {
      // Revisions first: what changes after them is seen by the next scoring.
      const [seen] = await seenNow(ports, [code]);
      const complete = await heldCatalogues(ports);
      const cards = await cardsOn(asOf);
      const scored = seen && (await scoreAsOf(ports, asker, { code, asOf, seen, complete, cards }));
      if (!scored) return refuse('enterprise_unknown', { field: 'code', actual: code });
      if (scored.changes.length === 0) return accept(scored.value);
      const { changes, events } = scored;
      const result = await ports.store.commit({ changes, events, by: asker });
      return committed(result, scored.value);
    });
};

type Seen = { readonly revision: number; readonly holdings: number };
export type Scored = {
  readonly value: KeptScore;
  /** The score, and what it was reckoned from; none where the kept score is current. */
  readonly changes: readonly Change[];
  readonly events: readonly DomainEvent[];
};

/** Undefined for a firm that nobody has registered. */
export async function scoreAsOf(
  ports: Ports,
  asker: Principal,
  firm: {
    readonly code: UnifiedCode;
    readonly asOf: BusinessDate;
    readonly seen: Seen;
    readonly complete: ReadonlySet<CatalogueId>;
    readonly cards: CardsInForce;
  },
): Promise<Scored | undefined> {
  const { code, asOf, seen, complete, cards } = firm;
  const { enterprise, records, score: kept } = await ports.store.dossier(code);
  if (!enterprise) return undefined;
  if (kept && isCurrent(kept.value, { seen, asOf, cards }))
    return { value: kept.value, changes: [], events: [] };
  const facts = readFacts({ enterprise, records, asOf, complete });
  const disputed = disputedAmong(records);
  const { score, segment, card } = scoreBySegment({ facts, enterprise, asOf, disputed }, cards);
  const inOrder = [...disputed].sort();
  const { id: scheme, version } = cards.scheme;
  const chosen = { scheme, version, id: segment };
  const { schemeHash } = cards;
  const cardHash = cards.hashOf(card);
  const factsHash = hashOfBasis(ports, { facts, disputed: inOrder });
  const scoredAt = ports.now();
  const value: KeptScore = {
    ...score,
    segment: chosen,
    cardHash,
    schemeHash,
    factsHash,
    ...seen,
    scoredAt,
  };
  const past: PastScore = {
    basis: { code, asOf, facts, disputed: inOrder },
    card: score.card,
    cardHash,
    segment: chosen,
    schemeHash,
    factsHash,
    scoreHash: ports.digest(JSON.stringify(score)),
    points: score.points,
    grade: score.grade,
    scoredAt,
  };
  const { points, grade } = value;
  const moved = kept?.value.points !== points || kept.value.grade !== grade;
  return {
    value,
    changes: [
      { kind: 'score', value, expected: kept?.version ?? 0 },
      ...(kept?.value.scoredAt === scoredAt
        ? []
        : [{ kind: 'pastScore', value: past, expected: 0 } as const]),
    ],
    events: moved
      ? [announce(ports, asker, { type: 'enterprise_scored', code, points, grade })]
      : [],
  };
}

const disputedAmong = (records: readonly CreditRecord[]): ReadonlySet<RecordId> =>
  new Set(records.filter(({ disputedBy }) => disputedBy !== undefined).map(({ id }) => id));

export async function seenNow(
  ports: Ports,
  codes: readonly UnifiedCode[],
): Promise<readonly Seen[]> {
  const of: RevisionOf[] = ['holdings', ...codes.map((code) => `records:${code}` as const)];
  const [holdings = 0, ...revisions] = await ports.store.revisions(of);
  return revisions.map((revision) => ({ revision, holdings }));
}

/** Whether a score has seen all there is; a card and a scheme are known by their versions. */
export const isCurrent = (
  kept: KeptScore,
  now: { readonly seen: Seen; readonly asOf: BusinessDate; readonly cards: CardsInForce },
): boolean =>
  kept.revision === now.seen.revision &&
  kept.holdings === now.seen.holdings &&
  kept.asOf === now.asOf &&
  kept.segment?.scheme === now.cards.scheme.id &&
  kept.segment.version === now.cards.scheme.version &&
  now.cards.cards.some(({ id, version }) => id === kept.card.id && version === kept.card.version);

export const heldCatalogues = async (ports: Ports): Promise<ReadonlySet<CatalogueId>> =>
  new Set((await ports.store.get('holdings', 'city'))?.value.catalogues);
