import * as z from 'zod';
import { dataCategoryIds } from '#domain/consent/data-categories';
import {
  debtNames,
  penaltyCountNames,
  repairedEntryNames,
} from '#domain/matching/nearest/remedies';
import { namesIn } from '#domain/names-in';
import { eligibilityFactNames } from '#domain/product/eligibility-facts';
import { guaranteeKinds, purposeKinds, repaymentKinds } from '#domain/product/vocabulary';
import { criterionSchema } from './criterion.ts';
import { findingSchema, provideSchema } from './matching.ts';

const count = z.int().min(0);
const money = z.int().min(0).meta({ description: 'Fen.' });
const rate = z.int().meta({ description: 'Basis points a year.' });
const term = z.int().min(0).meta({ description: 'Months.' });

const audience = z.discriminatedUnion('to', [
  z.strictObject({ to: z.literal('product'), product: z.string() }),
  z.strictObject({ to: z.literal('banks'), banks: z.array(z.string()) }),
  z.strictObject({ to: z.literal('all') }),
]);
const value = z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]);

export const changeSchema = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('audience'), to: audience }),
    z.strictObject({ kind: z.literal('district'), to: z.string() }),
    z.strictObject({ kind: z.literal('principal'), from: money, to: money }),
    z.strictObject({ kind: z.literal('term'), from: term, to: term }),
    z.strictObject({ kind: z.literal('guarantee'), to: z.enum(namesIn(guaranteeKinds)) }),
    z.strictObject({
      kind: z.literal('repayment'),
      from: z.enum(namesIn(repaymentKinds)),
      to: z.enum(namesIn(repaymentKinds)),
    }),
    z.strictObject({ kind: z.literal('rate_ceiling'), from: rate, to: rate }),
    z.strictObject({
      kind: z.literal('purpose'),
      from: z.enum(namesIn(purposeKinds)),
      to: z.enum(namesIn(purposeKinds)),
    }),
    z.strictObject({ kind: z.literal('disclose'), category: z.enum(dataCategoryIds) }),
    z.strictObject({
      kind: z.literal('provide'),
      fact: z.enum(eligibilityFactNames),
      provide: provideSchema,
      meets: z.array(criterionSchema).meta({ description: 'All of it has to be so.' }),
      value: value.meta({ description: 'One value that is.' }),
    }),
    z.strictObject({
      kind: z.literal('settle'),
      debt: z.enum(debtNames),
      owed: money.exactOptional(),
    }),
    z.strictObject({
      kind: z.literal('repair'),
      fact: z.enum([...penaltyCountNames, ...repairedEntryNames]),
      from: z.union([count, z.boolean()]),
      to: z.union([count, z.boolean()]),
    }),
    z.strictObject({ kind: z.literal('join_list'), list: z.literal('recommended') }),
    z.strictObject({ kind: z.literal('wait'), months: term, until: z.string() }),
  ])
  .meta({ description: 'One thing that the firm changes.' });

const told = {
  need: z.string(),
  product: z.string(),
  version: count,
  name: z.string(),
  bank: z.string(),
  bankName: z.string(),
  asOf: z.string(),
};
const notExhaustive = z
  .literal(true)
  .exactOptional()
  .meta({ description: 'The search ended at its limit: something cheaper may be left.' });

export const productChangeSchema = z
  .discriminatedUnion('outcome', [
    z.strictObject({ ...told, outcome: z.literal('fits') }),
    z.strictObject({
      ...told,
      outcome: z.literal('change'),
      effort: count.meta({ description: 'Points by which products compare; fewer is nearer.' }),
      changes: z.array(changeSchema),
      notExhaustive,
    }),
    z.strictObject({
      ...told,
      outcome: z.literal('none'),
      inTheWay: z.array(findingSchema),
      hints: z.array(z.strictObject({ code: z.literal('raise_points'), missing: count })),
      notExhaustive,
    }),
  ])
  .meta({
    description: 'The cheapest changes by which a product fits, or what stands in the way.',
  });
