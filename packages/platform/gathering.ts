import { assignMatchingEvent } from '#usecases/assign-matching-event';
import { bringCapacity } from '#usecases/bring-capacity';
import { cancelMatchingEvent } from '#usecases/cancel-matching-event';
import type { guarding } from '#usecases/guard';
import { joinMatchingEvent } from '#usecases/join-matching-event';
import type { Products } from '#usecases/load-market';
import { openMatchingEvent } from '#usecases/open-matching-event';
import type { Ports } from '#usecases/ports';
import { rankingBy } from '#usecases/rank-for-event';
import { readOne, readPage } from '#usecases/read';
import {
  listCapacities,
  listEventNeeds,
  listEventsOf,
  listGotNeeds,
  readEventNeed,
} from '#usecases/read-matching-event';
import type { MatchingEventCommands } from './matching-event-commands.ts';
import type { ownersIn } from './owners.ts';

/** Where many needs and many banks come together: matching events. */
export function gathering(
  ports: Ports,
  products: Products,
  guarded: ReturnType<typeof guarding>,
  own: ReturnType<typeof ownersIn>,
): MatchingEventCommands {
  const all = readPage(ports, 'matchingEvents');
  const capacity = readOne(ports, 'eventCapacity');
  return {
    openMatchingEvent: guarded('openMatchingEvent', openMatchingEvent(ports)),
    cancelMatchingEvent: guarded('cancelMatchingEvent', cancelMatchingEvent(ports)),
    assignMatchingEvent: guarded(
      'assignMatchingEvent',
      assignMatchingEvent(ports, rankingBy(ports, products)),
    ),
    readMatchingEvent: guarded('readMatchingEvent', readOne(ports, 'matchingEvent')),
    listMatchingEvents: guarded('listMatchingEvents', (asker, page) =>
      all(asker, { ...page, of: 'all' }),
    ),
    bringCapacity: guarded('bringCapacity', bringCapacity(ports), own.bankIn),
    readCapacity: guarded(
      'readCapacity',
      (asker, { event, bank }) => capacity(asker, `${event}/${bank}`),
      own.bankIn,
    ),
    listCapacities: guarded('listCapacities', listCapacities(ports)),
    joinMatchingEvent: guarded('joinMatchingEvent', joinMatchingEvent(ports), own.needIn),
    readEventNeed: guarded('readEventNeed', readEventNeed(ports), own.needIn),
    listEventNeeds: guarded('listEventNeeds', listEventNeeds(ports)),
    listEventsOfEnterprise: guarded('listEventsOfEnterprise', listEventsOf(ports), own.firmIn),
    listGotNeeds: guarded('listGotNeeds', listGotNeeds(ports), own.bankIn),
  };
}
