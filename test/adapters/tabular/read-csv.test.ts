import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { feed, nextRow, scanBy } from '#adapters/tabular/csv-scan';
import { readCsv } from '#adapters/tabular/read-csv';
import { MAX_ROW_CHARACTERS } from '#adapters/tabular/row-limit';
import { readAll } from './read-all.ts';

/** A row of its own for every answer, whatever the pieces in which the text comes; undefined = it never ends. */
function rowsOf(text: string, separator = ',', size = text.length + 1): string[][] | undefined {
  const scan = scanBy(separator);
  const rows: string[][] = [];
  for (let from = 0; from <= text.length; from += size) {
    feed(scan, text.slice(from, from + size), from + size > text.length);
    for (let count = nextRow(scan); count > 0; count = nextRow(scan))
      rows.push(scan.cells.slice(0, count));
  }
  return scan.at < scan.text.length ? undefined : rows;
}

/** The oracle: csv-parse, which this scanner replaced for its speed. */
function oracleOf(text: string, delimiter: string): string[][] | undefined {
  try {
    return parse(text, {
      delimiter,
      record_delimiter: ['\r\n', '\n'],
      relax_column_count: true,
      relax_quotes: true,
    });
  } catch {
    return undefined;
  }
}

describe('CSV is divided into cells', () => {
  test.each([
    [
      'a,b\nc,d\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'a,b\r\nc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['\n,\n', [[''], ['', '']]],
    ['"a,b"\n', [['a,b']]],
    ['"a\nb",c\r\n', [['a\nb', 'c']]],
    ['"a\r\nb",c\r\n', [['a\r\nb', 'c']]],
    ['"a""b"\n', [['a"b']]],
    ['"""a"""\n', [['"a"']]],
    ['"",""\n', [['', '']]],
    ['1,5" 管\n', [['1', '5" 管']]],
    ['"5" 管,1\n', [['"5" 管', '1']]],
    ['"5""x" 管,1\n', [['"5"x" 管', '1']]],
    [' "a",b\n', [[' "a"', 'b']]],
    ['a\rb,c\n', [['a\rb', 'c']]],
    ['a\r', [['a\r']]],
    ['a,', [['a', '']]],
    ['"a",', [['a', '']]],
    ['', []],
    ['"a', undefined],
    ['x\n"a""', undefined],
  ] as const)('%j', (text, rows) => {
    expect(rowsOf(text)).toEqual(rows);
    expect(oracleOf(text, ',')).toEqual(rows);
  });

  test('any text is divided as csv-parse does, in whatever pieces it comes', () => {
    const piece = fc.oneof(
      {
        weight: 3,
        arbitrary: fc.constantFrom('"', ',', '\n', '\r\n', '""', '",', '"\n', '\t', ';'),
      },
      { weight: 1, arbitrary: fc.constantFrom('\r', ' ', '"\r', '企业', '𠮷', '\u3000', 'a') },
      { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 5 }) },
    );
    // NUL ends a file before it gets here, and a mark of byte order is left out.
    const texts = fc
      .array(piece, { maxLength: 40 })
      .map((pieces) => pieces.join('').replace(/[\0\ufeff]/g, ''));
    fc.assert(
      fc.property(
        texts,
        fc.constantFrom(',', ';', '\t'),
        fc.integer({ min: 1, max: 12 }),
        (text, separator, size) => {
          const expected = oracleOf(text, separator);
          expect(rowsOf(text, separator)).toEqual(expected);
          expect(rowsOf(text, separator, size)).toEqual(expected);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  test('lines are counted where rows begin, quoted breaks included', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', '"x\ny"', '"p\r\n\r\nq"', '', 'b,"\n"'), { minLength: 1 }),
        fc.constantFrom('\n', '\r\n'),
        (rows, end) => {
          const scan = scanBy(',');
          feed(scan, rows.join(end), true);
          let line = 1;
          for (const row of rows.slice(0, -1)) {
            expect(scan.line).toBe(line);
            nextRow(scan);
            line += row.split('\n').length;
          }
        },
      ),
    );
  });
});

describe('rows that do not end', () => {
  const readAll = async (texts: readonly string[]) => {
    const rows: unknown[] = [];
    for await (const chunk of readCsv(streamOf(texts))) rows.push(...chunk.rows);
    return rows;
  };

  test('a row of a hundred pieces is read, and one beyond the limit goes back clipped', async () => {
    const piece = 'x"",\n'.repeat(1_000);
    const read = await readAll([
      'a,b\n1,"',
      ...Array.from({ length: 100 }, () => piece),
      '"\n2,y\n',
    ]);
    expect(read).toMatchObject([{ line: 2 }, { line: 100_003, cells: { a: '2', b: 'y' } }]);
    const long = await readAll(['a,b\n1,"', 'x'.repeat(MAX_ROW_CHARACTERS), '"\n2,y\n']);
    expect(long).toMatchObject([
      { line: 2, cells: { a: '1' }, fault: { code: 'row_too_large' } },
      { line: 3, cells: { a: '2', b: 'y' } },
    ]);
  });

  test('a row that goes on beyond all limits ends the file', async () => {
    const pieces = Array.from({ length: 300 }, () => '""'.repeat(32_000));
    await expect(readAll(['a,b\n1,"', ...pieces, '"'])).rejects.toMatchObject({
      refusal: { code: 'malformed_file', actual: 'the row after line 1 does not end' },
    });
  });
});

async function* streamOf(texts: readonly string[]) {
  yield* texts;
}

test('empty columns that a spreadsheet leaves at the end are none', async () => {
  const file = Buffer.from('a,b,,\n1,2,,\n3,4\n5,6,,7\n8,9,,,,\n');
  const { columns, rows } = await readAll(file);
  expect(columns).toEqual(['a', 'b']);
  expect(rows.map(({ cells, fault }) => fault?.code ?? cells)).toEqual([
    { a: '1', b: '2' },
    { a: '3', b: '4' },
    'column_count',
    { a: '8', b: '9' },
  ]);
});
