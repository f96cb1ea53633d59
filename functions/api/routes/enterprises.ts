import * as z from 'zod';
import type { CreditRecord } from '#domain/credit/record';
import { daySchema } from '#platform/schemas/values';
import { answer, asking, no, type Operation } from '../operation.ts';
import { byCode, byRecord, byTime, paged, pageOf, pagingOf } from '../paging.ts';
import { codeRefusals, pathCode } from '../parse-asked.ts';

const refuses = [...codeRefusals, 'not_found'] as const;
const tag = 'Enterprises';

export const enterprises: readonly Operation[] = [
  asking({
    method: 'GET',
    path: '/v1/enterprises',
    operationId: 'listEnterprises',
    action: 'listEnterprises',
    tag,
    summary: 'Firms by code, each with its latest score',
    query: pagingOf(byCode),
    answers: { pageOf: 'EnterpriseProfile' },
    refuses: [],
    handle: async (platform, { asker, query }) =>
      answer(await platform.listEnterprises(asker, pageOf(query)), (page) => ({
        value: paged(page),
      })),
  }),
  {
    method: 'GET',
    path: '/v1/enterprises/{code}',
    operationId: 'readEnterprise',
    action: 'readEnterprise',
    tag,
    summary: 'One firm and its latest score',
    answers: { one: 'EnterpriseProfile' },
    refuses,
    handle: async (platform, { asker, id }) => {
      const firm = pathCode(id);
      if (!firm.ok) return no(firm);
      return answer(await platform.readEnterprise(asker, firm.value), (value) => ({ value }));
    },
  },
  {
    method: 'GET',
    path: '/v1/enterprises/{code}/score',
    operationId: 'readScore',
    action: 'readScore',
    tag,
    summary: 'The latest score, explained',
    description:
      'Points of 1000 by dimension and indicator, vetoes, and up to four principal reasons with the records that they rest on.',
    answers: { one: 'Score' },
    refuses: [...refuses, 'enterprise_not_scored'],
    handle: async (platform, { asker, id }) => {
      const firm = pathCode(id);
      if (!firm.ok) return no(firm);
      return answer(await platform.readScore(asker, firm.value), (value) => ({ value }));
    },
  },
  asking({
    method: 'GET',
    path: '/v1/enterprises/{code}/profile',
    operationId: 'readProfile',
    action: 'readProfile',
    tag,
    summary: "A firm's credit on one page, as of a day",
    query: z.strictObject({ on: daySchema.exactOptional() }),
    answers: { one: 'Profile' },
    refuses,
    handle: async (platform, { asker, id, query: { on } }) => {
      const firm = pathCode(id);
      if (!firm.ok) return no(firm);
      const profile = await platform.readProfile(asker, {
        code: firm.value,
        ...(on !== undefined && { asOf: on }),
      });
      return answer(profile, (value) => ({ value }));
    },
  }),
  asking({
    method: 'GET',
    path: '/v1/enterprises/{code}/records',
    operationId: 'listRecords',
    action: 'readRecords',
    tag,
    summary: 'The credit records of a firm, with their uses on a day and their provenance',
    description:
      'Those that may be seen on the day by whoever asks. A page may hold fewer than asked for, since what was withdrawn or has run out is on none.',
    query: pagingOf(byRecord).extend({ on: daySchema.exactOptional() }),
    answers: { pageOf: 'CreditRecord' },
    refuses,
    handle: async (platform, { asker, id, query: { on, ...paging } }) => {
      const firm = pathCode(id);
      if (!firm.ok) return no(firm);
      const found = await platform.readRecords(asker, {
        ...pageOf(paging),
        code: firm.value,
        ...(on !== undefined && { asOf: on }),
      });
      return answer(found, (page) => ({
        value: paged({ ...page, items: page.items.map(withoutLines) }),
      }));
    },
  }),
  asking({
    method: 'GET',
    path: '/v1/enterprises/{code}/needs',
    operationId: 'listNeedsOfEnterprise',
    action: 'listNeedsOfEnterprise',
    tag,
    summary: 'The financing needs of a firm, newest first',
    query: pagingOf(byTime('need')),
    answers: { pageOf: 'Need' },
    refuses,
    handle: async (platform, { asker, id, query }) => {
      const firm = pathCode(id);
      if (!firm.ok) return no(firm);
      const found = await platform.listNeedsOfEnterprise(asker, {
        ...pageOf(query),
        code: firm.value,
      });
      return answer(found, (page) => ({ value: paged(page) }));
    },
  }),
  {
    method: 'GET',
    path: '/v1/enterprises/{code}/listing',
    operationId: 'readListing',
    action: 'readListing',
    tag,
    summary: "A firm's entry in the recommended list in effect: why in, or why not",
    answers: { one: 'Listing' },
    refuses,
    handle: async (platform, { asker, id }) => {
      const firm = pathCode(id);
      if (!firm.ok) return no(firm);
      return answer(await platform.readListing(asker, firm.value), (value) => ({ value }));
    },
  },
];

/** A page of packed records with their lines would not fit into an answer of Lambda. */
function withoutLines<Item extends CreditRecord>({ lines, ...record }: Item) {
  return { ...record, ...(lines && { lineCount: lines.length }) };
}
