import type { Catalogue } from '#domain/credit/catalogue';
import { catalogueOf, catalogues } from '#domain/credit/catalogues';
import { refuse } from '#domain/refusal';
import { expertCard } from '#domain/scoring/expert-card';
import { deliveryLimits } from '#platform/delivery-limits';
import { no, type Operation } from '../operation.ts';
import { vocabulary } from '../vocabulary.ts';

/** What the platform reads and how it scores: the same for everybody, and changed by release alone. */
export const reference: readonly Operation[] = [
  {
    method: 'GET',
    path: '/v1/catalogues',
    operationId: 'listCatalogues',
    action: null,
    tag: 'Catalogues',
    summary: 'What departments deliver: every catalogue with its fields',
    answers: { pageOf: 'Catalogue' },
    refuses: [],
    handle: async () => ({
      ok: true,
      value: { value: { items: Object.values(catalogues).map(told) } },
    }),
  },
  {
    method: 'GET',
    path: '/v1/catalogues/{id}',
    operationId: 'readCatalogue',
    action: null,
    tag: 'Catalogues',
    summary: 'One catalogue with its fields',
    answers: { one: 'Catalogue' },
    refuses: ['catalogue_unknown'],
    handle: async (_platform, { id }) => {
      const catalogue = catalogueOf(id);
      return catalogue
        ? { ok: true, value: { value: told(catalogue) } }
        : no(refuse('catalogue_unknown', { field: 'id', actual: id }));
    },
  },
  {
    method: 'GET',
    path: '/v1/delivery-limits',
    operationId: 'listDeliveryLimits',
    action: null,
    tag: 'Catalogues',
    summary: 'What a delivered file may hold at most',
    answers: { pageOf: 'DeliveryLimit' },
    refuses: [],
    handle: async () => ({
      ok: true,
      value: {
        value: {
          items: Object.entries(deliveryLimits).map(([id, limit]) => ({ id, ...limit })),
        },
      },
    }),
  },
  {
    method: 'GET',
    path: '/v1/vocabulary',
    operationId: 'readVocabulary',
    action: null,
    tag: 'Products',
    summary: 'The words of products and needs, and the facts that eligibility names',
    answers: { one: 'Vocabulary' },
    refuses: [],
    handle: async () => ({ ok: true, value: { value: vocabulary } }),
  },
  {
    method: 'GET',
    path: '/v1/scorecards/current',
    operationId: 'readScorecard',
    action: null,
    tag: 'Scorecards',
    summary: 'The card by which firms are scored: indicators, bins, vetoes, grades',
    answers: { one: 'Scorecard' },
    refuses: [],
    handle: async () => ({ ok: true, value: { value: expertCard } }),
  },
];

/** Without its rules, which are functions. */
const told = ({ severityOf: _, endOf: __, ...catalogue }: Catalogue) => catalogue;
