import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Figure } from '../figure.ts';
import { answersOf } from './compare.ts';
import { csvParseZod } from './csv-parse-zod.ts';
import { papaparseAjv } from './papaparse-ajv.ts';
import { penaltyTable } from './penalties.ts';
import { xyd } from './xyd.ts';

const SEED = 20_231_118;

/** The engine that the ratios speak of stands first. */
export const engines = [csvParseZod, papaparseAjv, xyd] as const;

/**
 * Rows a second from the bytes of one file to values ready to be kept, engine after engine, the best of
 * `rounds`; before that one reading of each, not timed, whose answers are compared row by row.
 */
export async function* parseAndValidate(
  path: string,
  { rows, rounds }: { readonly rows: number; readonly rounds: number },
): AsyncGenerator<Figure> {
  await pipeline(Readable.from(penaltyTable(rows, SEED)), createWriteStream(path));
  const expected = await answersOf(xyd, path);
  const equal = new Map<string, boolean>();
  for (const engine of engines)
    equal.set(engine.name, (await answersOf(engine, path)) === expected);
  const best = new Map<string, number>();
  for (let round = 0; round < rounds; round += 1)
    for (const { name, read } of engines) {
      const began = performance.now();
      await read(path);
      const speed = (rows * 1_000) / (performance.now() - began);
      best.set(name, Math.max(speed, best.get(name) ?? 0));
    }
  const peer = best.get(engines[0].name) ?? Number.NaN;
  for (const [engine, value] of best)
    yield {
      bench: 'ingest',
      case: `parse and validate ${rows.toLocaleString('en')} rows`,
      engine,
      value: Math.round(value),
      unit: 'rows/s',
      ratio: value / peer,
      answersEqual: equal.get(engine) ?? false,
    };
}
