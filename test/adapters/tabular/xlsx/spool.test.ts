import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readRows } from '#adapters/tabular/read-rows';
import { inPieces, readAll } from '../read-all.ts';
import { temporaryRoom } from '../temporary-room.ts';
import { sheet } from '../xlsx.ts';

const { room, leftOver } = temporaryRoom();

const file = sheet(['a', 'b'], ...Array.from({ length: 5000 }, (_, n) => [`企业${n}`, `${n}`]));

test('the file is without a name already while it is read, and gone when the reader stops early', async () => {
  for await (const _ of readRows(inPieces(file))) {
    expect(leftOver()).toEqual([]);
    break;
  }
  expect(leftOver()).toEqual([]);
});

test('a file that breaks off, or cannot be read, leaves nothing', async () => {
  const broken = async function* () {
    yield file.subarray(0, 1000);
    throw new Error('connection lost');
  };
  await expect(readRows(broken())[Symbol.asyncIterator]().next()).rejects.toThrow(
    'connection lost',
  );
  await expect(readAll(file.subarray(0, 1000))).rejects.toMatchObject({ name: 'UnreadableFile' });
  expect(leftOver()).toEqual([]);
});

test('a room for temporary files that is not there is nobody’s malformed file', async () => {
  process.env['TMPDIR'] = join(room, 'missing');
  await expect(readAll(file)).rejects.toMatchObject({ code: 'ENOENT' });
  process.env['TMPDIR'] = room;
});
