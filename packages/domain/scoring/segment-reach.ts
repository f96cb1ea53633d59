import { choicesOf, type FactDefinition } from './fact-definition.ts';
import type { SegmentCondition, SegmentRule } from './segments.ts';

type Definitions = Readonly<Record<string, FactDefinition | undefined>>;

/** Places in the rules: a rule, or one of its conditions. */
export type RulePlace = { readonly rule: number; readonly condition?: number };

/**
 * What no firm ever comes to, whatever is known of it, because what stands before has taken them all: rules, and
 * conditions of rules that still choose by another. Exact where facts are free of each other.
 */
export function neverChosen(
  rules: readonly SegmentRule[],
  definitions: Definitions,
): readonly RulePlace[] {
  const before: SegmentCondition[] = [];
  const places: RulePlace[] = [];
  for (const [rule, { anyOf }] of rules.entries()) {
    const idle: RulePlace[] = [];
    for (const [condition, one] of anyOf.entries()) {
      if (!leavesSome(before, one, definitions)) idle.push({ rule, condition });
      before.push(one);
    }
    const never =
      anyOf.length === 0
        ? !leavesSome(before, undefined, definitions)
        : idle.length === anyOf.length;
    places.push(...(never ? [{ rule }] : idle));
  }
  return places;
}

/**
 * Whether some firm that meets the condition (any firm without one) meets none of those before. Such a firm may
 * know of each fact whatever was not taken; an `unknown` before is missed by knowing one of its facts.
 */
function leavesSome(
  before: readonly SegmentCondition[],
  condition: SegmentCondition | undefined,
  definitions: Definitions,
): boolean {
  const isTaken = (fact: string, value: unknown) =>
    before.some((one) => 'is' in one && one.fact === fact && one.is.some((is) => is === value));
  const mayBeKnown = (fact: string): boolean => {
    if (condition && 'unknown' in condition && condition.unknown.includes(fact)) return false;
    const definition = definitions[fact];
    const values =
      condition && 'is' in condition && condition.fact === fact
        ? condition.is
        : definition && choicesOf(definition);
    // What is counted has no last value.
    return values === undefined || values.some((value) => !isTaken(fact, value));
  };
  if (condition && 'is' in condition && !mayBeKnown(condition.fact)) return false;
  return before.every((one) => 'is' in one || one.unknown.some(mayBeKnown));
}
