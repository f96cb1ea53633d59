import * as z from 'zod';
import { identityMethods, identityReasonCodes, identityStatuses } from '#domain/identity/identity';
import { appliedRuleIds } from '#domain/retention/rules';
import { code, count, day, instant } from './values.ts';

export const identity = z
  .strictObject({
    code,
    person: z.string(),
    role: z.enum(['owner', 'clerk']),
    name: z.string(),
    idNumber: z.string().meta({ description: 'Masked: 3205**********1234.' }),
    phone: z.string().exactOptional().meta({ description: 'Masked: 138****5678.' }),
    method: z.enum(identityMethods),
    status: z.enum(identityStatuses),
    evidence: z.strictObject({ provider: z.string(), reference: z.string() }),
    reasons: z.array(z.enum(identityReasonCodes)),
    ruleVersion: count,
    requestedAt: instant,
    decidedAt: instant.exactOptional(),
    validUntil: day.exactOptional().meta({ description: 'The last day on which it counts.' }),
  })
  .meta({ description: 'A firm, and one person who acts for it, found to be who they say.' });

export const identitiesFound = z.strictObject({ id: z.string(), items: z.array(identity) });

export const retentionReport = z
  .strictObject({
    day,
    ruleVersion: count,
    startedAt: instant,
    lastAt: instant,
    finished: z.boolean(),
    rules: z.array(
      z.strictObject({
        rule: z.enum(appliedRuleIds),
        looked: count,
        deleted: count,
        erased: count,
        nextDue: day.exactOptional(),
        after: z.string().exactOptional().meta({ description: 'Not through yet: goes on here.' }),
      }),
    ),
  })
  .meta({ description: 'What retention has deleted and erased on a day, rule by rule.' });
