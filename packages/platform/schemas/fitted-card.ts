import * as z from 'zod';

const name = z.string().max(500);
const points = z.int();
const number = z.number();
const word = z.union([z.string().max(1000), z.boolean()]);
const many = <Item extends z.ZodType>(item: Item) => z.array(item).max(10_000).readonly();

const bin = z.union([
  z.strictObject({ is: many(word), points }).readonly(),
  z.strictObject({ from: number.exactOptional(), to: number.exactOptional(), points }).readonly(),
]);

const indicator = z
  .strictObject({
    id: name,
    zh: name,
    en: name,
    fact: name,
    bins: many(bin),
    missing: points,
    other: points.exactOptional(),
    reason: name,
    reasonZh: name,
    reasonEn: name,
  })
  .readonly();

/** A card over any facts, without vetoes, as the laboratory and PMML know it. */
export const openCardSchema = z.strictObject({
  id: name,
  version: z.int().min(1),
  zh: name,
  en: name,
  initial: points.exactOptional(),
  dimensions: many(
    z.strictObject({ id: name, zh: name, en: name, indicators: many(indicator) }).readonly(),
  ),
  counting: z
    .strictObject({
      used: z.boolean(),
      algorithm: z.enum(['pointsBelow', 'pointsAbove']),
      method: z.enum(['max', 'min', 'mean', 'neutral', 'other']),
      baselines: z.record(name, number).readonly(),
      codes: z.record(name, many(name.nullable())).readonly().exactOptional(),
    })
    .readonly()
    .exactOptional(),
  vetoes: z.array(z.never()).max(0).readonly(),
  bands: many(z.strictObject({ grade: name, from: points }).readonly()),
});

const figures = z
  .strictObject({
    rows: z.int(),
    bads: z.int(),
    auc: number,
    aucLow: number,
    aucHigh: number,
    ks: number,
    gini: number,
    brier: number,
  })
  .readonly();

const direction = z.enum(['rising', 'falling']);

/** The section of a card that says how it was fitted. */
export const fitSchema = z
  .strictObject({
    target: name,
    bad: name,
    method: z.enum(['regression', 'boosting']),
    recipe: name,
    rule: name,
    seed: z.int(),
    folds: z.int(),
    trials: many(
      z
        .strictObject({
          recipe: name,
          auc: number,
          aucError: number,
          loss: number,
          steps: z.int().exactOptional(),
          chosen: z.boolean(),
        })
        .readonly(),
    ),
    calibration: z.strictObject({ slope: number, shift: number }).readonly(),
    scaling: z.strictObject({ pdo: number, base: number, odds: number }).readonly(),
    training: figures,
    heldBack: figures.exactOptional(),
    distribution: z.strictObject({ edges: many(number), shares: many(number) }).readonly(),
    characteristics: many(
      z
        .strictObject({
          indicator: name,
          column: name,
          iv: number,
          reading: name,
          shares: many(number),
        })
        .readonly(),
    ),
    regression: z
      .strictObject({
        aic: number,
        ridged: z.boolean(),
        coefficients: many(
          z
            .strictObject({
              column: name,
              value: number,
              standardError: number,
              z: number,
              p: number,
            })
            .readonly(),
        ),
      })
      .readonly()
      .exactOptional(),
    setAside: many(
      z
        .strictObject({
          column: name,
          reason: z.enum([
            'dropped',
            'constant',
            'identifier',
            'words_all_rare',
            'repeats',
            'leak_separates',
            'leak_filled_in',
          ]),
          auc: number.exactOptional(),
          iv: number.exactOptional(),
          repeats: name.exactOptional(),
        })
        .readonly(),
    ),
    declared: z.record(name, direction).readonly(),
  })
  .readonly();

export const fittedCardSchema = openCardSchema.extend({ fit: fitSchema }).readonly();
