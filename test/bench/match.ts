import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Question } from '#domain/matching/question';
import type { Product } from '#domain/product/product';
import type { Figure } from './figure.ts';
import { makeProducts, makeQuestions } from './match/city.ts';
import { agrees, type MatchEngine } from './match/engine.ts';
import { ours } from './match/ours.ts';
import { plainObjects, reasonsOf } from './match/plain-objects.ts';
import { rulesEngine } from './match/rules-engine.ts';
import { sqlite } from './match/sqlite.ts';
import { zenEngine } from './match/zen-engine.ts';
import { cpuSecondsOf, medianOf } from './score/cpu-rate.ts';

const SEED = 20_261_121;

export type MatchSizes = {
  /** How many products, and how many needs are matched with them in a round. */
  readonly markets: readonly Readonly<Record<'products' | 'needs' | 'rounds', number>>[];
  /** Products at most for engines whose time grows as the products do; the rest is extrapolated. */
  readonly rules: number;
  readonly zen: number;
  /** Milliseconds until an engine has compiled what it runs. */
  readonly warmUp: number;
};
const whole: MatchSizes = {
  markets: [
    { products: 350, needs: 64, rounds: 15 },
    { products: 2_000, needs: 64, rounds: 15 },
    { products: 20_000, needs: 16, rounds: 7 },
    { products: 100_000, needs: 8, rounds: 5 },
  ],
  rules: 100,
  zen: 2_000,
  warmUp: 500,
};
const small: MatchSizes = {
  markets: [
    { products: 350, needs: 16, rounds: 5 },
    { products: 2_000, needs: 16, rounds: 5 },
  ],
  rules: 20,
  zen: 350,
  warmUp: 100,
};
const UNIT = 'µs CPU/need';
const ALL_REASONS = 'all reasons';
/** Of an engine that takes its time. */
const FEW_NEEDS = 4;
/** Needs for which answers are compared. */
const COMPARED = 4;

/** With all reasons: how many times as fast as the other we want to be. */
const aims = [
  { products: 2_000, peer: 'node:sqlite', times: 50 },
  { products: 2_000, peer: 'plain loops over objects, codes', times: 12 },
  { products: 2_000, peer: 'json-rules-engine', times: 1_000 },
  { products: 100_000, peer: 'reading the same columns, a sum', times: 0.4 },
] as const;

/** Needs against markets of growing size: engine beside engine, verdicts alone and with every reason. */
export async function* benchMatch({ quick }: { readonly quick: boolean }): AsyncGenerator<Figure> {
  yield* matching(quick ? small : whole);
}

export async function* matching({
  markets,
  rules,
  zen,
  warmUp,
}: MatchSizes): AsyncGenerator<Figure> {
  for (const { products: count, needs, rounds } of markets) {
    const products = makeProducts(count, SEED);
    const market = { products, questions: makeQuestions(needs, SEED), rounds, warmUp };
    const objects = plainObjects(products);
    const { marks, written, verdicts, reading, page } = ours(products);
    const table = await zenEngine(products.slice(0, zen));
    yield* sideBySide('verdicts', market, [objects, sqlite(products, false), table, verdicts]);
    const fired = await rulesEngine(products.slice(0, rules));
    const engines = [objects, sqlite(products, true), fired, reading, written, marks];
    const found = new Map<string, number>();
    for await (const figure of sideBySide(ALL_REASONS, market, engines)) {
      found.set(figure.engine.split(' (')[0] ?? '', figure.value);
      yield figure;
    }
    yield* aimsMet(count, found, marks.name);
    yield* sideBySide('a page of 100 told', market, [page]);
  }
}

type Market = {
  readonly products: readonly Product[];
  readonly questions: readonly Question[];
  readonly rounds: number;
  readonly warmUp: number;
};

/** Microseconds of processor time a need, all threads together, the median of the rounds. */
async function* sideBySide(
  what: string,
  { products, questions, rounds, warmUp }: Market,
  asked: readonly (MatchEngine | undefined)[],
): AsyncGenerator<Figure> {
  const count = products.length;
  let peer: number | undefined;
  for (const engine of asked.filter((one) => one !== undefined)) {
    const needs = engine.slow ? questions.slice(0, FEW_NEEDS) : questions;
    collectGarbage();
    const began = performance.now();
    do await timeOf(engine, needs);
    while (performance.now() - began < warmUp);
    const taken: number[] = [];
    for (let round = 0; round < rounds; round += 1) taken.push(await timeOf(engine, needs));
    const time = medianOf(taken) * (count / engine.products);
    peer ??= time;
    yield {
      bench: 'match',
      case: caseOf(count, what),
      engine: nameOf(engine, count),
      value: time,
      unit: UNIT,
      ratio: peer / time,
      ...(engine.answer && {
        answersEqual: await answersAlike(engine.answer, products, questions.slice(0, COMPARED)),
      }),
    };
    engine.close?.();
  }
}

/** Nobody is to tidy up after the engine before. */
function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
}

/** Microseconds. */
async function timeOf({ run }: MatchEngine, questions: readonly Question[]): Promise<number> {
  const seconds = await cpuSecondsOf(async () => {
    for (const question of questions) {
      const answer = run(question);
      if (answer instanceof Promise) await answer;
    }
  });
  return (seconds * 1_000_000) / questions.length;
}

async function answersAlike(
  answer: NonNullable<MatchEngine['answer']>,
  products: readonly Product[],
  questions: readonly Question[],
): Promise<boolean> {
  for (const question of questions) {
    const truth = products.map((product) => reasonsOf(product, question));
    if (!agrees(await answer(question), truth)) return false;
  }
  return true;
}

const nameOf = ({ name, products }: MatchEngine, count: number): string =>
  products < count ? `${name} (of ${products.toLocaleString('en')} products, extrapolated)` : name;

const caseOf = (count: number, what: string) => `${count.toLocaleString('en')} products, ${what}`;

function* aimsMet(
  count: number,
  found: ReadonlyMap<string, number>,
  own: string,
): Generator<Figure> {
  for (const { products, peer, times } of aims) {
    const time = found.get(peer);
    const ours = found.get(own);
    if (products !== count || time === undefined || ours === undefined) continue;
    yield {
      bench: 'match',
      case: `${caseOf(count, ALL_REASONS)}, beside ${peer}`,
      engine: own,
      value: ours,
      unit: UNIT,
      ratio: time / ours,
      aim: { atLeast: times },
    };
  }
}
