import { productId } from '#domain/ids';
import { findabilitySchema } from '#platform/schemas/findability';
import { parseBody } from '#platform/schemas/parse';
import { answer, asking, no, type Operation } from '../operation.ts';
import { byCode, paged, pageOf, pagingOf } from '../paging.ts';
import { codeRefusals, pathCode, pathId } from '../parse-asked.ts';

const path = '/v1/enterprises/{code}/findability';
const firms = 'Enterprises';
const termsSchema = findabilitySchema.omit({ code: true });

export const finding: readonly Operation[] = [
  asking({
    method: 'GET',
    path: '/v1/products/{id}/firms',
    operationId: 'findFirms',
    action: 'findFirms',
    tag: 'Products',
    summary: 'The firms that a product fits, and how many it reaches',
    description:
      'To its bank: firms on the recommended list in effect that consent to be found by it, by code, judged by what they disclose, while the product is in the market; each of them sees it in its ledger. Of all others a bank hears how many they are, never a small number. A page may hold fewer than asked for.',
    query: pagingOf(byCode),
    answers: { one: 'FirmsOfProduct' },
    refuses: ['id_wrong', 'not_found', 'busy'],
    handle: async (platform, { asker, id, query }) => {
      const product = pathId(productId, id, 'product');
      if (!product.ok) return no(product);
      const found = await platform.findFirms(asker, { ...pageOf(query), product: product.value });
      return answer(found, ({ product: of, version, reach, ...page }) => ({
        value: { product: of, version, ...(reach && { reach }), ...paged(page) },
      }));
    },
  }),
  {
    method: 'GET',
    path,
    operationId: 'readFindability',
    action: 'readFindability',
    tag: firms,
    summary: 'By whom a firm may be found',
    answers: { one: 'Findability' },
    refuses: [...codeRefusals, 'not_found'],
    handle: async (platform, { asker, id }) => {
      const code = pathCode(id);
      if (!code.ok) return no(code);
      return answer(await platform.readFindability(asker, code.value), (kept) => kept);
    },
  },
  {
    method: 'PUT',
    path,
    operationId: 'allowFinding',
    action: 'allowFinding',
    tag: firms,
    summary: 'Let banks find the firm for their products, until a last day',
    description:
      'Nobody finds a firm that has not allowed it. Other terms take the place of those before; the same again change nothing.',
    body: termsSchema,
    creates: true,
    answers: { one: 'Findability' },
    refuses: [...codeRefusals, 'valid_to_passed', 'enterprise_unknown', 'not_found', 'busy'],
    handle: async (platform, { asker, id, body }) => {
      const code = pathCode(id);
      if (!code.ok) return no(code);
      const terms = parseBody(termsSchema, body);
      if (!terms.ok) return terms;
      const written = await platform.allowFinding(asker, { ...terms.value, code: code.value });
      return answer(written, ({ value, version, created }) => ({
        value,
        version,
        ...(created && { createdAt: `/v1/enterprises/${value.code}/findability` }),
      }));
    },
  },
  {
    method: 'PUT',
    path: `${path}/withdrawal`,
    operationId: 'endFinding',
    action: 'endFinding',
    tag: firms,
    summary: 'Let no bank find the firm any longer; twice is once',
    answers: { one: 'Findability' },
    refuses: [...codeRefusals, 'not_found', 'busy'],
    handle: async (platform, { asker, id }) => {
      const code = pathCode(id);
      if (!code.ok) return no(code);
      return answer(await platform.endFinding(asker, code.value), (value) => ({ value }));
    },
  },
];
