import type { Element } from './element.ts';
import { NotRepresentable } from './pmml-card.ts';

/** A value of the one field of a characteristic; undefined = missing. */
export type FieldValue = number | string | undefined;

/** True, false, or unknown because the value is missing (PMML's three-valued logic). */
export type Verdict = boolean | undefined;

/** What an attribute asks of a value. `at`: values at which its answer may change. */
export type Predicate = {
  readonly holds: (value: FieldValue) => Verdict;
  readonly fields: readonly string[];
  readonly at: readonly string[];
};

const COMPARE: Readonly<Record<string, (order: number) => boolean>> = {
  equal: (order) => order === 0,
  notEqual: (order) => order !== 0,
  lessThan: (order) => order < 0,
  lessOrEqual: (order) => order <= 0,
  greaterThan: (order) => order > 0,
  greaterOrEqual: (order) => order >= 0,
};

/** Of one attribute. Refuses what one field by itself cannot decide. */
export function predicateOf(element: Element): Predicate {
  const { name, attributes } = element;
  if (name === 'True') return constant(true);
  if (name === 'False') return constant(false);
  if (name === 'SimplePredicate') return simple(element);
  if (name === 'SimpleSetPredicate') return ofSet(element);
  if (name === 'CompoundPredicate') {
    const parts = element.children.filter((child) => child.name !== 'Extension').map(predicateOf);
    const combine = COMBINE[attributes.booleanOperator ?? ''];
    if (!combine) return refuse(element, 'and, or, xor');
    return {
      holds: (value) => combine(parts.map((part) => part.holds(value))),
      fields: parts.flatMap(({ fields }) => fields),
      at: parts.flatMap(({ at }) => at),
    };
  }
  return refuse(element, 'a simple, compound or set predicate, True or False');
}

function refuse(element: Element, expected: string): never {
  throw new NotRepresentable('pmml_not_representable', element.place, expected);
}

const constant = (verdict: boolean): Predicate => ({ holds: () => verdict, fields: [], at: [] });

function simple(element: Element): Predicate {
  const { field = '', operator = '', value } = element.attributes;
  if (operator === 'isMissing' || operator === 'isNotMissing')
    return {
      holds: (given) => (given === undefined) === (operator === 'isMissing'),
      fields: [field],
      at: [],
    };
  const compare = COMPARE[operator];
  if (!compare || value === undefined) return refuse(element, 'a comparison with a value');
  return {
    holds: (given) => (given === undefined ? undefined : compare(orderOf(given, value))),
    fields: [field],
    at: [value],
  };
}

/** Numbers by size, words by their characters. */
function orderOf(given: number | string, value: string): number {
  if (typeof given === 'number') return given - Number(value);
  return given < value ? -1 : given > value ? 1 : 0;
}

function ofSet(element: Element): Predicate {
  const { field = '', booleanOperator } = element.attributes;
  const array = element.children.find(({ name }) => name === 'Array');
  if (!array || (booleanOperator !== 'isIn' && booleanOperator !== 'isNotIn'))
    return refuse(element, 'isIn or isNotIn of an array');
  const words = wordsOf(array.text);
  const isIn = (given: number | string) => words.some((word) => orderOf(given, word) === 0);
  return {
    holds: (given) =>
      given === undefined ? undefined : isIn(given) === (booleanOperator === 'isIn'),
    fields: [field],
    at: words,
  };
}

/** Divided by blanks; in quotes where a word has some, and a quote within after a backslash. */
const wordsOf = (text: string): readonly string[] =>
  [...text.matchAll(/"((?:[^"\\]|\\.)*)"|(\S+)/g)].map(([, quoted, bare]) =>
    quoted === undefined ? (bare ?? '') : quoted.replace(/\\(["\\])/g, '$1'),
  );

const COMBINE: Readonly<Record<string, (verdicts: readonly Verdict[]) => Verdict>> = {
  and: (verdicts) =>
    verdicts.includes(false) ? false : verdicts.includes(undefined) ? undefined : true,
  or: (verdicts) =>
    verdicts.includes(true) ? true : verdicts.includes(undefined) ? undefined : false,
  xor: (verdicts) =>
    verdicts.includes(undefined)
      ? undefined
      : verdicts.filter((verdict) => verdict === true).length % 2 === 1,
};
