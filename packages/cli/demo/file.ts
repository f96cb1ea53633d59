import { gzipSync } from 'node:zlib';
import { encodeGb18030 } from './gb18030.ts';
import type { Column, Row } from './sheet.ts';

export type FileForm = 'csv' | 'csv-bom' | 'csv-gb18030' | 'csv-gzip' | 'json-lines';

/** Fast, and the same bytes everywhere: Node leaves the time out of the header. */
const GZIP = { level: 5 } as const;

export const fileExtension: Readonly<Record<FileForm, string>> = {
  csv: 'csv',
  'csv-bom': 'csv',
  'csv-gb18030': 'csv',
  'csv-gzip': 'csv.gz',
  'json-lines': 'jsonl',
};

/** A department's file, byte for byte as it would leave its system. */
export function renderFile(
  form: FileForm,
  columns: readonly Column[],
  rows: Iterable<Row>,
): Uint8Array {
  const headers = columns.map(({ header }) => header);
  if (form === 'json-lines') return Buffer.from(jsonLines(headers, rows));
  const text = csv(headers, rows);
  if (form === 'csv-gb18030') return encodeGb18030(text);
  if (form === 'csv-gzip') return gzipSync(text, GZIP);
  return Buffer.from(form === 'csv-bom' ? `\ufeff${text}` : text);
}

function csv(headers: Row, rows: Iterable<Row>): string {
  const lines = [headers.map(cell).join(',')];
  for (const row of rows) lines.push(row.map(cell).join(','));
  return `${lines.join('\r\n')}\r\n`;
}

const cell = (text: string): string =>
  /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

function jsonLines(headers: Row, rows: Iterable<Row>): string {
  const lines: string[] = [];
  for (const row of rows)
    lines.push(JSON.stringify(Object.fromEntries(headers.map((key, place) => [key, row[place]]))));
  return `${lines.join('\n')}\n`;
}
