import { mkdtemp, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { compileCard } from '#domain/scoring/columns/compile-card';
import { expertCard } from '#domain/scoring/expert-card';
import type { Figure } from './figure.ts';
import { makeFirms } from './score/firms.ts';
import { oneFirm } from './score/one-firm.ts';
import { sideBySide } from './score/side-by-side.ts';
import type { Sizes } from './score/sizes.ts';
import { wholeCity } from './score/whole-city.ts';

const SEED = 20_261_121;
const whole: Sizes = {
  city: 700_000,
  sqlite: 100_000,
  plain: 20_000,
  rules: 200,
  profiles: 2_000,
  stored: 20_000,
  rounds: 7,
  repetitions: 20,
};
const small: Sizes = {
  city: 50_000,
  sqlite: 10_000,
  plain: 2_000,
  rules: 20,
  profiles: 500,
  stored: 5_000,
  rounds: 3,
  repetitions: 5,
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
    yield* wholeCity(compiled, columns, sizes);
    yield {
      bench: 'score',
      case: 'load of the machine while measured',
      engine: 'average of a minute',
      value: loadavg()[0] ?? 0,
      unit: 'processes',
    };
  } finally {
    await rm(folder, { recursive: true });
  }
}
