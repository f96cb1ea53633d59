import * as z from 'zod';
import { instantSchema } from '#platform/schemas/values';
import { answer, asking, no, type Operation } from '../operation.ts';
import { paged, pageOf, pagingOf } from '../paging.ts';
import { codeRefusals } from '../parse-asked.ts';
import { consentRefusals, firmUnder, UNDER_CONSENT, underQuery } from '../under.ts';

const tag = 'Enterprises';
const refuses = [...codeRefusals, 'not_found', ...consentRefusals] as const;

const at = instantSchema.meta({
  type: 'string',
  format: 'date-time',
  description: 'The `scoredAt` of a score that was told.',
});

/** Scores as they were told. */
export const pastScores: readonly Operation[] = [
  asking({
    method: 'GET',
    path: '/v1/enterprises/{code}/scores',
    operationId: 'listScores',
    action: 'listScores',
    tag,
    summary: 'The scores of a firm as they were told, newest first',
    description: `${UNDER_CONSENT} The consent covers \`score\`.`,
    query: pagingOf(/^[0-9T:.-]+Z$/).extend(underQuery),
    answers: { pageOf: 'ToldScore' },
    refuses,
    handle: async (platform, { asker, id, query: { consent, purpose, ...paging } }) => {
      const asked = firmUnder(id, {
        ...(consent !== undefined && { consent }),
        ...(purpose !== undefined && { purpose }),
      });
      if (!asked.ok) return no(asked);
      const found = await platform.listScores(asker, { ...pageOf(paging), ...asked.value });
      return answer(found, (page) => ({ value: paged(page) }));
    },
  }),
  asking({
    method: 'GET',
    path: '/v1/enterprises/{code}/score-replay',
    operationId: 'replayScore',
    action: 'replayScore',
    tag,
    summary: 'A score of the past, reckoned anew from what was kept with it',
    description: `From the facts of then by the card of then; whether it is the very score that was told is part of the answer. ${UNDER_CONSENT} The consent covers \`score\`.`,
    query: z.strictObject({ at, ...underQuery }),
    answers: { one: 'ReplayedScore' },
    refuses: [...refuses, 'date_wrong'],
    handle: async (platform, { asker, id, query: { at: scoredAt, ...named } }) => {
      const asked = firmUnder(id, named);
      if (!asked.ok) return no(asked);
      const replayed = await platform.replayScore(asker, { ...asked.value, scoredAt });
      return answer(replayed, (value) => ({ value }));
    },
  }),
];
