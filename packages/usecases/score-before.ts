import type { FactValue } from '#domain/scoring/facts';
import type { LoanOutcome } from '#domain/scoring/monitoring/loan-outcome';
import { readFacts } from '#domain/scoring/read-facts';
import { scoreBySegment } from '#domain/scoring/score-by-segment';
import { endOf } from '#domain/time';
import { cardsInForce } from './cards-in-force.ts';
import type { Ports } from './ports.ts';
import { heldCatalogues } from './score-enterprise.ts';

/** The points on which a loan could have been decided. */
export type ScoreBefore = {
  /** Of the card. */
  readonly hash: string;
  readonly points: number;
  readonly size: FactValue | undefined;
  readonly isRetrospective: boolean;
};

/**
 * The last score that a firm had been told when the observation of its loan began. Where there was none, as in the
 * first year of a city, what today's cards give as of that day in retrospect: from the records that bear no later
 * date, kept nowhere and told to nobody. It flatters a little, since what was repaired or came late is judged as it
 * stands today, so it is counted apart. Undefined for a firm that was not there yet.
 */
export async function scoresBefore(
  ports: Ports,
): Promise<(loan: LoanOutcome) => Promise<ScoreBefore | undefined>> {
  const { store } = ports;
  const cards = await cardsInForce(ports)(ports.today());
  const complete = await heldCatalogues(ports);
  return async ({ code, observedFrom: asOf }) => {
    const told = await store.list('pastScoresOf', code, { limit: 1, after: endOf(asOf) });
    const [past] = told.items;
    if (past) {
      const { cardHash: hash, points, basis } = past.value;
      return { hash, points, size: basis.facts['size']?.value, isRetrospective: false };
    }
    const { enterprise, records } = await store.dossier(code);
    if (!enterprise || (enterprise.establishedOn ?? asOf) > asOf) return undefined;
    const facts = readFacts({ enterprise, records, asOf, complete });
    const { score, card } = scoreBySegment({ facts, enterprise, asOf }, cards);
    const hash = cards.hashOf(card);
    return { hash, points: score.points, size: score.size, isRetrospective: true };
  };
}
