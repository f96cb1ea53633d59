import type { Context } from 'aws-lambda';
import { type Instant, parseInstant } from '#domain/time';

/** The moment at which a function must begin to end, `marginMs` before Lambda ends it. */
export function deadlineOf(context: Context, marginMs: number): Instant {
  const left = context.getRemainingTimeInMillis() - marginMs;
  const at = parseInstant(new Date(Date.now() + left).toISOString());
  if (!at) throw new Error('The clock of this machine is out of the calendar.');
  return at;
}

/** Has the moment come? */
export const isPast = (at: Instant): boolean => new Date().toISOString() >= at;
