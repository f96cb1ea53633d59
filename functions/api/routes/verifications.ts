import { verificationId } from '#domain/ids';
import { verificationSchema } from '#platform/schemas/verification';
import { answer, no, type Operation } from '../operation.ts';
import { bodyUnder, pathId } from '../parse-asked.ts';

const tag = 'Verifications';
const path = '/v1/verifications/{id}';

export const verifications: readonly Operation[] = [
  {
    method: 'PUT',
    path,
    operationId: 'verifyRecord',
    action: 'verifyRecord',
    tag,
    summary: 'Find declared data true or false',
    description:
      'Declared data counts nowhere until it is found true. Found false it never does, and its firm is told, stands under attention and may not repair by promise for a while. Another verification of the same record, under an id of its own, replaces it.',
    body: verificationSchema,
    creates: true,
    answers: { one: 'Verification' },
    refuses: [
      'id_wrong',
      'id_differs',
      'verification_differs',
      'not_found',
      'record_not_verifiable',
    ],
    handle: async (platform, { asker, id, body }) => {
      const terms = bodyUnder(pathId(verificationId, id, 'verification'), verificationSchema, body);
      if (!terms.ok) return terms;
      return answer(await platform.verifyRecord(asker, terms.value), ({ value, created }) => ({
        value,
        ...(created && { createdAt: `/v1/verifications/${value.id}` }),
      }));
    },
  },
  {
    method: 'GET',
    path,
    operationId: 'readVerification',
    action: 'readVerification',
    tag,
    summary: 'One verification, with its evidence and reasons',
    answers: { one: 'Verification' },
    refuses: ['id_wrong', 'not_found'],
    handle: async (platform, { asker, id }) => {
      const verification = pathId(verificationId, id, 'verification');
      if (!verification.ok) return no(verification);
      return answer(await platform.readVerification(asker, verification.value), ({ value }) => ({
        value,
      }));
    },
  },
];
