import * as z from 'zod';
import type { Principal } from '#domain/principal';
import type { ProductTerms } from '#domain/product/product';
import { accept } from '#domain/refusal';
import { createApp } from '#functions/api/app';
import { join } from '#platform/join';
import { anEnterprise, aScore, needTerms, productTerms } from '#test/support/builders';
import { memoryPorts } from '#test/support/memory-ports';
import { OPERATOR } from '#test/support/principals';
import type { Change } from '#usecases/ports';

const problemSchema = z.looseObject({
  status: z.number(),
  code: z.string(),
  detail: z.string(),
  errors: z.array(z.looseObject({ code: z.string(), field: z.string().optional() })),
});

/** The door over memory: one firm with its score, no product and no need. */
export async function aDoor(asker: Principal = OPERATOR) {
  const { ports, store, files } = memoryPorts();
  const keep = (...changes: readonly Omit<Change, 'expected'>[]) =>
    store.commit({
      changes: changes.map((change) => ({ ...change, expected: 0 }) as Change),
      events: [],
    });
  await keep({ kind: 'enterprise', value: anEnterprise() }, { kind: 'score', value: aScore() });
  const platform = join(ports);
  const app = createApp(platform, { authenticate: async () => accept(asker) });
  const get = (path: string, headers: Record<string, string> = {}) =>
    app.request(path, { headers });
  const put = (path: string, body?: unknown, headers: Record<string, string> = {}) =>
    app.request(path, {
      method: 'PUT',
      headers: { 'content-type': 'application/json', ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  /** A product drafted, checked and listed. */
  const sell = async (id: string, told: Partial<ProductTerms> = {}) => {
    await put(`/v1/products/${id}`, productBody(told));
    for (const step of ['check', 'publication'])
      await put(`/v1/product-versions/${id}.1/${step}`, {});
  };
  return { app, get, put, sell, keep, store, files, platform };
}

export const problemOf = async (response: Response) => problemSchema.parse(await response.json());

/** What one sends for a need: without what the platform adds. */
export function needBody(told: Parameters<typeof needTerms>[0] = {}) {
  const { id: _, ...terms } = needTerms(told);
  return terms;
}

/** What a bank sends for a product. */
export function productBody(told: Partial<ProductTerms> = {}) {
  const { id: _, ...product } = productTerms(told);
  return product;
}
