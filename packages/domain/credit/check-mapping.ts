import { accept, type Outcome, refuse } from '../refusal.ts';
import type { Mapping } from './batch.ts';
import type { Catalogue } from './catalogue.ts';
import { plainHeader } from './header.ts';

/** Columns, constants, ignored columns, respelt fields: entries of each at most. */
export const MAX_MAPPING_ENTRIES = 200;

/**
 * Can this mapping be meant for this catalogue? Refuses with malformed_mapping, naming the entry: a field
 * that the catalogue has not, one field from two sources, a column both mapped and ignored, a respelling to
 * a value that is no choice.
 */
export function checkMapping(
  catalogue: Pick<Catalogue, 'fields'>,
  mapping: Mapping,
): Outcome<Mapping> {
  const fault =
    tooMany(mapping) ??
    unknownField(catalogue, mapping) ??
    twoSources(mapping) ??
    mappedAndIgnored(mapping) ??
    unknownChoice(catalogue, mapping);
  return fault ? refuse('malformed_mapping', fault) : accept(mapping);
}

type Fault = { readonly field: string; readonly expected: string; readonly actual?: string };

const entriesOf = ({ columns = {}, constants = {}, values = {}, ignore = [] }: Mapping) => ({
  columns: Object.entries(columns),
  constants: Object.entries(constants),
  values: Object.entries(values),
  ignore,
});

function tooMany(mapping: Mapping): Fault | undefined {
  const long = Object.entries(entriesOf(mapping)).find(
    ([, entries]) => entries.length > MAX_MAPPING_ENTRIES,
  );
  return (
    long && {
      field: long[0],
      expected: `at most ${MAX_MAPPING_ENTRIES} entries`,
      actual: String(long[1].length),
    }
  );
}

function unknownField(catalogue: Pick<Catalogue, 'fields'>, mapping: Mapping): Fault | undefined {
  const { columns, constants, values } = entriesOf(mapping);
  const named = [
    ...columns.map(([column, field]) => ({ entry: `columns.${column}`, field })),
    ...constants.map(([field]) => ({ entry: `constants.${field}`, field })),
    ...values.map(([field]) => ({ entry: `values.${field}`, field })),
  ];
  const strange = named.find(({ field }) => !catalogue.fields.some(({ id }) => id === field));
  return (
    strange && {
      field: strange.entry,
      expected: `one of ${catalogue.fields.map(({ id }) => id).join(', ')}`,
      actual: strange.field,
    }
  );
}

function twoSources(mapping: Mapping): Fault | undefined {
  const { columns, constants } = entriesOf(mapping);
  const targets = [...columns.map(([, field]) => field), ...constants.map(([field]) => field)];
  const twice = targets.find((field, place) => targets.indexOf(field) !== place);
  return twice === undefined
    ? undefined
    : { field: twice, expected: 'one column or one constant for a field' };
}

function mappedAndIgnored(mapping: Mapping): Fault | undefined {
  const { columns, ignore } = entriesOf(mapping);
  const mapped = new Set(columns.map(([column]) => plainHeader(column)));
  const both = ignore.find((column) => mapped.has(plainHeader(column)));
  return both === undefined
    ? undefined
    : { field: `ignore.${both}`, expected: 'a column that is not mapped' };
}

function unknownChoice(catalogue: Pick<Catalogue, 'fields'>, mapping: Mapping): Fault | undefined {
  for (const [id, spellings] of entriesOf(mapping).values) {
    const choices = catalogue.fields.find((field) => field.id === id)?.choices;
    if (!choices) continue;
    const strange = Object.entries(spellings).find(
      ([, value]) => value !== '' && !Object.hasOwn(choices, value),
    );
    if (strange)
      return {
        field: `values.${id}.${strange[0]}`,
        expected: `one of ${Object.keys(choices).join(', ')}`,
        actual: strange[1],
      };
  }
  return undefined;
}
