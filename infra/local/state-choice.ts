import { type Json, type JsonObject, propertiesOf } from './properties.ts';
import { objectOf } from './state-fields.ts';
import { type Look, lookAt, type Read, readAt } from './state-paths.ts';

/** The first rule that holds says where it goes on, else `otherwise`; without that, the execution has failed. */
export type Choice = {
  readonly type: 'Choice';
  readonly rules: readonly Rule[];
  readonly otherwise?: string;
};

type Rule = { readonly holds: (data: Json) => boolean; readonly next: string };

export function choiceOf(owner: string, written: JsonObject): Choice {
  const { list, text, has } = propertiesOf(owner, written);
  return {
    type: 'Choice',
    rules: list('Choices').map((each) => ruleOf(owner, objectOf(owner, each))),
    ...(has('Default') && { otherwise: text('Default') }),
  };
}

function ruleOf(owner: string, written: JsonObject): Rule {
  const { Variable, Next, ...test } = written;
  const [[operator, operand] = ['', null], ...more] = Object.entries(test);
  const known = more.length === 0 ? OPERATORS[operator] : undefined;
  if (known === undefined || typeof operand !== 'boolean')
    throw new Error(`The local runner does not know the test ${JSON.stringify(test)} (${owner}).`);
  const holds = known(lookAt(owner, Variable), readAt(owner, Variable), operand);
  return { holds, next: propertiesOf(owner, { Next: Next ?? null }).text('Next') };
}

type Operator = (look: Look, read: Read, operand: boolean) => Rule['holds'];
const OPERATORS: Readonly<Record<string, Operator>> = {
  IsPresent: (look, _read, wanted) => (data) => (look(data) !== undefined) === wanted,
  BooleanEquals: (_look, read, wanted) => (data) => read(data) === wanted,
};
