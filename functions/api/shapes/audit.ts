import * as z from 'zod';
import { count, day, instant } from './values.ts';

const hash = z.string().meta({ description: 'SHA-256 in hex, of canonical JSON (RFC 8785).' });

export const auditEntry = z
  .strictObject({
    stream: z.string(),
    seq: z.int().min(1).meta({ description: 'From 1, without gaps.' }),
    previous: hash,
    at: instant,
    by: z.strictObject({
      kind: z.string(),
      organisation: z.string(),
      roles: z.array(z.string()),
      id: z.string(),
    }),
    happenings: z.array(
      z.strictObject({
        type: z.string(),
        id: z.string(),
        content: z.record(z.string(), z.unknown()).exactOptional(),
        digest: hash.exactOptional(),
      }),
    ),
    changes: z.array(
      z.strictObject({ kind: z.string(), id: z.string(), version: count, digest: hash }),
    ),
    hash,
  })
  .meta({
    description:
      'One decision or administrative change; `hash` is over everything else, `previous` the hash of the entry before.',
  });

export const auditVerification = z
  .strictObject({
    entries: count,
    streams: count,
    checkpoints: count,
    sealedUntil: day.exactOptional(),
    unsealed: count.meta({ description: 'Entries after the last sealed day.' }),
    complete: z.boolean().meta({
      description: 'False where something is broken, or where there is more than was looked at.',
    }),
    firstBroken: z
      .strictObject({
        why: z.string(),
        stream: z.string().exactOptional(),
        seq: count.exactOptional(),
        day: day.exactOptional(),
      })
      .exactOptional(),
  })
  .meta({ description: 'Whether the audit is what was written, and else where it is not.' });
