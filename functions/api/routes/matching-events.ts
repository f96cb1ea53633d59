import { type BankId, bankId, type MatchingEventId, matchingEventId, needId } from '#domain/ids';
import { accept, type Outcome } from '#domain/refusal';
import { capacitySchema, matchingEventTermsSchema } from '#platform/schemas/matching-event';
import { parseBody } from '#platform/schemas/parse';
import type { InEvent } from '#usecases/join-matching-event';
import type { Paged } from '#usecases/read';
import { answer, asking, no, type Operation } from '../operation.ts';
import { byId, byTime, paged, pageOf, pagingOf } from '../paging.ts';
import { bodyUnder, codeRefusals, pathCode, pathId } from '../parse-asked.ts';

const tag = 'Matching events';
const path = '/v1/matching-events/{id}';
const ofBank = `${path}/capacities/{bank}` as const;
const ofNeed = `${path}/needs/{need}` as const;

const eventOf = (id: string) => pathId(matchingEventId, id, 'event');

function bankIn(
  id: string,
  part: string,
): Outcome<{ readonly event: MatchingEventId; readonly bank: BankId }> {
  const event = eventOf(id);
  if (!event.ok) return event;
  const bank = pathId(bankId, part, 'bank');
  return bank.ok ? accept({ event: event.value, bank: bank.value }) : bank;
}

function needIn(id: string, part: string): Outcome<InEvent> {
  const event = eventOf(id);
  if (!event.ok) return event;
  const need = pathId(needId, part, 'need');
  return need.ok ? accept({ event: event.value, need: need.value }) : need;
}

type Step = Pick<Operation, 'operationId' | 'summary' | 'description'> & {
  readonly place: string;
  readonly action: 'cancelMatchingEvent' | 'assignMatchingEvent';
};

const step = ({ place, action, ...rest }: Step): Operation => ({
  ...rest,
  method: 'PUT',
  path: `${path}/${place}`,
  action,
  tag,
  answers: { one: 'MatchingEvent' },
  refuses: ['id_wrong', 'not_found', 'matching_event_status_wrong'],
  handle: async (platform, { asker, id }) => {
    const event = eventOf(id);
    return event.ok
      ? answer(await platform[action](asker, event.value), (value) => ({ value }))
      : no(event);
  },
});

type Listed = Pick<Operation, 'path' | 'summary' | 'answers'> & {
  readonly action: 'listCapacities' | 'listEventNeeds';
  readonly prefix: string;
};

const listed = ({ action, prefix, ...rest }: Listed): Operation =>
  asking({
    ...rest,
    method: 'GET',
    operationId: action,
    action,
    tag,
    query: pagingOf(byId(prefix)),
    refuses: ['id_wrong', 'not_found'],
    handle: async (platform, { asker, id, query }) => {
      const event = eventOf(id);
      if (!event.ok) return no(event);
      const asked = { ...pageOf(query), event: event.value };
      const found: Outcome<Paged<object>> = await platform[action](asker, asked);
      return answer(found, (page) => ({ value: paged(page) }));
    },
  });

/** 撮合会: the office opens and assigns, banks bring what they lend, firms join with their needs. */
export const matchingEvents: readonly Operation[] = [
  asking({
    method: 'GET',
    path: '/v1/matching-events',
    operationId: 'listMatchingEvents',
    action: 'listMatchingEvents',
    tag,
    summary: 'Matching events, newest first',
    query: pagingOf(byTime('event')),
    answers: { pageOf: 'MatchingEvent' },
    refuses: [],
    handle: async (platform, { asker, query }) =>
      answer(await platform.listMatchingEvents(asker, pageOf(query)), (page) => ({
        value: paged(page),
      })),
  }),
  {
    method: 'GET',
    path,
    operationId: 'readMatchingEvent',
    action: 'readMatchingEvent',
    tag,
    summary: 'One matching event, and how far it is',
    answers: { one: 'MatchingEvent' },
    refuses: ['id_wrong', 'not_found'],
    handle: async (platform, { asker, id }) => {
      const event = eventOf(id);
      return event.ok
        ? answer(await platform.readMatchingEvent(asker, event.value), (kept) => kept)
        : no(event);
    },
  },
  {
    method: 'PUT',
    path,
    operationId: 'openMatchingEvent',
    action: 'openMatchingEvent',
    tag,
    summary: 'Open a matching event',
    description: 'The same terms again are answered alike, others under the same id are refused.',
    body: matchingEventTermsSchema,
    creates: true,
    answers: { one: 'MatchingEvent' },
    refuses: ['id_wrong', 'id_differs', 'matching_event_differs', 'valid_to_passed'],
    handle: async (platform, { asker, id, body }) => {
      const terms = bodyUnder(eventOf(id), matchingEventTermsSchema, body);
      if (!terms.ok) return terms;
      return answer(
        await platform.openMatchingEvent(asker, terms.value),
        ({ value, version, created }) => ({
          value,
          version,
          ...(created && { createdAt: `/v1/matching-events/${value.id}` }),
        }),
      );
    },
  },
  step({
    place: 'cancellation',
    operationId: 'cancelMatchingEvent',
    action: 'cancelMatchingEvent',
    summary: 'Cancel an event that is not assigned; twice is once',
  }),
  step({
    place: 'assignment',
    operationId: 'assignMatchingEvent',
    action: 'assignMatchingEvent',
    summary: 'Assign the needs of an event to its banks',
    description:
      'Nobody comes or goes from now on. Needs are ranked some hundreds at a time: while it answers `ranking`, the same request goes on; `assigned` is the end. Nobody overtakes in a round, quotas are kept in number and amount, and no bank has room for a need that would rather have it.',
  }),
  listed({
    path: `${path}/capacities`,
    action: 'listCapacities',
    summary: 'What banks lend in an event, by bank',
    answers: { pageOf: 'Capacity' },
    prefix: 'bank',
  }),
  {
    method: 'GET',
    path: ofBank,
    operationId: 'readCapacity',
    action: 'readCapacity',
    tag,
    summary: 'What one bank lends in an event',
    answers: { one: 'Capacity' },
    refuses: ['id_wrong', 'not_found'],
    handle: async (platform, { asker, id, part }) => {
      const asked = bankIn(id, part);
      return asked.ok
        ? answer(await platform.readCapacity(asker, asked.value), (kept) => kept)
        : no(asked);
    },
  },
  {
    method: 'PUT',
    path: ofBank,
    operationId: 'bringCapacity',
    action: 'bringCapacity',
    tag,
    summary: 'Say how many needs a bank takes in an event, and how much it lends in all',
    description: 'As often as it likes while the event is open; nothing of both is to stay away.',
    body: capacitySchema,
    creates: true,
    answers: { one: 'Capacity' },
    refuses: ['id_wrong', 'not_found', 'matching_event_status_wrong', 'matching_event_full'],
    handle: async (platform, { asker, id, part, body }) => {
      const asked = bankIn(id, part);
      if (!asked.ok) return no(asked);
      const told = parseBody(capacitySchema, body);
      if (!told.ok) return told;
      const { event, bank } = asked.value;
      return answer(
        await platform.bringCapacity(asker, { ...told.value, event, bank }),
        ({ value, version, created }) => ({
          value,
          version,
          ...(created && { createdAt: `/v1/matching-events/${event}/capacities/${bank}` }),
        }),
      );
    },
  },
  asking({
    method: 'GET',
    path: `${ofBank}/needs`,
    operationId: 'listGotNeeds',
    action: 'listGotNeeds',
    tag,
    summary: 'The needs that a bank got in an event, by need; none until it is assigned',
    query: pagingOf(byId('need')),
    answers: { pageOf: 'GotNeed' },
    refuses: ['id_wrong', 'not_found'],
    handle: async (platform, { asker, id, part, query }) => {
      const asked = bankIn(id, part);
      if (!asked.ok) return no(asked);
      return answer(
        await platform.listGotNeeds(asker, { ...asked.value, ...pageOf(query) }),
        (page) => ({ value: paged(page) }),
      );
    },
  }),
  listed({
    path: `${path}/needs`,
    action: 'listEventNeeds',
    summary: 'The needs in an event by id, once it is assigned with what became of them',
    answers: { pageOf: 'EventNeed' },
    prefix: 'need',
  }),
  {
    method: 'GET',
    path: ofNeed,
    operationId: 'readEventNeed',
    action: 'readEventNeed',
    tag,
    summary: 'One need in an event: once it is assigned, which bank it got and why no better one',
    answers: { one: 'EventNeed' },
    refuses: ['id_wrong', 'not_found'],
    handle: async (platform, { asker, id, part }) => {
      const asked = needIn(id, part);
      return asked.ok
        ? answer(await platform.readEventNeed(asker, asked.value), (kept) => kept)
        : no(asked);
    },
  },
  {
    method: 'PUT',
    path: ofNeed,
    operationId: 'joinMatchingEvent',
    action: 'joinMatchingEvent',
    tag,
    summary: 'Join an event with a need; twice is once',
    creates: true,
    answers: { one: 'EventNeed' },
    refuses: [
      'id_wrong',
      'not_found',
      'matching_event_status_wrong',
      'need_not_open',
      'matching_event_full',
    ],
    handle: async (platform, { asker, id, part }) => {
      const asked = needIn(id, part);
      if (!asked.ok) return no(asked);
      return answer(
        await platform.joinMatchingEvent(asker, asked.value),
        ({ value, version, created }) => ({
          value,
          version,
          ...(created && {
            createdAt: `/v1/matching-events/${value.event}/needs/${value.need}`,
          }),
        }),
      );
    },
  },
  asking({
    method: 'GET',
    path: '/v1/enterprises/{code}/matching-events',
    operationId: 'listEventsOfEnterprise',
    action: 'listEventsOfEnterprise',
    tag,
    summary: 'Where the needs of a firm take part, newest first',
    query: pagingOf(/^[0-9T:.-]+Z#event_[A-Za-z0-9.-]+\/need_[A-Za-z0-9.-]+$/),
    answers: { pageOf: 'EventNeed' },
    refuses: [...codeRefusals],
    handle: async (platform, { asker, id, query }) => {
      const code = pathCode(id);
      if (!code.ok) return no(code);
      return answer(
        await platform.listEventsOfEnterprise(asker, { ...pageOf(query), code: code.value }),
        (page) => ({ value: paged(page) }),
      );
    },
  }),
];
