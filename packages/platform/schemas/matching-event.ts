import * as z from 'zod';
import {
  type Capacity,
  MAX_CAPACITY_FEN,
  MAX_EVENT_NAME,
  type MatchingEventTerms,
} from '#domain/matching-event/matching-event';
import { MAX_EVENT_NEEDS } from '#domain/matching-event/participants';
import { daySchema, fenSchema, matchingEventIdSchema, textSchema, wholeSchema } from './values.ts';

export const matchingEventTermsSchema = z.strictObject({
  id: matchingEventIdSchema,
  name: textSchema(MAX_EVENT_NAME),
  closesOn: daySchema.meta({ description: 'The last day on which needs and banks come.' }),
}) satisfies z.ZodType<MatchingEventTerms>;

/** What a bank lends in an event; nothing of both is to stay away. */
export const capacitySchema = z.strictObject({
  quota: wholeSchema({ min: 0, max: MAX_EVENT_NEEDS }, 'Needs that the bank takes at most.'),
  amount: fenSchema({ min: 0, max: MAX_CAPACITY_FEN }),
}) satisfies z.ZodType<Omit<Capacity, 'event' | 'bank'>>;
