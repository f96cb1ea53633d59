import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MAX_COLUMNS } from '#adapters/tabular/read-csv';
import { readRows } from '#adapters/tabular/read-rows';
import {
  MAX_KEPT_CELL,
  MAX_LINE_CHARACTERS,
  MAX_ROW_CHARACTERS,
} from '#adapters/tabular/row-limit';
import { CUT } from '#domain/credit/raw-row';
import { MAX_CHUNK_ROWS, UnreadableFile } from '#usecases/ports';
import { gb18030 } from './gb18030.ts';
import { inPieces, readAll } from './read-all.ts';

const bytes = (text: string) => Buffer.from(text);
const cellsOf = async (file: Uint8Array, size?: number) =>
  (await readAll(file, size)).rows.map(({ cells }) => cells);

const table = '企业代号,金额\nE1,1.5\nE2,"1,000"\n';
const tableRows = [
  { 企业代号: 'E1', 金额: '1.5' },
  { 企业代号: 'E2', 金额: '1,000' },
];

describe('a file is told by its content', () => {
  test.each([
    ['CSV', bytes(table)],
    ['CSV with a byte order mark', bytes(`\ufeff${table}`)],
    ['CSV with CRLF and blank lines', bytes(`\n \n${table.replaceAll('\n', '\r\n\r\n')}`)],
    ['CSV whose line ends are mixed', bytes(table.replace('\n', '\r\n'))],
    ['CSV without a last line end', bytes(table.trimEnd())],
    ['CSV in GB18030', gb18030(table)],
    ['CSV by semicolons', bytes('企业代号;金额\nE1;1.5\nE2;1,000\n')],
    ['CSV by tabs', bytes('企业代号\t金额\nE1\t1.5\nE2\t1,000\n')],
    ['gzipped CSV', gzipSync(table)],
    ['gzipped CSV in GB18030', gzipSync(gb18030(table))],
    [
      'two gzip files in one',
      Buffer.concat([gzipSync(table.slice(0, 9)), gzipSync(table.slice(9))]),
    ],
    ['JSON Lines', bytes('{"企业代号":"E1","金额":1.5}\n\n{"企业代号":"E2","金额":"1,000"}')],
    ['a JSON array', bytes('\n [{"企业代号":"E1","金额":1.5},\n{"企业代号":"E2","金额":"1,000"}]')],
  ])('%s, whole or byte by byte', async (_, file) => {
    expect(await cellsOf(file)).toEqual(tableRows);
    expect(await cellsOf(file, 1)).toEqual(tableRows);
  });

  test('a file in GB18030 whose first Chinese comes late is read all the same', async () => {
    const ascii = `name,n\n${'abc,1\n'.repeat(30_000)}`;
    const rows = await cellsOf(Buffer.concat([bytes(ascii), gb18030('企业,2\n')]));
    expect(rows.at(-1)).toEqual({ name: '企业', n: '2' });
  });
});

describe('a file that cannot be read says why', () => {
  const keys = (count: number, letter = 'c') =>
    Array.from({ length: count }, (_, n) => `{"${letter}${n}":1}`);
  const bomb = gzipSync(Buffer.alloc(64 * 1024 ** 2, 'a,b\n'));
  test.each([
    ['file_empty', bytes('')],
    ['file_empty', bytes('\ufeff \r\n\n')],
    ['file_empty', gzipSync('')],
    ['file_too_large', bomb],
    ['file_too_large', bytes(`[${' '.repeat(64 * 1024 ** 2)}]`)],
    ['malformed_file', Buffer.from([0x50, 0x4b, 3, 4, 20, 0])],
    ['format_unknown', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1])],
    ['malformed_file', gzipSync(Buffer.from([0x50, 0x4b, 3, 4, 20, 0]))],
    ['format_unknown', gzipSync(gzipSync(table))],
    ['format_unknown', bytes('%PDF-1.7')],
    ['format_unknown', bytes('<html><table>')],
    ['encoding_unknown', Buffer.from(`\ufeff${table}`, 'utf16le')],
    ['encoding_unknown', Buffer.from('a,b\n1,2\n', 'utf16le')],
    ['encoding_unknown', Buffer.concat([bytes('名,b\n'), Buffer.from([0xff, 0xfe, 0x0a])])],
    ['encoding_unknown', bytes('名,b\n1,企').subarray(0, -1)],
    ['malformed_file', gzipSync(table).subarray(0, -12)],
    ['malformed_file', Buffer.concat([gzipSync(table), bytes('E3,2')])],
    ['malformed_file', Buffer.concat([gzipSync(table), Buffer.alloc(3), gzipSync('E3,2')])],
    ['malformed_file', Buffer.concat([gzipSync(table), gzipSync('E3,2').subarray(0, -4)])],
    ['malformed_file', bytes('a,b\n1,"2\n3,4\n')],
    ['malformed_file', bytes(`a,b\n1,"${'x,y\n'.repeat(5_000_000)}`)],
    ['malformed_file', bytes('a,b,a\n1,2,3\n')],
    ['malformed_file', bytes('a,,b\n1,2,3\n')],
    ['malformed_file', bytes(Array.from({ length: MAX_COLUMNS + 1 }, (_, n) => `c${n}`).join())],
    ['malformed_file', bytes('[{"a":1},')],
    ['malformed_file', bytes(keys(MAX_COLUMNS).concat(keys(MAX_COLUMNS, 'd')).join('\n'))],
  ])('%s', async (code, file) => {
    const refusal = await readAll(file).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(UnreadableFile);
    expect(refusal).toMatchObject({ refusal: { code } });
  });

  test('rows before the damage are given out, and the damage is placed', async () => {
    const rows = Array.from({ length: 20_000 }, (_, n) => `企业${n},1\n`).join('');
    const file = Buffer.concat([
      bytes(`name,n\n${rows}`),
      Buffer.from([0xc6, 0xf3]),
      bytes(',1\n'),
    ]);
    let given = 0;
    const reading = async () => {
      for await (const chunk of readRows(inPieces(file))) given += chunk.rows.length;
    };
    await expect(reading()).rejects.toMatchObject({
      refusal: { code: 'encoding_unknown', actual: 'broken utf-8 about line 20002' },
    });
    expect(given).toBeGreaterThan(10_000);
  });

  test('what goes wrong while fetching the file is not blamed on the file', async () => {
    const cut = async function* () {
      yield gzipSync(table).subarray(0, 12);
      throw new Error('connection lost');
    };
    const reading = async () => {
      for await (const _ of readRows(cut()));
    };
    await expect(reading()).rejects.toThrow('connection lost');
  });

  test('a reader who stops early lets go of the file', async () => {
    let closed = false;
    const source = async function* () {
      try {
        for (;;) yield bytes(`a,b\n${'1,2\n'.repeat(50_000)}`);
      } finally {
        closed = true;
      }
    };
    for await (const _ of readRows(source())) break;
    expect(closed).toBe(true);
  });
});

describe('a damaged row is told of, and the file goes on', () => {
  const manyKeys = Array.from({ length: MAX_COLUMNS + 1 }, (_, n) => `"c${n}":1`).join();
  test.each([
    ['column_count', 'a,b\n1\n3,4\n', 2],
    ['column_count', 'a,b\n1,2,3\n3,4\n', 2],
    ['row_too_large', `a,b\n1,${'x'.repeat(MAX_ROW_CHARACTERS)}\n3,4\n`, 2],
    ['row_too_large', `{"a":"${'x'.repeat(MAX_ROW_CHARACTERS)}"}\n{"a":3,"b":4}`, 1],
    ['row_too_large', `{"a":"${'x'.repeat(MAX_LINE_CHARACTERS)}"}\n{"a":3,"b":4}`, 1],
    ['column_count', `{${manyKeys}}\n{"a":3,"b":4}`, 1],
    ['row_not_an_object', '{"a":1\n{"a":3,"b":4}', 1],
    ['row_not_an_object', '{"a":{}}\n{"a":3,"b":4}', 1],
    ['row_not_an_object', '[[1],{"a":3,"b":4}]', 1],
    ['row_not_an_object', '[null,{"a":3,"b":4}]', 1],
    ['row_not_an_object', `[${'['.repeat(1e6)}${']'.repeat(1e6)},{"a":3,"b":4}]`, 1],
    ['row_not_an_object', `${'['.repeat(1e6)}1e5\n{"a":3,"b":4}`.replace('[', '{"a":['), 1],
  ])('%s', async (code, file, line) => {
    const { rows } = await readAll(bytes(file));
    expect(rows).toEqual([
      expect.objectContaining({ line, fault: expect.objectContaining({ code }) }),
      { line: line + 1, cells: { a: '3', b: '4' } },
    ]);
  });

  const long = 'x'.repeat(MAX_ROW_CHARACTERS);
  const cut = 'x'.repeat(MAX_KEPT_CELL) + CUT;
  test.each([
    [`{"a":1,"b":"${long}"}`, { cells: { a: '1', b: cut } }],
    [`{"a":"${'x'.repeat(MAX_LINE_CHARACTERS)}"}`, { cells: {}, raw: `{"a":"${cut.slice(6)}` }],
    ['{"a":1', { cells: {}, raw: '{"a":1' }],
    ['{"a":[1],"b":2}', { cells: {}, raw: '{"a":[1],"b":2}' }],
    ['[{"a":[1],"b":2}]', { cells: {}, raw: '{"a":[1],"b":2}' }],
  ])('%.20s: what could be read of it goes back', async (file, kept) => {
    expect((await readAll(bytes(file))).rows).toEqual([expect.objectContaining(kept)]);
  });

  test('a quote inside an unquoted cell is a character', async () => {
    expect(await cellsOf(bytes('a,b\n1,5" 管\n'))).toEqual([{ a: '1', b: '5" 管' }]);
  });
});

describe('rows', () => {
  test('a header alone is a file without rows', async () => {
    expect(await readAll(bytes(' a , b \n'))).toEqual({ columns: ['a', 'b'], rows: [] });
    expect((await readAll(bytes('[]'))).rows).toEqual([]);
  });

  test.each([
    ['in LF', '\n'],
    ['in CRLF', '\r\n'],
  ])('know the line where they begin, through quoted breaks %s', async (_, end) => {
    const file = ['a,b', '1,"x', 'y"', '', '2,z', '3,"p', '', 'q"', '4,r', ''].join(end);
    const { rows } = await readAll(bytes(file));
    expect(rows.map(({ line, cells }) => [cells.a, line])).toEqual([
      ['1', 2],
      ['2', 5],
      ['3', 6],
      ['4', 9],
    ]);
  });

  test('numbers of JSON are kept to the last digit', async () => {
    const line =
      '{"a":12345678901234567890,"b":0.1,"c":1E2,"d":-943.40,"e":true,"f":null,"g":"1e5"}';
    expect(await cellsOf(bytes(line))).toEqual([
      { a: '12345678901234567890', b: '0.1', c: '1E2', d: '-943.40', e: 'true', g: '1e5' },
    ]);
  });

  test('columns of JSON Lines grow with the keys met', async () => {
    const lines = Array.from({ length: MAX_CHUNK_ROWS + 1 }, (_, n) =>
      n < MAX_CHUNK_ROWS ? '{"a":1}' : '{"b":1}',
    );
    const columns: (readonly string[])[] = [];
    for await (const chunk of readRows(inPieces(bytes(lines.join('\n')))))
      columns.push(chunk.columns);
    expect(columns).toEqual([['a'], ['a', 'b']]);
  });

  test('whatever the cells and the pieces in which they come, they come back as they were', async () => {
    const cell = fc
      .oneof(
        fc.string({ unit: 'grapheme', maxLength: 8 }),
        fc.constantFrom('', '"', ',', '\n', '\r\n', '企业', '"a"', ' x '),
      )
      .map((text) => text.replace(/\0/g, ''));
    const rows = fc.array(fc.tuple(cell, cell), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(rows, fc.integer({ min: 1, max: 50 }), async (table, size) => {
        const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
        const lines = [['a', 'b'], ...table].map((row) => row.map(quoted).join(','));
        const file = bytes(lines.join('\r\n'));
        expect(await cellsOf(file, size)).toEqual(table.map(([a, b]) => ({ a, b })));
      }),
    );
  });
});

test('three hundred thousand rows pass through without staying', async () => {
  const piece = bytes(
    '91320583MA25NK6N1W,sale,11459356,2019-08-04,9401.71,有效发票\n'.repeat(1000),
  );
  const source = async function* () {
    yield bytes('code,direction,number,issued_on,amount,status\n');
    for (let sent = 0; sent < 300; sent += 1) yield piece;
  };
  let rows = 0;
  let early = 0;
  for await (const chunk of readRows(source())) {
    rows += chunk.rows.length;
    expect(chunk.rows.length).toBeLessThanOrEqual(MAX_CHUNK_ROWS);
    if (early === 0 && rows > 50_000) early = liveHeap();
  }
  const late = liveHeap();
  expect(rows).toBe(300_000);
  // What a row leaves behind would be there 250,000 times.
  expect(late - early).toBeLessThan(8 * 1024 ** 2);
});

/** Bytes that are still reachable, whatever the collector had left lying about. */
function liveHeap(): number {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
  return process.memoryUsage().heapUsed;
}
