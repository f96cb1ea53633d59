import type { ActionsOf } from './case-actions.ts';

/** 异议: the record is marked as disputed from acceptance to the end, and is gone if the firm is right. */
export const objectionActions = {
  accept: { from: ['filed'], to: 'accepted', otherwise: 'case_not_filed' },
  decline: { from: ['filed'], to: 'declined', otherwise: 'case_not_filed' },
  // 征信业管理条例 §25 gives twenty days and no more.
  extend: { from: [], to: 'accepted', otherwise: 'case_not_extendable' },
  grant: { from: ['accepted'], to: 'granted', otherwise: 'case_not_accepted' },
  deny: { from: ['accepted'], to: 'denied', otherwise: 'case_not_accepted' },
  // A firm may step back until there is a decision.
  cancel: { from: ['filed', 'accepted'], to: 'cancelled', otherwise: 'case_not_open' },
} as const satisfies ActionsOf;
