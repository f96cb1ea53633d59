import { assert } from '#domain/assert';
import type { MatchingEventId } from '#domain/ids';
import { assign } from '#domain/matching-event/assign';
import type { Assignment } from '#domain/matching-event/assignment';
import type { EventNeed, MatchingEvent } from '#domain/matching-event/matching-event';
import { whyNotMatchingEvent } from '#domain/matching-event/matching-event-actions';
import { participantsOf } from '#domain/matching-event/participants-of';
import { whyNotNeed } from '#domain/need/need-actions';
import type { Principal } from '#domain/principal';
import { same } from '#domain/product/same';
import { accept, type Outcome, refuse } from '#domain/refusal';
import type { BusinessDate } from '#domain/time';
import { eachAtOnce } from './each-at-once.ts';
import { listAll } from './list-all.ts';
import type { Change, Ports, Versioned } from './ports.ts';
import type { RankNeed } from './rank-for-event.ts';
import { committed, untilCommitted } from './until-committed.ts';

/** Needs of one commit, which writes the event and an audit entry too. */
const STRETCH = 90;
/** Stretches of one call, well within its time. */
const STRETCHES = 5;
const NEEDS_AT_ONCE = 8;

/**
 * Assigns the needs of an event to its banks. First every need is ranked as of one day, some hundreds with each call:
 * while the event answers `ranking`, the same request goes on. From the first call on nobody comes or goes, so that
 * whatever is repeated or breaks off in between ends in the same assignment. Refuses: not_found,
 * matching_event_status_wrong, busy.
 */
export const assignMatchingEvent =
  (ports: Ports, rank: RankNeed) =>
  async (asker: Principal, id: MatchingEventId): Promise<Outcome<MatchingEvent>> => {
    let left = STRETCHES;
    for (;;) {
      const stepped = await untilCommitted<MatchingEvent>(async () => {
        const kept = await ports.store.get('matchingEvent', id);
        if (!kept) return refuse('not_found', { field: 'matchingEvent', actual: id });
        const refusal = whyNotMatchingEvent('assign', kept.value, ports.today());
        if (refusal) return { ok: false, refusal };
        const { status, ranked, needs } = kept.value;
        if (status === 'assigned') return accept(kept.value);
        if (status !== 'ranking') return close(ports, asker, kept);
        if (ranked === needs) return settle(ports, asker, kept);
        return left > 0 ? rankStretch(ports, rank, asker, kept) : accept(kept.value);
      });
      if (!stepped.ok || stepped.value.status === 'assigned' || left === 0) return stepped;
      if (stepped.value.ranked > 0) left -= 1;
    }
  };

/** A small commit of its own, so that whoever comes at the same moment is let in or refused, and nothing is ranked twice. */
async function close(
  { store, today }: Ports,
  asker: Principal,
  { value: event, version }: Versioned<MatchingEvent>,
): Promise<Outcome<MatchingEvent> | 'conflict'> {
  const value: MatchingEvent = { ...event, status: 'ranking', asOf: today() };
  const result = await store.commit({
    changes: [{ kind: 'matchingEvent', value, expected: version }],
    events: [],
    by: asker,
  });
  return committed(result, value);
}

/** Ranks the next needs by id. */
async function rankStretch(
  ports: Ports,
  rank: RankNeed,
  asker: Principal,
  { value: event, version }: Versioned<MatchingEvent>,
): Promise<Outcome<MatchingEvent> | 'conflict'> {
  const asOf = event.asOf ?? ports.today();
  const page = await ports.store.list('needsOfEvent', event.id, {
    limit: STRETCH,
    ...(event.after !== undefined && { after: event.after }),
  });
  const needs = await ports.store.getMany(
    'need',
    page.items.map(({ value }) => value.need),
  );
  const changes = await eachAtOnce(
    page.items.map((item, index) => ({ ...item, need: needs[index]?.value })),
    NEEDS_AT_ONCE,
    async ({ value, version: expected, need }): Promise<Change> => ({
      kind: 'eventNeed',
      value: await rankedNeed(rank, value, need, asOf),
      expected,
    }),
  );
  assert(changes.length > 0, 'an event counts the needs that have joined');
  const { after: _, ...rest } = event;
  const last = page.next === undefined ? undefined : page.items.at(-1)?.value.need;
  const next: MatchingEvent = {
    ...rest,
    ranked: event.ranked + changes.length,
    ...(last && { after: last }),
  };
  const result = await ports.store.commit({
    changes: [{ kind: 'matchingEvent', value: next, expected: version }, ...changes],
    events: [],
    by: asker,
  });
  return committed(result, next);
}

async function rankedNeed(
  rank: RankNeed,
  { event, need: id, code, joinedAt }: EventNeed,
  need: Parameters<RankNeed>[0] | undefined,
  asOf: BusinessDate,
): Promise<EventNeed> {
  const joined = { event, need: id, code, joinedAt };
  if (!need || whyNotNeed('match', need, asOf)) return { ...joined, status: 'lapsed' };
  const { edition, principal, submittedAt } = need;
  const preferences = await rank(need, asOf);
  return { ...joined, status: 'ranked', edition, principal, submittedAt, preferences };
}

/** Writes what became of every need, then that the event is assigned. */
async function settle(
  ports: Ports,
  asker: Principal,
  { value: event, version }: Versioned<MatchingEvent>,
): Promise<Outcome<MatchingEvent> | 'conflict'> {
  const [joined, capacities] = await Promise.all([
    listAll(ports.store, 'needsOfEvent', event.id),
    listAll(ports.store, 'capacitiesOfEvent', event.id),
  ]);
  const assignment = assign(participantsOf(event.id, joined, capacities));
  const written = await writeOutcomes(ports, asker, joined, assignment);
  if (!written) return 'conflict';
  const { outcomes: _, ...result } = assignment;
  const value: MatchingEvent = {
    ...event,
    status: 'assigned',
    result,
    assignedAt: ports.now(),
  };
  const answer = await ports.store.commit({
    changes: [{ kind: 'matchingEvent', value, expected: version }],
    events: [],
    by: asker,
  });
  return committed(answer, value);
}

/** Whether all of them stand there now; those that a call before has written stay. */
async function writeOutcomes(
  { store }: Ports,
  asker: Principal,
  joined: readonly EventNeed[],
  { outcomes }: Assignment,
): Promise<boolean> {
  const outcomeOf = new Map(outcomes.map((outcome) => [outcome.need, outcome]));
  const open = joined.filter(
    (one) => one.status === 'ranked' && !same(one.outcome, outcomeOf.get(one.need)),
  );
  for (let from = 0; from < open.length; from += STRETCH) {
    const stretch = open.slice(from, from + STRETCH);
    const kept = await store.getMany(
      'eventNeed',
      stretch.map(({ event, need }) => `${event}/${need}` as const),
    );
    const changes = kept.flatMap((item): Change[] => {
      const outcome = item && outcomeOf.get(item.value.need);
      return item?.value.status === 'ranked' && outcome
        ? [{ kind: 'eventNeed', value: { ...item.value, outcome }, expected: item.version }]
        : [];
    });
    const result = await store.commit({ changes, events: [], by: asker });
    if (committed(result, true) === 'conflict') return false;
  }
  return true;
}
