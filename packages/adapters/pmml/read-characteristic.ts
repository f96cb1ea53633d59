import * as z from 'zod';
import { nextDouble } from '#domain/next-double';
import type { OpenIndicator } from '#domain/scoring/open-card';
import type { Bin } from '#domain/scoring/scorecard';
import { childOf, childrenOf, type Element } from './element.ts';
import { EXTENDER, NotRepresentable } from './pmml-card.ts';
import { type FieldValue, type Predicate, predicateOf } from './predicate.ts';

export type FieldKind = 'number' | 'word' | 'truth';
export type Fields = ReadonlyMap<
  string,
  { readonly kind: FieldKind; readonly replacement?: string }
>;

export type ReadCharacteristic = {
  readonly indicator: OpenIndicator;
  readonly baseline?: number;
  /** Bins in order, other, missing; null = the characteristic's own. */
  readonly codes: readonly (string | null)[];
};

type Attribute = {
  readonly points: number;
  readonly code: string | null;
  readonly predicate: Predicate;
  readonly isDefault: boolean;
};

/**
 * An indicator that gives every value the points of the first attribute whose predicate is true, as PMML has
 * it. Refuses, with the place: several fields, points that are computed or not whole, a value without points.
 */
export function readCharacteristic(
  element: Element,
  fields: Fields,
  index: number,
): ReadCharacteristic {
  const attributes = childrenOf(element, 'Attribute').map(attributeOf);
  const named = [...new Set(attributes.flatMap(({ predicate }) => predicate.fields))];
  const ours = ourNames(element);
  const fact = named[0] ?? ours.fact ?? '';
  const field = fields.get(fact);
  if (named.length > 1) refuse(element, `one field, not ${named.join(', ')}`);
  if (!field) return refuse(element, `a field of the dictionary, not ${fact || 'none'}`);
  const choose = (value: FieldValue): number =>
    attributes.findIndex(({ predicate }) => predicate.holds(value) === true);
  const met =
    field.kind === 'number' ? rangesMet(attributes, choose, element) : wordsMet(attributes, choose);
  const replaced =
    field.replacement === undefined ? undefined : fieldValue(field.replacement, field.kind);
  const missing = choose(replaced);
  if (missing < 0) refuse(element, 'an attribute for a missing value');
  const fallback = attributes.findIndex(({ isDefault }) => isDefault);
  const other = fallback >= 0 && fallback !== missing ? fallback : undefined;
  const points = (place: number) => attributes[place]?.points ?? 0;
  const id = element.attributes.name ?? `characteristic_${index + 1}`;
  const reason = element.attributes.reasonCode ?? id;
  const baseline = element.attributes.baselineScore;
  return {
    indicator: {
      id,
      zh: ours.zh ?? id,
      en: ours.en ?? id,
      fact,
      bins: met.map(({ attribute, bin }) => binOf(bin, points(attribute), field.kind)),
      missing: points(missing),
      ...(other !== undefined && { other: points(other) }),
      reason,
      reasonZh: ours.reasonZh ?? reason,
      reasonEn: ours.reasonEn ?? reason,
    },
    ...(baseline !== undefined && { baseline: numberOf(baseline, element, 'baselineScore') }),
    codes: [...met.map(({ attribute }) => attribute), other ?? missing, missing].map(
      (place) => attributes[place]?.code ?? null,
    ),
  };
}

function refuse(element: Element, expected: string): never {
  throw new NotRepresentable('pmml_not_representable', element.place, expected);
}

function attributeOf(element: Element): Attribute {
  if (childOf(element, 'ComplexPartialScore'))
    refuse(element, 'points that are a number, not computed');
  const written = element.attributes.partialScore;
  if (written === undefined) refuse(element, 'a partialScore');
  const points = numberOf(written, element, 'partialScore');
  if (!Number.isSafeInteger(points)) refuse(element, `whole points, not ${written}`);
  const predicate = element.children.find(({ name }) => name !== 'Extension');
  if (!predicate) return refuse(element, 'a predicate');
  return {
    points,
    code: element.attributes.reasonCode ?? null,
    predicate: predicateOf(predicate),
    isDefault: predicate.name === 'True',
  };
}

export function numberOf(text: string | undefined, element: Element, name: string): number {
  const number = Number(text);
  if (text === undefined || text.trim() === '' || !Number.isFinite(number))
    return refuse(element, `${name}: a number, not ${text ?? 'nothing'}`);
  return number;
}

type Met = { readonly attribute: number; readonly bin: Range | { readonly is: readonly string[] } };
type Range = { readonly from?: number; readonly to?: number };

/** Stretches of numbers that meet the same attribute; answers change only at, and just above, what is named. */
function rangesMet(
  attributes: readonly Attribute[],
  choose: (value: FieldValue) => number,
  element: Element,
): readonly Met[] {
  const named = attributes.flatMap(({ predicate }) => predicate.at.map(Number));
  if (named.some(Number.isNaN)) refuse(element, 'numbers to compare with');
  const cuts = [...new Set(named.flatMap((at) => [at, nextDouble(at)]))].sort((a, b) => a - b);
  const starts = [Number.NEGATIVE_INFINITY, ...cuts];
  const stretches: { attribute: number; from: number }[] = [];
  for (const from of starts) {
    const attribute = choose(from);
    if (attribute < 0) refuse(element, `an attribute for ${from}`);
    if (stretches.at(-1)?.attribute !== attribute) stretches.push({ attribute, from });
  }
  return stretches.map(({ attribute, from }, index) => {
    const to = stretches[index + 1]?.from;
    return {
      attribute,
      bin: { ...(Number.isFinite(from) && { from }), ...(to !== undefined && { to }) },
    };
  });
}

/** Words that meet an attribute other than the one for all the rest, in the order of the attributes. */
function wordsMet(
  attributes: readonly Attribute[],
  choose: (value: FieldValue) => number,
): readonly Met[] {
  const words = [...new Set(attributes.flatMap(({ predicate }) => predicate.at))];
  return attributes.flatMap(({ isDefault, predicate }, attribute) => {
    const is = words.filter((word) => choose(word) === attribute);
    return !isDefault && (is.length > 0 || predicate.at.length === 0) && !onlyMissing(predicate)
      ? [{ attribute, bin: { is } }]
      : [];
  });
}

const onlyMissing = ({ at, holds, fields }: Predicate) =>
  at.length === 0 && fields.length > 0 && holds(undefined) === true;

const fieldValue = (text: string, kind: FieldKind): FieldValue =>
  kind === 'number' ? Number(text) : text;

function binOf(bin: Met['bin'], points: number, kind: FieldKind): Bin {
  if (!('is' in bin)) return { ...bin, points };
  return { is: kind === 'truth' ? bin.is.map((word) => word === 'true') : bin.is, points };
}

const namesSchema = z.object({
  fact: z.string(),
  zh: z.string(),
  en: z.string(),
  reasonZh: z.string(),
  reasonEn: z.string(),
});

/** The names that we wrote beside a characteristic. */
const ourNames = (element: Element): Partial<z.infer<typeof namesSchema>> =>
  readExtension(element, 'indicator', namesSchema) ?? {};

/** What one of our extensions holds; undefined where there is none. */
export function readExtension<Schema extends z.ZodType>(
  element: Element,
  name: string,
  schema: Schema,
): z.output<Schema> | undefined {
  const written = childrenOf(element, 'Extension').find(
    ({ attributes }) => attributes.extender === EXTENDER && attributes.name === name,
  );
  if (!written) return undefined;
  const read = schema.safeParse(jsonOf(written));
  if (read.success) return read.data;
  const path = read.error.issues[0]?.path.join('.') ?? '';
  throw new NotRepresentable('pmml_malformed', written.place, `${name} as we write it, at ${path}`);
}

function jsonOf({ attributes, place }: Element): unknown {
  try {
    return JSON.parse(attributes.value ?? '');
  } catch {
    throw new NotRepresentable('pmml_malformed', place, 'JSON in the value');
  }
}
