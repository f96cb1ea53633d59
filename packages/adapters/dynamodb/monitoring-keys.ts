import type { IdOf, Kept } from '#usecases/ports';

/** What became of loans, and how the cards fare. */
export const monitoringKinds = {
  outcome: {
    serves: 'what a bank reports of one loan',
    idOf: (value: Kept['outcome']) => value.id,
    key: (id: IdOf['outcome']) => ({ pk: `OUTCOME#${id}`, sk: 'OUTCOME' }),
    gsi1: (value: Kept['outcome']) => ({ pk: 'OUTCOMES', sk: value.id }),
    gsi2: (value: Kept['outcome']) => ({ pk: `ENTERPRISE#${value.code}#OUTCOMES`, sk: value.id }),
  },
  scoreCount: {
    serves: 'how far the counting of the scores of a week is',
    idOf: ({ week }: Kept['scoreCount']) => week,
    key: (week: IdOf['scoreCount']) => ({ pk: 'MONITORING', sk: `COUNT#${week}` }),
  },
  activationSample: {
    serves: 'what a card gave when it had first scored the city',
    idOf: ({ hash }: Kept['activationSample']) => hash,
    key: (hash: IdOf['activationSample']) => ({ pk: `CARD#${hash}`, sk: 'SAMPLE' }),
  },
  scoreMonitoring: {
    serves: 'how the cards fared in a week',
    idOf: ({ week }: Kept['scoreMonitoring']) => week,
    key: (week: IdOf['scoreMonitoring']) => ({ pk: 'MONITORING', sk: `WEEK#${week}` }),
  },
};
