import * as z from 'zod';
import { listActions } from '#domain/credit/lists/list-type';
import { verificationOutcomes } from '#domain/credit/verification';
import { listHit } from './profile.ts';
import { code, count, day, instant, principal } from './values.ts';

export const check = z
  .strictObject({
    code,
    asOf: day,
    verdict: z.enum([...listActions, 'clear']).meta({ description: 'The gravest of the hits.' }),
    hits: z.array(listHit).meta({ description: 'Gravest first.' }),
    register: z
      .string()
      .exactOptional()
      .meta({ description: 'Where the register itself ends the firm: a hard stop, as of now.' }),
    ruleVersion: count,
    known: z.boolean().exactOptional().meta({
      description: 'Whether the register has the firm; not told to the public.',
    }),
  })
  .meta({ description: 'What stands against a firm on a day.' });

export const listType = z.strictObject({
  id: z.string(),
  zh: z.string(),
  en: z.string(),
  authority: z.string().meta({ description: 'Who decides on entry and exit.' }),
  action: z.enum(listActions),
  serious: z.literal(true).exactOptional().meta({ description: '严重失信主体名单.' }),
});

export const verification = z
  .strictObject({
    id: z.string(),
    record: z.string(),
    code,
    outcome: z.enum(verificationOutcomes),
    evidence: z.array(
      z.strictObject({ name: z.string(), proves: z.string(), digest: z.string().exactOptional() }),
    ),
    reasons: z.array(z.strictObject({ code: z.string(), note: z.string().exactOptional() })),
    by: principal,
    at: instant,
  })
  .meta({ description: 'What somebody found who looked into what a firm declared.' });
