import { cardVersionId } from '#domain/ids';
import type { Principal } from '#domain/principal';
import { type CardVersion, versionIdOf } from '#domain/scoring/registry/card-version';
import type { Platform } from '#platform/platform';
import { cardDraftSchema } from '#platform/schemas/card-draft';
import { parseBody } from '#platform/schemas/parse';
import { answer, asking, no, type Operation } from '../operation.ts';
import { byDue, byId, paged, pageOf, pagingOf } from '../paging.ts';
import { pathId } from '../parse-asked.ts';
import { registrySteps } from './registry-steps.ts';

const tag = 'Scorecards';
const path = '/v1/cards/{id}';
const stepRefusals = ['id_wrong', 'not_found', 'card_status_wrong', 'busy'] as const;

const { step, activation } = registrySteps({
  path,
  tag,
  shape: 'CardVersion',
  idOf: cardVersionId,
  kind: 'card',
});

const entryOf = ({ card: { id, version, zh, en }, ...rest }: CardVersion) => ({
  ...rest,
  card: { id, version, zh, en },
});

async function draft(platform: Platform, asker: Principal, id: string, body: unknown) {
  const named = pathId(cardVersionId, id, 'card');
  if (!named.ok) return no(named);
  const drafted = parseBody(cardDraftSchema, body);
  if (!drafted.ok) return drafted;
  const actual = versionIdOf(drafted.value.card);
  if (actual !== named.value)
    return no({
      refusal: { code: 'id_differs', field: 'card', expected: named.value, actual },
    });
  return answer(await platform.draftCard(asker, drafted.value), ({ value, version, created }) => ({
    value,
    version,
    ...(created && { createdAt: `/v1/cards/${value.id}` }),
  }));
}

/** The registry: who models drafts and checks, another approves and activates. */
export const cards: readonly Operation[] = [
  asking({
    method: 'GET',
    path: '/v1/cards',
    operationId: 'listCards',
    action: 'listCards',
    tag,
    summary: 'Versions of cards in the registry by id, without what they say',
    query: pagingOf(byId('card')),
    answers: { pageOf: 'CardEntry' },
    refuses: [],
    handle: async (platform, { asker, query }) =>
      answer(await platform.listCards(asker, pageOf(query)), (page) => ({
        value: paged({ ...page, items: page.items.map(entryOf) }),
      })),
  }),
  {
    method: 'GET',
    path,
    operationId: 'readCard',
    action: 'readCard',
    tag,
    summary: 'One version of a card, and who has done what to it',
    answers: { one: 'CardVersion' },
    refuses: ['id_wrong', 'not_found'],
    handle: async (platform, { asker, id }) => {
      const card = pathId(cardVersionId, id, 'card');
      return card.ok
        ? answer(await platform.readCard(asker, card.value), (kept) => kept)
        : no(card);
    },
  },
  {
    method: 'PUT',
    path,
    operationId: 'draftCard',
    action: 'draftCard',
    tag,
    summary: 'Enter a version of a card as a draft',
    description:
      'The id is `card_<card>.<version>`. The same again changes nothing; what a version says never changes.',
    body: cardDraftSchema,
    creates: true,
    answers: { one: 'CardVersion' },
    refuses: ['id_wrong', 'id_differs', 'card_faulty', 'card_differs', 'busy'],
    handle: (platform, { asker, id, body }) => draft(platform, asker, id, body),
  },
  step(
    {
      place: 'check',
      operationId: 'checkCard',
      action: 'checkCard',
      summary: 'Say that a drafted card was checked',
      refuses: stepRefusals,
    },
    (platform, asker, id) => platform.checkCard(asker, id),
  ),
  step(
    {
      place: 'approval',
      operationId: 'approveCard',
      action: 'approveCard',
      summary: 'Approve a checked card, by somebody who has neither drafted nor checked it',
      refuses: [...stepRefusals, 'card_same_person'],
    },
    (platform, asker, id) => platform.approveCard(asker, id),
  ),
  activation(
    {
      place: 'activation',
      operationId: 'activateCard',
      action: 'activateCard',
      summary: 'Let an approved card score from a day on',
      description:
        'From today, the city is scored anew at once; from a later day, on that day. A challenger scores in the shadow alone.',
      refuses: [...stepRefusals, 'card_in_use'],
    },
    (platform, asker, id, from) => platform.activateCard(asker, { id, from }),
  ),
  step(
    {
      place: 'retirement',
      operationId: 'retireCard',
      action: 'retireCard',
      summary: 'Let a card score no more; what it has told replays for ever',
      refuses: [...stepRefusals, 'card_in_use'],
    },
    (platform, asker, id) => platform.retireCard(asker, id),
  ),
  {
    method: 'PUT',
    path: `${path}/comparison`,
    operationId: 'compareChallenger',
    action: 'compareChallenger',
    tag,
    summary: "Put a card beside the one in force, over the facts of the firms' latest scores",
    description:
      'Works through some hundred firms; while `after` is there, the same request goes on. Finished, it is that of the day. Active challengers are compared every week without being asked.',
    answers: { one: 'CardComparison' },
    refuses: stepRefusals,
    handle: async (platform, { asker, id }) => {
      const card = pathId(cardVersionId, id, 'card');
      if (!card.ok) return no(card);
      const compared = await platform.compareChallenger(asker, { challenger: card.value });
      return answer(compared, (value) => ({ value }));
    },
  },
  asking({
    method: 'GET',
    path: '/v1/card-comparisons',
    operationId: 'listCardComparisons',
    action: 'listCardComparisons',
    tag,
    summary: 'What became of challengers in the shadow of their champions, newest first',
    query: pagingOf(byDue('card')),
    answers: { pageOf: 'CardComparison' },
    refuses: [],
    handle: async (platform, { asker, query }) =>
      answer(await platform.listCardComparisons(asker, pageOf(query)), (page) => ({
        value: paged(page),
      })),
  }),
];
