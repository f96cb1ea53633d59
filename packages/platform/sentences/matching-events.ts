import { at, got, type Sentences, want, 处, 实为, 应为 } from './words.ts';

/** Of matching events. */
export const matchingEventSentences: Sentences<
  'matching_event_differs' | 'matching_event_status_wrong' | 'matching_event_full'
> = {
  matching_event_differs: {
    en: (r) => `Another matching event stands under this id; they differ in ${at(r)}.`,
    zh: (r) => `该编号下已有不同的撮合会，差异在 ${处(r)}。`,
  },
  matching_event_status_wrong: {
    en: (r) => `The matching event is not at the step for this${want(r)}${got(r)}.`,
    zh: (r) => `撮合会不在相应步骤${应为(r)}${实为(r)}。`,
  },
  matching_event_full: {
    en: (r) => `The matching event takes no more ${at(r)}${want(r)}.`,
    zh: (r) => `撮合会的 ${处(r)} 名额已满${应为(r)}。`,
  },
};
