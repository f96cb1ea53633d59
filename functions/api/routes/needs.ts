import { needId } from '#domain/ids';
import { needTermsSchema } from '#platform/schemas/need';
import { answer, asking, no, type Operation } from '../operation.ts';
import { byId, paged, pageOf, pagingOf } from '../paging.ts';
import { bodyUnder, codeRefusals, pathId } from '../parse-asked.ts';

const tag = 'Needs';
const path = '/v1/needs/{id}';

export const needs: readonly Operation[] = [
  asking({
    method: 'GET',
    path: '/v1/needs',
    operationId: 'listNeeds',
    action: 'listNeeds',
    tag,
    summary: 'Financing needs by id',
    query: pagingOf(byId('need')),
    answers: { pageOf: 'Need' },
    refuses: [],
    handle: async (platform, { asker, query }) =>
      answer(await platform.listNeeds(asker, pageOf(query)), (page) => ({ value: paged(page) })),
  }),
  {
    method: 'GET',
    path,
    operationId: 'readNeed',
    action: 'readNeed',
    tag,
    summary: 'One financing need',
    answers: { one: 'Need' },
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
    summary: 'Submit a financing need',
    description:
      'The client names the need: the same terms again are answered alike, other terms under the same id are refused. Matching runs behind.',
    body: needTermsSchema,
    creates: true,
    answers: { one: 'Need' },
    refuses: [
      'id_wrong',
      'id_differs',
      'need_differs',
      'valid_to_passed',
      'enterprise_unknown',
      'enterprise_hard_stop',
      ...codeRefusals,
    ],
    handle: async (platform, { asker, id, body }) => {
      const terms = bodyUnder(pathId(needId, id, 'need'), needTermsSchema, body);
      if (!terms.ok) return terms;
      return answer(
        await platform.submitNeed(asker, terms.value),
        ({ value, version, created }) => ({
          value,
          version,
          ...(created && { createdAt: `/v1/needs/${value.id}` }),
        }),
      );
    },
  },
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
