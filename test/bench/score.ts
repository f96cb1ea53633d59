import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Columns } from '#domain/scoring/columns/columns';
import { type CompiledCard, compileCard } from '#domain/scoring/columns/compile-card';
import { scoreColumns } from '#domain/scoring/columns/score-columns';
import { tellRow } from '#domain/scoring/columns/tell-row';
import { expertCard } from '#domain/scoring/expert-card';
import type { Figure } from './figure.ts';
import { duckdb } from './score/duckdb.ts';
import type { ScoreEngine } from './score/engine.ts';
import { factsOf, makeFirms } from './score/firms.ts';
import { fromProfile, knownFactsOf, ours, plain, plainScore } from './score/ours.ts';
import { rulesEngine } from './score/rules-engine.ts';
import { sqlite } from './score/sqlite.ts';

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

/** Firms a second, the best of the rounds. DuckDB is compared with, or SQLite where it is not installed. */
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
  const engines = [...peers, plain(compiled, columns, sizes.plain), ours(compiled, columns)];
  const truth = await ours(compiled, columns).run();
  let peer: number | undefined;
  for (const engine of engines) {
    const { speed, points } = await best(engine, sizes.rounds);
    peer ??= speed;
    yield {
      bench: 'score',
      case: `${sizes.city.toLocaleString('en')} firms × ${compiled.places.length} indicators`,
      engine: engine.name,
      value: Math.round(speed),
      unit: 'firms/s',
      ratio: speed / peer,
      answersEqual: points.every((one, row) => one === truth[row]),
    };
    await engine.close();
  }
}

async function best({ rows, run }: ScoreEngine, rounds: number) {
  let speed = 0;
  let points = new Int16Array();
  for (let round = 0; round < rounds; round += 1) {
    const began = performance.now();
    points = Int16Array.from(await run());
    speed = Math.max(speed, (rows * 1_000) / (performance.now() - began));
  }
  return { speed, points };
}

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
    let speed = 0;
    for (let round = 0; round < 4 * rounds; round += 1) {
      const began = performance.now();
      for (const text of texts) work(text);
      speed = Math.max(speed, (rows * 1_000) / (performance.now() - began));
    }
    return speed;
  };
  const parsed = speedOf((text) => JSON.parse(text));
  const scored = speedOf((text) => fromProfile(compiled, text));
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
  const scores = scoreColumns(compiled, columns);
  let told = 0;
  for (let row = 0; row < columns.rows; row += 1)
    told += tellRow(compiled, columns, scores, row).reasons.length;
  const seconds = (performance.now() - began) / 1_000;
  return {
    bench: 'score',
    case: `${columns.rows.toLocaleString('en')} firms again, ${told.toLocaleString('en')} reasons told`,
    engine: 'xyd, columns',
    value: seconds,
    unit: 's',
  };
}
