import { MAX_EXPANDED_BYTES, MAX_EXPANSION } from './expand.ts';
import { MAX_COLUMNS } from './read-csv.ts';
import { MAX_JSON_ARRAY_CHARACTERS } from './read-json-array.ts';
import { MAX_LINE_CHARACTERS, MAX_ROW_CHARACTERS } from './row-limit.ts';
import { MAX_PARTS } from './xlsx/parts.ts';
import { MAX_CELL_CHARACTERS } from './xlsx/row-of.ts';
import { MAX_SHEET_ROWS } from './xlsx/sheet-rows.ts';
import { MAX_XLSX_BYTES } from './xlsx/spool.ts';
import { MAX_SHARED_CHARACTERS, MAX_SHARED_STRINGS } from './xlsx/strings.ts';
import { MAX_SHEETS } from './xlsx/workbook.ts';

export type DeliveryLimit = { readonly most: number; readonly zh: string; readonly en: string };

/** What a delivered file may hold, for those who deliver. */
export const deliveryLimits = {
  unpackedBytes: limit(MAX_EXPANDED_BYTES, '解压后的字节数', 'bytes of a file, unpacked'),
  expansion: limit(MAX_EXPANSION, '解压倍数', 'times its size that a file unpacks to'),
  columns: limit(MAX_COLUMNS, '列数', 'columns'),
  rowCharacters: limit(MAX_ROW_CHARACTERS, '每行字符数', 'characters in a row'),
  lineCharacters: limit(
    MAX_LINE_CHARACTERS,
    'JSON Lines 每行字符数（超出者只退回行首）',
    'characters in a line of JSON Lines, of which more than the beginning comes back',
  ),
  arrayCharacters: limit(
    MAX_JSON_ARRAY_CHARACTERS,
    'JSON 数组总字符数（更大请用 JSON Lines）',
    'characters in a JSON array; send JSON Lines beyond',
  ),
  workbookBytes: limit(
    MAX_XLSX_BYTES,
    'XLSX 文件字节数（更大请用 CSV）',
    'bytes of a workbook; send CSV beyond',
  ),
  workbookParts: limit(MAX_PARTS, 'XLSX 内部文件数', 'parts of a workbook'),
  workbookSheets: limit(MAX_SHEETS, 'XLSX 工作表数', 'sheets of a workbook'),
  sheetRows: limit(MAX_SHEET_ROWS, 'XLSX 工作表行数', 'rows of a sheet'),
  cellCharacters: limit(
    MAX_CELL_CHARACTERS,
    'XLSX 单元格字符数',
    'characters in a cell of a sheet',
  ),
  sharedTexts: limit(MAX_SHARED_STRINGS, 'XLSX 共享文本条数', 'shared texts of a workbook'),
  sharedCharacters: limit(
    MAX_SHARED_CHARACTERS,
    'XLSX 共享文本总字符数',
    'characters in the shared texts of a workbook',
  ),
} as const satisfies Record<string, DeliveryLimit>;

function limit(most: number, zh: string, en: string): DeliveryLimit {
  return { most, zh: `${zh}：至多 ${most}`, en: `${en}: at most ${most}` };
}
