import * as z from 'zod';
import type { Applicant } from '#domain/matching/applicant';
import { eligibilityFact, eligibilityFactNames } from '#domain/product/eligibility-facts';
import { codeSchema, textSchema } from './values.ts';

const MAX_TEXT = 100;
const MAX_LIST = 50;

const name = z.enum(eligibilityFactNames);
const value = z.union([
  z.int(),
  z.boolean(),
  textSchema(MAX_TEXT),
  z.array(textSchema(MAX_TEXT)).max(MAX_LIST),
]);
type Value = z.output<typeof value>;

/** What each kind of fact says. */
const fits = {
  number: (told: Value) => typeof told === 'number',
  flag: (told: Value) => typeof told === 'boolean',
  choice: (told: Value) => typeof told === 'string',
  tree: (told: Value) => typeof told === 'string',
  set: (told: Value) => Array.isArray(told),
} as const;

const facts = z.partialRecord(name, value).superRefine((told, context) => {
  for (const fact of eligibilityFactNames) {
    const said = told[fact];
    const { kind, choices } = eligibilityFact(fact);
    if (said === undefined || (fits[kind](said) && within(said, choices))) continue;
    const refusal = { code: 'wrong_type', expected: choices?.join(', ') ?? kind } as const;
    context.addIssue({ code: 'custom', path: [fact], params: { refusal } });
  }
});

const within = (told: Value, choices: readonly string[] | undefined): boolean =>
  choices === undefined ||
  (Array.isArray(told) ? told : [told]).every((one) => choices.some((choice) => choice === one));

/** What matching knows of a firm, as `GET /v1/needs/{id}/question` tells it. */
export const applicantSchema = z
  .strictObject({
    code: codeSchema,
    operating: z.boolean(),
    hardStops: z.array(textSchema(MAX_TEXT)).max(MAX_LIST),
    facts,
    withheld: z.array(name).max(eligibilityFactNames.length),
  })
  .meta({
    description:
      'The firm as matching sees it for one need: money in fen, shares in basis points; what is absent is unknown.',
  }) satisfies z.ZodType<Applicant>;
