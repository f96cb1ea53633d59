import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, onTestFinished } from 'vitest';

export const functionNames = [
  'api',
  'compare',
  'ingest',
  'match',
  'notify',
  'rescore',
  'retention',
  'score',
  'sweep',
  'whitelist',
] as const;

/** A folder of its own for one test, gone when the test is. */
export function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'xinyidai-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Bundles that do nothing, where only the template matters. */
export function emptyBundles(folder: string): string {
  for (const name of functionNames)
    aBundle(folder, name, 'export const handler = async () => ({});');
  return folder;
}

/** One bundle with just this source. */
export function aBundle(folder: string, name: string, source: string): string {
  mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(join(folder, name, 'index.mjs'), source);
  return join(folder, name);
}

/** A folder for all tests of a file; whoever asks outside of a test. */
export function aFolderForAll(): string {
  const folder = mkdtempSync(join(tmpdir(), 'xinyidai-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
