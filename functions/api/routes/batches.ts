import * as z from 'zod';
import type { Batch, RefusedRow } from '#domain/credit/batch';
import { catalogues } from '#domain/credit/catalogues';
import { batchId } from '#domain/ids';
import { cursorOf } from '#platform/cursor';
import { returnedFile } from '#platform/returned-file';
import { batchSchema } from '#platform/schemas/batch';
import { MAX_PAGE } from '#usecases/ports';
import { answer, asking, no, type Operation } from '../operation.ts';
import { byCount, byTime, paged, pageOf, pagingOf } from '../paging.ts';
import { bodyUnder, pathId } from '../parse-asked.ts';

const tag = 'Batches';
const languageQuery = z
  .enum(['zh', 'en'])
  .exactOptional()
  .meta({ description: 'Of the reasons; Chinese unless told.' });
const path = '/v1/batches/{id}';

export const batches: readonly Operation[] = [
  asking({
    method: 'GET',
    path: '/v1/batches',
    operationId: 'listBatches',
    action: 'listBatches',
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
    action: 'readBatch',
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
    action: 'openBatch',
    tag,
    summary: 'Deliver rows, or open a batch for a file',
    description:
      'With `rows` they are decided before the answer. Without, the answer says where the file (CSV, XLSX, JSON, JSON Lines; UTF-8 or GB18030; plain or gzip) may be PUT; a batch that is over has no upload. What a file may hold at most: GET /v1/delivery-limits.',
    body: batchSchema,
    creates: true,
    answers: { one: 'BatchPut' },
    refuses: [
      'id_wrong',
      'id_differs',
      'batch_differs',
      'catalogue_not_in_effect',
      'malformed_mapping',
      'missing_column',
    ],
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
    action: 'readRefusedRows',
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
  asking({
    method: 'GET',
    path: '/v1/batches/{id}/refusals.csv',
    operationId: 'returnRefusedRows',
    action: 'readRefusedRows',
    tag,
    summary: 'The refused rows as a file, with the reasons in an added column',
    description:
      'CSV in UTF-8 under the columns of the file that was delivered. Mended, it is delivered as a batch of its own under the same mapping; the added columns may stay. Where all rows do not fit into one answer, `Link: <…>; rel="next"` names the next part, which is a file like the first.',
    query: z.strictObject({ cursor: pagingOf(byCount).shape.cursor, language: languageQuery }),
    answers: { file: 'text/csv' },
    refuses: ['id_wrong', 'not_found'],
    handle: async (platform, { asker, id, query: { cursor, language = 'zh' } }) => {
      const batch = pathId(batchId, id, 'batch');
      if (!batch.ok) return no(batch);
      const kept = await platform.readBatch(asker, batch.value);
      if (!kept.ok) return no(kept);
      const rows: RefusedRow[] = [];
      let next = cursor;
      let size = 0;
      do {
        const page = await platform.readRefusedRows(asker, {
          limit: MAX_PAGE,
          batch: batch.value,
          ...(next !== undefined && { after: next }),
        });
        if (!page.ok) return no(page);
        rows.push(...page.value.items);
        size += JSON.stringify(page.value.items).length;
        next = page.value.next;
      } while (next !== undefined && size < MAX_FILE_CHARACTERS);
      const text = returnedFile(rows, catalogues[kept.value.catalogue], language);
      const path = `/v1/batches/${batch.value}/refusals.csv?cursor=`;
      return {
        ok: true,
        value: {
          value: {},
          file: {
            type: 'text/csv',
            name: `${batch.value}-refusals.csv`,
            text,
            ...(next !== undefined && { next: `${path}${cursorOf(next)}&language=${language}` }),
          },
        },
      };
    },
  }),
];

/** An answer of Lambda is 6 MB at most, and Chinese takes three bytes a character. */
const MAX_FILE_CHARACTERS = 1_000_000;

const isOver = ({ status }: Batch) => status === 'completed' || status === 'refused';
