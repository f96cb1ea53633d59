import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { runXydLines } from '../run-xyd.ts';

/** The values of a card's indicators, by indicator; absent where the fact is not known. */
export const valuesOf = z
  .array(
    z.object({
      indicators: z.array(
        z.object({
          id: z.string(),
          value: z.union([z.string(), z.number(), z.boolean()]).optional(),
        }),
      ),
    }),
  )
  .transform((dimensions) =>
    Object.fromEntries(
      dimensions.flatMap(({ indicators }) =>
        indicators.flatMap(({ id, value }) => (value === undefined ? [] : [[id, value]])),
      ),
    ),
  );
export type Values = z.infer<typeof valuesOf>;

/** A card fitted to the outcomes, measured on folds that it was not fitted to. */
export type Fitted = {
  readonly auc: number;
  readonly aucError: number;
  readonly recipe: string;
};

const fit = z.object({
  trials: z.array(
    z.object({
      recipe: z.string(),
      auc: z.number(),
      aucError: z.number(),
      chosen: z.boolean(),
    }),
  ),
});

/** Fewer of either class cannot be dealt out to five folds. */
const LEAST = 10;

/** Fits a card to the facts that the expert's card has read; undefined where there are too few of either class. */
export async function fitToOutcomes(
  work: string,
  firms: readonly { readonly values: Values; readonly defaulted: boolean | undefined }[],
): Promise<Fitted | undefined> {
  const known = firms.filter(({ defaulted }) => defaulted !== undefined);
  const bads = known.filter(({ defaulted }) => defaulted).length;
  if (Math.min(bads, known.length - bads) < LEAST) return undefined;
  const columns = [...new Set(known.flatMap(({ values }) => Object.keys(values)))].toSorted();
  const rows = known.map(({ values, defaulted }) =>
    [...columns.map((column) => values[column] ?? ''), Number(defaulted)].join(','),
  );
  const file = join(work, 'facts.csv');
  writeFileSync(file, [[...columns, 'defaulted'].join(','), ...rows, ''].join('\n'));
  const out = ['--out', join(work, 'fitted.json')];
  const [told] = await runXydLines(['lab', 'fit', file, '--target', 'defaulted', ...out]);
  const chosen = fit.parse(told).trials.find((trial) => trial.chosen);
  return chosen && { auc: chosen.auc, aucError: chosen.aucError, recipe: chosen.recipe };
}
