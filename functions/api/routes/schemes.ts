import { schemeVersionId } from '#domain/ids';
import type { Principal } from '#domain/principal';
import { type SchemeVersion, schemeIdOf } from '#domain/scoring/registry/scheme-version';
import type { Platform } from '#platform/platform';
import { parseBody } from '#platform/schemas/parse';
import { schemeDraftSchema } from '#platform/schemas/segment-scheme';
import { answer, asking, no, type Operation } from '../operation.ts';
import { byId, paged, pageOf, pagingOf } from '../paging.ts';
import { pathId } from '../parse-asked.ts';
import { registrySteps } from './registry-steps.ts';

const tag = 'Scorecards';
const path = '/v1/segment-schemes/{id}';
const stepRefusals = ['id_wrong', 'not_found', 'scheme_status_wrong', 'busy'] as const;

const { step, activation } = registrySteps({
  path,
  tag,
  shape: 'SchemeVersion',
  idOf: schemeVersionId,
  kind: 'scheme',
});

const entryOf = ({ scheme: { id, version }, ...rest }: SchemeVersion) => ({
  ...rest,
  scheme: { id, version },
});

async function draft(platform: Platform, asker: Principal, id: string, body: unknown) {
  const named = pathId(schemeVersionId, id, 'scheme');
  if (!named.ok) return no(named);
  const parsed = parseBody(schemeDraftSchema, body);
  if (!parsed.ok) return parsed;
  const { scheme } = parsed.value;
  const actual = schemeIdOf(scheme);
  if (actual !== named.value)
    return no({ refusal: { code: 'id_differs', field: 'scheme', expected: named.value, actual } });
  return answer(await platform.draftScheme(asker, scheme), ({ value, version, created }) => ({
    value,
    version,
    ...(created && { createdAt: `/v1/segment-schemes/${value.id}` }),
  }));
}

/** The registry of the segments' rules: who models drafts and checks, another approves and activates. */
export const schemes: readonly Operation[] = [
  asking({
    method: 'GET',
    path: '/v1/segment-schemes',
    operationId: 'listSchemes',
    action: 'listSchemes',
    tag,
    summary: 'Versions of the segment rules in the registry by id, without what they say',
    query: pagingOf(byId('scheme')),
    answers: { pageOf: 'SchemeEntry' },
    refuses: [],
    handle: async (platform, { asker, query }) =>
      answer(await platform.listSchemes(asker, pageOf(query)), (page) => ({
        value: paged({ ...page, items: page.items.map(entryOf) }),
      })),
  }),
  {
    method: 'GET',
    path,
    operationId: 'readScheme',
    action: 'readScheme',
    tag,
    summary: 'One version of the segment rules, and who has done what to it',
    answers: { one: 'SchemeVersion' },
    refuses: ['id_wrong', 'not_found'],
    handle: async (platform, { asker, id }) => {
      const scheme = pathId(schemeVersionId, id, 'scheme');
      return scheme.ok
        ? answer(await platform.readScheme(asker, scheme.value), (kept) => kept)
        : no(scheme);
    },
  },
  {
    method: 'PUT',
    path,
    operationId: 'draftScheme',
    action: 'draftScheme',
    tag,
    summary: 'Enter a version of the segment rules as a draft',
    description:
      'The id is `scheme_<scheme>.<version>`. The same again changes nothing; what a version says never changes.',
    body: schemeDraftSchema,
    creates: true,
    answers: { one: 'SchemeVersion' },
    refuses: ['id_wrong', 'id_differs', 'scheme_differs', 'scheme_faulty', 'busy'],
    handle: (platform, { asker, id, body }) => draft(platform, asker, id, body),
  },
  step(
    {
      place: 'check',
      operationId: 'checkScheme',
      action: 'checkScheme',
      summary: 'Say that drafted segment rules were checked',
      refuses: stepRefusals,
    },
    (platform, asker, id) => platform.checkScheme(asker, id),
  ),
  step(
    {
      place: 'approval',
      operationId: 'approveScheme',
      action: 'approveScheme',
      summary:
        'Approve checked segment rules, by somebody who has neither drafted nor checked them',
      refuses: [...stepRefusals, 'scheme_same_person'],
    },
    (platform, asker, id) => platform.approveScheme(asker, id),
  ),
  activation(
    {
      place: 'activation',
      operationId: 'activateScheme',
      action: 'activateScheme',
      summary: 'Let approved segment rules choose the cards from a day on',
      description:
        'Every card that the rules name must score on that day. From today, the city is scored anew at once; from a later day, on that day.',
      refuses: [...stepRefusals, 'scheme_faulty'],
    },
    (platform, asker, id, from) => platform.activateScheme(asker, { id, from }),
  ),
  step(
    {
      place: 'retirement',
      operationId: 'retireScheme',
      action: 'retireScheme',
      summary: 'Let segment rules choose no more; those before them stand again',
      refuses: stepRefusals,
    },
    (platform, asker, id) => platform.retireScheme(asker, id),
  ),
];
