import type { CardVersionId } from '#domain/ids';
import type { Principal } from '#domain/principal';
import { accept, type Outcome, refuse } from '#domain/refusal';
import { scorerOf } from '#domain/scoring/columns/scorer';
import {
  addFirms,
  type CardComparison,
  startComparison,
} from '#domain/scoring/registry/card-comparison';
import { cardsOn } from '#domain/scoring/registry/cards-on';
import type { KeptScore } from '#domain/scoring/score';
import type { Scorecard } from '#domain/scoring/scorecard';
import { segmentOf } from '#domain/scoring/segments';
import { addDays, type BusinessDate, type Instant } from '#domain/time';
import { cardsInForce } from './cards-in-force.ts';
import { listAll } from './list-all.ts';
import { MAX_PAGE, type Ports, type Versioned } from './ports.ts';
import { committed, untilCommitted } from './until-committed.ts';

/** Firms of one stretch: well within the time of one function call. */
const STRETCH = 500;
/** Days from one comparison to the next. */
const WEEK = 7;

/**
 * The next stretch of a comparison of a version with the card in force in its place, over the facts kept with each
 * firm's latest score; finished, the comparison of the day stays as it is. One that was not finished is gone on
 * with for a week, unless the champion or the rules that choose its firms have changed, which begins it anew.
 * Refuses: not_found (the version; a card in its place), card_status_wrong (retired), busy.
 */
export const compareChallenger = (ports: Ports) => {
  const inForce = cardsInForce(ports);
  return (
    _asker: Principal,
    { challenger: id }: { readonly challenger: CardVersionId },
  ): Promise<Outcome<CardComparison>> =>
    untilCommitted<CardComparison>(async () => {
      const version = await ports.store.get('cardVersion', id);
      if (!version) return refuse('not_found', { field: 'card', actual: id });
      const { card: challenger, status } = version.value;
      if (status === 'retired')
        return refuse('card_status_wrong', { field: 'status', actual: status });
      const today = ports.today();
      const cards = await inForce(today);
      const champion = cards.cards.find((card) => card.id === challenger.id);
      if (!champion) return refuse('not_found', { field: 'champion', actual: challenger.id });
      const kept = await current(ports, id, today);
      if (kept && kept.value.after === undefined) return accept(kept.value);
      const hash = cards.hashOf(champion);
      const same = kept?.value.champion.hash === hash && kept.value.scheme === cards.schemeHash;
      const begun = same ? kept.value : undefined;
      const before =
        begun ??
        startComparison(
          {
            challenger: id,
            champion: { id: champion.id, version: champion.version, hash },
            scheme: cards.schemeHash,
            asOf: kept?.value.asOf ?? today,
          },
          champion.bands,
        );
      const { firms, next } = await stretchAfter(ports, before.after ?? '');
      const those = firms.filter(
        ({ facts }) => segmentOf((fact) => facts[fact], cards.scheme)?.card === champion.id,
      );
      const { after: _, ...added } = addFirms(
        before,
        scoredByBoth(champion, challenger, those),
        champion.bands,
      );
      const value: CardComparison = { ...added, ...(next !== undefined && { after: next }) };
      const result = await ports.store.commit({
        changes: [{ kind: 'cardComparison', value, expected: kept?.version ?? 0 }],
        events: [],
      });
      return committed(result, value);
    });
};

/** That of today, or one of the last week that is not finished. */
async function current(
  { store }: Ports,
  challenger: CardVersionId,
  today: BusinessDate,
): Promise<Versioned<CardComparison> | undefined> {
  const { items } = await store.list('comparisonsOfCard', challenger, { limit: 1 });
  const [latest] = items;
  if (!latest) return undefined;
  const { asOf, after } = latest.value;
  const open = after !== undefined && asOf > addDays(today, -WEEK);
  return asOf === today || open ? latest : undefined;
}

async function stretchAfter({ store }: Ports, after: string) {
  const page = await store.list('enterprises', 'all', { limit: STRETCH, ...(after && { after }) });
  const scores = await store.getMany(
    'score',
    page.items.map(({ value }) => value.code),
  );
  return {
    firms: scores.flatMap((score) => (score ? [score.value] : [])),
    next: page.next,
  };
}

function scoredByBoth(champion: Scorecard, challenger: Scorecard, firms: readonly KeptScore[]) {
  const [before, after] = [scorerOf(champion), scorerOf(challenger)];
  return firms.map(({ code, facts }) => {
    const [one, other] = [before.scoreValues(facts), after.scoreValues(facts)];
    return {
      code,
      champion: one.points,
      challenger: other.points,
      from: one.grade,
      to: other.grade,
    };
  });
}

export type ShadowsCompared = {
  /** Comparisons that this call has finished. */
  readonly compared: number;
  /** Nothing more is due. */
  readonly finished: boolean;
};

/**
 * Each active challenger whose last comparison is a week old, or was not finished, beside its champion. Ends by
 * itself soon after `stopAt` and goes on from there the next time. Refuses: busy.
 */
export const compareChallengers = (ports: Ports) => {
  const compare = compareChallenger(ports);
  return async (
    asker: Principal,
    { stopAt }: { readonly stopAt?: Instant },
  ): Promise<Outcome<ShadowsCompared>> => {
    const today = ports.today();
    const versions = await listAll(ports.store, 'cardVersions', 'all', MAX_PAGE);
    const known = new Set((await cardsInForce(ports)(today)).cards.map(({ id }) => id));
    const running = cardsOn(versions, today, 'challenger').filter(({ card }) => known.has(card.id));
    let compared = 0;
    for (const { id } of running) {
      if (!(await isDue(ports, id, today))) continue;
      for (let open = true; open; ) {
        if (stopAt !== undefined && ports.now() >= stopAt)
          return accept({ compared, finished: false });
        const outcome = await compare(asker, { challenger: id });
        if (!outcome.ok) return outcome;
        open = outcome.value.after !== undefined;
      }
      compared += 1;
    }
    return accept({ compared, finished: true });
  };
};

async function isDue({ store }: Ports, id: CardVersionId, today: BusinessDate): Promise<boolean> {
  const { items } = await store.list('comparisonsOfCard', id, { limit: 1 });
  const latest = items[0]?.value;
  return latest === undefined || latest.after !== undefined || latest.asOf <= addDays(today, -WEEK);
}
