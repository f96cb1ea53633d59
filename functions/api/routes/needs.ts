import * as z from 'zod';
import { needId } from '#domain/ids';
import { namesIn } from '#domain/names-in';
import { principalLimits } from '#domain/product/limits';
import { purposeKinds } from '#domain/product/vocabulary';
import { needTermsSchema } from '#platform/schemas/need';
import { fenSchema } from '#platform/schemas/values';
import { seenVersion } from '../if-match.ts';
import { answer, asking, no, type Operation } from '../operation.ts';
import { byCount, byId, paged, pageOf, pagingOf } from '../paging.ts';
import { bodyUnder, codeRefusals, pathId } from '../parse-asked.ts';

const tag = 'Needs';
const path = '/v1/needs/{id}';
const SEEN =
  'A bank sees the needs that invite it; an anonymous one without its firm until it holds a consent of the firm, and then whole.';

/** Of a query, where everything is text. Refuses: not_in_list (no digits), out_of_range. */
const sum = z
  .string()
  .regex(/^\d{1,15}$/)
  .transform(Number)
  .pipe(fenSchema(principalLimits))
  .exactOptional()
  .meta({ type: 'integer', description: 'Renminbi in fen.' });

const listQuery = pagingOf(byId('need')).extend({
  open: z
    .enum(['true', 'false'])
    .exactOptional()
    .meta({ description: 'Open and not past its last day; pages may hold fewer then.' }),
  purpose: z.enum(namesIn(purposeKinds)).exactOptional(),
  minPrincipal: sum,
  maxPrincipal: sum,
});

export const needs: readonly Operation[] = [
  asking({
    method: 'GET',
    path: '/v1/needs',
    operationId: 'listNeeds',
    action: 'listNeeds',
    tag,
    summary: 'Financing needs by id',
    description: SEEN,
    query: listQuery,
    answers: { pageOf: 'SeenNeed' },
    refuses: ['not_in_list', 'out_of_range'],
    handle: async (platform, { asker, query }) => {
      const { open, purpose, minPrincipal, maxPrincipal, ...paging } = query;
      const filter = {
        ...(open !== undefined && { open: open === 'true' }),
        ...(purpose !== undefined && { purpose }),
        ...(minPrincipal !== undefined && { minPrincipal }),
        ...(maxPrincipal !== undefined && { maxPrincipal }),
      };
      return answer(await platform.listNeeds(asker, { ...pageOf(paging), filter }), (page) => ({
        value: paged(page),
      }));
    },
  }),
  {
    method: 'GET',
    path,
    operationId: 'readNeed',
    action: 'readNeed',
    tag,
    summary: 'One financing need',
    description: SEEN,
    answers: { one: 'SeenNeed' },
    refuses: ['id_wrong', 'not_found'],
    handle: async (platform, { asker, id }) => {
      const need = pathId(needId, id, 'need');
      return need.ok
        ? answer(await platform.readNeed(asker, need.value), (kept) => kept)
        : no(need);
    },
  },
  {
    method: 'PUT',
    path,
    operationId: 'submitNeed',
    action: 'submitNeed',
    tag,
    summary: 'Submit a financing need, or edit one',
    description:
      'The client names the need: the same terms again are answered alike, other terms under the same id are refused. With If-Match, other terms are its next edition, where it is still what the client has seen. Matching runs behind.',
    body: needTermsSchema,
    takesIfMatch: true,
    creates: true,
    answers: { one: 'Need' },
    refuses: [
      'id_wrong',
      'id_differs',
      'need_differs',
      'need_not_open',
      'version_differs',
      'need_editions_spent',
      'purpose_unlawful',
      'valid_to_passed',
      'repeated',
      'contradiction',
      'enterprise_unknown',
      'enterprise_hard_stop',
      'need_consent_unknown',
      'need_consent_not_active',
      'need_consent_ends',
      'audience_not_listed',
      'needs_too_many',
      ...codeRefusals,
    ],
    handle: async (platform, { asker, id, body, ifMatch }) => {
      const terms = bodyUnder(pathId(needId, id, 'need'), needTermsSchema, body);
      if (!terms.ok) return terms;
      const seen = await seenVersion(ifMatch, () => platform.readNeed(asker, terms.value.id));
      if (!seen.ok) return no(seen);
      const written =
        seen.value === undefined
          ? platform.submitNeed(asker, terms.value)
          : platform.editNeed(asker, { terms: terms.value, seen: seen.value });
      return answer(await written, ({ value, version, created }) => ({
        value,
        version,
        ...(created && { createdAt: `/v1/needs/${value.id}` }),
      }));
    },
  },
  asking({
    method: 'GET',
    path: '/v1/needs/{id}/editions',
    operationId: 'listNeedEditions',
    action: 'listNeedEditions',
    tag,
    summary: 'The terms that a need had, first to last',
    query: pagingOf(byCount),
    answers: { pageOf: 'NeedEdition' },
    refuses: ['id_wrong', 'not_found'],
    handle: async (platform, { asker, id, query }) => {
      const need = pathId(needId, id, 'need');
      if (!need.ok) return no(need);
      const found = await platform.listNeedEditions(asker, { ...pageOf(query), need: need.value });
      return answer(found, (page) => ({ value: paged(page) }));
    },
  }),
  {
    method: 'PUT',
    path: '/v1/needs/{id}/withdrawal',
    operationId: 'withdrawNeed',
    action: 'withdrawNeed',
    tag,
    summary: 'Withdraw a need; twice is once',
    answers: { one: 'Need' },
    refuses: ['id_wrong', 'not_found'],
    handle: async (platform, { asker, id }) => {
      const need = pathId(needId, id, 'need');
      if (!need.ok) return no(need);
      return answer(await platform.withdrawNeed(asker, need.value), (value) => ({ value }));
    },
  },
];
