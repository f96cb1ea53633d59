import * as z from 'zod';
import { readPurposeCodes } from '#domain/consent/purposes';
import { partyOf } from '#domain/principal';
import { type RefusalCode, refuse } from '#domain/refusal';
import { consentIdSchema, daySchema } from '#platform/schemas/values';
import { answer, asking, no, type Operation } from '../operation.ts';
import { byAccess, paged, pageOf, pagingOf } from '../paging.ts';
import { codeRefusals, pathCode } from '../parse-asked.ts';
import { statuses } from '../status.ts';

const tag = 'Ledger';
const results = ['given', ...(Object.keys(statuses) as RefusalCode[])] as const;

export const accesses: readonly Operation[] = [
  asking({
    method: 'GET',
    path: '/v1/enterprises/{code}/accesses',
    operationId: 'listAccessesOfEnterprise',
    action: 'listAccessesOfEnterprise',
    tag,
    summary: 'Who read, or tried to read, what of a firm, newest first',
    query: pagingOf(byAccess),
    answers: { pageOf: 'Access' },
    refuses: [...codeRefusals, 'not_found'],
    handle: async (platform, { asker, id, query }) => {
      const firm = pathCode(id);
      if (!firm.ok) return no(firm);
      const found = await platform.listAccessesOfEnterprise(asker, {
        ...pageOf(query),
        code: firm.value,
      });
      return answer(found, (page) => ({ value: paged(page) }));
    },
  }),
  asking({
    method: 'GET',
    path: '/v1/accesses',
    operationId: 'listAccesses',
    action: 'listAccessesOfReader',
    tag,
    summary: 'What the organisation of whoever asks has read, newest first; to the auditor, a day',
    description:
      "With `on`, the office's auditor searches everything that was read on a day; a page may then hold fewer than asked for and still have a next.",
    query: pagingOf(byAccess).extend({
      on: daySchema.exactOptional(),
      consent: consentIdSchema.exactOptional(),
      purpose: z.enum(readPurposeCodes).exactOptional(),
      result: z.enum(results).exactOptional().meta({
        description: '`given`, or the code of a refusal.',
      }),
    }),
    answers: { pageOf: 'Access' },
    refuses: ['required', 'not_found'],
    handle: async (platform, { asker, query: { on, consent, purpose, result, ...paging } }) => {
      const narrowed = {
        ...(consent !== undefined && { consent }),
        ...(purpose !== undefined && { purpose }),
        ...(result !== undefined && { result }),
      };
      const isNarrowed = Object.keys(narrowed).length > 0;
      if (on === undefined && isNarrowed) return no(refuse('required', { field: 'on' }));
      const page = pageOf(paging);
      const found =
        on === undefined
          ? await platform.listAccessesOfReader(asker, { ...page, reader: partyOf(asker) })
          : await platform.listAccessesOn(asker, { ...page, ...narrowed, on });
      return answer(found, (value) => ({ value: paged(value) }));
    },
  }),
];
