import * as z from 'zod';
import type { AuditStream } from '#domain/audit/audit-entry';
import type { EventId } from '#domain/ids';
import type { Kept } from '#usecases/ports';
import { count, day, instant, principal, text } from './values.ts';

const stream = text<AuditStream>(/^[^/]+\/.+$/);
const hash = z.string().regex(/^[0-9a-f]{64}$/);

export const auditSchemas: {
  readonly [K in 'auditEntry' | 'auditCheckpoint']: z.ZodType<Kept[K]>;
} = {
  auditEntry: z.strictObject({
    stream,
    seq: count,
    previous: hash,
    at: instant,
    by: principal,
    happenings: z.array(
      z.strictObject({
        type: z.string(),
        id: text<EventId>(/./),
        content: z.record(z.string(), z.unknown()).exactOptional(),
        digest: hash.exactOptional(),
      }),
    ),
    changes: z.array(
      z.strictObject({ kind: z.string(), id: z.string(), version: count, digest: hash }),
    ),
    hash,
  }),
  auditCheckpoint: z.strictObject({
    day,
    entries: count,
    root: hash,
    previous: hash,
    signature: z.string(),
  }),
};
