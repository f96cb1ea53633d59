import type { FactValues } from '../facts.ts';
import type { Scorecard } from '../scorecard.ts';
import { columnsOf } from './columns.ts';
import { type CompiledCard, compileCard } from './compile-card.ts';
import { plainRow } from './plain-row.ts';
import { type Reckon, reckonByTables } from './reckon.ts';
import { scoreColumns } from './score-columns.ts';
import { type TableLimit, tableLimitOf } from './table-limit.ts';
import { type RowScore, tellRow } from './tell-row.ts';

/** Whoever reckons blocks of firms by a card; `no_kernel`: this machine runs none. */
export type Reckoning = { readonly reckon: Reckon } & (
  | { readonly by: 'kernel' }
  | { readonly by: 'tables'; readonly because: 'no_kernel' }
);
export type Reckoner = (compiled: CompiledCard) => Reckoning;

/** Why a card does not score as fast as others: a limit of tables sends it to the plain engine. */
export type SlowerBecause = 'no_kernel' | TableLimit;

/** Scores many firms at once by one card, from the values of their facts: what `score` gives, whoever reckons. */
export type FirmsScorer = {
  readonly scoreFirms: (firms: readonly FactValues[]) => readonly RowScore[];
  readonly slower?: SlowerBecause;
};

export const byTables: Reckoner = (compiled) => ({
  by: 'tables',
  because: 'no_kernel',
  reckon: reckonByTables(compiled),
});

export function firmsScorerOf(card: Scorecard, reckoner: Reckoner = byTables): FirmsScorer {
  const limit = tableLimitOf(card);
  if (limit !== undefined)
    return { scoreFirms: (firms) => firms.map((values) => plainRow(card, values)), slower: limit };
  const compiled = compileCard(card);
  const reckoning = reckoner(compiled);
  return {
    scoreFirms: (firms) => {
      const columns = columnsOf(compiled.codings, firms);
      const scores = scoreColumns(compiled, columns, reckoning.reckon);
      return firms.map((_, row) => tellRow(compiled, columns, scores, row));
    },
    ...(reckoning.by === 'tables' && { slower: reckoning.because }),
  };
}
