import type { Refusal, RefusalCode } from '../refusal.ts';
import type { Case, CaseAction, CaseKind, CaseStatus } from './case.ts';
import { objectionActions } from './objection.ts';
import { repairActions } from './repair.ts';

/** From which statuses an action is possible, what it makes of them, and the refusal where it is not. */
export type ActionsOf = {
  readonly [Action in CaseAction]: {
    readonly from: readonly CaseStatus[];
    readonly to: CaseStatus;
    readonly otherwise: RefusalCode;
  };
};

const machines: Readonly<Record<CaseKind, ActionsOf>> = {
  objection: objectionActions,
  repair: repairActions,
};

/** The status in which an action leaves a case. */
export const statusAfter = (kind: CaseKind, action: CaseAction): CaseStatus =>
  machines[kind][action].to;

/** Why an action is not possible in a status, undefined where it is. */
export function whyNotAct(
  action: CaseAction,
  { kind, status }: Pick<Case, 'kind' | 'status'>,
): Refusal | undefined {
  const { from, otherwise } = machines[kind][action];
  if (from.includes(status)) return undefined;
  return from.length === 0
    ? { code: otherwise, field: 'kind', actual: kind }
    : { code: otherwise, field: 'status', expected: from.join(', '), actual: status };
}
