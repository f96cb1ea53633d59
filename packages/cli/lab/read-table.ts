import { createReadStream } from 'node:fs';
import type { RawTable } from '#lab/table';
import { type Known, readTarget, type TargetFault } from '#lab/target';
import { openTable } from '#platform/open-table';
import { granted } from '../granted.ts';
import { Misuse } from '../misuse.ts';
import { checkFile } from '../read-json.ts';
import { say } from '../write-out.ts';

/** Damaged rows that are told one by one. */
const MOST_TOLD = 3;

/** The file that was named first among the words; whatever was left out of it is told. */
export async function readTableFile(command: string, path: string | undefined): Promise<RawTable> {
  if (path === undefined) throw new Misuse(`xyd lab ${command} needs a file, CSV or ARFF`);
  checkFile(path);
  const { damaged, ...table } = granted(await openTable(createReadStream(path)));
  for (const { line, field, expected, actual } of damaged.slice(0, MOST_TOLD)) {
    const place = field === undefined ? `line ${line}` : `line ${line}, ${field}`;
    say(`${path}, ${place}: left out, expected ${expected}, got ${actual}.`);
  }
  if (damaged.length > MOST_TOLD) say(`${path}: ${damaged.length} damaged rows are left out.`);
  return table;
}

const sentences = {
  target_absent: 'there is no such column',
  target_not_binary: 'the target says of every row whether it is bad',
  bad_absent: 'no row has that value',
  outcomes_all_alike: 'all outcomes are the same',
} as const satisfies Record<TargetFault['code'], string>;

/** Rows whose outcome is known. Refuses by `Misuse`, with the row where there is one. */
export function readKnown(
  table: RawTable,
  target: string | undefined,
  bad: string | undefined,
): Known {
  if (target === undefined) throw new Misuse('Say with --target which column holds the outcome');
  const read = readTarget(table, target, bad);
  if (read.ok) {
    if (read.unknown > 0) say(`${read.unknown} rows without an outcome are left out.`);
    return read;
  }
  const { code, expected, actual, row } = read;
  const place = row === undefined ? '' : ` in row ${row}`;
  throw new Misuse(
    `--target ${target}${place}: ${sentences[code]}: expected ${expected}, got ${actual} [${code}]`,
  );
}
