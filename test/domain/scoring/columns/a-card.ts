import fc from 'fast-check';
import type { FactDefinition, KnownFacts } from '#domain/scoring/facts';
import type { Bin, Dimension, Indicator, Scorecard, Veto } from '#domain/scoring/scorecard';

const said = { zh: '', en: '' };
const NAMES = ['count', 'turnover', 'count_too', 'choice', 'choice_too', 'shut'] as const;
type Name = (typeof NAMES)[number];

const count: FactDefinition = { ...said, sources: [], type: 'integer' };
const choice: FactDefinition = { ...said, sources: [], type: 'choice', choices: ['a', 'b', 'c'] };
const facts: Readonly<Record<Name, FactDefinition>> = {
  count,
  count_too: count,
  turnover: { ...said, sources: [], type: 'money' },
  choice,
  choice_too: choice,
  shut: { ...said, sources: [], type: 'boolean' },
};

const few = fc.integer({ min: 0, max: 40 });
const reasonOf = (code: string) => ({ code, ...said });
const rising = fc.uniqueArray(fc.integer({ min: -3, max: 9 }), { minLength: 1, maxLength: 5 });

/** Steps with gaps between some of them, the first with or without a beginning. */
const ranges: fc.Arbitrary<readonly Bin[]> = fc
  .record({
    cuts: rising.map((cuts) => cuts.toSorted((a, b) => a - b)),
    points: fc.array(few, { minLength: 6, maxLength: 6 }),
    gaps: fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
    explained: fc.boolean(),
  })
  .map(({ cuts, points, gaps, explained }) =>
    [undefined, ...cuts].flatMap((from, place) => {
      if (gaps[place] && place < cuts.length) return [];
      const to = cuts[place];
      return [
        {
          ...(from !== undefined && { from }),
          ...(to !== undefined && { to }),
          points: points[place] ?? 0,
          ...(explained && place === 0 && { reason: reasonOf('lowest') }),
        },
      ];
    }),
  );

const chosen = (values: readonly (string | boolean)[]): fc.Arbitrary<readonly Bin[]> =>
  fc.tuple(fc.subarray([...values], { minLength: 1 }), few, few).map(([is, points, others]) => [
    { is, points },
    { is: values.filter((value) => !is.includes(value)), points: others },
  ]);

const binsOf = (fact: Name): fc.Arbitrary<readonly Bin[]> => {
  if (fact === 'shut') return chosen([true, false]);
  return facts[fact].type === 'choice' ? chosen(['a', 'b', 'd']) : ranges;
};

const someIndicator: fc.Arbitrary<Indicator> = fc
  .constantFrom(...NAMES)
  .chain((fact) =>
    fc.record(
      {
        fact: fc.constant(fact),
        bins: binsOf(fact),
        missing: few,
        missingReason: fc.constant(reasonOf('untold')),
        other: few,
        baseline: few,
      },
      { requiredKeys: ['fact', 'bins', 'missing'] },
    ),
  )
  .map((told) => ({ id: '', ...said, reason: told.fact, reasonZh: '', reasonEn: '', ...told }));

const someDimension: fc.Arbitrary<Dimension> = fc
  .record({
    indicators: fc.array(someIndicator, { minLength: 1, maxLength: 5 }),
    limit: fc.option(fc.record({ kind: fc.constantFrom('cap', 'bonus'), points: few }), {
      nil: undefined,
    }),
  })
  .map(({ indicators, limit }) => ({ id: '', ...said, indicators, ...(limit && { limit }) }));

const veto = (code: string, fact: Name, is: boolean | string, cap: number): Veto => ({
  ...{ code, ...said, fact, is, cap },
});

const someVetoes = fc.subarray([
  veto('shut', 'shut', true, 30),
  veto('chose_b', 'choice', 'b', 20),
  veto('chose_b_again', 'choice', 'b', 10),
  veto('chose_c', 'choice_too', 'c', 60),
  veto('open', 'shut', false, 45),
]);

/** Cards with caps, bonuses, gaps, facts asked twice and vetoes upon them; the last with one point at least. */
export const someCard: fc.Arbitrary<Scorecard> = fc
  .record({
    initial: fc.option(few, { nil: undefined }),
    dimensions: fc.array(someDimension, { minLength: 1, maxLength: 4 }),
    vetoes: someVetoes,
  })
  .map(({ initial, dimensions, vetoes }) => ({
    ...{ id: 'some', version: 1, ...said, facts, dimensions, vetoes },
    ...(initial !== undefined && { initial }),
    bands: [
      { grade: 'A', from: 60 },
      { grade: 'B', from: 15 },
    ],
  }));

const someNumber = fc.constantFrom(-4, -3, -1, 0, 1, 2, 2.5, 5, 8, 9, 10, 3e9, -3e9, 'none');
const someChoice = fc.constantFrom('a', 'b', 'c', 'd', 'z', 1);

export const someFirm: fc.Arbitrary<KnownFacts> = fc
  .record(
    {
      count: someNumber,
      count_too: someNumber,
      turnover: fc.oneof(someNumber, fc.double({ min: -10, max: 10, noNaN: true })),
      choice: someChoice,
      choice_too: someChoice,
      shut: fc.boolean(),
    },
    { requiredKeys: [] },
  )
  .map((told) =>
    Object.fromEntries(
      Object.entries(told).map(([name, value]) => [name, { value, evidence: [] }]),
    ),
  );
