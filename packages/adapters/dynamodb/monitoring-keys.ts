import { countCounts } from '#domain/retention/counts-from';
import { counted, type KeysOf } from './keys-of.ts';

/** What became of loans and of needs, and how the cards fare. */
export const monitoringKinds: KeysOf<
  'outcome' | 'decision' | 'approvals' | 'scoreCount' | 'activationSample' | 'scoreMonitoring'
> = {
  outcome: {
    serves: 'what a bank reports of one loan',
    idOf: (value) => value.id,
    key: (id) => ({ pk: `OUTCOME#${id}`, sk: 'OUTCOME' }),
    gsi1: (value) => ({ pk: 'OUTCOMES', sk: value.id }),
    gsi2: (value) => ({ pk: `ENTERPRISE#${value.code}#OUTCOMES`, sk: value.id }),
  },
  decision: {
    serves: 'how a bank decided on a need',
    idOf: (value) => value.id,
    key: (id) => ({ pk: `DECISION#${id}`, sk: 'DECISION' }),
  },
  approvals: {
    serves: 'how often banks said yes, read by every matching',
    idOf: () => 'city',
    key: () => ({ pk: 'APPROVALS', sk: 'CITY' }),
  },
  scoreCount: {
    serves: 'how far the counting of the scores of a week is',
    idOf: ({ week }) => week,
    key: (week) => ({ pk: 'MONITORING', sk: `COUNT#${week}` }),
    gsi2: (value) => counted(countCounts(value), value.week),
  },
  activationSample: {
    serves: 'what a card gave when it had first scored the city',
    idOf: ({ hash }) => hash,
    key: (hash) => ({ pk: `CARD#${hash}`, sk: 'SAMPLE' }),
  },
  scoreMonitoring: {
    serves: 'how the cards fared in a week',
    idOf: ({ week }) => week,
    key: (week) => ({ pk: 'MONITORING', sk: `WEEK#${week}` }),
  },
};
