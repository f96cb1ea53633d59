import * as z from 'zod';
import { cardVersionId } from '#domain/ids';
import { cardRoles } from '#domain/scoring/registry/card-version';
import type { Scorecard } from '#domain/scoring/scorecard';
import type { Kept } from '#usecases/ports';
import { registered } from './registered.ts';
import { catalogueId, code, count, day, instant, recordId, scalar, segment } from './values.ts';

const named = { zh: z.string(), en: z.string() };
const whole = z.int();
const reason = z.object({ code: z.string(), ...named });
const pointed = { points: whole, reason: reason.exactOptional() };
const bin = z.union([
  z.strictObject({ is: z.array(scalar), ...pointed }),
  z.strictObject({ from: z.number().exactOptional(), to: z.number().exactOptional(), ...pointed }),
]);

const indicator = z.object({
  id: z.string(),
  ...named,
  fact: z.string(),
  bins: z.array(bin),
  missing: whole,
  missingReason: reason.exactOptional(),
  other: whole.exactOptional(),
  missingBeyond: z.literal(true).exactOptional(),
  turns: z.literal(true).exactOptional(),
  baseline: whole.exactOptional(),
  reason: z.string(),
  reasonZh: z.string(),
  reasonEn: z.string(),
  source: z.string().exactOptional(),
});

const told = { ...named, sources: z.array(catalogueId) };
const definition = z.union([
  z.object({
    ...told,
    type: z.enum(['integer', 'share', 'money', 'months', 'days']),
    unit: z.string().exactOptional(),
    better: z.enum(['higher', 'lower']).exactOptional(),
  }),
  z.object({
    ...told,
    type: z.literal('boolean'),
    better: z.enum(['true', 'false']).exactOptional(),
  }),
  z.object({
    ...told,
    type: z.literal('choice'),
    choices: z.array(z.string()),
    better: z.literal('earlier').exactOptional(),
  }),
]);

const card: z.ZodType<Scorecard> = z.object({
  id: z.string(),
  version: count,
  ...named,
  initial: whole.exactOptional(),
  facts: z.record(z.string(), definition).exactOptional(),
  dimensions: z.array(
    z.object({
      id: z.string(),
      ...named,
      limit: z.object({ kind: z.enum(['cap', 'bonus']), points: whole }).exactOptional(),
      indicators: z.array(indicator),
    }),
  ),
  vetoes: z.array(
    z.object({
      code: z.string(),
      ...named,
      fact: z.string(),
      is: z.union([z.boolean(), z.string()]),
      cap: whole,
      source: z.string().exactOptional(),
    }),
  ),
  bands: z.array(z.object({ grade: z.string(), from: whole })),
});

const versionId = z.string().transform((text, context) => {
  const id = cardVersionId(text);
  if (id !== undefined) return id;
  context.addIssue('no id of a card');
  return z.NEVER;
});

type Cards = 'card' | 'cardVersion' | 'cardComparison' | 'pastScore';

export const cardSchemas: { readonly [K in Cards]: z.ZodType<Kept[K]> } = {
  card: z.object({ hash: z.string(), card }),
  cardVersion: z.object({
    id: versionId,
    card,
    role: z.enum(cardRoles),
    ...registered,
  }),
  cardComparison: z.object({
    challenger: versionId,
    champion: z.object({ id: z.string(), version: count, hash: z.string() }),
    scheme: z.string().exactOptional(),
    asOf: day,
    after: z.string().exactOptional(),
    firms: count,
    bands: z.array(z.object({ grade: z.string(), champion: count, challenger: count })),
    psi: z.number(),
    totalShift: whole,
    meanShift: z.number(),
    moves: z.array(z.object({ from: z.string(), to: z.string(), firms: count })),
    largest: z.array(
      z.object({
        code,
        champion: whole,
        challenger: whole,
        from: z.string(),
        to: z.string(),
      }),
    ),
  }),
  pastScore: z.object({
    basis: z.object({
      code,
      asOf: day,
      facts: z.record(z.string(), z.object({ value: scalar, evidence: z.array(recordId) })),
      disputed: z.array(recordId),
    }),
    card: z.object({ id: z.string(), version: count }),
    cardHash: z.string(),
    segment: segment.exactOptional(),
    schemeHash: z.string().exactOptional(),
    factsHash: z.string(),
    scoreHash: z.string(),
    points: whole,
    grade: z.string(),
    scoredAt: instant,
  }),
};
