import type { FactValue } from '#domain/scoring/facts';
import type { OpenIndicator } from '#domain/scoring/open-card';
import type { Bin } from '#domain/scoring/scorecard';
import {
  EXTENDER,
  highestOf,
  NAMESPACE,
  NotRepresentable,
  type PmmlCard,
  type PmmlFault,
  SCORE,
  usualCounting,
} from './pmml-card.ts';

type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/**
 * A card as a PMML 4.4 Scorecard that scores alike everywhere; what PMML has no word for (names in two
 * languages, grades, the fit) stands in extensions, so that reading it again gives the same card. Refuses:
 * pmml_not_representable, with the place: vetoes, texts that XML cannot hold, facts that are both number and
 * word, points that are no numbers.
 */
export function writePmml(
  written: PmmlCard,
): { readonly ok: true; readonly text: string } | PmmlFault {
  try {
    return { ok: true, text: documentOf(written) };
  } catch (error) {
    if (error instanceof NotRepresentable) return error.fault;
    throw error;
  }
}

const refuse = (place: string, expected: string): never => {
  throw new NotRepresentable('pmml_not_representable', place, expected);
};

function documentOf(written: PmmlCard): string {
  const { card } = written;
  if (card.vetoes.length > 0) refuse(`card ${card.id}`, 'no vetoes: PMML caps no points');
  const fields = fieldsOf(card.dimensions.flatMap(({ indicators }) => indicators));
  const root = element('PMML', { xmlns: NAMESPACE, version: '4.4' }, [
    element('Header', { description: card.en }, [element('Application', { name: EXTENDER })]),
    element('DataDictionary', { numberOfFields: fields.length }, fields.map(dataField)),
    modelOf(written, fields),
  ]);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`;
}

function modelOf({ card, section }: PmmlCard, fields: readonly Field[]): string {
  const { id, version, zh, en, bands, initial, counting = usualCounting } = card;
  const dimensions = card.dimensions.map(({ indicators, ...rest }) => ({
    ...rest,
    indicators: indicators.map((indicator) => indicator.id),
  }));
  const characteristics = card.dimensions
    .flatMap(({ indicators }) => indicators)
    .map((indicator) =>
      characteristic(
        indicator,
        counting.baselines[indicator.id] ?? highestOf(indicator),
        counting.codes?.[indicator.id],
      ),
    );
  return element(
    'Scorecard',
    {
      modelName: id,
      functionName: 'regression',
      initialScore: initial ?? 0,
      useReasonCodes: counting.used,
      reasonCodeAlgorithm: counting.algorithm,
      baselineMethod: counting.method,
    },
    [
      extension('card', { id, version, zh, en, bands, initial, dimensions }),
      ...(section === undefined ? [] : [extension('section', section)]),
      element(
        'MiningSchema',
        {},
        fields.map(({ name }) => element('MiningField', { name })),
      ),
      OUTPUT,
      element('Characteristics', {}, characteristics),
    ],
  );
}

type Field = { readonly name: string; readonly type: 'double' | 'string' | 'boolean' };

const fieldsOf = (indicators: readonly OpenIndicator[]): readonly Field[] => {
  const fields = new Map<string, Field>();
  for (const indicator of indicators) {
    const type = typeOf(indicator);
    const before = fields.get(indicator.fact);
    if (before && before.type !== type)
      refuse(
        `indicator ${indicator.id}`,
        `${indicator.fact} as ${before.type}, as elsewhere on the card`,
      );
    fields.set(indicator.fact, { name: indicator.fact, type });
  }
  return [...fields.values()];
};

function typeOf({ id, bins }: OpenIndicator): Field['type'] {
  const kinds = new Set(
    bins.flatMap((bin) => ('is' in bin ? bin.is.map((choice) => typeof choice) : ['number'])),
  );
  if (kinds.size > 1) refuse(`indicator ${id}`, 'numbers, words or truths, not several of them');
  if (kinds.has('boolean')) return 'boolean';
  return kinds.has('number') ? 'double' : 'string';
}

const dataField = ({ name, type }: Field): string =>
  element('DataField', {
    name,
    dataType: type,
    optype: type === 'double' ? 'continuous' : 'categorical',
  });

/** `codes`: of the attributes, in the order bins, other, missing, where they differ from the indicator's. */
function characteristic(
  indicator: OpenIndicator,
  baselineScore: number,
  codes: readonly (string | null)[] = [],
): string {
  const { id, bins, fact, missing, other, reason, zh, en, reasonZh, reasonEn } = indicator;
  const attribute = (partialScore: number, predicate: string, at: number) => {
    if (!Number.isFinite(partialScore))
      refuse(`indicator ${id}, attribute ${at + 1}`, 'points that are a number');
    return element('Attribute', { partialScore, reasonCode: codes[at] ?? undefined }, [predicate]);
  };
  return element('Characteristic', { name: id, reasonCode: reason, baselineScore }, [
    extension('indicator', { fact, zh, en, reasonZh, reasonEn }),
    ...(other === undefined
      ? []
      : [attribute(missing, simple(fact, 'isMissing'), bins.length + 1)]),
    ...bins.map((bin, place) => attribute(bin.points, predicateOf(fact, bin), place)),
    // Where nothing is said of other values they count as missing, and so does what is missing.
    attribute(other ?? missing, element('True', {}), bins.length + (other === undefined ? 1 : 0)),
  ]);
}

const simple = (field: string, operator: string, value?: number | string | boolean): string =>
  element('SimplePredicate', { field, operator, value });

function predicateOf(field: string, bin: Bin): string {
  if ('is' in bin) return choicePredicate(field, bin.is);
  const { from, to } = bin;
  const parts = [
    ...(from === undefined ? [] : [simple(field, 'greaterOrEqual', from)]),
    ...(to === undefined ? [] : [simple(field, 'lessThan', to)]),
  ];
  const [only = simple(field, 'isNotMissing')] = parts;
  return parts.length === 2
    ? element('CompoundPredicate', { booleanOperator: 'and' }, parts)
    : only;
}

/** Words that an array would have to quote with care are compared one by one. */
function choicePredicate(field: string, choices: readonly FactValue[]): string {
  const plain = choices.every((choice) => typeof choice === 'string' && !/["\\]/.test(choice));
  if (plain) {
    const words = choices.map((choice) => `"${escaped(String(choice))}"`).join(' ');
    const array = `<Array n="${choices.length}" type="string">${words}</Array>`;
    return element('SimpleSetPredicate', { field, booleanOperator: 'isIn' }, [array]);
  }
  const parts = choices.map((choice) => simple(field, 'equal', choice));
  const [only = element('False', {})] = parts;
  return parts.length > 1 ? element('CompoundPredicate', { booleanOperator: 'or' }, parts) : only;
}

const extension = (name: string, value: unknown): string =>
  element('Extension', { extender: EXTENDER, name, value: JSON.stringify(value) });

function element(name: string, attributes: Attributes, children: readonly string[] = []): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escaped(String(value)).replaceAll('"', '&quot;')}"`)
    .join('');
  return children.length === 0
    ? `<${name}${written}/>`
    : `<${name}${written}>\n${children.join('\n')}\n</${name}>`;
}

/** Characters that XML 1.0 has no way to write. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the very characters to be refused.
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;

/** Breaks and tabs by their numbers, which an attribute keeps as they are. */
function escaped(text: string): string {
  if (UNWRITABLE.test(text) || !text.isWellFormed())
    refuse(JSON.stringify(text.slice(0, 40)), 'text that XML can hold');
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/[\t\n\r]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** The points, and as many reasons as are customary. */
const OUTPUT = element('Output', {}, [
  element('OutputField', {
    name: SCORE,
    feature: 'predictedValue',
    dataType: 'double',
    optype: 'continuous',
  }),
  ...[1, 2, 3, 4].map((rank) =>
    element('OutputField', {
      name: `reason${rank}`,
      feature: 'reasonCode',
      rank,
      dataType: 'string',
      optype: 'categorical',
    }),
  ),
]);
