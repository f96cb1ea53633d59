import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A digest of all files at and below the paths: names and contents, whatever their dates. */
export function fingerprintOf(root: string, paths: readonly string[]): string {
  const hash = createHash('sha256');
  for (const path of paths)
    for (const file of filesAt(root, path))
      hash
        .update(`${file}\0`)
        .update(readFileSync(join(root, file)))
        .update('\0');
  return hash.digest('hex');
}

function filesAt(root: string, path: string): readonly string[] {
  const full = join(root, path);
  if (!existsSync(full)) return [];
  if (!statSync(full).isDirectory()) return [path];
  return readdirSync(full)
    .sort()
    .flatMap((name) => filesAt(root, join(path, name)));
}

/** Was the work whose mark lies in `file` done on just this? */
export const isUnchanged = (file: string, fingerprint: string): boolean =>
  existsSync(file) && readFileSync(file, 'utf8') === fingerprint;

/** Written last, so that work cut short is done again. */
export const markDone = (file: string, fingerprint: string): void =>
  writeFileSync(file, fingerprint);
