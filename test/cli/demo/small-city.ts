import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { type City, generateCity } from '#cli/demo/city';
import type { Delivery } from '#cli/demo/delivery';
import { catalogues } from '#domain/credit/catalogues';
import { prepareReader } from '#domain/credit/prepare-reader';
import type { RawRow } from '#domain/credit/raw-row';
import { type RowRead, readRow } from '#domain/credit/read-row';
import { date } from '#domain/time';

export const AS_OF = date('2026-11-20');

export const aCity = (seed: number, firms: number): City =>
  generateCity({ seed, asOf: AS_OF, firms, banks: 12, products: 350, needs: firms * 0.15 });

export const digestOf = ({ deliveries, offered, asked }: City): string => {
  const hash = createHash('sha256').update(JSON.stringify([offered, asked]));
  for (const { id, bytes } of deliveries) hash.update(id).update(bytes());
  return hash.digest('hex');
};

export function textOf({ form, bytes }: Delivery): string {
  const file = bytes();
  if (form === 'csv-gzip') return gunzipSync(file).toString();
  return new TextDecoder(form === 'csv-gb18030' ? 'gb18030' : 'utf-8').decode(file);
}

type Cells = Readonly<Record<string, string>>;

function cellsOf(delivery: Delivery): { columns: readonly string[]; rows: readonly RawRow[] } {
  const text = textOf(delivery);
  if (delivery.form === 'json-lines') {
    const rows = text
      .trimEnd()
      .split('\n')
      .map((line): Cells => JSON.parse(line));
    return {
      columns: Object.keys(rows[0] ?? {}),
      rows: rows.map((cells, line) => ({ line, cells })),
    };
  }
  const [columns = [], ...lines] = parse(text, { relax_column_count: true });
  return {
    columns,
    rows: lines.map((cells, line) => ({
      line,
      cells: Object.fromEntries(columns.map((column, place) => [column, cells[place] ?? ''])),
      ...(cells.length !== columns.length && {
        fault: { code: 'column_count', expected: `${columns.length}`, actual: `${cells.length}` },
      }),
    })),
  };
}

/** Every row as the domain reads it; a header that the catalogue does not know fails the test. */
export function readDelivery(delivery: Delivery): readonly RowRead[] {
  const catalogue = catalogues[delivery.catalogue];
  const { columns, rows } = cellsOf(delivery);
  const { mapping } = delivery;
  const reader = prepareReader({ catalogue, columns, ...(mapping && { mapping }) });
  if (!reader.ok) throw new Error(`${delivery.id}: ${JSON.stringify(reader.refusal)}`);
  return rows.map((row) => readRow({ catalogue, reader: reader.value, row, today: AS_OF }));
}
