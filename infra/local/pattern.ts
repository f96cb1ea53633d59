import { isObject, type Json } from './properties.ts';

/** Does an event fit? Made once per rule or filter, so that an unknown matcher stops the start. */
export type Pattern = (event: Json | undefined) => boolean;

/**
 * An event pattern of EventBridge: objects must fit key by key; a list is a choice of values and matchers,
 * of which one must fit the value, or one value of a list. Knows exact values, prefix, exists and
 * anything-but; any other matcher is an error.
 */
export function patternOf(written: Json): Pattern {
  if (!isObject(written) || Object.keys(written).length === 0)
    throw new Error(`An event pattern is an object with keys, not ${JSON.stringify(written)}.`);
  const parts = Object.entries(written).map(([key, below]): readonly [string, Pattern] => [
    key,
    Array.isArray(below) ? choice(key, below) : patternOf(below),
  ]);
  return (event) => parts.every(([key, fits]) => fits(isObject(event) ? event[key] : undefined));
}

type Matcher = (value: Json | undefined) => boolean;

function choice(key: string, written: readonly Json[]): Pattern {
  if (written.length === 0) throw new Error(`The event pattern offers no choice for ${key}.`);
  const matchers = written.map((each) => matcherOf(key, each));
  return (value) => {
    const values = Array.isArray(value) && value.length > 0 ? value : [value];
    return values.some((one) => matchers.some((fits) => fits(one)));
  };
}

function matcherOf(key: string, written: Json): Matcher {
  if (!isObject(written)) return (value) => value === written;
  const [[name, operand] = ['', null], ...more] = Object.entries(written);
  const known = more.length === 0 ? matchers[name]?.(operand) : undefined;
  if (known === undefined)
    throw new Error(
      `The local runner does not know the matcher ${JSON.stringify(written)} for ${key} in an event pattern.`,
    );
  return known;
}

const isScalar = (value: Json | undefined) =>
  value !== undefined && !Array.isArray(value) && !isObject(value);

/** Undefined = an operand that is not known. */
const matchers: Readonly<Record<string, (operand: Json) => Matcher | undefined>> = {
  prefix: (start) =>
    typeof start === 'string'
      ? (value) => typeof value === 'string' && value.startsWith(start)
      : undefined,
  exists: (wanted) =>
    typeof wanted === 'boolean' ? (value) => (value !== undefined) === wanted : undefined,
  'anything-but': (operand) => {
    const forbidden = Array.isArray(operand) ? operand : [operand];
    return forbidden.every(isScalar)
      ? (value) => isScalar(value) && !forbidden.some((each) => each === value)
      : undefined;
  },
};
