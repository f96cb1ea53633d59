import * as z from 'zod';
import { listActions } from '#domain/credit/lists/list-type';
import { code, count, day, money } from './values.ts';

export const listHit = z.strictObject({
  type: z.string().meta({ description: 'The list: GET /v1/lists tells them all.' }),
  action: z.enum(listActions),
  record: z.string(),
  since: day,
  until: day.exactOptional(),
  disputedBy: z.string().exactOptional(),
});

export const profile = z
  .strictObject({
    code,
    asOf: day,
    firm: z
      .strictObject({ name: z.string(), status: z.string(), district: z.string().exactOptional() })
      .exactOptional(),
    catalogues: z
      .record(
        z.string(),
        z.strictObject({
          records: count,
          latestOn: day,
          lines: count.exactOptional(),
          amount: money.exactOptional(),
        }),
      )
      .meta({ description: 'By catalogue: records in use on the day.' }),
    severities: z.strictObject({ minor: count, general: count, serious: count }),
    lists: z.array(listHit),
    disputed: z.array(z.string()),
  })
  .meta({ description: "The fold of the firm's records as of the day; it costs one read." });
