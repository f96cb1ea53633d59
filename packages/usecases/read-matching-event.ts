import type { BankId, MatchingEventId, NeedId, ProductId, UnifiedCode } from '#domain/ids';
import type { Capacity, EventNeed } from '#domain/matching-event/matching-event';
import { toldNeed } from '#domain/matching-event/told-need';
import type { Fen } from '#domain/money';
import type { Principal } from '#domain/principal';
import { accept, type Outcome, refuse } from '#domain/refusal';
import type { InEvent } from './join-matching-event.ts';
import type { Ports, Versioned } from './ports.ts';
import { type Paged, type PageOf, readPage } from './read.ts';

/** What a bank is told of a need that it got: the need itself it reads as any other, by its audience and consents. */
export type GotNeed = {
  readonly need: NeedId;
  readonly product: ProductId;
  readonly edition: number;
  readonly principal: Fen;
  /** For which it has the need where it stands. */
  readonly priority: number;
  /** The round in which it got it. */
  readonly round: number;
};

/** One need in an event, once it is assigned with what became of it and why. Refuses: not_found. */
export const readEventNeed =
  ({ store }: Ports) =>
  async (_: Principal, { event: id, need }: InEvent): Promise<Outcome<Versioned<EventNeed>>> => {
    const [event, kept] = await Promise.all([
      store.get('matchingEvent', id),
      store.get('eventNeed', `${id}/${need}`),
    ]);
    return kept
      ? accept({ ...kept, value: toldNeed(kept.value, event?.value) })
      : refuse('not_found', { field: 'need', actual: need });
  };

/** The needs of an event by id. Refuses: not_found. */
export const listEventNeeds =
  (ports: Ports) =>
  async (
    asker: Principal,
    { event: id, ...page }: PageOf & { readonly event: MatchingEventId },
  ): Promise<Outcome<Paged<EventNeed>>> => {
    const event = await ports.store.get('matchingEvent', id);
    if (!event) return refuse('not_found', { field: 'matchingEvent', actual: id });
    const found = await readPage(ports, 'needsOfEvent')(asker, { ...page, of: id });
    return found.ok
      ? accept({
          ...found.value,
          items: found.value.items.map((value) => toldNeed(value, event.value)),
        })
      : found;
  };

/** What banks bring to an event, by bank. Refuses: not_found. */
export const listCapacities =
  (ports: Ports) =>
  async (
    asker: Principal,
    { event: id, ...page }: PageOf & { readonly event: MatchingEventId },
  ): Promise<Outcome<Paged<Capacity>>> => {
    const event = await ports.store.get('matchingEvent', id);
    return event
      ? readPage(ports, 'capacitiesOfEvent')(asker, { ...page, of: id })
      : refuse('not_found', { field: 'matchingEvent', actual: id });
  };

/** Where the needs of a firm take part, newest first. */
export const listEventsOf =
  (ports: Ports) =>
  async (
    asker: Principal,
    { code, ...page }: PageOf & { readonly code: UnifiedCode },
  ): Promise<Outcome<Paged<EventNeed>>> => {
    const found = await readPage(ports, 'eventNeedsOfEnterprise')(asker, { ...page, of: code });
    if (!found.ok) return found;
    const ids = [...new Set(found.value.items.map(({ event }) => event))];
    const events = await ports.store.getMany('matchingEvent', ids);
    const eventOf = new Map(ids.map((id, index) => [id, events[index]?.value]));
    return accept({
      ...found.value,
      items: found.value.items.map((value) => toldNeed(value, eventOf.get(value.event))),
    });
  };

/** What a bank got in an event, by need; nothing until it is assigned. Refuses: not_found. */
export const listGotNeeds =
  (ports: Ports) =>
  async (
    asker: Principal,
    {
      event: id,
      bank,
      ...page
    }: PageOf & { readonly event: MatchingEventId; readonly bank: BankId },
  ): Promise<Outcome<Paged<GotNeed>>> => {
    const event = await ports.store.get('matchingEvent', id);
    if (!event) return refuse('not_found', { field: 'matchingEvent', actual: id });
    if (event.value.status !== 'assigned') return accept({ items: [] });
    const found = await readPage(ports, 'needsGot')(asker, { ...page, of: `${id}/${bank}` });
    return found.ok
      ? accept({ ...found.value, items: found.value.items.flatMap((value) => gotOf(value)) })
      : found;
  };

function gotOf(value: EventNeed): readonly GotNeed[] {
  if (value.status !== 'ranked' || value.outcome?.status !== 'assigned') return [];
  const { need, edition, principal, outcome } = value;
  const { product, priority, steps } = outcome;
  return [{ need, product, edition, principal, priority, round: steps.at(-1)?.round ?? 1 }];
}
