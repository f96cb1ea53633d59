import * as z from 'zod';
import { passedOverCodes } from '#domain/matching-event/assignment';
import { code, count, day, instant, money } from './values.ts';

const result = z
  .strictObject({ assigned: count, unassigned: count, amount: money, rounds: count })
  .meta({ description: 'Once it is assigned: needs with and without a bank, and fen lent.' });

export const matchingEvent = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    closesOn: day,
    status: z.enum(['open', 'ranking', 'assigned', 'cancelled']),
    openedAt: instant,
    needs: count.meta({ description: 'That have joined.' }),
    banks: count,
    asOf: day.exactOptional(),
    ranked: count.meta({ description: 'Needs ranked so far; all of them, then it is assigned.' }),
    after: z.string().exactOptional(),
    result: result.exactOptional(),
    assignedAt: instant.exactOptional(),
    cancelledAt: instant.exactOptional(),
  })
  .meta({
    description: '撮合会: many needs and many banks, and one stable assignment of them all.',
  });

export const capacity = z
  .strictObject({ event: z.string(), bank: z.string(), quota: count, amount: money })
  .meta({ description: 'What a bank lends in an event: needs, and fen in all.' });

const points = z.number();

const told = {
  need: z.string(),
  passedOver: z
    .array(
      z.strictObject({
        bank: z.string(),
        product: z.string(),
        place: count,
        code: z.enum(passedOverCodes),
        ahead: count.meta({ description: 'Needs that the bank has and that stand before it.' }),
        left: money.meta({ description: "What those leave of the bank's amount, in fen." }),
      }),
    )
    .meta({ description: 'Every bank that it would rather have had, and why it has not.' }),
};
const outcome = z.discriminatedUnion('status', [
  z.strictObject({
    ...told,
    status: z.literal('assigned'),
    bank: z.string(),
    product: z.string(),
    place: count.meta({ description: "Of the bank on the need's list, from 1." }),
    points,
    priority: points,
    steps: z
      .array(z.strictObject({ round: count, bank: z.string() }))
      .meta({ description: 'What it got in which round; the last one is what it has.' }),
  }),
  z.strictObject({
    ...told,
    status: z.literal('unassigned'),
    why: z.enum(['nothing_fits', 'passed_over']),
  }),
]);

const joined = { event: z.string(), need: z.string(), code, joinedAt: instant };

export const eventNeed = z
  .discriminatedUnion('status', [
    z.strictObject({ ...joined, status: z.enum(['joined', 'lapsed']) }),
    z.strictObject({
      ...joined,
      status: z.literal('ranked'),
      edition: count,
      principal: money,
      submittedAt: instant,
      preferences: z.array(
        z.strictObject({
          product: z.string(),
          bank: z.string(),
          points,
          likelihood: points.meta({ description: 'Basis points; by it the bank ranks the need.' }),
        }),
      ),
      outcome: outcome.exactOptional(),
    }),
  ])
  .meta({ description: 'A need in a matching event, once it is assigned with its outcome.' });

export const gotNeed = z
  .strictObject({
    need: z.string(),
    product: z.string(),
    edition: count,
    principal: money,
    priority: points,
    round: count,
  })
  .meta({ description: 'A need that a bank got in an event.' });
