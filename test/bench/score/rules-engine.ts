import type { Columns } from '#domain/scoring/columns/columns';
import type { CompiledCard } from '#domain/scoring/columns/compile-card';
import type { Indicator, Scorecard } from '#domain/scoring/scorecard';
import { libraryOf, type ScoreEngine } from './engine.ts';
import { factsOf } from './firms.ts';

type Event = { readonly type: string; readonly params: { readonly points: number } };
type Library = {
  readonly Engine: new (
    rules: readonly object[],
    options: { readonly allowUndefinedFacts: boolean },
  ) => {
    readonly run: (facts: object) => Promise<{ readonly events: readonly Event[] }>;
  };
};

/** A rule for each bin; totals alone. Undefined where json-rules-engine is not installed. */
export async function rulesEngine(
  compiled: CompiledCard,
  columns: Columns,
  rows: number,
): Promise<ScoreEngine | undefined> {
  const library = await libraryOf<Library>('json-rules-engine');
  if (!library) return undefined;
  const { card } = compiled;
  const engine = new library.Engine(rulesOf(card), { allowUndefinedFacts: true });
  const firms = Array.from({ length: rows }, (_, row) => factsOf(compiled, columns, row));
  return {
    name: 'json-rules-engine, totals',
    rows,
    run: async () => {
      const points = new Int16Array(rows);
      for (const [row, facts] of firms.entries())
        points[row] = totalOf(card, (await engine.run(facts)).events);
      return points;
    },
    close: async () => undefined,
  };
}

/** What no bin takes up gives the points of what is missing. */
function totalOf(card: Scorecard, events: readonly Event[]): number {
  const given = new Map(events.map(({ type, params }) => [type, params.points]));
  const total = card.dimensions.reduce((all, { limit, indicators }) => {
    const sum = indicators.reduce(
      (points, { id, missing }) => points + (given.get(id) ?? missing),
      0,
    );
    return all + Math.min(sum, limit?.points ?? sum);
  }, card.initial ?? 0);
  const caps = card.vetoes.flatMap(({ code, cap }) => (given.has(code) ? [cap] : []));
  return Math.min(total, ...caps);
}

const rulesOf = ({ dimensions, vetoes }: Scorecard): readonly object[] => [
  ...dimensions.flatMap(({ indicators }) => indicators.flatMap(binRules)),
  ...vetoes.map(({ code, fact, is }) => ({
    conditions: { all: [{ fact, operator: 'equal', value: is }] },
    event: { type: code, params: { points: 0 } },
  })),
];

const binRules = ({ id, fact, bins }: Indicator): readonly object[] =>
  bins.map((bin) => ({
    conditions: {
      all:
        'is' in bin
          ? [{ fact, operator: 'in', value: [...bin.is] }]
          : [
              ...(bin.from === undefined
                ? []
                : [{ fact, operator: 'greaterThanInclusive', value: bin.from }]),
              ...(bin.to === undefined ? [] : [{ fact, operator: 'lessThan', value: bin.to }]),
            ],
    },
    event: { type: id, params: { points: bin.points } },
  }));
