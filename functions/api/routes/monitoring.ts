import { outcomeId } from '#domain/ids';
import { outcomeReportSchema } from '#platform/schemas/outcome';
import { answer, asking, no, type Operation } from '../operation.ts';
import { paged, pageOf, pagingOf } from '../paging.ts';
import { bodyUnder, codeRefusals, pathId } from '../parse-asked.ts';

const tag = 'Monitoring';
const path = '/v1/outcomes/{id}';
const answers = { one: 'Outcome' } as const;
const idOf = (id: string) => pathId(outcomeId, id, 'outcome');

export const monitoring: readonly Operation[] = [
  {
    method: 'GET',
    path,
    operationId: 'readOutcome',
    action: 'readOutcome',
    tag,
    summary: 'What a bank has reported of one loan',
    answers,
    refuses: ['id_wrong', 'not_found'],
    handle: async (platform, { asker, id }) => {
      const asked = idOf(id);
      if (!asked.ok) return no(asked);
      return answer(await platform.readOutcome(asker, asked.value), (kept) => kept);
    },
  },
  {
    method: 'PUT',
    path,
    operationId: 'reportOutcome',
    action: 'reportOutcome',
    tag,
    summary: 'Report what became of a loan',
    description:
      'The same report again changes nothing; another under the same id corrects it. The firm has consented to the bank, for credit_assessment or post_loan_monitoring.',
    body: outcomeReportSchema,
    creates: true,
    answers,
    refuses: [
      'id_wrong',
      'id_differs',
      'id_taken',
      'not_found',
      'outcome_differs',
      'enterprise_unknown',
      'consent_required',
      ...codeRefusals,
    ],
    handle: async (platform, { asker, id, body }) => {
      const report = bodyUnder(idOf(id), outcomeReportSchema, body);
      if (!report.ok) return report;
      return answer(
        await platform.reportOutcome(asker, report.value),
        ({ value, version, created }) => ({
          value,
          version,
          ...(created && { createdAt: `/v1/outcomes/${value.id}` }),
        }),
      );
    },
  },
  asking({
    method: 'GET',
    path: '/v1/score-monitoring',
    operationId: 'listScoreMonitoring',
    action: 'listScoreMonitoring',
    tag,
    summary: 'How the cards fared, week by week, newest first',
    query: pagingOf(/^\d{4}-W\d\d$/),
    answers: { pageOf: 'ScoreMonitoring' },
    refuses: [],
    handle: async (platform, { asker, query }) =>
      answer(await platform.listScoreMonitoring(asker, pageOf(query)), (page) => ({
        value: paged(page),
      })),
  }),
];
