import { bankId, productId, productVersionId } from '#domain/ids';
import type { Platform } from '#platform/platform';
import { parseBody } from '#platform/schemas/parse';
import { productMoveSchema } from '#platform/schemas/product';
import { bankIdSchema } from '#platform/schemas/values';
import { answer, asking, no, type Operation } from '../operation.ts';
import { byProductVersion, byVersion, paged, pageOf, pagingOf } from '../paging.ts';
import { pathId } from '../parse-asked.ts';

const tag = 'Products';
const path = '/v1/product-versions/{id}';
const versionOf = (id: string) => pathId(productVersionId, id, 'product');

type Move = {
  readonly place: string;
  readonly action: keyof Pick<
    Platform,
    | 'checkProduct'
    | 'returnProduct'
    | 'publishProduct'
    | 'suspendProduct'
    | 'resumeProduct'
    | 'delistProduct'
  >;
} & Pick<Operation, 'summary' | 'description' | 'refuses'>;

/** A step of a version; twice is once. */
const move = ({ place, action, refuses, ...told }: Move): Operation => ({
  ...told,
  method: 'PUT',
  path: `${path}/${place}` as const,
  operationId: action,
  action,
  tag,
  body: productMoveSchema,
  answers: { one: 'ProductVersion' },
  refuses: ['id_wrong', 'not_found', 'product_status_wrong', ...refuses],
  handle: async (platform, { asker, id, body }) => {
    const version = versionOf(id);
    if (!version.ok) return no(version);
    const said = parseBody(productMoveSchema, body);
    if (!said.ok) return said;
    return answer(await platform[action](asker, { id: version.value, ...said.value }), (value) => ({
      value,
    }));
  },
});

/** Versions of products: what a bank drafts, the office checks and lists. */
export const productVersions: readonly Operation[] = [
  asking({
    method: 'GET',
    path: '/v1/products/{id}/versions',
    operationId: 'listProductVersions',
    action: 'listProductVersions',
    tag,
    summary: 'The versions of a product, newest first',
    description:
      'What was never listed is seen by its bank and the office alone, so a page may hold fewer than asked for.',
    query: pagingOf(byVersion),
    answers: { pageOf: 'ProductVersion' },
    refuses: ['id_wrong'],
    handle: async (platform, { asker, id, query }) => {
      const product = pathId(productId, id, 'product');
      if (!product.ok) return no(product);
      const found = await platform.listProductVersions(asker, {
        ...pageOf(query),
        product: product.value,
      });
      return answer(found, (page) => ({ value: paged(page) }));
    },
  }),
  asking({
    method: 'GET',
    path: '/v1/product-drafts',
    operationId: 'listProductDrafts',
    action: 'listProductDrafts',
    tag,
    summary: 'What is drafted or checked and not listed yet, by id',
    query: pagingOf(byProductVersion).extend({
      bank: bankIdSchema.exactOptional().meta({
        description: 'The bank of whoever asks; to the office all unless told.',
      }),
    }),
    answers: { pageOf: 'ProductVersion' },
    refuses: ['id_wrong', 'not_found'],
    handle: async (platform, { asker, query: { bank, ...paging } }) => {
      const of = bank ?? (asker.kind === 'bank' ? bankId(asker.organisation) : undefined);
      const found = await platform.listProductDrafts(asker, {
        ...pageOf(paging),
        ...(of !== undefined && { bank: of }),
      });
      return answer(found, (page) => ({ value: paged(page) }));
    },
  }),
  {
    method: 'GET',
    path,
    operationId: 'readProductVersion',
    action: 'readProductVersion',
    tag,
    summary: 'One version of a product, `<product>.<version>`, and its life',
    answers: { one: 'ProductVersion' },
    refuses: ['id_wrong', 'not_found'],
    handle: async (platform, { asker, id }) => {
      const version = versionOf(id);
      if (!version.ok) return no(version);
      return answer(await platform.readProductVersion(asker, version.value), (value) => ({
        value,
      }));
    },
  },
  move({
    place: 'check',
    action: 'checkProduct',
    summary: 'Say that a draft was checked',
    refuses: [],
  }),
  move({
    place: 'return',
    action: 'returnProduct',
    summary: 'Give a draft back to its bank, and say why',
    refuses: ['required'],
  }),
  move({
    place: 'publication',
    action: 'publishProduct',
    summary: 'List a checked version',
    description: 'It takes the place of the version in the market, which stays readable for ever.',
    refuses: ['valid_to_passed'],
  }),
  move({
    place: 'suspension',
    action: 'suspendProduct',
    summary: 'Suspend a listed version: no need meets it for now',
    refuses: ['required'],
  }),
  move({
    place: 'resumption',
    action: 'resumeProduct',
    summary: 'Let a suspended version meet needs again',
    description: 'What the office has suspended the office alone resumes.',
    refuses: ['product_suspended_by_office', 'valid_to_passed'],
  }),
  move({
    place: 'delisting',
    action: 'delistProduct',
    summary: 'Take a version out of the market, or give a draft up, for good',
    refuses: ['required'],
  }),
];
