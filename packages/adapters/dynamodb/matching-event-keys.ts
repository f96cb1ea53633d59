import type { KeysOf } from './keys-of.ts';

/** Matching events: what is brought and who has joined lies beside the event, each an item of its own. */
export const matchingEventKinds: KeysOf<'matchingEvent' | 'eventCapacity' | 'eventNeed'> = {
  matchingEvent: {
    serves: 'one matching event and how far it is',
    idOf: ({ id }) => id,
    key: (id) => ({ pk: `MATCHINGEVENT#${id}`, sk: 'MATCHINGEVENT' }),
    gsi1: ({ id, openedAt }) => ({ pk: 'MATCHINGEVENTS', sk: `${openedAt}#${id}` }),
  },
  eventCapacity: {
    serves: 'what a bank lends in a matching event',
    idOf: ({ event, bank }) => `${event}/${bank}`,
    key: (id) => {
      const [event, bank] = id.split('/');
      return { pk: `MATCHINGEVENT#${event}`, sk: `CAPACITY#${bank}` };
    },
  },
  eventNeed: {
    serves: 'a need in a matching event, and what became of it',
    idOf: ({ event, need }) => `${event}/${need}`,
    key: (id) => {
      const [event, need] = id.split('/');
      return { pk: `MATCHINGEVENT#${event}`, sk: `NEED#${need}` };
    },
    gsi1: (value) =>
      value.status === 'ranked' && value.outcome?.status === 'assigned'
        ? { pk: `MATCHINGEVENT#${value.event}/${value.outcome.bank}`, sk: value.need }
        : undefined,
    gsi2: ({ code, joinedAt, event, need }) => ({
      pk: `ENTERPRISE#${code}#MATCHINGEVENTS`,
      sk: `${joinedAt}#${event}/${need}`,
    }),
  },
};
