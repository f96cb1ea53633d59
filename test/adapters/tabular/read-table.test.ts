import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { readTable } from '#adapters/tabular/read-table';
import { UnreadableFile } from '#usecases/ports';

async function* bytesOf(content: string | Uint8Array): AsyncGenerator<Uint8Array> {
  yield typeof content === 'string' ? new TextEncoder().encode(content) : content;
}
const read = (content: string | Uint8Array) => readTable(bytesOf(content));
async function refusal(content: string | Uint8Array) {
  const error = await read(content).catch((caught: unknown) => caught);
  return error instanceof UnreadableFile ? error.refusal : undefined;
}

test.each([
  ['commas', 'a,b\n1,"x, y"\n2,\n'],
  ['semicolons', 'a;b\n1;x, y\n2;\n'],
  ['tabs and CRLF', 'a\tb\r\n1\tx, y\r\n2\t\r\n'],
  ['a byte order mark', '\ufeffa,b\n1,"x, y"\n2,\n'],
])('CSV with %s', async (_, text) => {
  expect(await read(text)).toEqual({
    columns: ['a', 'b'],
    rows: [
      ['1', 'x, y'],
      ['2', ''],
    ],
    damaged: [],
  });
});

test('gzip, GB18030 and Windows-1252 are told by their bytes', async () => {
  expect((await read(gzipSync('a\n1\n'))).rows).toEqual([['1']]);
  const chinese = Uint8Array.of(0x61, 0x0a, 0xd0, 0xc5, 0xd3, 0xc3, 0x0a);
  expect((await read(chinese)).rows).toEqual([['信用']]);
  const western = Uint8Array.of(0x61, 0x0a, 0x4a, 0x6f, 0x73, 0xe9, 0x20, 0x44, 0x0a);
  expect((await read(western)).rows).toEqual([['José D']]);
});

test('a nameless column is called by its number', async () => {
  expect((await read(',x\n1,2\n')).columns).toEqual(['column 1', 'x']);
});

const rows = (count: number) => Array.from({ length: count }, (_, row) => `${row},0\n`).join('');

test('a damaged row among many is left out and told', async () => {
  const table = await read(`a,b\n${rows(200)}1,2,3\n`);
  expect(table.rows).toHaveLength(200);
  expect(table.damaged).toEqual([{ line: 202, expected: '2 cells', actual: '3: 1,2,3' }]);
});

describe('ARFF', () => {
  const head =
    "@RELATION r\n% a comment\n@attribute 'net profit' numeric\n@ATTRIBUTE kind {a, 'b c'}\n@attribute note string\n@attribute class {0,1}\n\n@DATA\n";

  test('names and words in quotes, comments, missing values', async () => {
    const table = await read(`${head}1.5,a,"it's",0\n% no row\n?,'b c','a, \\'b\\'',1\n`);
    expect(table.columns).toEqual(['net profit', 'kind', 'note', 'class']);
    expect(table.rows).toEqual([
      ['1.5', 'a', "it's", '0'],
      ['?', 'b c', "a, 'b'", '1'],
    ]);
  });

  test.each([
    ['x,a,n,0', 'net profit', 'a number', 'x'],
    ['1,d,n,0', 'kind', 'a or b c', 'd'],
    ['1,a,n,2', 'class', '0 or 1', '2'],
  ])('%s is damaged at %s', async (line, field, expected, actual) => {
    const table = await read(`${head}1,a,n,1\n${line}\n`);
    expect(table.damaged).toEqual([{ line: 10, field, expected, actual }]);
  });

  test.each([
    ['@relation r\n@attribute a relational\n@data\n', /line 2/],
    ['@relation r\n@attribute a numeric\n1\n', /line 3/],
    ['@relation r\n@attribute a numeric\n', /@data/],
    ['@relation r\n@attribute a numeric\n@data\n{0 1}\n', /sparse/],
    ['@relation r\n@attribute a numeric\n@attribute a numeric\n@data\n1,2\n', /name of its own/],
  ])('%j is refused', async (text, expected) => {
    expect(await refusal(text)).toMatchObject({
      code: 'malformed_file',
      expected: expect.stringMatching(expected),
    });
  });
});

test.each([
  ['', 'file_empty'],
  [' \n', 'file_empty'],
  ['a,b\n', 'file_empty'],
  ['<html>', 'format_unknown'],
  ['[{"a":1}]', 'format_unknown'],
  ['%PDF-1.7', 'format_unknown'],
  ['a\u0000b', 'encoding_unknown'],
  ['a,a\n1,2\n', 'malformed_file'],
  ['a,b\n1,"2\n', 'malformed_file'],
  ['a,b\n1\n2\n3,4\n', 'malformed_file'],
])('%j is refused: %s', async (text, code) => {
  expect((await refusal(text))?.code).toBe(code);
});

test('a file of damaged rows names the first with its line', async () => {
  expect((await refusal('a,b\n1,2\n3\n4\n'))?.expected).toContain('line 3: 2 cells');
});
