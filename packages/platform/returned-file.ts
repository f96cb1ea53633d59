import type { RefusedRow } from '#domain/credit/batch';
import type { Catalogue } from '#domain/credit/catalogue';
import { RETURNED_COLUMNS } from '#domain/credit/header';
import type { Refusal } from '#domain/refusal';
import { type Language, sentence } from './sentences.ts';

/** Excel takes a file without it for GBK. */
const BYTE_ORDER_MARK = '\ufeff';

/**
 * Refused rows as the file that goes back to their supplier: CSV in UTF-8 under the supplier's own columns, a
 * column of reasons at the end (and one of the original text where a row could not be divided into cells).
 * Mended, it can be delivered as it is under the same mapping: the added columns are left aside.
 */
export function returnedFile(
  rows: readonly RefusedRow[],
  catalogue: Catalogue,
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
  return `${BYTE_ORDER_MARK}${[header, ...lines].map(lineOf).join('')}`;
}

/** In Chinese, fields by their Chinese names: those are what stands above the columns. */
const named = (refusal: Refusal, { fields }: Catalogue, language: Language): Refusal => {
  const field = fields.find(({ id }) => id === refusal.field);
  return field && language === 'zh' ? { ...refusal, field: field.zh } : refusal;
};

const lineOf = (cells: readonly string[]): string => `${cells.map(cellOf).join(',')}\r\n`;

const cellOf = (text: string): string => {
  const harmless = isFormula(text) ? `'${text}` : text;
  return /[",\r\n]|^\s|\s$/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
};

/** What a spreadsheet would reckon out when the file is opened; a number with a sign is none. */
const isFormula = (text: string): boolean =>
  /^[=@＝]/.test(text) || (/^[+-]/.test(text) && !/^[+-][\d,.\s]+$/.test(text));
