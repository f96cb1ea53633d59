import { type LookUp, OTHER } from '#domain/scoring/columns/look-up';

/** What a table adds from a value on, the value itself included; so the sum of those reached is the attribute. */
export type Step = { readonly from: number; readonly adds: number };

/**
 * A table as steps: `first` is the attribute of what is not known. `column`: of whole numbers, where it stands for
 * not known and suits no bin below all others; or of floating ones, where that is −∞ and NaN reaches no step.
 */
export function stepsOf(
  lookUp: LookUp,
  column: 'whole' | 'number',
): { readonly first: number; readonly steps: readonly Step[] } {
  const { unknown, other, packed } = lookUp;
  const [otherFrom, leastFrom] =
    column === 'whole' ? [OTHER, OTHER + 1] : [Number.NEGATIVE_INFINITY, -Number.MAX_VALUE];
  const from = (entry: number) =>
    lookUp.kind === 'cuts' ? (lookUp.cuts[entry - 1] ?? 0) : lookUp.first + entry;
  const reached = [
    { from: Number.NaN, gives: unknown },
    { from: otherFrom, gives: other },
    ...[...packed.subarray(0, -2)].map((gives, entry) => ({
      from: entry === 0 ? leastFrom : from(entry),
      gives,
    })),
  ];
  const steps = reached
    .map((step, place) => ({
      from: step.from,
      adds: step.gives - (reached[place - 1]?.gives ?? unknown),
    }))
    .filter(({ adds }) => adds !== 0);
  return { first: unknown, steps };
}
