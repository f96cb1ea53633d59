import * as z from 'zod';
import type {
  OpenCard,
  OpenDimension,
  OpenIndicator,
  ReasonCounting,
} from '#domain/scoring/open-card';
import { UnreadableFile } from '#usecases/ports';
import { childOf, childrenOf, type Element, readElements } from './element.ts';
import { highestOf, NotRepresentable, type PmmlCard, type PmmlFault } from './pmml-card.ts';
import {
  type FieldKind,
  type Fields,
  numberOf,
  type ReadCharacteristic,
  readCharacteristic,
  readExtension,
} from './read-characteristic.ts';

/**
 * The Scorecard of a PMML document, 4.0 to 4.4. Refuses, with the place: pmml_malformed, and
 * pmml_not_representable: other models, derived fields, computed or broken points, predicates over several
 * fields, values without an attribute.
 */
export async function readPmml(
  text: string,
): Promise<{ readonly ok: true; readonly value: PmmlCard } | PmmlFault> {
  try {
    return { ok: true, value: cardOf(await readElements(text)) };
  } catch (error) {
    if (error instanceof NotRepresentable) return error.fault;
    if (error instanceof UnreadableFile)
      return {
        ok: false,
        code: 'pmml_malformed',
        place: 'document',
        expected: [error.refusal.expected, error.refusal.actual].filter(Boolean).join('; '),
      };
    throw error;
  }
}

function refuse(element: Element, expected: string): never {
  throw new NotRepresentable('pmml_not_representable', element.place, expected);
}

const KINDS: Readonly<Record<string, FieldKind>> = {
  double: 'number',
  float: 'number',
  integer: 'number',
  string: 'word',
  boolean: 'truth',
};

function cardOf(root: Element): PmmlCard {
  if (root.name !== 'PMML')
    throw new NotRepresentable('pmml_malformed', root.place || 'document', 'a PMML document');
  const [model, ...others] = childrenOf(root, 'Scorecard');
  if (!model || others.length > 0) return refuse(root, 'exactly one Scorecard');
  const derived =
    childOf(root, 'TransformationDictionary') ?? childOf(model, 'LocalTransformations');
  if (derived && derived.children.length > 0) refuse(derived, 'no derived fields');
  const fields = fieldsOf(root, model);
  const list = childOf(model, 'Characteristics');
  if (!list) return refuse(model, 'Characteristics');
  const read = childrenOf(list, 'Characteristic').map((element, index) =>
    readCharacteristic(element, fields, index),
  );
  const section = readExtension(model, 'section', z.unknown());
  const ours = readExtension(model, 'card', oursSchema);
  const initial = numberOf(model.attributes.initialScore ?? '0', model, 'initialScore');
  if (!Number.isSafeInteger(initial)) refuse(model, `a whole initialScore, not ${initial}`);
  const id = model.attributes.modelName ?? 'pmml';
  const indicators = read.map(({ indicator }) => indicator);
  const counting = countingOf(model, read);
  const card: OpenCard = {
    id,
    version: ours?.version ?? 1,
    zh: ours?.zh ?? id,
    en: ours?.en ?? id,
    ...((initial !== 0 || ours?.initial !== undefined) && { initial }),
    dimensions: dimensionsOf(ours?.dimensions ?? [], indicators),
    vetoes: [],
    bands: ours?.bands ?? [],
    ...(!isUsual(counting, indicators) && { counting }),
  };
  return { card, ...(section !== undefined && { section }) };
}

/** What we write beside a card, since PMML has no word for it. */
const oursSchema = z.object({
  version: z.int(),
  zh: z.string(),
  en: z.string(),
  initial: z.number().optional(),
  bands: z.array(z.object({ grade: z.string(), from: z.number() })),
  dimensions: z.array(
    z.object({ id: z.string(), zh: z.string(), en: z.string(), indicators: z.array(z.string()) }),
  ),
});

function fieldsOf(root: Element, model: Element): Fields {
  const dictionary = childOf(root, 'DataDictionary');
  const schema = childOf(model, 'MiningSchema');
  const mined = new Map(
    (schema ? childrenOf(schema, 'MiningField') : []).map((field) => [
      field.attributes.name,
      field,
    ]),
  );
  return new Map(
    (dictionary ? childrenOf(dictionary, 'DataField') : []).flatMap((field) => {
      const { name = '', dataType = '' } = field.attributes;
      const usage = mined.get(name);
      const role = usage?.attributes.usageType ?? 'active';
      if (!usage || role === 'target' || role === 'predicted') return [];
      const kind = KINDS[dataType];
      if (kind === undefined) return refuse(field, `numbers, strings or booleans, not ${dataType}`);
      const replacement = usage.attributes.missingValueReplacement;
      return [[name, { kind, ...(replacement !== undefined && { replacement }) }] as const];
    }),
  );
}

const ALGORITHMS = ['pointsBelow', 'pointsAbove'] as const;
const METHODS = ['max', 'min', 'mean', 'neutral', 'other'] as const;

function countingOf(model: Element, read: readonly ReadCharacteristic[]): ReasonCounting {
  const {
    useReasonCodes = 'true',
    reasonCodeAlgorithm,
    baselineMethod,
    baselineScore,
  } = model.attributes;
  const used = useReasonCodes === 'true';
  const everywhere =
    baselineScore === undefined ? undefined : numberOf(baselineScore, model, 'baselineScore');
  const baselines = read.flatMap(({ indicator, baseline = everywhere }): [string, number][] => {
    if (baseline !== undefined) return [[indicator.id, baseline]];
    if (used) refuse(model, `a baselineScore for ${indicator.id}`);
    return [];
  });
  const coded = read.filter(({ codes }) => codes.some((code) => code !== null));
  return {
    used,
    algorithm: ALGORITHMS.find((one) => one === reasonCodeAlgorithm) ?? 'pointsBelow',
    method: METHODS.find((one) => one === baselineMethod) ?? 'other',
    baselines: Object.fromEntries(baselines),
    ...(coded.length > 0 && {
      codes: Object.fromEntries(coded.map(({ indicator, codes }) => [indicator.id, codes])),
    }),
  };
}

const isUsual = (counting: ReasonCounting, indicators: readonly OpenIndicator[]): boolean =>
  counting.used &&
  counting.algorithm === 'pointsBelow' &&
  counting.method === 'max' &&
  counting.codes === undefined &&
  indicators.every((indicator) => counting.baselines[indicator.id] === highestOf(indicator));

/** The dimensions that we wrote, or one for all. */
function dimensionsOf(
  written: z.infer<typeof oursSchema>['dimensions'],
  indicators: readonly OpenIndicator[],
): readonly OpenDimension[] {
  const byId = new Map(indicators.map((indicator) => [indicator.id, indicator]));
  const listed = written.map(({ indicators: ids, ...names }) => ({
    ...names,
    indicators: ids.map((id) => byId.get(id)).filter((one) => one !== undefined),
  }));
  const placed = listed.reduce((total, { indicators: within }) => total + within.length, 0);
  return placed === indicators.length && listed.length > 0
    ? listed
    : [{ id: 'card', zh: '评分卡', en: 'Scorecard', indicators }];
}
