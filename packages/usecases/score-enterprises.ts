import type { UnifiedCode } from '#domain/ids';
import type { Principal } from '#domain/principal';
import { accept, type Outcome } from '#domain/refusal';
import type { KeptScore } from '#domain/scoring/score';
import type { BusinessDate } from '#domain/time';
import { type CardsInForce, cardsInForce } from './cards-in-force.ts';
import { eachAtOnce } from './each-at-once.ts';
import { MAX_AUDITED_COMMIT, type Ports } from './ports.ts';
import {
  heldCatalogues,
  isCurrent,
  type Scored,
  scoreAsOf,
  scoreEnterprise,
  seenNow,
} from './score-enterprise.ts';

const AT_ONCE = 8;
/** A score, what it was reckoned from, and the event that it moved. */
const SCORES_PER_COMMIT = Math.floor(MAX_AUDITED_COMMIT / 3);

/**
 * Scores those of the firms whose score has not seen their latest records: what is current is told from two
 * cheap look-ups, and the others are kept many at a time. Unknown firms are passed over: they are scored once
 * they are registered. Refuses what scoring one of them refuses otherwise.
 */
export const scoreEnterprises = (ports: Ports) => {
  const scoreOne = scoreEnterprise(ports);
  const cardsOn = cardsInForce(ports);
  return async (
    asker: Principal,
    codes: readonly UnifiedCode[],
  ): Promise<Outcome<{ readonly scored: number }>> => {
    const asOf = ports.today();
    const cards = await cardsOn(asOf);
    let scored = 0;
    for (let start = 0; start < codes.length; start += SCORES_PER_COMMIT * AT_ONCE) {
      const stale = await notCurrent(
        ports,
        codes.slice(start, start + SCORES_PER_COMMIT * AT_ONCE),
        { asOf, cards },
      );
      const complete = await heldCatalogues(ports);
      const answers = await eachAtOnce(stale, AT_ONCE, (firm) =>
        scoreAsOf(ports, asker, { ...firm, asOf, complete, cards }),
      );
      const known = answers.filter((answer) => answer !== undefined);
      const refused = await keepAll(ports, asker, known, (code) => scoreOne(asker, { code }));
      if (refused) return refused;
      scored += known.length;
    }
    return accept({ scored });
  };
};

/** Many scores a commit; where somebody else has scored one of them meanwhile, each by itself. */
async function keepAll(
  ports: Ports,
  by: Principal,
  scored: readonly Scored[],
  again: (code: UnifiedCode) => Promise<Outcome<KeptScore>>,
) {
  const fresh = scored.filter(({ changes }) => changes.length > 0);
  for (let start = 0; start < fresh.length; start += SCORES_PER_COMMIT) {
    const together = fresh.slice(start, start + SCORES_PER_COMMIT);
    const result = await ports.store.commit({
      changes: together.flatMap(({ changes }) => changes),
      events: together.flatMap(({ events }) => events),
      by,
    });
    if (result === 'committed') continue;
    for (const { value } of together) {
      const outcome = await again(value.code);
      if (!outcome.ok) return outcome;
    }
  }
  return undefined;
}

async function notCurrent(
  ports: Ports,
  codes: readonly UnifiedCode[],
  now: { readonly asOf: BusinessDate; readonly cards: CardsInForce },
) {
  const [seen, scores] = await Promise.all([
    seenNow(ports, codes),
    ports.store.getMany('score', codes),
  ]);
  return codes.flatMap((code, index) => {
    const kept = scores[index]?.value;
    const revisions = seen[index];
    return revisions && !(kept && isCurrent(kept, { ...now, seen: revisions }))
      ? [{ code, seen: revisions }]
      : [];
  });
}
