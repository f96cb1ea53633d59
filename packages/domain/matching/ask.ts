import type { Verdict } from '../product/criterion.ts';
import type { Finding } from './matching.ts';
import type { Question } from './question.ts';
import { allOf, anyOf, opposite, yesIf } from './verdict.ts';

/** One thing that a product asks of a need and its firm; asks of one place and one key are the same. */
export type Ask = {
  readonly code: Finding['code'];
  /** In the order in which people read reasons. */
  readonly place: number;
  readonly key: () => string;
  readonly form: AskForm;
  /** Why the ask is not met; undefined where it is. */
  readonly finding: (question: Question) => Finding | undefined;
};

/** Of asks of one place, those of one form read the same of a question: they are judged together (judge-column.ts). */
export type AskForm = RangeForm | ListForm | PlainForm;

/** What is told lies between the ends, both included; nothing told is unknown. */
export type RangeForm = {
  readonly kind: 'range';
  readonly min: number;
  readonly max: number;
  readonly told: (question: Question) => number | undefined;
};

/** Some value of `within` holds, where it stands, and none of `except`. */
export type ListForm = {
  readonly kind: 'list';
  readonly within?: readonly string[] | undefined;
  readonly except?: readonly string[] | undefined;
  readonly holds: (question: Question) => (value: string) => Verdict;
};

export type PlainForm = {
  readonly kind: 'plain';
  readonly verdict: (question: Question) => Verdict;
};

/** One ask by itself. */
export function askVerdict(form: AskForm, question: Question): Verdict {
  if (form.kind === 'plain') return form.verdict(question);
  if (form.kind === 'range') {
    const told = form.told(question);
    return told === undefined ? 'unknown' : yesIf(told >= form.min && told <= form.max);
  }
  const { within, except } = form;
  const holds = form.holds(question);
  const some = (values: readonly string[]) => anyOf(values.map(holds));
  return allOf([within ? some(within) : 'yes', except ? opposite[some(except)] : 'yes']);
}
