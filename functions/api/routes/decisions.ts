import { creditDecisionId } from '#domain/ids';
import { decisionReportSchema } from '#platform/schemas/decision';
import { answer, no, type Operation } from '../operation.ts';
import { bodyUnder, pathId } from '../parse-asked.ts';

const tag = 'Needs';
const path = '/v1/decisions/{id}';
const answers = { one: 'CreditDecision' } as const;
const idOf = (id: string) => pathId(creditDecisionId, id, 'decision');

/** What banks decided on needs: from these, likelihoods are learnt. */
export const decisions: readonly Operation[] = [
  {
    method: 'GET',
    path,
    operationId: 'readDecision',
    action: 'readDecision',
    tag,
    summary: 'How a bank decided on a need',
    answers,
    refuses: ['id_wrong', 'not_found'],
    handle: async (platform, { asker, id }) => {
      const asked = idOf(id);
      if (!asked.ok) return no(asked);
      return answer(await platform.readDecision(asker, asked.value), (kept) => kept);
    },
  },
  {
    method: 'PUT',
    path,
    operationId: 'reportDecision',
    action: 'reportDecision',
    tag,
    summary: 'Report how a bank decided on a need under one of its products',
    description:
      'The same report again changes nothing; another under the same id corrects it. The firm has consented to the bank.',
    body: decisionReportSchema,
    creates: true,
    answers,
    refuses: [
      'id_wrong',
      'id_differs',
      'id_taken',
      'not_found',
      'decision_differs',
      'consent_required',
      'date_in_future',
    ],
    handle: async (platform, { asker, id, body }) => {
      const report = bodyUnder(idOf(id), decisionReportSchema, body);
      if (!report.ok) return report;
      return answer(
        await platform.reportDecision(asker, report.value),
        ({ value, version, created }) => ({
          value,
          version,
          ...(created && { createdAt: `/v1/decisions/${value.id}` }),
        }),
      );
    },
  },
];
