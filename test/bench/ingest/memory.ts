import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Figure } from '../figure.ts';
import { penaltyTable } from './penalties.ts';
import { readPenalties } from './xyd.ts';

const SEED = 7;
/** Drawn once and repeated, so that what is measured is reading and not drawing. */
const DISTINCT_ROWS = 10_000;
/** Bytes that a file or a bucket hands out at once. */
const PIECE = 64 * 1024;

/** The most memory that reading so many rows takes at any moment, in a process of its own. */
export async function* memoryPeak(rows: number): AsyncGenerator<Figure> {
  const { stdout } = await promisify(execFile)(process.execPath, [
    fileURLToPath(import.meta.url),
    String(rows),
  ]);
  yield {
    bench: 'ingest',
    case: `memory peak over ${rows.toLocaleString('en')} rows`,
    engine: 'xyd',
    value: Number(stdout),
    unit: 'MB (RSS)',
  };
}

async function* streamed(rows: number): AsyncGenerator<Uint8Array> {
  const [header = '', ...table] = penaltyTable(DISTINCT_ROWS, SEED);
  const bytes = Buffer.from(table.join(''));
  yield Buffer.from(header);
  for (let given = 0; given < rows; given += DISTINCT_ROWS)
    for (let from = 0; from < bytes.length; from += PIECE)
      yield Buffer.from(bytes.subarray(from, from + PIECE));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const rows = Number(process.argv[2]);
  const { accepted, warned, refused } = await readPenalties(streamed(rows));
  if (accepted + warned + refused !== rows) throw new Error(`${rows} rows went in`);
  process.stdout.write(String(Math.round(process.resourceUsage().maxRSS / 1024)));
}
