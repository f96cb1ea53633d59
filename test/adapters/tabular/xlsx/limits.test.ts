import { describe, expect, test } from 'vitest';
import { EXPANSION_GRACE, MAX_EXPANDED_BYTES, MAX_EXPANSION } from '#adapters/tabular/expand';
import { deliveryLimits } from '#adapters/tabular/limits';
import { metered } from '#adapters/tabular/xlsx/metered';
import { MAX_PARTS } from '#adapters/tabular/xlsx/parts';
import { MAX_SHEET_BYTES } from '#adapters/tabular/xlsx/read-xlsx';
import { MAX_XLSX_BYTES, spool } from '#adapters/tabular/xlsx/spool';
import {
  MAX_SHARED_CHARACTERS,
  MAX_SHARED_STRINGS,
  readStrings,
} from '#adapters/tabular/xlsx/strings';
import { MAX_STYLES, readStyles } from '#adapters/tabular/xlsx/styles';
import { MAX_PART_BYTES, MAX_SHEETS } from '#adapters/tabular/xlsx/workbook';
import { MAX_XML_DEPTH, MAX_XML_TOKEN, visitWhole } from '#adapters/tabular/xlsx/xml';
import { readAll } from '../read-all.ts';
import { parts, sheetXml, workbook, zipped } from '../xlsx.ts';

/** The same piece over and over, so that sizes of gigabytes cost nothing. */
async function* times<Piece>(piece: Piece, count: number): AsyncGenerator<Piece> {
  for (let sent = 0; sent < count; sent += 1) yield piece;
}
async function* texts(start: string, piece: string, count: number, end = '') {
  yield start;
  yield* times(piece, count);
  yield end;
}
const MEGABYTE = new Uint8Array(1024 ** 2);
const visitor = { open: () => undefined, close: () => undefined };
const drain = async (pieces: AsyncIterable<unknown>) => {
  for await (const _ of pieces);
};
const tooLarge = { refusal: { code: 'file_too_large' } };
const malformed = { refusal: { code: 'malformed_file' } };

describe('what comes out of an archive is counted', () => {
  const packed = 100 * 1024 ** 2;
  const megabytes = (count: number, limits: { limit: number; packed: number; left: number }) =>
    drain(metered(times(MEGABYTE, count), { ...limits, budget: { left: limits.left } }));
  const sheet = { limit: MAX_SHEET_BYTES, packed, left: MAX_EXPANDED_BYTES };

  test('up to the limit of a part, and no further', async () => {
    await megabytes(MAX_SHEET_BYTES / MEGABYTE.length, sheet);
    await expect(megabytes(MAX_SHEET_BYTES / MEGABYTE.length + 1, sheet)).rejects.toMatchObject(
      tooLarge,
    );
    const small = { ...sheet, limit: MAX_PART_BYTES };
    await expect(megabytes(MAX_PART_BYTES / MEGABYTE.length + 1, small)).rejects.toMatchObject(
      tooLarge,
    );
  });

  test('over all parts together', async () => {
    const budget = { left: MAX_EXPANDED_BYTES };
    const part = () => metered(times(MEGABYTE, 2048), { ...sheet, budget });
    await drain(part());
    await drain(part());
    await expect(drain(part())).rejects.toMatchObject(tooLarge);
  });

  test('against what lies in the file', async () => {
    const small = { ...sheet, packed: MEGABYTE.length };
    await megabytes(MAX_EXPANSION, small);
    await expect(megabytes(MAX_EXPANSION + 1, small)).rejects.toMatchObject(tooLarge);
    await megabytes(EXPANSION_GRACE / MEGABYTE.length, { ...sheet, packed: 1 });
  });
});

describe('a bomb is refused', () => {
  const book = parts({ sheets: [{ rows: [['a'], ['1']] }], strings: ['<t>x</t>'] });
  const bomb = Buffer.concat([Buffer.from('<a>'), Buffer.alloc(32 * 1024 ** 2, '<a/>')]);
  test.each(['xl/workbook.xml', 'xl/styles.xml', 'xl/sharedStrings.xml', '_rels/.rels'])(
    'in %s',
    async (name) => {
      await expect(readAll(zipped({ ...book, [name]: bomb }))).rejects.toMatchObject(tooLarge);
    },
  );

  test('and does no harm where nobody reads it', async () => {
    const nested = zipped({ 'inner.zip': zipped({ bomb }) });
    const file = zipped({ ...book, 'xl/media/image1.png': bomb, 'xl/embeddings/a.zip': nested });
    expect((await readAll(file)).rows).toEqual([{ line: 2, cells: { a: '1' } }]);
  });

  test('and sizes that lie do not hide it', async () => {
    const file = Buffer.from(zipped({ ...book, 'xl/styles.xml': bomb }));
    const size = Buffer.alloc(4);
    size.writeUInt32LE(bomb.length);
    for (let at = file.indexOf(size); at >= 0; at = file.indexOf(size)) file.writeUInt32LE(9, at);
    await expect(readAll(file)).rejects.toMatchObject(tooLarge);
  });
});

test('an archive has at most MAX_PARTS parts', async () => {
  const book = parts({ sheets: [{ rows: [['a']] }] });
  const filler = Array.from({ length: MAX_PARTS }, (_, n) => [`x/${n}`, ''] as const);
  await expect(readAll(zipped({ ...book, ...Object.fromEntries(filler) }))).rejects.toMatchObject(
    tooLarge,
  );
});

test('a workbook lists at most MAX_SHEETS sheets', async () => {
  const sheets = Array.from({ length: MAX_SHEETS + 1 }, () => ({ rows: [] }));
  await expect(readAll(workbook({ sheets }))).rejects.toMatchObject(tooLarge);
});

test('a workbook is at most MAX_XLSX_BYTES long', async () => {
  const pieces = times(MEGABYTE, MAX_XLSX_BYTES / MEGABYTE.length + 1);
  await expect(spool(pieces)).rejects.toMatchObject(tooLarge);
});

test('shared texts have a number and a length that they keep to', async () => {
  const many = texts('<sst>', '<si/>'.repeat(10_000), MAX_SHARED_STRINGS / 10_000, '<si/></sst>');
  const item = `<si><t>${'x'.repeat(64 * 1024)}</t></si>`;
  const long = texts('<sst>', item, MAX_SHARED_CHARACTERS / 65_536, '<si><t>x</t></si></sst>');
  await expect(readStrings(many)).rejects.toMatchObject(tooLarge);
  await expect(readStrings(long)).rejects.toMatchObject(tooLarge);
});

test('styles have a number that they keep to', async () => {
  const styles = texts('<a><cellXfs>', '<xf numFmtId="14"/>', MAX_STYLES + 1);
  await expect(readStyles(styles)).rejects.toMatchObject(tooLarge);
});

describe('XML', () => {
  const depth = (count: number) => texts('', '<a>', count, '</a>'.repeat(count));
  test('is at most MAX_XML_DEPTH deep', async () => {
    await visitWhole(depth(MAX_XML_DEPTH), visitor);
    await expect(visitWhole(depth(MAX_XML_DEPTH + 1), visitor)).rejects.toMatchObject(malformed);
  });

  const thousand = 'x'.repeat(1000);
  test.each([
    ['text', '<a>', thousand],
    ['a tag', '<a', ' '.repeat(1000)],
    ['a name', '<', thousand],
    ['attributes', '<a b="', thousand],
    ['a comment', '<!--', thousand],
    ['an instruction', '<?a ', thousand],
    ['CDATA', '<a><![CDATA[', thousand],
    ['a DOCTYPE', '<!DOCTYPE a [', ' '.repeat(1000)],
    ['an entity', '<a>&', thousand],
  ])('stops at %s that goes on and on', async (_, start, piece) => {
    const endless = texts(start, piece, MAX_XML_TOKEN / 1000 + 2);
    await expect(visitWhole(endless, visitor)).rejects.toMatchObject(malformed);
  });

  test.each([
    ['billion laughs', '<!DOCTYPE a [<!ENTITY l "ha"><!ENTITY m "&l;&l;">]><a>&m;</a>'],
    ['an outer entity', '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>'],
  ])('has no DOCTYPE: %s', async (_, document) => {
    await expect(visitWhole(texts(document, '', 0), visitor)).rejects.toMatchObject(malformed);
  });
});

test('a sheet of the most rows passes', async () => {
  const rows = '<row r="1"><c><v>1</v></c></row><row r="1048576"><c><v>2</v></c></row>';
  const file = zipped({
    ...parts({ sheets: [{ rows: [] }] }),
    'xl/worksheets/sheet1.xml': sheetXml(rows),
  });
  expect((await readAll(file)).rows).toEqual([{ line: 1_048_576, cells: { '1': '2' } }]);
});

test('every limit is told with its number, in both languages', () => {
  for (const { most, zh, en } of Object.values(deliveryLimits)) {
    expect(zh).toContain(String(most));
    expect(en).toContain(String(most));
  }
});
