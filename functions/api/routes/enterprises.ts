import * as z from 'zod';
import { categoriesSchema } from '#platform/schemas/consent';
import { daySchema } from '#platform/schemas/values';
import { withoutLines } from '#usecases/read-records';
import { answer, asking, no, type Operation } from '../operation.ts';
import { byCode, byRecord, byTime, paged, pageOf, pagingOf } from '../paging.ts';
import { codeRefusals, pathCode } from '../parse-asked.ts';
import { consentRefusals, firmUnder, UNDER_CONSENT, underQuery } from '../under.ts';

const refuses = [...codeRefusals, 'not_found', ...consentRefusals] as const;
const tag = 'Enterprises';
const categoryQuery = { category: categoriesSchema.exactOptional() };

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
  asking({
    method: 'GET',
    path: '/v1/enterprises/{code}',
    operationId: 'readEnterprise',
    action: 'readEnterprise',
    tag,
    summary: 'One firm and its latest score',
    description: `${UNDER_CONSENT} The consent covers \`registration\`; the score is there where it covers \`score\` too.`,
    query: z.strictObject(underQuery),
    answers: { one: 'EnterpriseProfile' },
    refuses,
    handle: async (platform, { asker, id, query }) => {
      const asked = firmUnder(id, query);
      if (!asked.ok) return no(asked);
      return answer(await platform.readEnterprise(asker, asked.value), (value) => ({ value }));
    },
  }),
  asking({
    method: 'GET',
    path: '/v1/enterprises/{code}/score',
    operationId: 'readScore',
    action: 'readScore',
    tag,
    summary: 'The latest score, explained',
    description: `Points of 1000 by dimension and indicator, vetoes, and up to four principal reasons with the records that they rest on. ${UNDER_CONSENT} The consent covers \`score\`.`,
    query: z.strictObject(underQuery),
    answers: { one: 'Score' },
    refuses: [...refuses, 'enterprise_not_scored'],
    handle: async (platform, { asker, id, query }) => {
      const asked = firmUnder(id, query);
      if (!asked.ok) return no(asked);
      return answer(await platform.readScore(asker, asked.value), (value) => ({ value }));
    },
  }),
  asking({
    method: 'GET',
    path: '/v1/enterprises/{code}/profile',
    operationId: 'readProfile',
    action: 'readProfile',
    tag,
    summary: "A firm's credit on one page, as of a day",
    description: `Folded from the records of the categories asked for; of a bank that names none, from those that its consent covers. ${UNDER_CONSENT}`,
    query: z.strictObject({ on: daySchema.exactOptional(), ...categoryQuery, ...underQuery }),
    answers: { one: 'Profile' },
    refuses,
    handle: async (platform, { asker, id, query: { on, category, ...named } }) => {
      const asked = firmUnder(id, named);
      if (!asked.ok) return no(asked);
      const profile = await platform.readProfile(asker, {
        ...asked.value,
        ...(category !== undefined && { categories: category }),
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
    description: `Those that may be seen on the day by whoever asks. A page without \`category\` may hold fewer than asked for, since what was withdrawn or has run out is on none. ${UNDER_CONSENT} A bank names at least one category, and each must be covered.`,
    query: pagingOf(byRecord).extend({
      on: daySchema.exactOptional(),
      ...categoryQuery,
      ...underQuery,
    }),
    answers: { pageOf: 'CreditRecord' },
    refuses,
    handle: async (
      platform,
      { asker, id, query: { on, category, consent, purpose, ...paging } },
    ) => {
      const asked = firmUnder(id, {
        ...(consent !== undefined && { consent }),
        ...(purpose !== undefined && { purpose }),
      });
      if (!asked.ok) return no(asked);
      const found = await platform.readRecords(asker, {
        ...pageOf(paging),
        ...asked.value,
        ...(category !== undefined && { categories: category }),
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
    description: 'A bank is told of those that invite it and are not anonymous to it.',
    query: pagingOf(byTime('need')),
    answers: { pageOf: 'SeenNeed' },
    refuses: [...codeRefusals, 'not_found'],
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
