import * as z from 'zod';
import { dataCategoryIds } from '#domain/consent/data-categories';
import { type Finding, termCodes } from '#domain/matching/matching';
import { eligibilityFactNames } from '#domain/product/eligibility-facts';
import { applicantSchema } from './applicant.ts';
import { criterionSchema } from './criterion.ts';

const text = z.string();
const count = z.int().min(0);
const points = z.int();
const rate = z.int().meta({ description: 'Basis points a year.' });

const told = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.array(z.union([z.string(), z.number()])),
]);
const categories = z.array(z.enum(dataCategoryIds));
const findingCode = z.enum([...termCodes, ...eligibilityFactNames, 'any', 'all', 'not']);
const unmet = z.enum(['no', 'unknown']);

export const provideSchema = z.discriminatedUnion('how', [
  z.strictObject({ how: z.literal('disclose'), categories }),
  z.strictObject({ how: z.literal('record'), categories }),
  z.strictObject({ how: z.literal('declare'), field: z.string() }),
]);

export const findingSchema: z.ZodType<Finding> = z
  .strictObject({
    code: findingCode,
    verdict: unmet,
    required: z.union([told, criterionSchema]),
    actual: told.exactOptional(),
    provide: provideSchema
      .exactOptional()
      .meta({ description: 'How what is unknown becomes known.' }),
    get of() {
      return z.array(findingSchema).exactOptional();
    },
  })
  .meta({ description: 'What a product asks and this need or firm has not, or nobody knows of.' });

const offered = {
  product: z.string(),
  version: count,
  name: z.string(),
  bank: z.string(),
  bankName: z.string(),
  expectedRate: rate.exactOptional(),
};
const factor = z.strictObject({
  factor: z.enum(['cost', 'likelihood', 'speed', 'fit']),
  points,
  max: points,
  value: z.number(),
});

export const productMatchSchema = z.union([
  z.strictObject({
    ...offered,
    verdict: z.literal('yes'),
    rank: count,
    points,
    allInRate: rate.meta({ description: 'All fees in, effective, yearly, basis points.' }),
    why: z.array(factor),
  }),
  z.strictObject({
    ...offered,
    verdict: unmet,
    reasons: z.array(count).meta({ description: 'Places in `findings`.' }),
  }),
]);

const gap = z
  .strictObject({
    code: findingCode,
    products: count.meta({ description: 'Products that lack it.' }),
    alone: count.meta({ description: 'Those that lack nothing else.' }),
    would: z
      .strictObject({ required: z.union([told, criterionSchema]), products: count })
      .exactOptional(),
  })
  .meta({ description: 'Products that would fit if this one thing were otherwise.' });

export const matchingSchema = z.strictObject({
  need: z.string(),
  edition: count,
  code: text,
  asOf: text,
  ruleVersion: count,
  points: points.exactOptional(),
  counts: z.strictObject({ yes: count, unknown: count, no: count }),
  gaps: z.array(gap),
  products: z.array(productMatchSchema),
  findings: z.array(findingSchema),
  next: z.string().exactOptional(),
});

export const questionSchema = z
  .strictObject({ need: z.string(), asOf: text, applicant: applicantSchema })
  .meta({ description: 'What matching asks with: `xyd match` on plain files takes it.' });
