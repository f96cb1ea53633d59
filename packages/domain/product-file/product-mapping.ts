import type { Mapping } from '../credit/batch.ts';
import { accept, type Outcome, refuse } from '../refusal.ts';
import { productColumn, productColumns } from './columns.ts';
import type { RateUnit } from './read-rate.ts';

/** How another system's file of products is read; columns are named by their ids, `principal.min`. */
export type ProductMapping = Pick<
  Mapping,
  'columns' | 'constants' | 'moneyUnit' | 'values' | 'ignore'
> & {
  /** Of columns that are there: what an empty cell stands for. */
  readonly defaults?: Readonly<Record<string, string>>;
  /** `share`: 0.0385 is 3.85 %. Percent unless told. */
  readonly rateUnit?: RateUnit;
  /** Ids are made of those of the other system: `LOAN_A 1` becomes `product_LOAN-A-1`. */
  readonly foreignIds?: boolean;
};

/** Refuses with malformed_mapping a default for a column that there is not; the rest `prepareReader` checks. */
export function checkDefaults({ defaults = {} }: ProductMapping): Outcome<'lawful'> {
  const strange = Object.keys(defaults).find((id) => !productColumn(id));
  return strange === undefined
    ? accept('lawful')
    : refuse('malformed_mapping', {
        field: `defaults.${strange}`,
        expected: `one of ${productColumns.map(({ id }) => id).join(', ')}`,
        actual: strange,
      });
}
