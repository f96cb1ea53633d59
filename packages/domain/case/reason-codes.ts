import type { Refusal } from '../refusal.ts';
import type { CaseAction, CaseKind, CaseReason } from './case.ts';

/** What the office gives reasons for. */
export type ReasonedAction = Exclude<CaseAction, 'cancel'>;

type Sentence = { readonly zh: string; readonly en: string };
type Reasons = Readonly<Record<string, Sentence>>;

const complete = { papers_complete: { zh: '材料齐全', en: 'The papers are complete' } };
const incomplete = { papers_incomplete: { zh: '材料不齐', en: 'Papers are missing' } };

/** Why a case goes as it does: the reasons that may be given for each action. Codes never change. */
export const reasonCodes: Readonly<Record<CaseKind, Readonly<Record<ReasonedAction, Reasons>>>> = {
  objection: {
    accept: complete,
    decline: {
      ...incomplete,
      not_concerned: { zh: '异议人与该信息无关', en: 'The record does not concern who objects' },
      act_disputed: {
        zh: '对决定本身不服，应申请复议或提起诉讼',
        en: 'It is the act itself that is disputed: a matter for review or the courts',
      },
      decided_before: { zh: '同一事由已作答复', en: 'The same objection was answered before' },
    },
    extend: {},
    grant: {
      content_wrong: { zh: '信息内容有误', en: 'The content is wrong' },
      wrong_firm: { zh: '信息主体有误', en: 'The record is about another firm' },
      act_revoked: { zh: '原决定已撤销', en: 'The act was revoked' },
      wrongly_collected: { zh: '不应归集', en: 'The record should not have been collected' },
    },
    deny: {
      content_right: { zh: '经核实信息无误', en: 'The content was checked and is right' },
      unproven: { zh: '证据不足', en: 'The papers do not prove the objection' },
    },
  },
  repair: {
    accept: complete,
    decline: {
      ...incomplete,
      other_office: { zh: '应向认定单位申请', en: 'Another office decided, and repairs' },
    },
    extend: {
      case_complex: { zh: '情况复杂', en: 'The case is complex' },
      papers_checked: { zh: '材料需进一步核实', en: 'Papers are still being checked' },
    },
    grant: {
      conditions_met: { zh: '符合修复条件', en: 'The conditions of repair are met' },
    },
    deny: {
      duties_not_fulfilled: { zh: '义务未履行完毕', en: 'Duties are not fulfilled' },
      not_corrected: { zh: '失信行为未纠正', en: 'The fault is not mended' },
      papers_false: { zh: '材料不实', en: 'Papers are false' },
    },
  },
};

/** Why reasons cannot be given for an action: not_in_list, naming the first that is of no table. */
export function whyNotReasons(
  kind: CaseKind,
  action: CaseAction,
  reasons: readonly CaseReason[],
): Refusal | undefined {
  const known = action === 'cancel' ? {} : reasonCodes[kind][action];
  const index = reasons.findIndex(({ code }) => !Object.hasOwn(known, code));
  const strange = reasons[index];
  return (
    strange && {
      code: 'not_in_list',
      field: `reasons.${index}.code`,
      expected: Object.keys(known).join(', '),
      actual: strange.code,
    }
  );
}
