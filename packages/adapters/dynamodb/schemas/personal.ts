import * as z from 'zod';
import { identityMethods, identityReasonCodes, identityStatuses } from '#domain/identity/identity';
import { appliedRuleIds } from '#domain/retention/rules';
import type { Kept } from '#usecases/ports';
import { code, count, day, instant } from './values.ts';

const sealed = z.strictObject({ cipher: z.string(), hash: z.string(), masked: z.string() });
const number = z.union([sealed, z.strictObject({ masked: z.string() })]);

type Personal = 'identity' | 'vaultKey' | 'retentionReport';
export const personalSchemas: { readonly [K in Personal]: z.ZodType<Kept[K]> } = {
  identity: z.object({
    code,
    person: z.string(),
    role: z.enum(['owner', 'clerk']),
    name: z.string(),
    idNumber: number,
    phone: number.exactOptional(),
    method: z.enum(identityMethods),
    status: z.enum(identityStatuses),
    evidence: z.object({ provider: z.string(), reference: z.string() }),
    reasons: z.array(z.enum(identityReasonCodes)),
    ruleVersion: count,
    requestedAt: instant,
    decidedAt: instant.exactOptional(),
    validUntil: day.exactOptional(),
  }),
  vaultKey: z.object({ id: z.literal('hash'), wrapped: z.string() }),
  retentionReport: z.object({
    day,
    ruleVersion: count,
    startedAt: instant,
    lastAt: instant,
    finished: z.boolean(),
    rules: z.array(
      z.object({
        rule: z.enum(appliedRuleIds),
        looked: count,
        deleted: count,
        erased: count,
        nextDue: day.exactOptional(),
        after: z.string().exactOptional(),
      }),
    ),
  }),
};
