import * as z from 'zod';
import { catalogueIds } from '#domain/credit/catalogue';
import { count, points } from './values.ts';

export const catalogue = z.object({
  id: z.enum(catalogueIds),
  version: count,
  zh: z.string(),
  about: z.string(),
  subject: z.string().meta({ description: "The field of the subject's code." }),
  occurredOn: z.string().meta({ description: 'The field of the day from which a record counts.' }),
  key: z.array(z.string()).meta({ description: 'The fields by which a row is known again.' }),
  packedBy: z.enum(['quarter', 'year']).exactOptional(),
  fields: z.array(
    z.object({
      id: z.string(),
      type: z.enum(['code', 'date', 'month', 'money', 'integer', 'text', 'choice']),
      zh: z.string(),
      required: z.boolean().exactOptional(),
      aliases: z.array(z.string()).exactOptional(),
      choices: z.record(z.string(), z.array(z.string())).exactOptional(),
      unit: z.enum(['yuan', 'wan_yuan']).exactOptional(),
    }),
  ),
});

const named = { zh: z.string(), en: z.string() };

export const scorecard = z.object({
  id: z.string(),
  version: count,
  ...named,
  dimensions: z.array(
    z.object({
      id: z.string(),
      ...named,
      indicators: z.array(
        z.object({
          id: z.string(),
          ...named,
          fact: z.string(),
          bins: z.array(z.looseObject({ points })),
          missing: points.meta({ description: 'Points where the fact is not known.' }),
        }),
      ),
    }),
  ),
  vetoes: z.array(
    z.object({ code: z.string(), ...named, fact: z.string(), is: z.boolean(), cap: points }),
  ),
  bands: z.array(z.object({ grade: z.string(), from: points })),
});
