import * as z from 'zod';
import { caseKinds, caseStatuses } from '#domain/case/case';
import { verificationOutcomes } from '#domain/credit/verification';
import { noticeKinds } from '#domain/notice/notice';
import type { Kept } from '#usecases/ports';
import {
  caseId,
  code,
  consentId,
  count,
  day,
  instant,
  noticeId,
  party,
  principal,
  recordId,
  verificationId,
} from './values.ts';

const evidence = z.array(
  z.object({ name: z.string(), proves: z.string(), digest: z.string().exactOptional() }),
);
const reasons = z.array(z.object({ code: z.string(), note: z.string().exactOptional() }));
const decision = z.object({ reasons, by: principal, on: day });

type Cases = 'case' | 'verification' | 'notice' | 'reading';

export const caseSchemas: { readonly [K in Cases]: z.ZodType<Kept[K]> } = {
  case: z.object({
    id: caseId,
    kind: z.enum(caseKinds),
    code,
    record: recordId,
    statement: z.string(),
    evidence,
    promised: z.boolean(),
    status: z.enum(caseStatuses),
    ruleVersion: count,
    filedAt: instant,
    filedOn: day,
    acceptBy: day,
    decideBy: day,
    accepted: decision.exactOptional(),
    decided: decision.exactOptional(),
    extended: decision.exactOptional(),
  }),
  verification: z.object({
    id: verificationId,
    record: recordId,
    code,
    outcome: z.enum(verificationOutcomes),
    evidence,
    reasons,
    by: principal,
    at: instant,
  }),
  notice: z.object({
    id: noticeId,
    to: party,
    kind: z.enum(noticeKinds),
    code,
    record: recordId.exactOptional(),
    case: caseId.exactOptional(),
    consent: consentId.exactOptional(),
    on: day.exactOptional(),
    detail: z.string().exactOptional(),
    createdAt: instant,
  }),
  reading: z.object({ code, reader: party, firstAt: instant, lastAt: instant }),
};
