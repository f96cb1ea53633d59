import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compileCatalogue } from '#domain/matching/compile-catalogue';
import { judgeProduct } from '#domain/matching/judge-product';
import { match } from '#domain/matching/match';
import { anyApplicant } from '../../support/any-applicant.ts';
import { anyNeed } from '../../support/any-need.ts';
import { anyProducts } from '../../support/any-product.ts';
import { aNeed, anApplicant, aProduct, LPR, TODAY } from '../../support/builders.ts';

const [fixing] = LPR;
const page = { limit: 100 };

test('a gap counts each product that lacks it, and those that lack nothing else, as one counts by hand', () => {
  fc.assert(
    fc.property(anyProducts, anyNeed, anyApplicant, (products, need, applicant) => {
      const twice = products.map((product) => ({
        ...product,
        eligibility: [...product.eligibility, ...product.eligibility.slice(0, 1)],
      }));
      const catalogue = compileCatalogue(twice);
      const { gaps } = match({ need, applicant, catalogue, lpr: LPR, asOf: TODAY, page });
      const question = { need, applicant, asOf: TODAY, ...(fixing && { fixing }) };
      const lacks = twice.map((product) =>
        judgeProduct(product, question).findings.map(({ code }) => code),
      );
      const codes = new Set(lacks.flat());
      expect(new Set(gaps.map(({ code }) => code))).toEqual(codes);
      for (const gap of gaps) {
        const lacking = lacks.filter((found) => found.includes(gap.code));
        const alone = lacking.filter((found) => found.length === 1).length;
        expect([gap.products, gap.alone]).toEqual([lacking.length, alone]);
        expect(gap.would === undefined).toBe(alone === 0);
        expect(gap.would?.products ?? 0).toBeLessThanOrEqual(alone);
      }
    }),
  );
});

test('what opens most is told: three products more if the grade were A', () => {
  const asking = (...grades: string[]) => [{ fact: 'grade', in: grades } as const];
  const products = [
    aProduct({ id: 'product_a', eligibility: asking('A') }),
    aProduct({ id: 'product_b', eligibility: asking('A', 'B') }),
    aProduct({ id: 'product_c', eligibility: asking('A', 'B') }),
    aProduct({ id: 'product_d', eligibility: asking('A'), status: 'suspended' }),
    aProduct({ id: 'product_e', eligibility: asking('C') }),
  ];
  const catalogue = compileCatalogue(products);
  const asked = { need: aNeed(), applicant: anApplicant(), catalogue, lpr: LPR, asOf: TODAY };
  expect(match({ ...asked, page }).gaps).toEqual([
    { code: 'product_listed', products: 1, alone: 0 },
    {
      code: 'grade',
      products: 4,
      alone: 3,
      would: { required: { fact: 'grade', in: ['A'] }, products: 3 },
    },
  ]);
});

test('of numbers the floor that most ask is told, with all that it opens', () => {
  const asking = (atLeast: number) => [{ fact: 'points', atLeast } as const];
  const products = [700, 750, 750, 800].map((floor, place) =>
    aProduct({ id: `product_${place}`, eligibility: asking(floor) }),
  );
  const applicant = anApplicant({ facts: { points: 600 } });
  const catalogue = compileCatalogue(products);
  const [gap] = match({ need: aNeed(), applicant, catalogue, lpr: LPR, asOf: TODAY, page }).gaps;
  expect(gap).toEqual({
    code: 'points',
    products: 4,
    alone: 4,
    would: { required: { fact: 'points', atLeast: 750 }, products: 3 },
  });
});

test('of a tree the branch is told that opens most, whatever lies above it', () => {
  const products = [['C'], ['C39'], ['C39', 'I']].map((branches, place) =>
    aProduct({ id: `product_${place}`, eligibility: [{ fact: 'industry', in: branches }] }),
  );
  const applicant = anApplicant({ facts: { industry: 'F51' } });
  const catalogue = compileCatalogue(products);
  const [gap] = match({ need: aNeed(), applicant, catalogue, lpr: LPR, asOf: TODAY, page }).gaps;
  expect(gap?.would).toEqual({ required: { fact: 'industry', in: ['C39'] }, products: 3 });
});
