import type { CompiledCard } from '#domain/scoring/columns/compile-card';
import type { Indicator } from '#domain/scoring/scorecard';

/** The card as one SQL expression over columns named after the facts. `least` is what the engine calls a minimum. */
export function caseTable(
  { card, codings, vetoes }: CompiledCard,
  { least }: { readonly least: string },
): string {
  const dimensions = card.dimensions.map(({ limit, indicators }) => {
    const sum = indicators.map((indicator) => caseOf(indicator, codings)).join(' + ');
    return limit ? `${least}(${sum}, ${limit.points})` : `(${sum})`;
  });
  const caps = vetoes.map(
    ({ veto, code }) => `CASE WHEN ${veto.fact} = ${code} THEN ${veto.cap} ELSE 1000 END`,
  );
  return `${least}(${[`${card.initial ?? 0} + ${dimensions.join(' + ')}`, ...caps].join(', ')})`;
}

function caseOf({ fact, bins, missing }: Indicator, codings: CompiledCard['codings']): string {
  const coding = codings.get(fact);
  const whens = bins.map((bin) => {
    if (!('is' in bin))
      return bin.to === undefined
        ? `WHEN ${fact} >= ${bin.from ?? 0} THEN ${bin.points}`
        : `WHEN ${fact} < ${bin.to} THEN ${bin.points}`;
    const codes = bin.is.map((value) => (coding?.kind === 'choice' ? coding.codes.get(value) : 0));
    return `WHEN ${fact} IN (${codes.join(', ')}) THEN ${bin.points}`;
  });
  return `CASE WHEN ${fact} IS NULL THEN ${missing} ${whens.join(' ')} ELSE ${missing} END`;
}
