import { expect, test } from 'vitest';
import { MAX_TOLD } from '#domain/clip';
import { MAX_BODY_BYTES } from '#functions/api/read-body';
import { aDoor, needBody, problemOf, productBody } from './a-door.ts';

const json = { 'content-type': 'application/json' };
const put = (
  body: string | Uint8Array<ArrayBuffer>,
  headers: Record<string, string> = json,
): RequestInit => ({
  method: 'PUT',
  headers,
  body,
});
const need = (changed: object) => put(JSON.stringify({ ...needBody(), ...changed }));
const product = (changed: object) => put(JSON.stringify({ ...productBody(), ...changed }));
const asking = (criterion: object) => product({ eligibility: [criterion] });
const fee = {
  kind: 'notary',
  payer: 'bank',
  payee: '公证处',
  cycle: 'upfront',
  method: 'transfer',
};
const N = '/v1/needs/need_one';
const P = '/v1/products/product_quick';
const B = '/v1/batches/batch_one';
const W = '/v1/whitelists/whitelist_one';
const list = { name: '名单', rule: { minPoints: 1 } };
const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
const rows = { catalogue: 'tax-arrears', supplier: 'supplier_tax' };
const mapped = (mapping: object) => put(JSON.stringify({ ...rows, mapping }));
const cursor = (text: string) => Buffer.from(text).toString('base64url');

const table: readonly [string, RequestInit | undefined, number, string, string?][] = [
  // The address.
  ['/v2/nothing', undefined, 404, 'not_found'],
  ['/v1/needs/', undefined, 404, 'not_found'],
  ['/v1/%E0%A4%A', undefined, 404, 'not_found'],
  ['/v1/needs/%E0%A4%A', undefined, 400, 'id_wrong'],
  ['/v1/needs/product_one', undefined, 400, 'id_wrong'],
  ['/v1/needs/need_a%2Fb', undefined, 400, 'id_wrong'],
  [`/v1/needs/need_${'a'.repeat(64)}`, undefined, 400, 'id_wrong'],
  ['/v1/needs/need_absent', undefined, 404, 'not_found'],
  ['/v1/catalogues/__proto__', undefined, 404, 'catalogue_unknown'],
  ['/v1/enterprises/123', undefined, 422, 'code_wrong_length'],
  ['/v1/enterprises/91320594724404238X', undefined, 422, 'code_wrong_check_digit'],
  ['/v1/enterprises/9132059472440423IR', undefined, 422, 'code_wrong_character'],
  ['/v1/enterprises/9932059472440423R0', undefined, 422, 'code_wrong_prefix'],
  [N, { method: 'DELETE' }, 405, 'method_not_allowed'],
  ['/v1/needs', { method: 'POST', body: '{}' }, 405, 'method_not_allowed'],
  ['/docs', { method: 'PUT', body: '{}' }, 405, 'method_not_allowed'],
  // The query.
  ['/v1/needs?limit=0', undefined, 422, 'out_of_range', 'limit'],
  ['/v1/needs?limit=501', undefined, 422, 'out_of_range', 'limit'],
  ['/v1/needs?limit=1e2', undefined, 422, 'out_of_range', 'limit'],
  ['/v1/needs?limit=1&limit=2', undefined, 422, 'wrong_type', 'limit'],
  ['/v1/needs?sort=up', undefined, 422, 'unknown_field', 'sort'],
  ['/v1/needs?__proto__=1', undefined, 422, 'unknown_field', '__proto__'],
  ['/v1/needs/need_one?limit=1', undefined, 422, 'unknown_field', 'limit'],
  ['/v1/needs?cursor=!!', undefined, 400, 'cursor_wrong', 'cursor'],
  ['/v1/needs?cursor=', undefined, 400, 'cursor_wrong', 'cursor'],
  ['/v1/needs?cursor=%FF', undefined, 400, 'cursor_wrong', 'cursor'],
  [`/v1/needs?cursor=${cursor('product_a')}`, undefined, 400, 'cursor_wrong', 'cursor'],
  [`/v1/batches/batch_a/refusals?cursor=${cursor('-1')}`, undefined, 400, 'cursor_wrong', 'cursor'],
  ['/v1/needs/need_one/matches?verdict=perhaps', undefined, 422, 'not_in_list', 'verdict'],
  // The body as a whole.
  [N, put('{}', { 'content-type': 'text/plain' }), 415, 'unsupported_media_type'],
  [N, { method: 'PUT' }, 415, 'unsupported_media_type'],
  [N, put('{}', { 'content-type': 'application/json; charset=gbk' }), 400, 'encoding_unknown'],
  [N, put(new Uint8Array([0x7b, 0xff, 0x7d])), 400, 'encoding_unknown'],
  [N, put('{"code":"\uFFFD"}'), 400, 'encoding_unknown'],
  [N, put('{'), 400, 'malformed_json'],
  [N, put(''), 400, 'malformed_json'],
  [N, put(deep), 400, 'malformed_json'],
  [N, put(' '.repeat(MAX_BODY_BYTES + 1)), 413, 'body_too_large'],
  [N, put('{}', { ...json, 'content-length': '99999999' }), 413, 'body_too_large'],
  [N, put('null'), 422, 'wrong_type'],
  [N, put('[]'), 422, 'wrong_type'],
  [N, put('{"__proto__":{"id":1}}'), 422, 'unknown_field', '__proto__'],
  // The body of what takes none.
  [`${N}/withdrawal`, put('', {}), 404, 'not_found'],
  [`${N}/withdrawal`, put('{}'), 404, 'not_found'],
  [`${N}/withdrawal`, put('{"why":1}'), 422, 'unknown_field', 'why'],
  [`${N}/withdrawal`, put('[]'), 422, 'wrong_type'],
  [`${N}/withdrawal`, put('null'), 422, 'wrong_type'],
  [`${N}/withdrawal`, put('{'), 400, 'malformed_json'],
  [`${N}/withdrawal`, put('why', { 'content-type': 'text/plain' }), 415, 'unsupported_media_type'],
  [`${W}/publication`, put('', {}), 404, 'not_found'],
  [`${W}/publication`, put('{"force":true}'), 422, 'unknown_field', 'force'],
  [`${W}/publication`, put(' '.repeat(MAX_BODY_BYTES + 1)), 413, 'body_too_large'],
  [`${W}/publication`, put('{}', { ...json, 'content-length': '9999999' }), 413, 'body_too_large'],
  // Its fields.
  [N, need({ id: 'need_two' }), 422, 'id_differs', 'id'],
  [N, need({ id: 7 }), 422, 'id_differs', 'id'],
  [N, need({ colour: 'red' }), 422, 'unknown_field', 'colour'],
  [N, need({ principal: undefined }), 422, 'required', 'principal'],
  [N, need({ principal: '100' }), 422, 'wrong_type', 'principal'],
  [N, need({ principal: null }), 422, 'wrong_type', 'principal'],
  [N, need({ principal: -1 }), 422, 'money_negative', 'principal'],
  [N, need({ principal: 0 }), 422, 'out_of_range', 'principal'],
  [N, need({ principal: 1.5 }), 422, 'number_wrong', 'principal'],
  [N, need({ principal: 1e300 }), 422, 'out_of_range', 'principal'],
  [
    N,
    put(JSON.stringify(needBody()).replace('100000000', '1e999')),
    422,
    'out_of_range',
    'principal',
  ],
  [N, need({ term: 361 }), 422, 'out_of_range', 'term'],
  [N, need({ purpose: 'holiday' }), 422, 'not_in_list', 'purpose'],
  [N, need({ guarantees: [] }), 422, 'required', 'guarantees'],
  [N, need({ guarantees: Array(13).fill('mortgage') }), 422, 'too_long', 'guarantees'],
  [N, need({ guarantees: ['luck'] }), 422, 'not_in_list', 'guarantees.0'],
  [N, need({ validTo: '2026-02-30' }), 422, 'date_wrong', 'validTo'],
  [N, need({ validTo: '2026-03-01' }), 422, 'valid_to_passed', 'validTo'],
  [N, need({ code: '91320594724404238X' }), 422, 'code_wrong_check_digit', 'code'],
  [N, need({ code: '91110108551385082Q' }), 422, 'enterprise_unknown', 'code'],
  [P, product({ bank: { id: 'gusu', name: '行' } }), 400, 'id_wrong', 'bank.id'],
  [P, product({ name: '长'.repeat(101) }), 422, 'too_long', 'name'],
  [P, product({ name: '\ud800' }), 400, 'encoding_unknown', 'name'],
  [P, product({ name: ' \t' }), 422, 'required', 'name'],
  [P, product({ name: '快\u0000贷' }), 422, 'wrong_type', 'name'],
  [P, product({ name: '快\n贷' }), 422, 'wrong_type', 'name'],
  [P, product({ bank: { id: 'bank_a', name: '行\u007f' } }), 422, 'wrong_type', 'bank.name'],
  [P, asking({ fact: 'tax_grade', in: ['A\u0085'] }), 422, 'wrong_type', 'eligibility.0.in.0'],
  [W, put(JSON.stringify({ ...list, name: '\u001b[2J' })), 422, 'wrong_type', 'name'],
  [B, mapped({ ignore: ['列\u0000'] }), 422, 'wrong_type', 'mapping.ignore.0'],
  [
    B,
    mapped({ columns: { '列\u0000': 'name' } }),
    422,
    'unknown_field',
    'mapping.columns.列\u0000',
  ],
  [B, mapped({ constants: { name: '\u0008' } }), 422, 'wrong_type', 'mapping.constants.name'],
  [P, product({ name: '' }), 422, 'required', 'name'],
  [P, product({ pricing: { kind: 'free' } }), 422, 'not_in_list', 'pricing.kind'],
  [P, product({ pricing: {} }), 422, 'required', 'pricing.kind'],
  [P, product({ pricing: 5 }), 422, 'wrong_type', 'pricing'],
  [P, product({ term: { min: 12, max: 3 } }), 422, 'out_of_range', 'term.max'],
  [P, asking({ fact: 'industry', in: ['ZZ'] }), 422, 'not_in_list', 'eligibility[0].in'],
  [P, asking({ fact: 'beauty', atLeast: 1 }), 422, 'not_in_list', 'eligibility.0.fact'],
  [P, asking({ fact: 'points', atLeast: '600' }), 422, 'wrong_type', 'eligibility.0.atLeast'],
  [P, asking({ fact: 'points' }), 422, 'wrong_type', 'eligibility.0'],
  [P, asking({}), 422, 'wrong_type', 'eligibility.0'],
  [P, asking({ fact: 'points', atLeast: 1, is: true }), 422, 'wrong_type', 'eligibility.0'],
  [P, asking({ all: [], any: [] }), 422, 'required', 'eligibility.0.all'],
  [
    P,
    asking({ not: { any: [{ fact: 'points', atMost: 1.5 }] } }),
    422,
    'number_wrong',
    'eligibility.0.not.any.0.atMost',
  ],
  [
    P,
    asking({ fact: 'points', atLeast: 9, atMost: 8 }),
    422,
    'contradiction',
    'eligibility[0].atMost',
  ],
  [P, product({ fees: [{ ...fee, rate: 1, amount: 1 }] }), 422, 'wrong_type', 'fees.0'],
  [P, product({ fees: [{ ...fee, rate: 'one' }] }), 422, 'wrong_type', 'fees.0.rate'],
  [
    P,
    product({ tiers: [{ min: 1, max: 2, grades: ['AA'] }] }),
    422,
    'not_in_list',
    'tiers.0.grades.0',
  ],
  [P, product({ features: ['cheap'] }), 422, 'not_in_list', 'features.0'],
  ['/v1/product-versions/product_a.0', undefined, 400, 'id_wrong'],
  ['/v1/product-versions/product_a', undefined, 400, 'id_wrong'],
  ['/v1/product-versions/product_a.1', undefined, 404, 'not_found'],
  [B, put(JSON.stringify({ ...rows, catalogue: 'x' })), 422, 'not_in_list', 'catalogue'],
  [B, put(JSON.stringify({ ...rows, rows: [] })), 422, 'required', 'rows'],
  [B, put(JSON.stringify({ ...rows, rows: Array(501).fill({}) })), 422, 'too_long', 'rows'],
  [B, put(JSON.stringify({ ...rows, rows: [{ a: [] }] })), 422, 'wrong_type', 'rows.0.a'],
  [B, put(JSON.stringify({ ...rows, rows: [7] })), 422, 'wrong_type', 'rows.0'],
  [B, put(JSON.stringify({ ...rows, rows: [{ a: 2 ** 60 }] })), 422, 'out_of_range', 'rows.0.a'],
];

test.each(table)('%s %o is refused: %i %s', async (path, init, status, code, field) => {
  const { app } = await aDoor();
  const response = await app.request(path, init);
  const problem = await problemOf(response);
  expect({ status: response.status, code: problem.code, told: problem.status }).toEqual({
    status,
    code,
    told: status,
  });
  expect(response.headers.get('content-type')).toContain('application/problem+json');
  if (field !== undefined) expect(problem.errors.map((error) => error.field)).toContain(field);
});

test('a body hears all its faults at once', async () => {
  const { put } = await aDoor();
  const body = { ...needBody(), principal: -5, term: 'long', colour: 1, validTo: 'soon' };
  const { errors } = await problemOf(await put(N, body));
  expect(errors.map(({ field, code }) => `${field} ${code}`).sort()).toEqual([
    'colour unknown_field',
    'principal money_negative',
    'term wrong_type',
    'validTo date_wrong',
  ]);
});

test('a wrong method is told the right ones', async () => {
  const { app } = await aDoor();
  const response = await app.request(N, { method: 'PATCH' });
  expect(response.headers.get('allow')).toBe('GET, HEAD, PUT');
});

test.each([
  [N, need({ ['k'.repeat(5000)]: 1 })],
  [N, need({ purpose: 'x'.repeat(5000) })],
  [N, need({ id: 'x'.repeat(5000) })],
  [N, need({ code: 'x'.repeat(5000) })],
  [N, need({ validTo: 'x'.repeat(5000) })],
  [P, asking({ ['k'.repeat(5000)]: { deep: 1 } })],
  [P, product({ bank: { id: 'x'.repeat(5000), name: '行' } })],
  [B, mapped({ columns: { ['列'.repeat(150)]: '列'.repeat(200) } })],
  [B, put(JSON.stringify({ ...rows, rows: [{ ['列'.repeat(150)]: 1 }] }))],
  [B, put(JSON.stringify({ ...rows, rows: [{ ['列'.repeat(5000)]: [] }] }))],
  [`/v1/needs/${'x'.repeat(5000)}`, undefined],
  [`/v1/needs?${'x'.repeat(5000)}=1&limit=${'1'.repeat(5000)}`, undefined],
  [P, put('{}', { 'content-type': `text/${'x'.repeat(5000)}` })],
])('%s tells a long mistake back in short', async (path, init) => {
  const { app } = await aDoor();
  const { errors } = await problemOf(await app.request(path, init));
  expect(errors.length).toBeGreaterThan(0);
  for (const { field = '', actual = '' } of errors) {
    expect(field.length).toBeLessThanOrEqual(MAX_TOLD);
    expect(String(actual).length).toBeLessThanOrEqual(MAX_TOLD);
  }
});
