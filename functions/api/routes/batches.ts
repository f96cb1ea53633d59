import type { Batch } from '#domain/credit/batch';
import { batchId } from '#domain/ids';
import { batchSchema } from '#platform/schemas/batch';
import { answer, asking, no, type Operation } from '../operation.ts';
import { byCount, byTime, paged, pageOf, pagingOf } from '../paging.ts';
import { bodyUnder, pathId } from '../parse-asked.ts';

const tag = 'Batches';
const path = '/v1/batches/{id}';

export const batches: readonly Operation[] = [
  asking({
    method: 'GET',
    path: '/v1/batches',
    operationId: 'listBatches',
    tag,
    summary: 'Batches of credit records, newest first',
    query: pagingOf(byTime('batch')),
    answers: { pageOf: 'Batch' },
    refuses: [],
    handle: async (platform, { asker, query }) =>
      answer(await platform.listBatches(asker, pageOf(query)), (page) => ({ value: paged(page) })),
  }),
  {
    method: 'GET',
    path,
    operationId: 'readBatch',
    tag,
    summary: 'One batch: its state and the verdicts on its rows',
    answers: { one: 'Batch' },
    refuses: ['id_wrong', 'not_found'],
    handle: async (platform, { asker, id }) => {
      const batch = pathId(batchId, id, 'batch');
      if (!batch.ok) return no(batch);
      return answer(await platform.readBatch(asker, batch.value), (value) => ({ value }));
    },
  },
  {
    method: 'PUT',
    path,
    operationId: 'putBatch',
    tag,
    summary: 'Deliver rows, or open a batch for a file',
    description:
      'With `rows` they are decided before the answer. Without, the answer says where the file (CSV, JSON, JSON Lines) may be PUT; a batch that is over has no upload.',
    body: batchSchema,
    creates: true,
    answers: { one: 'BatchPut' },
    refuses: ['id_wrong', 'id_differs', 'batch_differs', 'malformed_mapping', 'missing_column'],
    handle: async (platform, { asker, id, body }) => {
      const parsed = bodyUnder(pathId(batchId, id, 'batch'), batchSchema, body);
      if (!parsed.ok) return parsed;
      const { rows, ...terms } = parsed.value;
      const createdAt = `/v1/batches/${terms.id}`;
      if (rows !== undefined)
        return answer(
          await platform.deliverRows(asker, { ...terms, rows }),
          ({ batch, refused, created }) => ({
            value: { batch, refused },
            ...(created && { createdAt }),
          }),
        );
      return answer(
        await platform.openBatch(asker, terms),
        ({ batch, uploadUrl: url, expiresInSeconds, created }) => ({
          value: {
            batch,
            ...(!isOver(batch) && { upload: { method: 'PUT', url, expiresInSeconds } }),
          },
          ...(created && { createdAt }),
        }),
      );
    },
  },
  asking({
    method: 'GET',
    path: '/v1/batches/{id}/refusals',
    operationId: 'listRefusedRows',
    tag,
    summary: 'The refused rows of a batch in the order of the file, each with all its faults',
    query: pagingOf(byCount),
    answers: { pageOf: 'RefusedRow' },
    refuses: ['id_wrong', 'not_found'],
    handle: async (platform, { asker, id, query }) => {
      const batch = pathId(batchId, id, 'batch');
      if (!batch.ok) return no(batch);
      const rows = await platform.readRefusedRows(asker, { ...pageOf(query), batch: batch.value });
      return answer(rows, (page) => ({ value: paged(page) }));
    },
  }),
];

const isOver = ({ status }: Batch) => status === 'completed' || status === 'refused';
