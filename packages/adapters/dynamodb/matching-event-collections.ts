import type { CollectionsOf } from './keys-of.ts';

/** How matching events, and what lies beside them, are asked for. */
export const matchingEventCollections: CollectionsOf<
  'matchingEvents' | 'capacitiesOfEvent' | 'needsOfEvent' | 'needsGot' | 'eventNeedsOfEnterprise'
> = {
  matchingEvents: {
    serves: 'matching events, newest first',
    kind: 'matchingEvent',
    index: 'gsi1',
    pk: () => 'MATCHINGEVENTS',
    newestFirst: true,
  },
  capacitiesOfEvent: {
    serves: 'what banks lend in a matching event',
    kind: 'eventCapacity',
    pk: (event) => `MATCHINGEVENT#${event}`,
    prefix: 'CAPACITY#',
  },
  needsOfEvent: {
    serves: 'the needs in a matching event',
    kind: 'eventNeed',
    pk: (event) => `MATCHINGEVENT#${event}`,
    prefix: 'NEED#',
  },
  needsGot: {
    serves: 'the needs that a bank got in a matching event',
    kind: 'eventNeed',
    index: 'gsi1',
    pk: (of) => `MATCHINGEVENT#${of}`,
  },
  eventNeedsOfEnterprise: {
    serves: 'where the needs of a firm take part, newest first',
    kind: 'eventNeed',
    index: 'gsi2',
    pk: (code) => `ENTERPRISE#${code}#MATCHINGEVENTS`,
    newestFirst: true,
  },
};
