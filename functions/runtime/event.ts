import type { SQSRecord } from 'aws-lambda';
import * as z from 'zod';
import { catalogueIds } from '#domain/credit/catalogue';
import { listActions } from '#domain/credit/lists/list-type';
import { parseRecordId } from '#domain/credit/parse-record-id';
import { parseUnifiedCode } from '#domain/enterprise/unified-code';
import { caseId, needId, productId, type UnifiedCode, whitelistId } from '#domain/ids';
import { productStatuses } from '#domain/product/product';

const code = z.string().transform((text, context): UnifiedCode => {
  const parsed = parseUnifiedCode(text);
  if (parsed.ok) return parsed.value;
  context.addIssue({ code: 'custom', message: parsed.refusal.code });
  return z.NEVER;
});
const idBy = <Id>(parse: (text: string) => Id | undefined) =>
  z.string().transform((text, context): Id => {
    const id = parse(text);
    if (id !== undefined) return id;
    context.addIssue({ code: 'custom', message: 'id_wrong' });
    return z.NEVER;
  });

/** What functions read of the events that reach them; the rules of the bus decide which do. */
const happening = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('records_changed'),
    codes: z.array(code),
    catalogue: z.enum(catalogueIds),
  }),
  z.object({ type: z.literal('need_submitted'), need: idBy(needId) }),
  z.object({ type: z.literal('need_edited'), need: idBy(needId) }),
  z.object({
    type: z.literal('product_moved'),
    product: idBy(productId),
    status: z.enum(productStatuses),
  }),
  z.object({ type: z.literal('product_matching'), product: idBy(productId), after: z.string() }),
  z.object({ type: z.literal('enterprise_scored'), code }),
  z.object({
    type: z.literal('whitelist_drafting'),
    whitelist: idBy(whitelistId),
    after: z.string(),
  }),
  z.object({
    type: z.literal('record_withdrawn'),
    case: idBy(caseId),
    code,
    record: idBy(parseRecordId),
  }),
  z.object({ type: z.literal('list_hit'), code, action: z.enum(listActions) }),
]);
export type Arrived = z.infer<typeof happening>;

const body = z.object({ detail: z.object({ event: z.string() }) });

/** The event inside a message of the bus. Throws on anything else: such a message ends in the dead-letter queue. */
export const eventOf = (record: SQSRecord): Arrived =>
  happening.parse(JSON.parse(body.parse(JSON.parse(record.body)).detail.event));
