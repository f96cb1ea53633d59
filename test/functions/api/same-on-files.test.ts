import { expect, test } from 'vitest';
import * as z from 'zod';
import { cursorOf } from '#platform/cursor';
import { matchPlain } from '#platform/match-plain';
import { applicantSchema } from '#platform/schemas/applicant';
import { matchingSchema } from '#platform/schemas/matching';
import { needFileSchema } from '#platform/schemas/need-file';
import { productTerms, TODAY } from '#test/support/builders';
import { aDoor, needBody } from './a-door.ts';

const questionSchema = z.object({ applicant: applicantSchema });

test('a need matched on plain files has the answer that it has over HTTP, page by page', async () => {
  const { get, put, sell } = await aDoor();
  const told = [
    {},
    { eligibility: [{ fact: 'tax_grade' as const, in: ['A'] }] },
    { eligibility: [{ fact: 'points' as const, atLeast: 990 }] },
    { purposes: ['green' as const] },
    { eligibility: [{ fact: 'existing_lenders' as const, atMost: 2 }] },
  ];
  const names = told.map((_, place) => `product_f${place}` as const);
  for (const [place, id] of names.entries()) await sell(id, told[place]);
  const need = { ...needBody(), discloses: ['score' as const] };
  await put('/v1/needs/need_one', need);
  const { applicant } = questionSchema.parse(
    await (await get('/v1/needs/need_one/question')).json(),
  );
  const products = names.map((id, place) => ({
    ...productTerms({ ...told[place], id }),
    version: 1,
    status: 'listed' as const,
  }));
  const { applicant: _, ...terms } = needFileSchema.parse({ ...need, id: 'need_one' });
  let after: string | undefined;
  let pages = 0;
  do {
    const plain = matchPlain({
      need: terms,
      applicant,
      products,
      asOf: TODAY,
      page: { limit: 2, ...(after !== undefined && { after }) },
    });
    if (!plain.ok) throw new Error(plain.refusal.code);
    const cursor = after === undefined ? '' : `&cursor=${cursorOf(after)}`;
    const answer = await get(`/v1/needs/need_one/matches?limit=2${cursor}`);
    const { next, ...matching } = plain.value;
    expect(matchingSchema.parse(await answer.json())).toEqual({
      ...matching,
      ...(next !== undefined && { next: cursorOf(next) }),
    });
    after = next;
    pages += 1;
  } while (after !== undefined);
  expect(pages).toBe(3);
});
