import { choicesOf, type FactDefinition } from './fact-definition.ts';
import type { FactValue } from './facts.ts';
import type { Bin, Indicator } from './scorecard.ts';

export type BinFaultCode =
  | 'bins_mixed'
  | 'bins_not_covering'
  | 'bins_unordered'
  | 'bins_gap'
  | 'bins_overlap'
  | 'bins_of_another_type'
  | 'choice_repeated'
  | 'choice_unknown'
  | 'choice_not_covered'
  | 'points_turn';

/** What is wrong with the bins of an indicator; of a fact without a definition, what shows without one. */
export function binFaults(
  { bins, other, turns }: Indicator,
  definition: FactDefinition | undefined,
): readonly BinFaultCode[] {
  const choices = bins.flatMap((bin) => ('is' in bin ? [bin] : []));
  const ranges = bins.flatMap((bin) => ('is' in bin ? [] : [bin]));
  if (choices.length > 0 && ranges.length > 0) return ['bins_mixed'];
  const found =
    choices.length > 0
      ? choiceFaults(
          choices.flatMap(({ is }) => is),
          other !== undefined,
          definition,
        )
      : rangeFaults(ranges, other !== undefined, definition);
  if (found.length > 0 || turns) return found;
  return falls(bins, definition) ? ['points_turn'] : [];
}

function choiceFaults(
  named: readonly FactValue[],
  othersCount: boolean,
  definition: FactDefinition | undefined,
): readonly BinFaultCode[] {
  const repeated = new Set(named).size < named.length;
  const lawful = definition && choicesOf(definition);
  if (definition && !lawful) return ['bins_of_another_type'];
  const unknown = lawful && named.some((choice) => !lawful.includes(choice));
  const left = lawful && !othersCount && lawful.some((choice) => !named.includes(choice));
  return [
    ...(repeated ? (['choice_repeated'] as const) : []),
    ...(unknown ? (['choice_unknown'] as const) : []),
    ...(left ? (['choice_not_covered'] as const) : []),
  ];
}

type Range = { readonly from?: number; readonly to?: number };

/** Ranges cover all numbers, or what they leave has points of its own (`other`). */
function rangeFaults(
  ranges: readonly Range[],
  othersCount: boolean,
  definition: FactDefinition | undefined,
): readonly BinFaultCode[] {
  if (definition && choicesOf(definition)) return ['bins_of_another_type'];
  const [first, last] = [ranges.at(0), ranges.at(-1)];
  const open = first && last && first.from === undefined && last.to === undefined;
  const joints = ranges.slice(1).flatMap((bin, index): BinFaultCode[] => {
    const from = bin.from ?? Number.NEGATIVE_INFINITY;
    const before = ranges[index]?.to ?? Number.POSITIVE_INFINITY;
    if (from > before) return othersCount ? [] : ['bins_gap'];
    return from < before ? ['bins_overlap'] : [];
  });
  const rising = ranges.every(
    ({ from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY }) => from < to,
  );
  return [
    ...(open || (othersCount && ranges.length > 0) ? [] : (['bins_not_covering'] as const)),
    ...(rising ? [] : (['bins_unordered'] as const)),
    ...joints,
  ];
}

/** Whether points fall somewhere although the fact improves. */
function falls(bins: readonly Bin[], definition: FactDefinition | undefined): boolean {
  const better = definition?.better;
  if (!definition || better === undefined) return false;
  const rising =
    better === 'higher' || better === 'lower'
      ? bins.map(({ points }) => points)
      : worstFirst(definition).flatMap((value) => {
          const bin = bins.find((one) => 'is' in one && one.is.includes(value));
          return bin ? [bin.points] : [];
        });
  const points = better === 'lower' ? rising.toReversed() : rising;
  return points.some((own, index) => own < (points[index - 1] ?? own));
}

function worstFirst(definition: FactDefinition): readonly FactValue[] {
  if (definition.type === 'choice') return definition.choices.toReversed();
  return definition.better === 'true' ? [false, true] : [true, false];
}
