import { accept, type Outcome, refuse } from '../refusal.ts';
import type { Mapping } from './batch.ts';
import type { Catalogue, Field } from './catalogue.ts';
import { checkMapping } from './check-mapping.ts';
import { knownHeaders, nearestHeader, plainHeader, RETURNED_COLUMNS } from './header.ts';
import type { RawRow } from './raw-row.ts';
import { type ValueReader, valueReader } from './read-value.ts';

/** Where a field's text comes from, and how it is read. */
export type Source = {
  readonly field: Field;
  /** Is it the code of the row's subject? */
  readonly isSubject: boolean;
  /** Empty where a constant stands in for it. */
  readonly column: string;
  readonly constant: string | undefined;
  readonly read: ValueReader;
};

/**
 * How every row of one file is read: made once, from its header. In the order of the catalogue's fields, those
 * too that are never kept.
 */
export type RowReader = { readonly sources: readonly Source[] };

/** Empty where the row has no such cell. */
export const textOf = ({ constant, column }: Source, { cells }: RawRow): string =>
  constant ?? cells[column] ?? '';

type Found = { readonly column: string; readonly field: Field };

/**
 * Refuses, in this order: malformed_mapping (also for a mapped column that the file has not), unknown_field
 * (a column that is no alias, not mapped, not ignored, none of RETURNED_COLUMNS), conflicting_columns (one
 * field from two sources), missing_column (a required field from none).
 */
export function prepareReader(file: {
  readonly catalogue: Pick<Catalogue, 'fields' | 'subject'>;
  readonly mapping?: Mapping;
  readonly columns: readonly string[];
}): Outcome<RowReader> {
  const { catalogue, mapping = {}, columns } = file;
  const checked = checkMapping(catalogue, mapping);
  if (!checked.ok) return checked;
  const found = findFields(catalogue, mapping, columns);
  if (!found.ok) return found;
  const conflict = conflictIn(found.value, mapping);
  if (conflict) return conflict;
  const constants = new Map(Object.entries(mapping.constants ?? {}));
  const headers = new Set(columns.map(plainHeader));
  const sources: Source[] = [];
  for (const field of catalogue.fields) {
    const column = found.value.find((one) => one.field === field)?.column;
    const constant = constants.get(field.id);
    if (column === undefined && constant === undefined) {
      if (field.required)
        return refuse('missing_column', { field: field.id, expected: headersOf(field) });
      continue;
    }
    const legacy = field.legacy?.headers.some((header) => headers.has(plainHeader(header)));
    sources.push({
      field,
      isSubject: field.id === catalogue.subject,
      column: column ?? '',
      constant: column === undefined ? constant : undefined,
      read: valueReader(field, { ...mapping, legacy: legacy ?? false }),
    });
  }
  return accept({ sources });
}

const headersOf = ({ id, zh, aliases = [] }: Field) => `one of ${[zh, ...aliases, id].join(', ')}`;

function findFields(
  catalogue: Pick<Catalogue, 'fields'>,
  mapping: Mapping,
  columns: readonly string[],
): Outcome<readonly Found[]> {
  const headers = new Set(columns.map(plainHeader));
  const mapped = new Map(
    Object.entries(mapping.columns ?? {}).map(([column, field]) => [plainHeader(column), field]),
  );
  for (const column of Object.keys(mapping.columns ?? {}))
    if (!headers.has(plainHeader(column)))
      return refuse('malformed_mapping', {
        field: `columns.${column}`,
        expected: `a column of the file: ${columns.join(', ')}`,
        actual: column,
      });
  const ignored = new Set(mapping.ignore?.map(plainHeader));
  const known = knownHeaders(catalogue);
  const returned = new Set(RETURNED_COLUMNS.map(plainHeader));
  const found: Found[] = [];
  for (const column of columns) {
    const plain = plainHeader(column);
    if (ignored.has(plain)) continue;
    const target = mapped.get(plain);
    const field =
      target === undefined ? known.get(plain) : catalogue.fields.find(({ id }) => id === target);
    if (field) found.push({ column, field });
    else if (!returned.has(plain)) return refuse('unknown_field', unknownColumn(column, known));
  }
  return accept(found);
}

function unknownColumn(column: string, known: ReadonlyMap<string, Field>) {
  const nearest = nearestHeader(column, known);
  const advice = 'map or ignore it in the mapping';
  return {
    field: column,
    expected: nearest === undefined ? advice : `${nearest}? Otherwise ${advice}`,
  };
}

function conflictIn(found: readonly Found[], { constants = {} }: Mapping) {
  for (const { column, field } of found) {
    const rival =
      found.find((other) => other.field === field && other.column !== column)?.column ??
      (Object.hasOwn(constants, field.id) ? `constant ${constants[field.id]}` : undefined);
    if (rival !== undefined)
      return refuse('conflicting_columns', {
        field: field.id,
        expected: 'one column or one constant for a field: ignore the others in the mapping',
        actual: `${column}, ${rival}`,
      });
  }
  return undefined;
}
