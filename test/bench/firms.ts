import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findFirms } from '#domain/matching/firms/find-firms';
import type { FirmColumns } from '#domain/matching/firms/firm-columns';
import type { Product } from '#domain/product/product';
import type { Figure } from './figure.ts';
import { makeCity, makeProducts } from './firms/city.ts';
import { duckdb } from './firms/duckdb.ts';
import type { Answer, Asked, FirmEngine } from './firms/engine.ts';
import { sqlite } from './firms/sqlite.ts';

const SEED = 20_261_121;
/** Firms told of a product. */
const MOST = 100;
/** Times that of DuckDB on one thread (../shared/examples/performance.md, 8). */
const AIM = 3;

export type FirmSizes = Readonly<Record<'firms' | 'products' | 'rounds', number>>;
const whole: FirmSizes = { firms: 700_000, products: 20, rounds: 3 };
const small: FirmSizes = { firms: 50_000, products: 8, rounds: 3 };

/** One product against a city of firms, engine beside engine. */
export async function* benchFirms({ quick }: { readonly quick: boolean }): AsyncGenerator<Figure> {
  yield* findingFirms(quick ? small : whole);
}

export async function* findingFirms(sizes: FirmSizes): AsyncGenerator<Figure> {
  const products = makeProducts(sizes.products, SEED);
  const { columns, buildMs } = makeCity(sizes.firms, products, SEED);
  const folder = await mkdtemp(join(tmpdir(), 'bench-firms-'));
  const name = `product → ${sizes.firms.toLocaleString('en')} firms`;
  try {
    const engines = [
      await duckdb(columns, folder, MOST),
      sqlite(columns, MOST),
      ours(columns),
    ].filter((engine) => engine !== undefined);
    for (const asked of ['fitting', 'counts'] as const)
      yield* sideBySide(`${name}, ${told[asked]}`, engines, {
        products,
        asked,
        rounds: sizes.rounds,
      });
    for (const engine of engines) engine.close();
    yield {
      bench: 'firms',
      case: `${name}, once`,
      engine: 'xyd, firms made and put in columns',
      value: buildMs,
      unit: 'ms',
    };
  } finally {
    await rm(folder, { recursive: true });
  }
}

const told = {
  fitting: `how many fit, best ${MOST}`,
  counts: `yes, unknown, no, best ${MOST}`,
} as const satisfies Record<Asked, string>;

/** Of this product everything is told whatever is asked: what each ask alone keeps out comes along. */
const ours = (columns: FirmColumns): FirmEngine => ({
  name: 'xyd, columns',
  run: async (product, asked) => {
    const { counts, best } = findFirms(product, columns, MOST);
    return { counts: asked === 'counts' ? counts : { yes: counts.yes }, best: [...best] };
  },
  close: () => undefined,
});

async function* sideBySide(
  name: string,
  engines: readonly FirmEngine[],
  of: { readonly products: readonly Product[]; readonly asked: Asked; readonly rounds: number },
): AsyncGenerator<Figure> {
  let peer: number | undefined;
  let truth: readonly Answer[] | undefined;
  for (const engine of engines) {
    const { milliseconds, answers } = await measured(engine, of);
    peer ??= milliseconds;
    truth ??= answers;
    const ratio = peer / milliseconds;
    yield {
      bench: 'firms',
      case: name,
      engine: engine.name,
      value: milliseconds,
      unit: 'ms/product',
      ratio,
      ...(engine.name.startsWith('xyd') && { aim: { atLeast: AIM } }),
      answersEqual: JSON.stringify(answers) === JSON.stringify(truth),
    };
  }
}

/** The median over products and rounds, after a round to warm up. */
async function measured(
  engine: FirmEngine,
  {
    products,
    asked,
    rounds,
  }: { readonly products: readonly Product[]; readonly asked: Asked; readonly rounds: number },
) {
  const answers: Answer[] = [];
  for (const product of products) answers.push(await engine.run(product, asked));
  const spans: number[] = [];
  for (let round = 0; round < rounds; round += 1)
    for (const product of products) {
      const began = performance.now();
      await engine.run(product, asked);
      spans.push(performance.now() - began);
    }
  return { milliseconds: spans.toSorted((a, b) => a - b)[spans.length >> 1] ?? 0, answers };
}
