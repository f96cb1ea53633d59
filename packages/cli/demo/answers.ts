import * as z from 'zod';
import type { matchingSchema } from '#platform/schemas/matching';

/** What the demo reads of the platform's answers; whatever else they hold is left aside. */
const counts = z.object({
  delivered: z.number(),
  accepted: z.number(),
  warned: z.number(),
  corrected: z.number(),
  duplicate: z.number(),
  unlinked: z.number(),
  refused: z.number(),
});

export const batchAnswer = z.object({
  status: z.enum(['awaiting_file', 'ingesting', 'completed', 'refused']),
  counts,
  refusal: z
    .object({ code: z.string(), field: z.string().optional(), expected: z.string().optional() })
    .optional(),
});
export type BatchAnswer = z.infer<typeof batchAnswer>;

export const openedBatch = z.object({
  batch: batchAnswer,
  upload: z.object({ method: z.string(), url: z.string() }).optional(),
});

export const whitelistAnswer = z.object({
  name: z.string(),
  status: z.enum(['drafting', 'draft', 'published']),
  considered: z.number(),
  listed: z.number(),
});
export type WhitelistAnswer = z.infer<typeof whitelistAnswer>;

export const idleAnswer = z.object({ idle: z.boolean() });

export const enterprisePage = z.object({
  items: z.array(
    z.object({
      enterprise: z.object({ code: z.string(), name: z.string() }),
      score: z.object({ points: z.number(), grade: z.string() }).optional(),
    }),
  ),
  next: z.string().optional(),
});

export type MatchingAnswer = z.output<typeof matchingSchema>;
export type ProductMatchAnswer = MatchingAnswer['products'][number];

/** Where an answer is only waited for. */
export const anyAnswer = z.unknown();
