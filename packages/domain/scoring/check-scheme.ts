import { expectedOf, type FactDefinition } from './fact-definition.ts';
import { factDefinitions } from './facts.ts';
import type { Scorecard } from './scorecard.ts';
import { neverChosen } from './segment-reach.ts';
import type { SegmentCondition, SegmentRule, SegmentScheme } from './segments.ts';

export type SchemeFaultCode =
  | 'card_absent'
  | 'fact_unknown'
  | 'fact_repeated'
  | 'value_of_another_type'
  | 'choice_unknown'
  | 'value_repeated'
  | 'rule_repeated'
  | 'rule_after_all'
  | 'rule_unreachable'
  | 'condition_unreachable'
  | 'firms_left_over';
/** `at` is a place in the scheme, such as `rules[2].anyOf[0].is[1]`. */
export type SchemeFault = { readonly code: SchemeFaultCode; readonly at: string };

/** Everything that is wrong with a scheme over these cards, rule by rule; none for one that may choose. */
export function checkScheme(
  { rules }: SegmentScheme,
  cards: readonly Pick<Scorecard, 'id'>[],
): readonly SchemeFault[] {
  const always = rules.findIndex(({ anyOf }) => anyOf.length === 0);
  const choosing = always < 0 ? rules : rules.slice(0, always + 1);
  return [
    ...rules.flatMap((rule, index) => ruleFaults(rule, `rules[${index}]`, cards)),
    ...repeats(rules.map(({ id }) => id)).map((index) =>
      fault('rule_repeated', `rules[${index}].id`),
    ),
    ...neverChosen(choosing, definitions).map(({ rule, condition }) =>
      condition === undefined
        ? fault('rule_unreachable', `rules[${rule}]`)
        : fault('condition_unreachable', `rules[${rule}].anyOf[${condition}]`),
    ),
    ...rules
      .slice(choosing.length)
      .map((_, index) => fault('rule_after_all', `rules[${choosing.length + index}]`)),
    ...(always < 0 ? [fault('firms_left_over', 'rules')] : []),
  ];
}

const definitions: Readonly<Record<string, FactDefinition | undefined>> = factDefinitions;
const fault = (code: SchemeFaultCode, at: string): SchemeFault => ({ code, at });

/** Where something stands that stood before. */
const repeats = (values: readonly unknown[]): readonly number[] =>
  values.flatMap((value, index) => (values.indexOf(value) < index ? [index] : []));

const ruleFaults = (
  { card, anyOf }: SegmentRule,
  at: string,
  cards: readonly Pick<Scorecard, 'id'>[],
): readonly SchemeFault[] => [
  ...(cards.some(({ id }) => id === card) ? [] : [fault('card_absent', `${at}.card`)]),
  ...anyOf.flatMap((condition, index) => conditionFaults(condition, `${at}.anyOf[${index}]`)),
];

function conditionFaults(condition: SegmentCondition, at: string): readonly SchemeFault[] {
  if ('unknown' in condition)
    return [
      ...condition.unknown.flatMap((name, index) =>
        definitionOf(name) ? [] : [fault('fact_unknown', `${at}.unknown[${index}]`)],
      ),
      ...repeats(condition.unknown).map((index) =>
        fault('fact_repeated', `${at}.unknown[${index}]`),
      ),
    ];
  const definition = definitionOf(condition.fact);
  if (!definition) return [fault('fact_unknown', `${at}.fact`)];
  return [
    ...condition.is.flatMap((value, index) => {
      if (expectedOf(definition, value) === undefined) return [];
      const other = definition.type === 'choice' && typeof value === 'string';
      return [fault(other ? 'choice_unknown' : 'value_of_another_type', `${at}.is[${index}]`)];
    }),
    ...repeats(condition.is).map((index) => fault('value_repeated', `${at}.is[${index}]`)),
  ];
}

const definitionOf = (name: string): FactDefinition | undefined =>
  Object.hasOwn(definitions, name) ? definitions[name] : undefined;
