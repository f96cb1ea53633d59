import * as z from 'zod';
import type { Placement } from '#domain/matching-event/find-blocking-pairs';
import { MAX_CAPACITY_FEN } from '#domain/matching-event/matching-event';
import {
  MAX_EVENT_BANKS,
  MAX_EVENT_NEEDS,
  type Participants,
} from '#domain/matching-event/participants';
import { capacitySchema } from './matching-event.ts';
import {
  bankIdSchema,
  fenSchema,
  instantSchema,
  needIdSchema,
  productIdSchema,
  wholeSchema,
} from './values.ts';

/** Any scale: only which is more, and which are equal, counts. */
const points = z.number();

/** A matching event on a plain file; what is told twice, `checkParticipants` says. */
export const participantsSchema = z.strictObject({
  event: z.string().min(1).max(100).meta({ description: 'Names the lots that break ties.' }),
  needs: z
    .array(
      z.strictObject({
        id: needIdSchema,
        principal: fenSchema({ min: 1, max: MAX_CAPACITY_FEN }),
        submittedAt: instantSchema,
        preferences: z
          .array(z.strictObject({ product: productIdSchema, bank: bankIdSchema, points }))
          .max(MAX_EVENT_BANKS),
      }),
    )
    .max(MAX_EVENT_NEEDS),
  banks: z
    .array(
      capacitySchema.extend({
        id: bankIdSchema,
        priorities: z.array(z.strictObject({ need: needIdSchema, points })).max(MAX_EVENT_NEEDS),
      }),
    )
    .max(MAX_EVENT_BANKS),
}) satisfies z.ZodType<Participants>;

/** An assignment as `xyd event assign --json` writes it, or as somebody else made it: what counts are its steps. */
export const placementsSchema = z.object({
  outcomes: z.array(
    z
      .object({
        need: needIdSchema,
        steps: z
          .array(
            z.object({
              round: wholeSchema({ min: 1, max: 1_000_000 }, 'From 1.'),
              bank: bankIdSchema,
            }),
          )
          .default([]),
      })
      .transform(({ need, steps }): Placement => ({ need, steps })),
  ),
});
