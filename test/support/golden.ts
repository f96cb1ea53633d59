import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';

const folder = fileURLToPath(new URL('../golden', import.meta.url));

/**
 * The text must be what lies in test/golden/<path>. With UPDATE_GOLDEN=1 it is written there instead, for
 * the difference to be read in the review.
 */
export function matchesGolden(path: string, text: string): void {
  const file = join(folder, path);
  if (process.env.UPDATE_GOLDEN === '1') {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    return;
  }
  const kept = existsSync(file) ? readFileSync(file, 'utf8') : '';
  expect(
    text,
    `test/golden/${path} is no longer what the code makes: if the change is meant, run this test with UPDATE_GOLDEN=1 and commit the difference.`,
  ).toBe(kept);
}
