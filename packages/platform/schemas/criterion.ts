import * as z from 'zod';
import { type Criterion, MAX_CRITERIA } from '#domain/product/criterion';
import { eligibilityFactNames } from '#domain/product/eligibility-facts';
import { criterionLimits, MAX_CRITERION_LIST } from '#domain/product/limits';
import type { Refusal } from '#domain/refusal';
import { listSchema, textSchema, wholeSchema } from './values.ts';

/** Characters of one value of a fact. */
const MAX_VALUE = 40;

const widest = {
  min: Math.min(...Object.values(criterionLimits).map(({ min }) => min)),
  max: Math.max(...Object.values(criterionLimits).map(({ max }) => max)),
};
const end = wholeSchema(widest, 'In the unit of the fact; belongs to the range.').exactOptional();
const values = listSchema(textSchema(MAX_VALUE), MAX_CRITERION_LIST).exactOptional();

/** What at least a criterion says. */
const forms = [
  ['fact', 'atLeast'],
  ['fact', 'atMost'],
  ['fact', 'is'],
  ['fact', 'in'],
  ['fact', 'except'],
  ['all'],
  ['any'],
  ['not'],
] as const;

const formRefusal = {
  code: 'wrong_type',
  expected: 'a fact with atLeast, atMost, is, in or except; or all, any, not alone',
} satisfies Refusal;

/** One flat object, so that each fault is told at its own place; then one of the forms of the domain. */
const told = z
  .strictObject({
    fact: z.enum(eligibilityFactNames).exactOptional(),
    atLeast: end,
    atMost: end,
    is: z.boolean().exactOptional(),
    in: values,
    except: values,
    get all() {
      return criteriaSchema.exactOptional();
    },
    get any() {
      return criteriaSchema.exactOptional();
    },
    get not() {
      return criterionSchema.exactOptional();
    },
  })
  .meta({
    anyOf: forms.map((required) => ({ required: [...required] })),
    description:
      'What a bank asks of a firm: a fact of `GET /v1/vocabulary` within a range, as a flag, or among values (of a tree, prefixes; of a set, any of them held); or all, any, or not of such criteria.',
  });

type Told = z.output<typeof told>;

/** The form that says all of it; undefined where none does. */
function formOf(said: Told): Criterion | undefined {
  const { fact, atLeast, atMost, is, in: within, except, all, any, not } = said;
  const ends = {
    ...(atLeast !== undefined && { atLeast }),
    ...(atMost !== undefined && { atMost }),
  };
  const lists = { ...(within && { in: within }), ...(except && { except }) };
  const possible: readonly (Criterion | undefined)[] = [
    fact && { fact, ...ends },
    fact && { fact, ...lists },
    fact && is !== undefined ? { fact, is } : undefined,
    all && { all },
    any && { any },
    not && { not },
  ];
  const parts = Object.keys(said).length;
  return parts === 1 && fact
    ? undefined
    : possible.find((form) => form && Object.keys(form).length === parts);
}

/** Faults that hang on the fact, and contradictions, `checkEligibility` refuses. */
export const criterionSchema: z.ZodType<Criterion> = z
  .lazy(() =>
    told.transform((said, context): Criterion => {
      const form = formOf(said);
      if (form) return form;
      context.addIssue({ code: 'custom', params: { refusal: formRefusal } });
      return z.NEVER;
    }),
  )
  .meta({ id: 'Criterion' });
const criteriaSchema: z.ZodType<readonly Criterion[]> = z.lazy(() =>
  z.array(criterionSchema).min(1).max(MAX_CRITERIA),
);
