import * as z from 'zod';
import { needId } from '#domain/ids';
import { MATCHING_PLACE } from '#domain/matching/page';
import { cursorOf } from '#platform/cursor';
import { productIdSchema } from '#platform/schemas/values';
import { answer, asking, no, type Operation } from '../operation.ts';
import { pageOf, pagingOf } from '../paging.ts';
import { pathId } from '../parse-asked.ts';

const tag = 'Needs';

const query = pagingOf(MATCHING_PLACE).extend({
  diverse: z
    .enum(['true', 'false'])
    .exactOptional()
    .meta({ description: 'Banks take turns among the products that fit.' }),
  verdict: z
    .enum(['yes', 'unknown', 'no'])
    .exactOptional()
    .meta({ description: 'Only the products that fit, may fit, or do not.' }),
});

const ofProduct = z.strictObject({ product: productIdSchema });

export const matchings: readonly Operation[] = [
  asking({
    method: 'GET',
    path: '/v1/needs/{id}/matches',
    operationId: 'readMatches',
    action: 'readMatching',
    tag,
    summary:
      'Every product for a need: those that fit by rank, those of which too little is known, the others',
    description:
      'Reasons are coded: a product refers to places in `findings`. `gaps` count over all products, whatever page this is.',
    query,
    answers: { one: 'Matching' },
    refuses: ['id_wrong', 'not_found', 'need_not_matched', 'cursor_wrong'],
    handle: async (platform, { asker, id, query: { verdict, diverse, ...paging } }) => {
      const need = pathId(needId, id, 'need');
      if (!need.ok) return no(need);
      const matching = await platform.readMatching(asker, {
        need: need.value,
        ...pageOf(paging),
        ...(verdict && { verdict }),
        ...(diverse === 'true' && { diverse: true }),
      });
      return answer(matching, ({ next, ...value }) => ({
        value: { ...value, ...(next !== undefined && { next: cursorOf(next) }) },
      }));
    },
  }),
  {
    method: 'GET',
    path: '/v1/needs/{id}/question',
    operationId: 'readQuestion',
    action: 'readQuestion',
    tag,
    summary: 'What matching asks with for a need: the firm as it sees it today',
    answers: { one: 'Question' },
    refuses: ['id_wrong', 'not_found'],
    handle: async (platform, { asker, id }) => {
      const need = pathId(needId, id, 'need');
      if (!need.ok) return no(need);
      return answer(await platform.readQuestion(asker, { need: need.value }), (value) => ({
        value,
      }));
    },
  },
  asking({
    method: 'GET',
    path: '/v1/needs/{id}/change',
    operationId: 'readChange',
    action: 'readChange',
    tag,
    summary: 'The cheapest changes that a firm can make so that a product fits its need',
    description:
      'Minimal, and found to be enough by matching again; where no change is enough, what stands in the way.',
    query: ofProduct,
    answers: { one: 'ProductChange' },
    refuses: ['id_wrong', 'not_found', 'need_not_open'],
    handle: async (platform, { asker, id, query: { product } }) => {
      const need = pathId(needId, id, 'need');
      if (!need.ok) return no(need);
      return answer(await platform.readChange(asker, { need: need.value, product }), (value) => ({
        value,
      }));
    },
  }),
];
