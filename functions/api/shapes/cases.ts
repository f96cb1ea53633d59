import * as z from 'zod';
import { caseKinds, caseStatuses } from '#domain/case/case';
import { code, count, day, instant, principal } from './values.ts';

const decision = z.strictObject({
  reasons: z.array(z.strictObject({ code: z.string(), note: z.string().exactOptional() })),
  by: principal,
  on: day,
});

export const creditCase = z
  .strictObject({
    id: z.string(),
    kind: z.enum(caseKinds),
    code,
    record: z.string(),
    statement: z.string(),
    evidence: z.array(
      z.strictObject({ name: z.string(), proves: z.string(), digest: z.string().exactOptional() }),
    ),
    promised: z.boolean(),
    status: z.enum(caseStatuses),
    ruleVersion: count,
    filedAt: instant,
    filedOn: day,
    acceptBy: day.meta({ description: 'The last day on which it is accepted or declined.' }),
    decideBy: day.meta({ description: 'The last day on which it is granted or denied.' }),
    accepted: decision.exactOptional(),
    decided: decision.exactOptional(),
    extended: decision.exactOptional(),
  })
  .meta({ description: 'An objection to a record, or a request to repair it.' });
