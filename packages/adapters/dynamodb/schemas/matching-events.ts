import * as z from 'zod';
import { matchingEventId } from '#domain/ids';
import { passedOverCodes } from '#domain/matching-event/assignment';
import type { Kept } from '#usecases/ports';
import { bankId, code, count, day, instant, money, needId, parsed, productId } from './values.ts';

const eventId = parsed(matchingEventId, 'id of a matching event');
const preference = z.object({
  product: productId,
  bank: bankId,
  points: z.number(),
  likelihood: z.number(),
});

const told = {
  need: needId,
  passedOver: z.array(
    z.object({
      bank: bankId,
      product: productId,
      place: count,
      code: z.enum(passedOverCodes),
      ahead: count,
      left: money,
    }),
  ),
};
const outcome = z.discriminatedUnion('status', [
  z.object({
    ...told,
    status: z.literal('assigned'),
    bank: bankId,
    product: productId,
    place: count,
    points: z.number(),
    priority: z.number(),
    steps: z.array(z.object({ round: count, bank: bankId })),
  }),
  z.object({
    ...told,
    status: z.literal('unassigned'),
    why: z.enum(['nothing_fits', 'passed_over']),
  }),
]);

const joined = { event: eventId, need: needId, code, joinedAt: instant };

type InEvent = 'matchingEvent' | 'eventCapacity' | 'eventNeed';

export const matchingEventSchemas: { readonly [K in InEvent]: z.ZodType<Kept[K]> } = {
  matchingEvent: z.object({
    id: eventId,
    name: z.string(),
    closesOn: day,
    status: z.enum(['open', 'ranking', 'assigned', 'cancelled']),
    openedAt: instant,
    needs: count,
    banks: count,
    asOf: day.exactOptional(),
    ranked: count,
    after: needId.exactOptional(),
    result: z
      .object({ assigned: count, unassigned: count, amount: money, rounds: count })
      .exactOptional(),
    assignedAt: instant.exactOptional(),
    cancelledAt: instant.exactOptional(),
  }),
  eventCapacity: z.object({ event: eventId, bank: bankId, quota: count, amount: money }),
  eventNeed: z.discriminatedUnion('status', [
    z.object({ ...joined, status: z.enum(['joined', 'lapsed']) }),
    z.object({
      ...joined,
      status: z.literal('ranked'),
      edition: count,
      principal: money,
      submittedAt: instant,
      preferences: z.array(preference),
      outcome: outcome.exactOptional(),
    }),
  ]),
};
