import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

/** A folder that the tests of a file have for their temporary files alone, so that what is left over shows. */
export function temporaryRoom() {
  const before = process.env['TMPDIR'];
  const room = mkdtempSync(join(tmpdir(), 'xyd-test-'));
  process.env['TMPDIR'] = room;
  afterAll(() => {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
    rmSync(room, { recursive: true });
  });
  return { room, leftOver: () => readdirSync(room) };
}
