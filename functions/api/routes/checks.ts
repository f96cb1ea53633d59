import * as z from 'zod';
import { listTypes } from '#domain/credit/lists/list-type';
import { daySchema } from '#platform/schemas/values';
import { answer, asking, no, type Operation } from '../operation.ts';
import { codeRefusals, pathCode } from '../parse-asked.ts';

const tag = 'Checks';

export const checks: readonly Operation[] = [
  asking({
    method: 'GET',
    path: '/v1/checks/{code}',
    operationId: 'checkEnterprise',
    action: 'checkEnterprise',
    tag,
    summary: 'Whether anything stands against a firm: the lists that it is on',
    description:
      'To be asked before anything is granted (逢办必查). `hard_stop`: nothing may go on; `manual`: a person looks first; `information`: told, and stops nothing; `clear`: on no list. Any code is answered. Departments and the office hear of all that is shared, others of what is displayed. `known` says to banks, departments and the office whether the register has the firm at all; to the public a code of no firm is answered as that of a firm against which nothing stands.',
    query: z.strictObject({
      on: daySchema
        .exactOptional()
        .meta({ description: 'The day asked about; today unless told.' }),
    }),
    answers: { one: 'Check' },
    refuses: codeRefusals,
    handle: async (platform, { asker, id, query: { on } }) => {
      const firm = pathCode(id);
      if (!firm.ok) return no(firm);
      const check = await platform.checkEnterprise(asker, {
        code: firm.value,
        ...(on !== undefined && { asOf: on }),
      });
      return answer(check, (value) => ({ value }));
    },
  }),
  {
    method: 'GET',
    path: '/v1/lists',
    operationId: 'listLists',
    action: null,
    tag,
    summary: 'Every list that is compared, and what a hit on it means',
    answers: { pageOf: 'ListType' },
    refuses: [],
    handle: async () => ({ ok: true, value: { value: { items: listTypes } } }),
  },
];
