import * as z from 'zod';
import { whitelistId } from '#domain/ids';
import { whitelistTermsSchema } from '#platform/schemas/whitelist';
import { answer, asking, no, type Operation } from '../operation.ts';
import { byCode, byTime, paged, pageOf, pagingOf } from '../paging.ts';
import { bodyUnder, pathId } from '../parse-asked.ts';

const tag = 'Whitelists';
const path = '/v1/whitelists/{id}';
const listingsQuery = pagingOf(byCode).extend({
  listed: z
    .literal('true')
    .exactOptional()
    .meta({ description: 'Only the firms that the list takes in.' }),
});

export const whitelists: readonly Operation[] = [
  asking({
    method: 'GET',
    path: '/v1/whitelists',
    operationId: 'listWhitelists',
    action: 'listWhitelists',
    tag,
    summary: 'Recommended lists, newest first',
    query: pagingOf(byTime('whitelist')),
    answers: { pageOf: 'Whitelist' },
    refuses: [],
    handle: async (platform, { asker, query }) =>
      answer(await platform.listWhitelists(asker, pageOf(query)), (page) => ({
        value: paged(page),
      })),
  }),
  {
    method: 'GET',
    path,
    operationId: 'readWhitelist',
    action: 'readWhitelist',
    tag,
    summary: 'One recommended list: its rule, its state, its numbers',
    answers: { one: 'Whitelist' },
    refuses: ['id_wrong', 'not_found'],
    handle: async (platform, { asker, id }) => {
      const list = pathId(whitelistId, id, 'whitelist');
      return list.ok
        ? answer(await platform.readWhitelist(asker, list.value), (kept) => kept)
        : no(list);
    },
  },
  {
    method: 'PUT',
    path,
    operationId: 'requestWhitelist',
    action: 'requestWhitelist',
    tag,
    summary: 'Ask for the draft of a recommended list',
    description: 'Drafting runs behind: the list is `drafting`, then `draft`, then `published`.',
    body: whitelistTermsSchema,
    creates: true,
    answers: { one: 'Whitelist' },
    refuses: ['id_wrong', 'id_differs', 'whitelist_differs'],
    handle: async (platform, { asker, id, body }) => {
      const list = pathId(whitelistId, id, 'whitelist');
      const terms = bodyUnder(list, whitelistTermsSchema, body);
      if (!terms.ok) return terms;
      return answer(
        await platform.requestWhitelist(asker, terms.value),
        ({ value, version, created }) => ({
          value,
          version,
          ...(created && { createdAt: `/v1/whitelists/${value.id}` }),
        }),
      );
    },
  },
  {
    method: 'PUT',
    path: '/v1/whitelists/{id}/publication',
    operationId: 'publishWhitelist',
    action: 'publishWhitelist',
    tag,
    summary: 'Publish a drafted list; twice is once',
    answers: { one: 'Whitelist' },
    refuses: ['id_wrong', 'not_found', 'whitelist_not_draft'],
    handle: async (platform, { asker, id }) => {
      const list = pathId(whitelistId, id, 'whitelist');
      if (!list.ok) return no(list);
      return answer(await platform.publishWhitelist(asker, list.value), (value) => ({ value }));
    },
  },
  asking({
    method: 'GET',
    path: '/v1/whitelists/{id}/listings',
    operationId: 'listListings',
    action: 'readListings',
    tag,
    summary: "Every firm's entry, in or out, with its grounds",
    description:
      'So the office reads it. To everybody else a published list gives the firms that it takes in, by name alone: grounds and points are for the firm itself, under /v1/enterprises/{code}/listing.',
    query: listingsQuery,
    answers: { pageOf: 'Listing' },
    refuses: ['id_wrong', 'not_found'],
    handle: async (platform, { asker, id, query: { listed, ...paging } }) => {
      const list = pathId(whitelistId, id, 'whitelist');
      if (!list.ok) return no(list);
      const found = await platform.readListings(asker, {
        ...pageOf(paging),
        whitelist: list.value,
        listedOnly: listed === 'true',
      });
      return answer(found, (page) => ({ value: paged(page) }));
    },
  }),
];
