import * as z from 'zod';
import { searchId } from '#domain/ids';
import { cursorOf } from '#platform/cursor';
import { identityClaimSchema, identitySearchSchema } from '#platform/schemas/identity';
import { parseBody } from '#platform/schemas/parse';
import { answer, asking, no, type Operation } from '../operation.ts';
import { paged, pageOf, pagingOf } from '../paging.ts';
import { bodyUnder, codeRefusals, pathCode, pathId } from '../parse-asked.ts';

const tag = 'Identities';
const path = '/v1/enterprises/{code}/identity';
/** Persons go by the ids of their issuer. */
const byPerson = /^[^\p{Cc}]+$/u;
const byPlace = /^\d{1,2}#[^\p{Cc}]*$/u;

export const identities: readonly Operation[] = [
  {
    method: 'PUT',
    path,
    operationId: 'verifyIdentity',
    action: 'verifyIdentity',
    tag,
    summary: 'Have your real name verified for your firm (实名认证)',
    description:
      'Until then one may look but not post. Pending or rejected it may be asked for again; verified it stays so for a year. Numbers are kept sealed, shown masked, and in no other place.',
    body: identityClaimSchema.omit({ code: true }),
    creates: true,
    answers: { one: 'Identity' },
    refuses: [
      ...codeRefusals,
      'id_number_wrong',
      'phone_wrong',
      'not_found',
      'enterprise_unknown',
      'identity_differs',
      'identity_provider_unreachable',
    ],
    handle: async (platform, { asker, id, body }) => {
      const firm = pathCode(id);
      if (!firm.ok) return no(firm);
      const terms = parseBody(identityClaimSchema.omit({ code: true }), body);
      if (!terms.ok) return terms;
      const verified = await platform.verifyIdentity(asker, { ...terms.value, code: firm.value });
      return answer(verified, ({ value, created }) => ({
        value,
        ...(created && { createdAt: `/v1/enterprises/${firm.value}/identity` }),
      }));
    },
  },
  asking({
    method: 'GET',
    path,
    operationId: 'readIdentity',
    action: 'readIdentity',
    tag,
    summary: 'The people of a firm whose real name was asked for, numbers masked',
    query: pagingOf(byPerson),
    answers: { pageOf: 'Identity' },
    refuses: [...codeRefusals, 'not_found'],
    handle: async (platform, { asker, id, query }) => {
      const firm = pathCode(id);
      if (!firm.ok) return no(firm);
      const found = await platform.readIdentity(asker, { ...pageOf(query), code: firm.value });
      return answer(found, (page) => ({ value: paged(page) }));
    },
  }),
  {
    method: 'PUT',
    path: '/v1/identity-searches/{id}',
    operationId: 'searchIdentities',
    action: 'searchIdentities',
    tag,
    summary: 'Whose identities an ID number stands in, numbers masked',
    description:
      'The number stands in the body alone. That somebody has asked, and why, is audited.',
    body: identitySearchSchema,
    answers: { one: 'IdentitiesFound' },
    refuses: ['id_wrong', 'id_differs', 'id_number_wrong'],
    handle: async (platform, { asker, id, body }) => {
      const terms = bodyUnder(pathId(searchId, id, 'search'), identitySearchSchema, body);
      if (!terms.ok) return terms;
      return answer(await platform.searchIdentities(asker, terms.value), (value) => ({ value }));
    },
  },
  asking({
    method: 'GET',
    path: '/v1/enterprises/{code}/export',
    operationId: 'exportSubject',
    action: 'exportSubject',
    tag,
    summary: 'Everything that is kept about a firm and the person who asks',
    description:
      'JSON Lines, each `{kind, value}`. The numbers of whoever asks stand in it in clear, those of others masked. Where all of it does not fit into one answer, `Link: <…>; rel="next"` names the next part.',
    query: z.strictObject({ cursor: pagingOf(byPlace).shape.cursor }),
    answers: { file: 'application/jsonl' },
    refuses: [...codeRefusals, 'not_found'],
    handle: async (platform, { asker, id, query: { cursor } }) => {
      const firm = pathCode(id);
      if (!firm.ok) return no(firm);
      const part = await platform.exportSubject(asker, {
        code: firm.value,
        ...(cursor !== undefined && { after: cursor }),
      });
      return answer(part, ({ lines, next }) => ({
        value: {},
        file: {
          type: 'application/jsonl',
          name: `${firm.value}.jsonl`,
          text: lines.map((line) => `${JSON.stringify(line)}\n`).join(''),
          ...(next !== undefined && {
            next: `/v1/enterprises/${firm.value}/export?cursor=${cursorOf(next)}`,
          }),
        },
      }));
    },
  }),
];
