import fc from 'fast-check';
import { test } from 'vitest';
import { operations } from '#functions/api/operations';
import { CODE } from '#test/support/builders';
import { aDoor, needBody, productBody } from './a-door.ts';

const words = ['limit', 'cursor', 'eligible', 'listed', '__proto__', 'constructor', ''];
const ids = [CODE, 'need_a', 'product_a', 'batch_a', 'whitelist_a', 'honour', 'toString'];
const bodies: readonly object[] = [
  needBody(),
  productBody(),
  { name: 'list', rule: { minPoints: 1 } },
  { catalogue: 'honour', supplier: 'supplier_a', rows: [{ name: 'x' }] },
  { catalogue: 'honour', supplier: 'supplier_a', mapping: { columns: { a: 'name' } } },
];

const text = fc.string({ unit: 'binary', maxLength: 20 });
const id = fc.oneof(fc.constantFrom(...ids), text);
const query = fc.array(
  fc.tuple(fc.oneof(fc.constantFrom(...words), text), fc.oneof(fc.constantFrom('1', 'true'), text)),
  { maxLength: 3 },
);
const body = fc.oneof(
  fc.jsonValue(),
  fc.tuple(fc.constantFrom(...bodies), fc.nat(20), fc.jsonValue()).map(([whole, place, value]) => {
    const keys = Object.keys(whole);
    return { ...whole, [keys[place % keys.length] ?? 'id']: value };
  }),
);

/** Half characters become U+FFFD, as every client writes them into an address. */
const escaped = (part: string) => encodeURIComponent(part.toWellFormed());

test('no request whatever is answered with 500', async () => {
  const { app } = await aDoor();
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...operations),
      id,
      query,
      body,
      async (one, id, query, body) => {
        const path = one.path.replace(/\{\w+\}/, escaped(id));
        const asked = query.map(([name, value]) => `${escaped(name)}=${escaped(value)}`).join('&');
        const response = await app.request(`${path}${asked === '' ? '' : `?${asked}`}`, {
          method: one.method,
          ...(one.method === 'PUT' && {
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify(body),
          }),
        });
        return response.status < 500;
      },
    ),
    { numRuns: 2000 },
  );
});
