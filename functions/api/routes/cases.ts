import type { Move } from '#domain/case/decide-move';
import { type CaseId, caseId } from '#domain/ids';
import type { Principal } from '#domain/principal';
import type { Platform } from '#platform/platform';
import {
  caseAcceptanceSchema,
  caseDecisionSchema,
  caseExtensionSchema,
  caseTermsSchema,
} from '#platform/schemas/case';
import { answer, asking, no, type Operation } from '../operation.ts';
import { byDue, byTime, paged, pageOf, pagingOf } from '../paging.ts';
import { bodyUnder, codeRefusals, pathCode, pathId } from '../parse-asked.ts';

const tag = 'Cases';
const path = '/v1/cases/{id}';
const answers = { one: 'Case' } as const;
/** Of everything that the office does with a case. */
const refuses = ['id_wrong', 'id_differs', 'not_found', 'case_differs'] as const;
const idOf = (id: string) => pathId(caseId, id, 'case');

const moved = async (platform: Platform, asker: Principal, move: Move & { readonly id: CaseId }) =>
  answer(await platform.moveCase(asker, move), (value) => ({ value }));

export const cases: readonly Operation[] = [
  asking({
    method: 'GET',
    path: '/v1/cases',
    operationId: 'listCases',
    action: 'listOpenCases',
    tag,
    summary: 'Cases that wait for the office, by the day until which it has to act',
    query: pagingOf(byDue('case')),
    answers: { pageOf: 'Case' },
    refuses: [],
    handle: async (platform, { asker, query }) =>
      answer(await platform.listOpenCases(asker, pageOf(query)), (page) => ({
        value: paged(page),
      })),
  }),
  {
    method: 'GET',
    path,
    operationId: 'readCase',
    action: 'readCase',
    tag,
    summary: 'One case, with its evidence, decisions and deadlines',
    answers,
    refuses: ['id_wrong', 'not_found'],
    handle: async (platform, { asker, id }) => {
      const asked = idOf(id);
      if (!asked.ok) return no(asked);
      return answer(await platform.readCase(asker, asked.value), ({ value }) => ({ value }));
    },
  },
  {
    method: 'PUT',
    path,
    operationId: 'fileCase',
    action: 'fileCase',
    tag,
    summary: 'Object to a record, or ask for its repair',
    description:
      'The client names the case: the same terms again are answered alike. A repair needs a fault whose least time of publicity is over, a public commitment, and papers that prove the duties fulfilled. Deadlines are working days of the mainland.',
    body: caseTermsSchema,
    creates: true,
    answers,
    refuses: [
      ...refuses,
      'record_withdrawn',
      'case_not_possible',
      'not_repairable_yet',
      'promise_required',
      'promise_barred',
      'evidence_required',
      'case_open',
      'calendar_year_unknown',
      ...codeRefusals,
    ],
    handle: async (platform, { asker, id, body }) => {
      const terms = bodyUnder(idOf(id), caseTermsSchema, body);
      if (!terms.ok) return terms;
      return answer(await platform.fileCase(asker, terms.value), ({ value, created }) => ({
        value,
        ...(created && { createdAt: `/v1/cases/${value.id}` }),
      }));
    },
  },
  {
    method: 'PUT',
    path: '/v1/cases/{id}/acceptance',
    operationId: 'acceptCase',
    action: 'moveCase',
    tag,
    summary: 'Accept a case, or decline it at the door',
    description: 'A record is marked as disputed from the acceptance of an objection to its end.',
    body: caseAcceptanceSchema,
    answers,
    refuses: [...refuses, 'case_not_filed', 'case_open', 'calendar_year_unknown'],
    handle: async (platform, { asker, id, body }) => {
      const asked = bodyUnder(idOf(id), caseAcceptanceSchema, body);
      if (!asked.ok) return asked;
      const { accepted, ...rest } = asked.value;
      return moved(platform, asker, { ...rest, action: accepted ? 'accept' : 'decline' });
    },
  },
  {
    method: 'PUT',
    path: '/v1/cases/{id}/extension',
    operationId: 'extendCase',
    action: 'moveCase',
    tag,
    summary: 'Put off the decision on a repair, once',
    body: caseExtensionSchema,
    answers,
    refuses: [...refuses, 'case_not_accepted', 'case_not_extendable', 'calendar_year_unknown'],
    handle: async (platform, { asker, id, body }) => {
      const asked = bodyUnder(idOf(id), caseExtensionSchema, body);
      if (!asked.ok) return asked;
      return moved(platform, asker, { ...asked.value, action: 'extend' });
    },
  },
  {
    method: 'PUT',
    path: '/v1/cases/{id}/decision',
    operationId: 'decideCase',
    action: 'moveCase',
    tag,
    summary: 'Grant a case or deny it',
    description:
      'What is granted takes its record from display, sharing and scoring in the same transaction; whoever had read it is told.',
    body: caseDecisionSchema,
    answers,
    refuses: [
      ...refuses,
      'case_not_accepted',
      'case_not_possible',
      'not_repairable_yet',
      'promise_barred',
    ],
    handle: async (platform, { asker, id, body }) => {
      const asked = bodyUnder(idOf(id), caseDecisionSchema, body);
      if (!asked.ok) return asked;
      const { outcome, ...rest } = asked.value;
      return moved(platform, asker, { ...rest, action: outcome === 'granted' ? 'grant' : 'deny' });
    },
  },
  {
    method: 'PUT',
    path: '/v1/cases/{id}/cancellation',
    operationId: 'cancelCase',
    action: 'cancelCase',
    tag,
    summary: 'Step back from a case before it is decided; twice is once',
    answers,
    refuses: ['id_wrong', 'not_found', 'case_not_open'],
    handle: async (platform, { asker, id }) => {
      const asked = idOf(id);
      if (!asked.ok) return no(asked);
      return answer(await platform.cancelCase(asker, asked.value), (value) => ({ value }));
    },
  },
  asking({
    method: 'GET',
    path: '/v1/enterprises/{code}/cases',
    operationId: 'listCasesOfEnterprise',
    action: 'listCasesOfEnterprise',
    tag,
    summary: 'The objections and repairs of a firm, newest first',
    query: pagingOf(byTime('case')),
    answers: { pageOf: 'Case' },
    refuses: codeRefusals,
    handle: async (platform, { asker, id, query }) => {
      const firm = pathCode(id);
      if (!firm.ok) return no(firm);
      const found = await platform.listCasesOfEnterprise(asker, {
        ...pageOf(query),
        code: firm.value,
      });
      return answer(found, (page) => ({ value: paged(page) }));
    },
  }),
];
