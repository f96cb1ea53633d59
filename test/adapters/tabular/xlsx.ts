import { strToU8, type Zippable, zipSync } from 'fflate';

/** A cell as XML, or a text (kept inline). */
export type Cell = string | { readonly xml: string };
export type Sheet = {
  readonly name?: string;
  readonly hidden?: boolean;
  /** Rows from 1; undefined leaves a cell out. */
  readonly rows: readonly (readonly (Cell | undefined)[])[];
};

const ROOT = 'http://schemas.openxmlformats.org';
const MAIN = `xmlns="${ROOT}/spreadsheetml/2006/main" xmlns:r="${ROOT}/officeDocument/2006/relationships"`;
const RELATION = `${ROOT}/officeDocument/2006/relationships`;
const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

export const columnName = (place: number): string =>
  (place >= 26 ? columnName(Math.floor(place / 26) - 1) : '') +
  String.fromCharCode(65 + (place % 26));

export const number = (written: string, style = 0): Cell => ({
  xml: `<c r="@" s="${style}"><v>${written}</v></c>`,
});
export const shared = (index: number): Cell => ({ xml: `<c r="@" t="s"><v>${index}</v></c>` });
export const formula = (text: string, value: string): Cell => ({
  xml: `<c r="@"><f>${escaped(text)}</f><v>${value}</v></c>`,
});

/** What the cell styles 0, 1, 2 … show: number format ids, or codes, which get ids from 164. */
const stylesOf = (formats: readonly (number | string)[]): string => {
  const codes = formats.filter((format) => typeof format === 'string');
  const idOf = (format: number | string) =>
    typeof format === 'number' ? format : 164 + codes.indexOf(format);
  const coded = codes.map((code) => {
    const written = escaped(code).replaceAll('"', '&quot;');
    return `<numFmt numFmtId="${idOf(code)}" formatCode="${written}"/>`;
  });
  const styles = formats.map((format) => `<xf numFmtId="${idOf(format)}"/>`);
  return `<styleSheet ${MAIN}><numFmts>${coded.join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${styles.join('')}</cellXfs></styleSheet>`;
};

export const sheetXml = (inner: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><worksheet ${MAIN}><dimension ref="A1"/><sheetData>${inner}</sheetData></worksheet>`;

const sheetOf = ({ rows }: Sheet): string =>
  sheetXml(
    rows
      .map((cells, index) => {
        const written = cells.map((cell, place) => {
          if (cell === undefined) return '';
          const reference = `${columnName(place)}${index + 1}`;
          return typeof cell === 'string'
            ? `<c r="${reference}" t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`
            : cell.xml.replace('"@"', `"${reference}"`);
        });
        return written.length === 0 ? '' : `<row r="${index + 1}">${written.join('')}</row>`;
      })
      .join(''),
  );

export type Book = {
  readonly sheets: readonly Sheet[];
  /** Items of the shared texts, as they stand within `<si>`. */
  readonly strings?: readonly string[];
  readonly formats?: readonly (number | string)[];
  readonly date1904?: boolean;
};

/** The parts of a workbook, to be spoiled. */
export function parts({ sheets, strings, formats = [0], date1904 }: Book): Record<string, string> {
  const listed = sheets.map(({ name, hidden }, index) => {
    const state = hidden ? ' state="hidden"' : '';
    return `<sheet name="${name ?? `Sheet${index + 1}`}" sheetId="${index + 1}"${state} r:id="rId${index + 1}"/>`;
  });
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${RELATION}/${type}" Target="${target}"/>`;
  const relations = (inner: string) =>
    `<Relationships xmlns="${ROOT}/package/2006/relationships">${inner}</Relationships>`;
  return {
    '[Content_Types].xml': `<Types xmlns="${ROOT}/package/2006/content-types"/>`,
    '_rels/.rels': relations(relation('rId1', 'officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml': `<workbook ${MAIN}><workbookPr${date1904 ? ' date1904="1"' : ''}/><sheets>${listed.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations(
      sheets
        .map((_, index) =>
          relation(`rId${index + 1}`, 'worksheet', `worksheets/sheet${index + 1}.xml`),
        )
        .join('') +
        relation('styles', 'styles', '/xl/styles.xml') +
        (strings ? relation('strings', 'sharedStrings', 'sharedStrings.xml') : ''),
    ),
    'xl/styles.xml': stylesOf(formats),
    ...(strings && {
      'xl/sharedStrings.xml': `<sst ${MAIN}>${strings.map((item) => `<si>${item}</si>`).join('')}</sst>`,
    }),
    ...Object.fromEntries(
      sheets.map((sheet, index) => [`xl/worksheets/sheet${index + 1}.xml`, sheetOf(sheet)]),
    ),
  };
}

export const zipped = (files: Readonly<Record<string, string | Uint8Array>>): Uint8Array => {
  const bytes: Zippable = {};
  for (const [name, file] of Object.entries(files))
    bytes[name] = typeof file === 'string' ? strToU8(file) : file;
  return zipSync(bytes);
};

export const workbook = (book: Book): Uint8Array => zipped(parts(book));
export const sheet = (...rows: Sheet['rows']): Uint8Array => workbook({ sheets: [{ rows }] });
