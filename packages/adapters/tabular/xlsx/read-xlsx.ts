import type { RawRow } from '#domain/credit/raw-row';
import { MAX_CHUNK_ROWS, type RowChunk, UnreadableFile } from '#usecases/ports';
import { openParts, type Parts } from './parts.ts';
import { type Header, headerOf, rowOf } from './row-of.ts';
import { gatherRows, type Lookup, type SheetRow } from './sheet-rows.ts';
import { spool } from './spool.ts';
import { readStrings } from './strings.ts';
import { readStyles } from './styles.ts';
import { MAX_PART_BYTES, readWorkbook, type Workbook } from './workbook.ts';
import { visitXml } from './xml.ts';

/** Of a sheet, and of the shared texts, unpacked. */
export const MAX_SHEET_BYTES = 2 * 1024 ** 3;

/**
 * Rows of the first visible sheet in which anything stands; others are left aside, macros and links too.
 * Days are written `YYYY-MM-DD`, numbers in plain digits. Empty rows are skipped; `line` is the sheet's row.
 * Formulas and errors are faults of their rows, in the header of the file. Throws file_empty, file_too_large,
 * format_unknown, encoding_unknown, formula_in_cell, malformed_file.
 */
export async function* readXlsx(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<RowChunk> {
  const parts = await openParts(await spool(bytes));
  try {
    const book = await readWorkbook(parts);
    const lookup = await readLookup(parts, book);
    let found = false;
    for (const sheet of book.sheets) {
      for await (const chunk of chunks(sheetRows(parts, sheet, lookup))) {
        found = true;
        yield chunk;
      }
      if (found) return;
    }
  } finally {
    await parts.close();
  }
  throw new UnreadableFile({
    code: 'file_empty',
    expected: 'a header in a sheet that is not hidden',
  });
}

async function readLookup(parts: Parts, book: Workbook): Promise<Lookup> {
  const { strings, styles, date1904 } = book;
  return {
    strings: strings === undefined ? [] : await readStrings(parts.text(strings, MAX_SHEET_BYTES)),
    isDay: styles === undefined ? [] : await readStyles(parts.text(styles, MAX_PART_BYTES)),
    system: date1904 ? 1904 : 1900,
  };
}

async function* sheetRows(
  parts: Parts,
  sheet: string,
  lookup: Lookup,
): AsyncGenerator<readonly SheetRow[]> {
  const { visitor, take } = gatherRows(lookup);
  for await (const _ of visitXml(parts.text(sheet, MAX_SHEET_BYTES), visitor)) yield take();
}

async function* chunks(pieces: AsyncIterable<readonly SheetRow[]>): AsyncGenerator<RowChunk> {
  let header: Header | undefined;
  let rows: RawRow[] = [];
  let given = false;
  for await (const piece of pieces)
    for (const row of piece) {
      if (!header) {
        header = headerOf(row);
        continue;
      }
      rows.push(rowOf(header, row));
      if (rows.length < MAX_CHUNK_ROWS) continue;
      yield { columns: header.columns, rows };
      given = true;
      rows = [];
    }
  if (header && (rows.length > 0 || !given)) yield { columns: header.columns, rows };
}
