import { plainHeader } from '../credit/header.ts';
import { prepareReader, type Source } from '../credit/prepare-reader.ts';
import type { MoneyUnit } from '../money.ts';
import { accept, type Outcome, refuse } from '../refusal.ts';
import { productColumn, productColumns } from './columns.ts';
import type { ProductColumn } from './product-column.ts';
import { checkDefaults, type ProductMapping } from './product-mapping.ts';
import { type CellReader, cellReader } from './read-cell.ts';
import type { RateUnit } from './read-rate.ts';

/** Where a column of ours is read from in one file, and how. */
export type ProductSource = {
  readonly column: ProductColumn;
  /** As the file calls it, ours where a constant stands in for it. */
  readonly header: string;
  readonly textIn: (cells: Readonly<Record<string, string>>) => string;
  readonly read: CellReader;
};

/**
 * How the rows of one file are read: made once, from its header. Refuses what `prepareReader` refuses of header and
 * mapping, malformed_mapping (a default for no column), unknown_field (an amount whose header tells no unit, where
 * no mapping tells it).
 */
export function prepareProductReader(file: {
  readonly columns: readonly string[];
  readonly mapping?: ProductMapping;
}): Outcome<readonly ProductSource[]> {
  const { columns, mapping = {} } = file;
  const lawful = checkDefaults(mapping);
  if (!lawful.ok) return lawful;
  const prepared = prepareReader({
    catalogue: { fields: productColumns, subject: 'id' },
    columns,
    mapping: mappingOf(mapping),
  });
  if (!prepared.ok) return prepared;
  const unitless = prepared.value.sources.find((source) => isUnitless(source, mapping));
  if (unitless)
    return refuse('unknown_field', { field: unitless.column, expected: unitless.field.zh });
  return accept(
    prepared.value.sources.flatMap((source) => {
      const column = productColumn(source.field.id);
      return column ? [sourceOf(column, source, mapping)] : [];
    }),
  );
}

/** What the mappings of departments have too. */
const mappingOf = ({ defaults: _, rateUnit: __, foreignIds: ___, ...mapping }: ProductMapping) =>
  mapping;

/** `principal.min` is in fen over HTTP: above a column it would be a guess. */
const isUnitless = ({ field, column }: Source, { moneyUnit, columns = {} }: ProductMapping) =>
  field.type === 'money' &&
  column !== '' &&
  moneyUnit === undefined &&
  unitIn(column) === undefined &&
  !Object.keys(columns).some((mapped) => plainHeader(mapped) === plainHeader(column));

function sourceOf(
  column: ProductColumn,
  { column: header, constant }: Source,
  mapping: ProductMapping,
): ProductSource {
  const { moneyUnit, rateUnit, values = {}, defaults = {}, foreignIds = false } = mapping;
  const instead = defaults[column.id] ?? '';
  return {
    column,
    header: header === '' ? column.zh : header,
    textIn: (cells) => {
      const text = constant ?? cells[header] ?? '';
      return text.trim() === '' ? instead : text;
    },
    read: cellReader(column, {
      moneyUnit: unitIn(header) ?? moneyUnit ?? 'yuan',
      rateUnit: rateUnitIn(header) ?? rateUnit ?? 'percent',
      spellings: new Map(Object.entries(values[column.id] ?? {})),
      foreignIds,
    }),
  };
}

function unitIn(header: string): MoneyUnit | undefined {
  const plain = plainHeader(header);
  if (/\((?:万元|10KYUAN)\)$/.test(plain)) return 'wan_yuan';
  return /\((?:元|YUAN)\)$/.test(plain) ? 'yuan' : undefined;
}

function rateUnitIn(header: string): RateUnit | undefined {
  const plain = plainHeader(header);
  if (/\((?:BP|基点)\)$/.test(plain)) return 'bp';
  return /\(%\)$/.test(plain) ? 'percent' : undefined;
}
