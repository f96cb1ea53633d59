import fc from 'fast-check';
import type { FactDefinition } from '#domain/scoring/fact-definition';
import type { FactValue, KnownFacts } from '#domain/scoring/facts';
import { factDefinitions, factNames } from '#domain/scoring/facts';
import type { Scorecard } from '#domain/scoring/scorecard';

export const definitions: Readonly<Record<string, FactDefinition>> = factDefinitions;

/** The values at which something may turn: the steps of every card that reads the fact, and around them. */
const cutsOf = (name: string, cards: readonly Scorecard[]): readonly number[] =>
  cards
    .flatMap(({ dimensions }) => dimensions.flatMap(({ indicators }) => indicators))
    .filter(({ fact }) => fact === name)
    .flatMap(({ bins }) => bins.flatMap((bin) => ('from' in bin ? [bin.from ?? 0] : [])))
    .flatMap((cut) => [cut - 1, cut, cut + 1]);

/** A value that the fact may have. */
export function aValue(name: string, cards: readonly Scorecard[]): fc.Arbitrary<FactValue> {
  const definition = definitions[name];
  if (definition?.type === 'boolean') return fc.boolean();
  if (definition?.type === 'choice') return fc.constantFrom(...definition.choices);
  const cuts = cutsOf(name, cards);
  const whole = fc.integer({ min: -20_000, max: 2_000_000_000 });
  return cuts.length > 0 ? fc.oneof(fc.constantFrom(...cuts), whole) : whole;
}

/** Facts of some firm: some known, the others not. */
export const someFacts = (cards: readonly Scorecard[]): fc.Arbitrary<KnownFacts> =>
  fc
    .tuple(
      ...factNames.map((name) =>
        fc.option(aValue(name, cards), { nil: undefined, freq: 3 }).map((value) => [name, value]),
      ),
    )
    .map((told) =>
      Object.fromEntries(
        told.flatMap(([name, value]) =>
          name === undefined || value === undefined ? [] : [[name, { value, evidence: [] }]],
        ),
      ),
    );

/** Whether the second value is no worse for the firm than the first, by the fact's direction. */
export function improves(name: string, from: FactValue, to: FactValue): boolean {
  const definition = definitions[name];
  if (definition?.better === undefined) return false;
  if (definition.type === 'choice')
    return definition.choices.indexOf(String(to)) <= definition.choices.indexOf(String(from));
  if (definition.type === 'boolean') return String(to) === definition.better || to === from;
  return definition.better === 'higher' ? Number(to) >= Number(from) : Number(to) <= Number(from);
}
