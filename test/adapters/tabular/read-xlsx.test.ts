import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MAX_COLUMNS } from '#adapters/tabular/read-csv';
import { MAX_KEPT_CELL, MAX_ROW_CHARACTERS } from '#adapters/tabular/row-limit';
import { MAX_CELL_CHARACTERS } from '#adapters/tabular/xlsx/row-of';
import { MAX_SHEET_ROWS } from '#adapters/tabular/xlsx/sheet-rows';
import { CUT } from '#domain/credit/raw-row';
import { MAX_CHUNK_ROWS } from '#usecases/ports';
import { readAll } from './read-all.ts';
import {
  type Cell,
  formula,
  number,
  parts,
  shared,
  sheet,
  sheetXml,
  workbook,
  zipped,
} from './xlsx.ts';

const rowsOf = async (file: Uint8Array) => (await readAll(file)).rows;
const valuesOf = async (file: Uint8Array) =>
  (await rowsOf(file)).map(({ cells }) => Object.values(cells));
const table = [
  ['企业代号', '金额'],
  ['E1', number('1.5')],
  ['E2', '1,000'],
] as const;
const tableRows = [
  { line: 2, cells: { 企业代号: 'E1', 金额: '1.5' } },
  { line: 3, cells: { 企业代号: 'E2', 金额: '1,000' } },
];

/** One row under a header, its XML as given. */
const raw = (inner: string) =>
  zipped({
    ...parts({ sheets: [{ rows: [] }], strings: ['<t>shared</t>'] }),
    'xl/worksheets/sheet1.xml': sheetXml(inner),
  });
const header = '<row r="1"><c r="A1" t="str"><v>a</v></c><c r="B1" t="str"><v>b</v></c></row>';

describe('a workbook is told by its content', () => {
  const book = parts({ sheets: [{ rows: table }] });
  const prefixed = Object.fromEntries(
    Object.entries(book).map(([name, xml]) => [
      name,
      /sheet|workbook\.xml$/.test(name)
        ? xml
            .replaceAll(/<(\/?)(?=\w)/g, '<$1x:')
            .replace('<?x:xml', '<?xml')
            .replace('xmlns=', 'xmlns:x=')
        : xml,
    ]),
  );
  test.each([
    ['as it is', zipped(book)],
    ['gzipped', gzipSync(zipped(book))],
    ['with prefixes', zipped(prefixed)],
    [
      'with a byte order mark',
      zipped({ ...book, 'xl/styles.xml': `\ufeff${book['xl/styles.xml']}` }),
    ],
    [
      'with names of other case',
      zipped(
        Object.fromEntries(
          Object.entries(book).map(([name, xml]) => [name.replace('sheet1', 'Sheet1'), xml]),
        ),
      ),
    ],
  ])('%s, whole or byte by byte', async (_, file) => {
    expect(await readAll(file)).toEqual({ columns: ['企业代号', '金额'], rows: tableRows });
    expect((await readAll(file, 1)).rows).toEqual(tableRows);
  });
});

test('numbers are given in plain digits, none of them lost', async () => {
  const cases = {
    '1.50': '1.50',
    '-0.5': '-0.5',
    '12345678901234567890': '12345678901234567890',
    '91320583': '91320583',
    '1.23E+5': '123000',
    '9.1320583E+17': '913205830000000000',
    '1.5e-7': '0.00000015',
    '-2.50E+1': '-25',
    '0E0': '0',
    '1E+22': '10000000000000000000000',
    // As Excel stores 943.4, 0.1 + 0.2, 1.1 and 4.35: what is shown is what was meant.
    '943.39999999999998': '943.4',
    '0.30000000000000004': '0.3',
    '1.1000000000000001': '1.1',
    '4.3499999999999996': '4.35',
    '1.2345678901234567E+25': '12345678901234567000000000',
    '1.2345678901234568E+16': '12345678901234568',
    '9.4339999999999998E+2': '943.4',
    '1.1000000000000001E-7': '0.00000011',
    '123456789012340.03': '123456789012340',
    '100000000000000.02': '100000000000000',
    '1E+9999': '1E+9999',
    NaN: 'NaN',
    '': '',
  };
  const rows = Object.keys(cases).map((written) => ['x', number(written)]);
  const values = await valuesOf(sheet(['a', 'b'], ...rows));
  expect(values.map(([, value]) => value)).toEqual(Object.values(cases));
});

test('a double of fifteen digits comes back as it was meant', async () => {
  const meant = fc
    .tuple(fc.integer({ min: 1, max: 10 ** 13 }), fc.integer({ min: 0, max: 2 }))
    .map(([units, places]) => units / 10 ** places);
  await fc.assert(
    fc.asyncProperty(fc.array(meant, { minLength: 1, maxLength: 20 }), async (numbers) => {
      const stored = numbers.map((one) => [number(one.toPrecision(17).replace(/0+$/, ''))]);
      const values = await valuesOf(sheet(['a'], ...stored));
      expect(values.flat().map(Number)).toEqual(numbers);
      expect(values.flat().join()).not.toMatch(/\d{16}|e/);
    }),
    { numRuns: 50 },
  );
});

describe('days', () => {
  const formats = [
    0,
    14,
    22,
    'yyyy"年"m"月"d"日"',
    '[$-804]yyyy/m/d;@',
    '0.00',
    '[h]:mm',
    27,
    '0"d"',
  ];
  test.each([
    // serial, style, 1900, 1904
    ['45125', 1, '2023-07-18', '2027-07-19'],
    ['45125.5', 2, '2023-07-18 12:00:00', '2027-07-19 12:00:00'],
    ['45125.999999', 1, '2023-07-19', '2027-07-20'],
    ['45125', 3, '2023-07-18', '2027-07-19'],
    ['45125', 4, '2023-07-18', '2027-07-19'],
    ['45108', 7, '2023-07-01', '2027-07-02'],
    ['45125', 0, '45125', '45125'],
    ['45125', 5, '45125', '45125'],
    ['1.25', 6, '1.25', '1.25'],
    ['45125', 8, '45125', '45125'],
    ['1', 1, '1900-01-01', '1904-01-02'],
    ['59', 1, '1900-02-28', '1904-02-29'],
    ['60', 1, '1900-02-29', '1904-03-01'],
    ['61', 1, '1900-03-01', '1904-03-02'],
    ['0', 1, '0', '1904-01-01'],
    ['0.75', 2, '18:00:00', '1904-01-01 18:00:00'],
    ['2957003', 1, '9995-12-30', '9999-12-31'],
    ['2958465', 1, '9999-12-31', '2958465'],
    ['-1', 1, '-1', '-1'],
    ['none', 1, 'none', 'none'],
    ['1E+300', 99, `1${'0'.repeat(300)}`, `1${'0'.repeat(300)}`],
  ])(
    '%.12s in style %i is %.20s, or %.20s counted from 1904',
    async (serial, style, from1900, from1904) => {
      const rows = [['a'], [number(serial, style)]];
      const reading = (date1904: boolean) =>
        valuesOf(workbook({ sheets: [{ rows }], formats, date1904 }));
      expect([await reading(false), await reading(true)]).toEqual([[[from1900]], [[from1904]]]);
    },
  );
});

test('texts, truths and ISO days', async () => {
  const strings = [
    '<t>plain</t>',
    '<r><rPr><b/></rPr><t>rich</t></r><r><t xml:space="preserve"> text</t></r>',
    '<t>漢字</t><rPh sb="0" eb="2"><t>かんじ</t></rPh>',
    '<t>a_x000D_b_x005F_x0041__x0000_</t>',
    '<t>&amp;&#x4f01;<![CDATA[<&]]></t>',
    '<t/>',
  ];
  const inline = (xml: string): Cell => ({ xml: `<c r="@" ${xml}</c>` });
  const rows: [Cell, string][] = [
    ...['plain', 'rich text', '漢字', 'a\rb_x0041__x0000_', '&企<&', ''].map(
      (text, index): [Cell, string] => [shared(index), text],
    ),
    [inline('t="inlineStr"><is><r><t>in</t></r><r><t>line</t></r></is>'), 'inline'],
    [inline('t="str"><v>text</v>'), 'text'],
    [inline('t="b"><v>1</v>'), 'true'],
    [inline('t="b"><v>0</v>'), 'false'],
    [inline('t="d"><v>2023-07-18T00:00:00</v>'), '2023-07-18'],
    [inline('t="d"><v>2023-07-18T16:30:00.000Z</v>'), '2023-07-18 16:30:00'],
    [inline('s="1">'), ''],
  ];
  const file = workbook({
    sheets: [{ rows: [['k', 'v'], ...rows.map(([cell]) => ['x', cell])] }],
    strings,
  });
  expect((await valuesOf(file)).map(([, value]) => value)).toEqual(rows.map(([, text]) => text));
});

describe('a sheet', () => {
  test('skips empty rows, and its rows know their number', async () => {
    const file = sheet([], ['', ' '], ['a', 'b'], [], ['1'], ['', '  '], [undefined, '2']);
    expect(await rowsOf(file)).toEqual([
      { line: 5, cells: { a: '1', b: '' } },
      { line: 7, cells: { a: '', b: '2' } },
    ]);
  });

  test('needs no references', async () => {
    const cell = (text: string) => `<c t="str"><v>${text}</v></c>`;
    const file = raw(
      `<row>${cell('a')}${cell('b')}</row><row r="9">${cell('1')}${cell('2')}</row>`,
    );
    expect(await rowsOf(file)).toEqual([{ line: 9, cells: { a: '1', b: '2' } }]);
  });

  test('may have a header with merged cells, as long as nothing stands below the gap', async () => {
    const file = sheet(['a', undefined, ' b ', ''], ['1', undefined, '2'], ['1', 'lost', '2']);
    expect(await readAll(file)).toEqual({
      columns: ['a', 'b'],
      rows: [
        { line: 2, cells: { a: '1', b: '2' } },
        {
          line: 3,
          cells: { a: '1', b: '2' },
          raw: '1,2,lost',
          fault: { code: 'column_count', expected: '2', actual: '3' },
        },
      ],
    });
  });

  test('with a header alone is a file without rows', async () => {
    expect(await readAll(sheet(['a']))).toEqual({ columns: ['a'], rows: [] });
  });

  test.each([
    [
      'the first that is not hidden',
      [{ hidden: true, rows: [['h']] }, { rows: [['a']] }, { rows: [['b']] }],
      'a',
    ],
    ['the first in which anything stands', [{ rows: [[' ']] }, { rows: [['b']] }], 'b'],
  ])('is read: %s', async (_, sheets, column) => {
    expect((await readAll(workbook({ sheets }))).columns).toEqual([column]);
  });

  test('comes in chunks', async () => {
    const many = Array.from({ length: MAX_CHUNK_ROWS * 2 }, (_, n) => [number(String(n))]);
    expect((await valuesOf(sheet(['a'], ...many))).flat()).toEqual(many.map((_, n) => String(n)));
  });
});

describe('a row at fault is told of, and the sheet goes on', () => {
  const long = 'x'.repeat(MAX_CELL_CHARACTERS + 1);
  const most = 'x'.repeat(MAX_CELL_CHARACTERS);
  const wide = Array.from({ length: MAX_ROW_CHARACTERS / MAX_CELL_CHARACTERS + 1 }, () => most);
  const cut = 'x'.repeat(MAX_KEPT_CELL) + CUT;
  const error: Cell = { xml: '<c r="@" t="e"><v>#N/A</v></c>' };
  const sharing: Cell = { xml: '<c r="@"><f t="shared" si="0"/><v>3</v></c>' };
  const cases: [string, string | undefined, Record<string, string>, Cell[]][] = [
    ['formula_in_cell', 'b', { a: '1', b: '=SUM(A1:A9)' }, ['1', formula('SUM(A1:A9)', '3')]],
    ['formula_in_cell', 'b', { a: '1', b: '=3' }, ['1', sharing]],
    ['cell_error', 'a', { a: '#N/A', b: '=1' }, [error, formula('1', '1')]],
    ['row_too_large', 'b', { a: '1', b: cut }, ['1', long]],
    ['row_too_large', undefined, { a: cut, b: cut }, wide],
    ['column_count', undefined, { a: '1', b: '2' }, ['1', '2', '3']],
  ];
  test.each(cases)('%s of %s', async (code, field, kept, cells) => {
    expect(await rowsOf(sheet(['a', 'b'], cells, ['3', '4']))).toEqual([
      expect.objectContaining({
        line: 2,
        cells: kept,
        fault: expect.objectContaining({ code, ...(field !== undefined && { field }) }),
      }),
      { line: 3, cells: { a: '3', b: '4' } },
    ]);
  });
});

describe('a workbook that cannot be read says why', () => {
  const book = parts({ sheets: [{ rows: table }], strings: ['<t>x</t>'] });
  const without = (name: string) =>
    zipped(Object.fromEntries(Object.entries(book).filter(([one]) => one !== name)));
  const withPart = (name: string, xml: string) => zipped({ ...book, [name]: xml });
  const columns = Array.from({ length: MAX_COLUMNS + 1 }, (_, n) => `c${n}`);
  const cell = (reference: string, inner = '<v>1</v>') => `<c r="${reference}">${inner}</c>`;
  test.each([
    ['file_empty', 'no rows', sheet()],
    ['file_empty', 'hidden rows', workbook({ sheets: [{ hidden: true, rows: table }] })],
    ['format_unknown', 'another archive', zipped({ 'a.txt': 'a' })],
    ['format_unknown', 'no relations', without('_rels/.rels')],
    ['format_unknown', 'a binary workbook', zipped({ 'xl/workbook.bin': 'x' })],
    ['format_unknown', 'OpenDocument', zipped({ 'content.xml': '<a/>' })],
    ['format_unknown', 'Word', zipped({ 'word/document.xml': '<a/>' })],
    ['malformed_file', 'no sheet', without('xl/worksheets/sheet1.xml')],
    ['malformed_file', 'no shared texts', without('xl/sharedStrings.xml')],
    ['malformed_file', 'no sheet relations', without('xl/_rels/workbook.xml.rels')],
    ['malformed_file', 'a shared text that is not there', sheet(['a'], [shared(7)])],
    ['malformed_file', 'a shared text of another kind', raw('<row><c t="s"><v>-1</v></c></row>')],
    [
      'malformed_file',
      'a DOCTYPE',
      withPart('xl/workbook.xml', `<!DOCTYPE a>${book['xl/workbook.xml']}`),
    ],
    ['malformed_file', 'an entity', raw('<row><c t="str"><v>&lol;</v></c></row>')],
    ['malformed_file', 'a borrowed entity', raw('<row><c t="str"><v>&constructor;</v></c></row>')],
    ['malformed_file', 'broken XML', raw('<row></sheetData>')],
    ['malformed_file', 'rows in rows', raw('<row r="1"><row r="2"/></row>')],
    ['malformed_file', 'rows out of order', raw('<row r="2"/><row r="1"/>')],
    ['malformed_file', 'a row twice', raw('<row r="2"/><row r="2"/>')],
    ['malformed_file', 'a row 0', raw('<row r="0"/>')],
    ['malformed_file', 'a row without number', raw('<row r="x"/>')],
    ['file_too_large', 'a row too many', raw(`${header}<row r="${MAX_SHEET_ROWS + 1}"/>`)],
    ['malformed_file', 'a cell twice', raw(`<row r="1">${cell('A1')}${cell('A1')}</row>`)],
    ['malformed_file', 'cells out of order', raw(`<row r="1">${cell('B1')}${cell('A1')}</row>`)],
    ['malformed_file', 'a cell of another row', raw(`<row r="1">${cell('A2')}</row>`)],
    ['malformed_file', 'a cell beyond the sheet', raw(`<row r="1">${cell('XFE1')}</row>`)],
    ['malformed_file', 'a cell nowhere', raw(`<row r="1">${cell('$A$1')}</row>`)],
    ['malformed_file', 'two columns of one name', sheet(['a', 'b', ' a'])],
    ['malformed_file', 'too many columns', sheet(columns)],
    ['malformed_file', 'an error in the header', raw('<row><c t="e"><v>#REF!</v></c></row>')],
    ['formula_in_cell', 'a formula in the header', sheet(['a', formula('A1', 'b')])],
    [
      'encoding_unknown',
      'UTF-16',
      zipped({ ...book, 'xl/styles.xml': Buffer.from('\ufeff<a/>', 'utf16le') }),
    ],
    ['malformed_file', 'half of it', zipped(book).subarray(0, 400)],
  ])('%s: %s', async (code, _, file) => {
    await expect(readAll(file)).rejects.toMatchObject({
      name: 'UnreadableFile',
      refusal: { code },
    });
  });

  test('a flipped bit in what is stored is noticed', async () => {
    const file = Buffer.from(zipped(book));
    const name = 'xl/worksheets/sheet1.xml';
    const at = file.indexOf(name) + name.length + 40;
    file[at] = (file[at] ?? 0) ^ 4;
    await expect(readAll(file)).rejects.toMatchObject({ refusal: { code: 'malformed_file' } });
  });
});
