import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { reckonByKernel } from '#adapters/scoring/reckon-by-kernel';
import type { Columns } from '#domain/scoring/columns/columns';
import { type CompiledCard, compileCard } from '#domain/scoring/columns/compile-card';
import { scoreColumns } from '#domain/scoring/columns/score-columns';
import { tellRow } from '#domain/scoring/columns/tell-row';
import { expertCard } from '#domain/scoring/expert-card';
import type { Figure } from './figure.ts';
import { duckdb } from './score/duckdb.ts';
import type { ScoreEngine } from './score/engine.ts';
import { factsOf, makeFirms } from './score/firms.ts';
import { fromProfile, kernel, knownFactsOf, plain, plainScore, tables } from './score/ours.ts';
import { rulesEngine } from './score/rules-engine.ts';
import { sqlite } from './score/sqlite.ts';

/** Rounds until the engine has compiled what it runs. */
const WARM_UP = 6;
const SEED = 20_261_121;
export type Sizes = Readonly<
  Record<'city' | 'sqlite' | 'plain' | 'rules' | 'profiles' | 'rounds', number>
>;
const whole: Sizes = {
  city: 700_000,
  sqlite: 100_000,
  plain: 20_000,
  rules: 200,
  profiles: 2_000,
  rounds: 5,
};
const small: Sizes = {
  city: 50_000,
  sqlite: 10_000,
  plain: 2_000,
  rules: 20,
  profiles: 500,
  rounds: 3,
};

/** A city by the expert card, engine beside engine; one firm from its profile; the whole city once more. */
export async function* benchScore({ quick }: { readonly quick: boolean }): AsyncGenerator<Figure> {
  yield* scoring(quick ? small : whole);
}

export async function* scoring(sizes: Sizes): AsyncGenerator<Figure> {
  const compiled = compileCard(expertCard);
  const columns = makeFirms(compiled, sizes.city, SEED);
  const folder = await mkdtemp(join(tmpdir(), 'bench-score-'));
  try {
    yield* sideBySide(compiled, columns, folder, sizes);
    yield* oneFirm(compiled, columns, sizes);
    yield wholeCity(compiled, columns);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Firms a second, the median of the rounds after one to warm up. DuckDB is compared with, or SQLite where it is not installed. */
async function* sideBySide(
  compiled: CompiledCard,
  columns: Columns,
  folder: string,
  sizes: Sizes,
): AsyncGenerator<Figure> {
  const peers = [
    await duckdb(compiled, columns, folder),
    await sqlite(compiled, columns, sizes.sqlite),
    await rulesEngine(compiled, columns, sizes.rules),
  ].filter((engine) => engine !== undefined);
  const engines = [
    ...peers,
    plain(compiled, columns, sizes.plain),
    tables(compiled, columns),
    kernel(compiled, columns),
  ];
  const truth = scoreColumns(compiled, columns);
  let peer: number | undefined;
  for (const engine of engines) {
    const { speed, points } = await measured(engine, sizes.rounds);
    peer ??= speed;
    yield {
      bench: 'score',
      case: `${sizes.city.toLocaleString('en')} firms × ${compiled.places.length} indicators`,
      engine: nameOf(engine, sizes.city, speed),
      value: Math.round(speed),
      unit: 'firms/s',
      ratio: speed / peer,
      answersEqual:
        points.every((one, row) => one === truth.points[row]) && (engine.agrees?.(truth) ?? true),
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

async function measured({ rows, run }: ScoreEngine, rounds: number) {
  let points = await run();
  const speeds: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const began = performance.now();
    points = await run();
    speeds.push((rows * 1_000) / (performance.now() - began));
  }
  return { speed: medianOf(speeds), points };
}

const medianOf = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** From the stored profile to points and reasons, beside reading that profile alone. */
function* oneFirm(
  compiled: CompiledCard,
  columns: Columns,
  { profiles, rounds }: Sizes,
): Generator<Figure> {
  const rows = Math.min(profiles, columns.rows);
  const texts = Array.from({ length: rows }, (_, row) =>
    JSON.stringify(factsOf(compiled, columns, row)),
  );
  const speedOf = (work: (text: string) => unknown) => {
    const began = performance.now();
    for (const text of texts) work(text);
    return (rows * 1_000) / (performance.now() - began);
  };
  const speeds = Array.from({ length: 8 * rounds }, () => ({
    parsed: speedOf((text) => JSON.parse(text)),
    scored: speedOf((text) => fromProfile(compiled, text)),
  })).slice(WARM_UP);
  const parsed = medianOf(speeds.map((one) => one.parsed));
  const scored = medianOf(speeds.map((one) => one.scored));
  const equal = texts.every(
    (text, row) =>
      JSON.stringify(fromProfile(compiled, text)) ===
      JSON.stringify(plainScore(compiled, knownFactsOf(compiled, columns, row))),
  );
  const figure = { bench: 'score', case: 'one firm from its profile', unit: 'firms/s' };
  yield { ...figure, engine: 'JSON.parse alone', value: Math.round(parsed), ratio: 1 };
  yield {
    ...figure,
    engine: 'xyd, four reasons in words',
    value: Math.round(scored),
    ratio: scored / parsed,
    answersEqual: equal,
  };
}

/** Every firm with its reasons in words, from columns of folded facts. */
function wholeCity(compiled: CompiledCard, columns: Columns): Figure {
  const began = performance.now();
  const scores = scoreColumns(compiled, columns, reckonByKernel(compiled));
  let told = 0;
  for (let row = 0; row < columns.rows; row += 1)
    told += tellRow(compiled, columns, scores, row).reasons.length;
  const seconds = (performance.now() - began) / 1_000;
  return {
    bench: 'score',
    case: `${columns.rows.toLocaleString('en')} firms again, ${told.toLocaleString('en')} reasons told`,
    engine: 'xyd, kernel and words',
    value: seconds,
    unit: 's',
  };
}
