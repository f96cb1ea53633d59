import * as z from 'zod';
import { definitionOf } from '#domain/quality/definition';
import { qualityDefinitions } from '#domain/quality/definitions';
import { groupings } from '#domain/quality/quality-table';
import { supplierIdSchema } from '#platform/schemas/values';
import { answer, asking, type Operation } from '../operation.ts';
import { qualityPage } from '../pages/quality.ts';
import { byCount, paged, pageOf, pagingOf } from '../paging.ts';

const tag = 'Quality';
/** A page names so many suppliers; further ones by their ids. */
const MAX_NAMED = 500;

const query = pagingOf(byCount).extend({
  period: z.string().exactOptional().meta({
    description: 'A month, a quarter or a year: 2023-07, 2023-Q3, 2023; this month unless told.',
  }),
  definition: z.string().exactOptional().meta({
    description: 'Id of a definition; the one of the city in force at the end unless told.',
  }),
  by: z
    .enum(groupings)
    .exactOptional()
    .meta({ description: 'What a row stands for; supplier unless told.' }),
  supplier: supplierIdSchema.exactOptional().meta({ description: 'Its figures alone.' }),
});

export const quality: readonly Operation[] = [
  asking({
    method: 'GET',
    path: '/v1/quality',
    operationId: 'measureQuality',
    action: 'measureQuality',
    tag,
    summary:
      'Timely, stored, compliant and reported shares of a period, with ranks and weak points',
    description:
      'Reckoned from what was delivered each time it is asked, so that any past period can be measured by any definition.',
    query,
    answers: { one: 'QualityTable' },
    refuses: [
      'not_in_list',
      'id_wrong',
      'period_wrong',
      'definition_unknown',
      'calendar_year_unknown',
    ],
    handle: async (platform, { asker, query: { limit, cursor, by = 'supplier', ...asked } }) => {
      const measured = await platform.measureQuality(asker, { ...asked, by });
      return answer(measured, (whole) => {
        const { rows, ...table } = whole;
        const page = pageOf({ ...(limit && { limit }), ...(cursor && { cursor }) });
        const start = Number(page.after ?? 0);
        const end = start + page.limit;
        return {
          value: {
            ...table,
            ...paged({
              items: rows.slice(start, end),
              ...(end < rows.length && { next: String(end) }),
            }),
          },
          page: async () => {
            const definition = definitionOf(table.definition.id);
            const suppliers = await platform.listSuppliers(asker, { limit: MAX_NAMED });
            if (!definition.ok || !suppliers.ok) throw new Error('What was measured can be named.');
            const names = new Map(suppliers.value.items.map(({ id, name }) => [id, name]));
            return qualityPage(whole, { definition: definition.value, names });
          },
        };
      });
    },
  }),
  {
    method: 'GET',
    path: '/v1/quality-definitions',
    operationId: 'listQualityDefinitions',
    action: null,
    tag,
    summary: 'How suppliers are graded: days, verdicts and targets of each text, with its clause',
    answers: { pageOf: 'QualityDefinition' },
    refuses: [],
    handle: async () => ({ ok: true, value: { value: { items: qualityDefinitions } } }),
  },
];
