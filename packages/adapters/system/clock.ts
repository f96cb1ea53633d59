import { parseInstant } from '#domain/time';
import type { Ports } from '#usecases/ports';

/** The machine's clock, read anew at every call. */
export const now: Ports['now'] = () => {
  const instant = parseInstant(new Date().toISOString());
  if (!instant) throw new Error('The clock of this machine is out of the calendar.');
  return instant;
};
