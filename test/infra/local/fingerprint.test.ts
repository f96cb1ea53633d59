import { mkdirSync, renameSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fingerprintOf, isUnchanged, markDone } from '#infra/local/fingerprint';
import { aFolder } from '../bundles.ts';

function aTree(): string {
  const root = aFolder();
  mkdirSync(join(root, 'a'));
  writeFileSync(join(root, 'a', 'one.ts'), '1');
  writeFileSync(join(root, 'lock.json'), '{}');
  return root;
}

test('dates change nothing; contents, names and new files do', () => {
  const root = aTree();
  const print = () => fingerprintOf(root, ['a', 'lock.json', 'absent']);
  const first = print();
  utimesSync(join(root, 'a', 'one.ts'), 0, 0);
  expect(print()).toBe(first);
  const seen = new Set([first]);
  for (const change of [
    () => writeFileSync(join(root, 'a', 'one.ts'), '2'),
    () => renameSync(join(root, 'a', 'one.ts'), join(root, 'a', 'two.ts')),
    () => writeFileSync(join(root, 'a', 'three.ts'), ''),
    () => writeFileSync(join(root, 'absent'), ''),
  ]) {
    change();
    expect(seen.has(print())).toBe(false);
    seen.add(print());
  }
});

test('work counts as done only for just what it was done on', () => {
  const mark = join(aFolder(), 'mark');
  expect(isUnchanged(mark, 'x')).toBe(false);
  markDone(mark, 'x');
  expect(isUnchanged(mark, 'x')).toBe(true);
  expect(isUnchanged(mark, 'y')).toBe(false);
});
