import { answer, asking, type Operation } from '../operation.ts';
import { paged, pageOf, pagingOf } from '../paging.ts';

export const retention: readonly Operation[] = [
  asking({
    method: 'GET',
    path: '/v1/retention-reports',
    operationId: 'listRetention',
    action: 'listRetention',
    tag: 'Retention',
    summary: 'What the retention rules have deleted and erased, newest first',
    query: pagingOf(/^\d{4}-\d\d-\d\d$/),
    answers: { pageOf: 'RetentionReport' },
    refuses: [],
    handle: async (platform, { asker, query }) =>
      answer(await platform.listRetention(asker, pageOf(query)), (page) => ({
        value: paged(page),
      })),
  }),
];
