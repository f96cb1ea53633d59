import type { Columns } from '#domain/scoring/columns/columns';
import type { CompiledCard } from '#domain/scoring/columns/compile-card';
import { scoreColumns } from '#domain/scoring/columns/score-columns';
import type { Figure } from '../figure.ts';
import { cpuSecondsOf, medianOf } from './cpu-rate.ts';
import { duckdb } from './duckdb.ts';
import type { ScoreEngine } from './engine.ts';
import { explained, kernel, plain, tables } from './ours.ts';
import { rulesEngine } from './rules-engine.ts';
import type { Sizes } from './sizes.ts';
import { sqlite } from './sqlite.ts';

/** Of the issue on scoring: totals with reasons, as against the totals of DuckDB. */
const LEAST = 3;

/**
 * Firms a second of one processor, engine after engine in each round; a ratio is the median of those of the rounds.
 * DuckDB is compared with, or SQLite where it is not installed.
 */
export async function* sideBySide(
  compiled: CompiledCard,
  columns: Columns,
  folder: string,
  sizes: Sizes,
): AsyncGenerator<Figure> {
  const engines = [
    await duckdb(compiled, columns, folder),
    await sqlite(compiled, columns, sizes.sqlite),
    await rulesEngine(compiled, columns, sizes.rules),
    plain(compiled, columns, sizes.plain),
    explained(compiled, columns, sizes.plain),
    tables(compiled, columns),
    kernel(compiled, columns),
  ].filter((engine) => engine !== undefined);
  const rounds = await measured(engines, sizes.rounds);
  const truth = scoreColumns(compiled, columns);
  for (const [place, engine] of engines.entries()) {
    const speed = medianOf(rounds.map((speeds) => speeds[place] ?? 0));
    const ratio = medianOf(rounds.map((speeds) => (speeds[place] ?? 0) / (speeds[0] ?? 0)));
    const points = await engine.run();
    yield {
      bench: 'score',
      case: `${sizes.city.toLocaleString('en')} firms × ${compiled.places.length} indicators`,
      engine: nameOf(engine, sizes.city, speed),
      value: Math.round(speed),
      unit: 'firms/s/core',
      ratio,
      answersEqual:
        points.every((one, row) => one === truth.points[row]) && (engine.agrees?.(truth) ?? true),
      ...(engine.isAimed && { aim: { atLeast: LEAST } }),
    };
    await engine.close();
  }
}

/** Who scores a part of the city alone is told with how long the whole would take at that rate. */
function nameOf({ name, rows }: ScoreEngine, city: number, speed: number): string {
  if (rows >= city) return name;
  const seconds = (city / speed).toLocaleString('en', { maximumFractionDigits: 0 });
  return `${name}, of ${rows.toLocaleString('en')} firms (all: ${seconds} s, extrapolated)`;
}

/** By round, after one to warm up, and by engine. */
async function measured(engines: readonly ScoreEngine[], rounds: number) {
  for (const { run } of engines) await run();
  const speeds: number[][] = [];
  for (let round = 0; round < rounds; round += 1) {
    const one: number[] = [];
    for (const { rows, run } of engines) one.push(rows / (await cpuSecondsOf(run)));
    speeds.push(one);
  }
  return speeds;
}
