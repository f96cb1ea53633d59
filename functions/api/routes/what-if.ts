import { parseBody } from '#platform/schemas/parse';
import { whatIfSchema } from '#platform/schemas/what-if';
import { answer, no, type Operation } from '../operation.ts';
import { codeRefusals, pathCode } from '../parse-asked.ts';

/** PUT, since a question of many facts fits no address; the same question gets the same answer. */
export const supposing: readonly Operation[] = [
  {
    method: 'PUT',
    path: '/v1/enterprises/{code}/what-if',
    operationId: 'whatIf',
    action: 'whatIf',
    tag: 'Enterprises',
    summary: 'What the score would be if a record were repaired or a fact were otherwise',
    description:
      'Points, grade, reasons and how many products would lend to the firm, before and after. Nothing is stored.',
    body: whatIfSchema,
    answers: { one: 'WhatIf' },
    refuses: [...codeRefusals, 'not_found', 'not_in_list', 'wrong_type'],
    handle: async (platform, { asker, id, body }) => {
      const firm = pathCode(id);
      if (!firm.ok) return no(firm);
      const asked = parseBody(whatIfSchema, body);
      if (!asked.ok) return asked;
      return answer(
        await platform.whatIf(asker, { ...asked.value, code: firm.value }),
        (value) => ({ value }),
      );
    },
  },
];
