import type { RefusedRow } from '#domain/credit/batch';
import type { Catalogue } from '#domain/credit/catalogue';
import { RETURNED_COLUMNS } from '#domain/credit/header';
import type { Refusal } from '#domain/refusal';
import { csvText } from './csv-text.ts';
import { type Language, sentence } from './sentences.ts';

/**
 * Refused rows as the file that goes back to their supplier: CSV in UTF-8 under the supplier's own columns, a
 * column of reasons at the end (and one of the original text where a row could not be divided into cells).
 * Mended, it can be delivered as it is under the same mapping: the added columns are left aside.
 */
export function returnedFile(
  rows: readonly Omit<RefusedRow, 'line'>[],
  catalogue: Pick<Catalogue, 'fields'>,
  language: Language,
): string {
  const [reasons, original] = RETURNED_COLUMNS;
  const columns = [...new Set(rows.flatMap(({ cells }) => Object.keys(cells)))].filter(
    (column) => column !== reasons && column !== original,
  );
  const withRaw = rows.some(({ raw }) => raw !== undefined);
  const header = [...columns, ...(withRaw ? [original] : []), reasons];
  const lines = rows.map(({ cells, raw, refusals }) => [
    ...columns.map((column) => cells[column] ?? ''),
    ...(withRaw ? [raw ?? ''] : []),
    refusals
      .map(
        (refusal) => `${sentence(named(refusal, catalogue, language), language)} [${refusal.code}]`,
      )
      .join(' '),
  ]);
  return csvText([header, ...lines]);
}

/** In Chinese, fields by their Chinese names: those are what stands above the columns. */
const named = (
  refusal: Refusal,
  { fields }: Pick<Catalogue, 'fields'>,
  language: Language,
): Refusal => {
  const field = fields.find(({ id }) => id === refusal.field);
  return field && language === 'zh' ? { ...refusal, field: field.zh } : refusal;
};
