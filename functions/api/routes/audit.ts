import * as z from 'zod';
import { type AuditStream, MAX_STREAM_NAME } from '#domain/audit/audit-entry';
import { isStream } from '#domain/audit/audit-fault';
import { answer, asking, type Operation } from '../operation.ts';
import { paged, pageOf, pagingOf } from '../paging.ts';
import { NO_QUERY } from '../parse-asked.ts';

const tag = 'Audit';
/** Numbers as the store pads them. */
const bySeq = /^\d{10}$/;
/** Reads and entries before an answer is due, at a few milliseconds each; `xyd audit verify` looks at all there is. */
const MAX_VERIFIED = 3_000;

const stream = z
  .string()
  .transform((text, context): AuditStream => {
    if (text.length <= MAX_STREAM_NAME && isStream(text)) return text;
    const refusal = { code: 'id_wrong', expected: 'need/need_…', actual: text };
    context.addIssue({ code: 'custom', params: { refusal } });
    return z.NEVER;
  })
  .meta({
    type: 'string',
    description: 'A kind and an id: need/need_1, product/product_1; score/00 to score/0f.',
  });

export const audit: readonly Operation[] = [
  asking({
    method: 'GET',
    path: '/v1/audit',
    operationId: 'listAudit',
    action: 'listAudit',
    tag,
    summary: 'Who decided what in one stream of the audit, first to last',
    query: pagingOf(bySeq).extend({ stream }),
    answers: { pageOf: 'AuditEntry' },
    refuses: ['id_wrong', 'required'],
    handle: async (platform, { asker, query: { stream: of, ...page } }) =>
      answer(await platform.listAudit(asker, { ...pageOf(page), stream: of }), (found) => ({
        value: paged(found),
      })),
  }),
  asking({
    method: 'GET',
    path: '/v1/audit/verification',
    operationId: 'verifyAudit',
    action: 'verifyAudit',
    tag,
    summary: 'Whether the audit is what was written, to the byte, and else where it is not',
    description:
      'Looks at some thousand entries and says where that was not all; the command line looks at all there are.',
    query: NO_QUERY,
    answers: { one: 'AuditVerification' },
    refuses: [],
    handle: async (platform, { asker }) =>
      answer(await platform.verifyAudit(asker, { atMost: MAX_VERIFIED }), (value) => ({ value })),
  }),
];
