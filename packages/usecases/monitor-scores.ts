import type { UnifiedCode } from '#domain/ids';
import type { Principal } from '#domain/principal';
import { accept, type Outcome } from '#domain/refusal';
import { sampleOf } from '#domain/scoring/monitoring/activation-sample';
import { type IsoWeek, isoWeekOf } from '#domain/scoring/monitoring/iso-week';
import { labelOf } from '#domain/scoring/monitoring/loan-outcome';
import {
  type ScoreCount,
  startCount,
  withOutcome,
  withScore,
} from '#domain/scoring/monitoring/score-count';
import { monitoringOf } from '#domain/scoring/monitoring/score-monitoring';
import type { Scorecard } from '#domain/scoring/scorecard';
import type { Instant } from '#domain/time';
import { eachAtOnce } from './each-at-once.ts';
import type { Change, Page, Ports } from './ports.ts';
import { scoresBefore } from './score-before.ts';
import { getAll } from './store-jobs.ts';
import { committed, untilCommitted } from './until-committed.ts';

/** Firms, or outcomes, of one stretch: a second of work. */
const STRETCH = 500;
const AT_ONCE = 8;

/** `counted`: stretches of this call. */
export type Monitored = {
  readonly week: IsoWeek;
  readonly counted: number;
  readonly finished: boolean;
};

type CardOf = (hash: string) => Promise<Scorecard | undefined>;

/**
 * Counts the latest scores of the city, then the outcomes that banks report, stretch by stretch, and reckons the
 * figures of the week. What is counted is kept with the place that it reaches, in one commit: whoever is cut off
 * goes on there, and of two at once one counts. A week that has its figures keeps them. A card without an
 * activation sample gets this week's firms as its sample once it has come through the city; a week that never came to its end has no figures.
 * Of a city without a score nothing is reckoned: the next call counts anew. Refuses: busy.
 */
export const monitorScores =
  (ports: Ports) =>
  async (
    _asker: Principal,
    { stopAt, stretch = STRETCH }: { readonly stopAt?: Instant; readonly stretch?: number },
  ): Promise<Outcome<Monitored>> => {
    const week = isoWeekOf(ports.today());
    const cardOf = cardsByHash(ports);
    let counted = 0;
    for (;;) {
      if (await ports.store.get('scoreMonitoring', week))
        return accept({ week, counted, finished: true });
      if (stopAt !== undefined && ports.now() >= stopAt)
        return accept({ week, counted, finished: false });
      const done = await untilCommitted(() => step(ports, week, cardOf, stretch));
      if (!done.ok) return done;
      counted += 1;
      if (!done.value) return accept({ week, counted, finished: false });
    }
  };

/** False where nobody was found whose score could be watched. */
async function step(
  ports: Ports,
  week: IsoWeek,
  cardOf: CardOf,
  limit: number,
): Promise<Outcome<boolean> | 'conflict'> {
  // Somebody else may have ended the week meanwhile.
  if (await ports.store.get('scoreMonitoring', week)) return accept(true);
  const kept = await ports.store.get('scoreCount', week);
  const count = kept && !foundNobody(kept.value) ? kept.value : startCount(week, ports.today());
  if (count.phase === 'counted') {
    const changes = await figuresOf(ports, count);
    return committed(await ports.store.commit({ changes, events: [] }), true);
  }
  const value = await countOn(ports, count, cardOf, limit);
  const result = await ports.store.commit({
    changes: [{ kind: 'scoreCount', value, expected: kept?.version ?? 0 }],
    events: [],
  });
  return committed(result, !foundNobody(value));
}

const foundNobody = ({ phase, cards }: ScoreCount): boolean =>
  phase === 'counted' && cards.length === 0;

const countOn = (ports: Ports, count: ScoreCount, cardOf: CardOf, limit: number) =>
  count.phase === 'scores'
    ? countScores(ports, count, cardOf, limit)
    : countOutcomes(ports, count, cardOf, limit);

async function countScores(
  ports: Ports,
  count: ScoreCount,
  cardOf: CardOf,
  limit: number,
): Promise<ScoreCount> {
  const firms = await ports.store.list('enterprises', 'all', { limit, ...placeOf(count) });
  const scores = await ports.store.getMany(
    'score',
    firms.items.map(({ value }) => value.code),
  );
  let after = count;
  for (const [index, { value: enterprise }] of firms.items.entries()) {
    const score = scores[index]?.value;
    const hash = score?.cardHash;
    const card = hash === undefined ? undefined : await cardOf(hash);
    if (!score || hash === undefined || !card) {
      after = { ...after, unscored: after.unscored + 1 };
      continue;
    }
    const { points, grade, facts, size } = score;
    after = withScore(after, { enterprise, hash, card, points, grade, facts, size });
  }
  return reached(after, firms, 'outcomes');
}

/** Each loan is held against the score on which it could have been decided: see `scoresBefore`. */
async function countOutcomes(
  ports: Ports,
  count: ScoreCount,
  cardOf: CardOf,
  limit: number,
): Promise<ScoreCount> {
  const reports = await ports.store.list('outcomes', 'all', { limit, ...placeOf(count) });
  const loans = reports.items.map(({ value }) => value);
  const firms = await getAll(ports, 'enterprise', [...new Set(loans.map(({ code }) => code))]);
  const scoreBefore = await scoresBefore(ports);
  const before = await eachAtOnce(loans, AT_ONCE, scoreBefore);
  let after = count;
  for (const [index, loan] of loans.entries()) {
    const { reported, open, retrospective, unscored } = after.outcomes;
    const label = labelOf(loan);
    const past = before[index];
    const card = past && (await cardOf(past.hash));
    const enterprise = firms.get(loan.code)?.value;
    const isHeld = label !== 'open' && past && card && enterprise;
    after = {
      ...after,
      outcomes: {
        reported: reported + 1,
        open: open + (label === 'open' ? 1 : 0),
        retrospective: retrospective + (isHeld && past.isRetrospective ? 1 : 0),
        unscored: unscored + (label !== 'open' && !isHeld ? 1 : 0),
      },
    };
    if (!isHeld) continue;
    const { hash, points, size } = past;
    after = withOutcome(after, { enterprise, hash, card, points, size, bad: label === 'bad' });
  }
  return reached(after, reports, 'counted');
}

/** The figures, and a sample for every card that has none yet. */
async function figuresOf(ports: Ports, count: ScoreCount): Promise<readonly Change[]> {
  const hashes = count.cards.map(({ hash }) => hash);
  const kept = await getAll(ports, 'activationSample', hashes);
  const taken = count.cards.flatMap((of) => {
    const sample = kept.get(of.hash) ? undefined : sampleOf(of, count);
    return sample ? [sample] : [];
  });
  const known = hashes.flatMap((hash) => kept.get(hash)?.value ?? []);
  return [
    ...taken.map((value) => ({ kind: 'activationSample', value, expected: 0 }) as const),
    { kind: 'scoreMonitoring', value: monitoringOf(count, [...known, ...taken]), expected: 0 },
  ];
}

const placeOf = ({ after }: ScoreCount) => (after === undefined ? {} : { after });

function reached(
  { after: _, ...count }: ScoreCount,
  { next }: Page<{ readonly code: UnifiedCode }>,
  phase: ScoreCount['phase'],
): ScoreCount {
  return next === undefined ? { ...count, phase } : { ...count, after: next };
}

/** A card is kept for ever under its hash. */
function cardsByHash({ store }: Ports): CardOf {
  const cards = new Map<string, Scorecard>();
  return async (hash) => {
    const known = cards.get(hash) ?? (await store.get('card', hash))?.value.card;
    if (known) cards.set(hash, known);
    return known;
  };
}
