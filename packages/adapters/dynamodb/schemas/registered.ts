import * as z from 'zod';
import { registryActions, registryStatuses } from '#domain/scoring/registry/registered';
import { day, instant } from './values.ts';

/** What every version in the registry has besides its id and what it says. */
export const registered = {
  hash: z.string(),
  status: z.enum(registryStatuses),
  steps: z.array(z.object({ action: z.enum(registryActions), by: z.string(), at: instant })),
  activeFrom: day.exactOptional(),
  activeTo: day.exactOptional(),
  announced: day.exactOptional(),
};
