import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect } from 'vitest';

const XYD = fileURLToPath(new URL('../../packages/cli/xyd.ts', import.meta.url));

/** A folder with a store in which the command runs as the office types it, until the tests of the file are over. */
export function aDesk() {
  const folder = mkdtempSync(join(tmpdir(), 'xyd-desk-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return {
    xyd: (...args: readonly string[]) => xydIn(folder, ...args),
    speaking: (locale: string, ...args: readonly string[]) => runIn(folder, locale, args),
    path: (name: string) => join(folder, name),
    put: (name: string, content: string | Uint8Array) => writeFileSync(join(folder, name), content),
    read: (name: string) => readFileSync(join(folder, name), 'utf8'),
    at: (name: string) => join(folder, name),
  };
}

/** Runs the command in a folder; whatever becomes of it, nobody is shown a stack. */
export const xydIn = (folder: string, ...args: readonly string[]) => runIn(folder, 'C', args);

function runIn(folder: string, locale: string, args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [XYD, ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, LC_ALL: locale },
  });
  expect(stderr).not.toMatch(/\n\s+at /);
  return { status, stdout, stderr };
}
