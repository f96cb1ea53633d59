import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compileCatalogue } from '#domain/matching/compile-catalogue';
import {
  findingAt,
  judgeCatalogue,
  lackedAt,
  standingOf,
  usedAgain,
  verdictAt,
} from '#domain/matching/judge-catalogue';
import { judgeProduct } from '#domain/matching/judge-product';
import type { Question } from '#domain/matching/question';
import { reasonsOf } from '../../bench/match/plain-objects.ts';
import { anyApplicant } from '../../support/any-applicant.ts';
import { anyNeed } from '../../support/any-need.ts';
import { anyProduct, anyProducts } from '../../support/any-product.ts';
import { LPR, TODAY } from '../../support/builders.ts';

const anyQuestion: fc.Arbitrary<Question> = fc
  .tuple(anyNeed, anyApplicant, fc.constantFrom(LPR[0], LPR[0], undefined))
  .map(([need, applicant, fixing]) => ({
    need,
    applicant,
    asOf: TODAY,
    ...(fixing && { fixing }),
  }));

test('a product is judged as somebody would who goes through it by hand', () => {
  fc.assert(
    fc.property(anyProduct, anyQuestion, (product, question) => {
      const { verdict, findings } = judgeProduct(product, question);
      const codes = findings.map((one) => (one.verdict === 'no' ? one.code : `${one.code}?`));
      const byHand = reasonsOf(product, question);
      expect(codes.toSorted()).toEqual(byHand.toSorted());
      const refused = byHand.some((code) => !code.endsWith('?'));
      expect(verdict).toBe(byHand.length === 0 ? 'yes' : refused ? 'no' : 'unknown');
    }),
    { numRuns: 1_000 },
  );
});

test('a compiled catalogue judges every product as it is judged alone, reason by reason', () => {
  fc.assert(
    fc.property(anyProducts, anyQuestion, (products, question) => {
      const catalogue = compileCatalogue(products);
      const judged = judgeCatalogue(catalogue, question);
      const standing = standingOf(judged);
      for (const [row, product] of catalogue.products.entries()) {
        const findings = [...lackedAt(judged, row)].map((lacked) => findingAt(lacked, question));
        expect({ verdict: verdictAt(standing, row), findings }).toEqual(
          judgeProduct(product, question),
        );
        expect(standing.reasons[row]).toBe(findings.length);
      }
    }),
    { numRuns: 300 },
  );
});

test('a fact asked twice, and more columns than a word holds, are told like any other', () => {
  fc.assert(
    fc.property(fc.array(anyProduct, { maxLength: 3 }), anyQuestion, (products, question) => {
      const both = products.map(({ eligibility, ...product }, index) => ({
        ...product,
        id: `product_${index}` as const,
        eligibility: [...eligibility, ...products.flatMap((other) => other.eligibility)],
      }));
      const catalogue = compileCatalogue(both);
      const judged = judgeCatalogue(catalogue, question);
      for (const [row, product] of catalogue.products.entries())
        expect([...lackedAt(judged, row)].map((lacked) => findingAt(lacked, question))).toEqual(
          judgeProduct(product, question).findings,
        );
    }),
  );
});

test('one question after another in the same memory is answered as each is in its own', () => {
  fc.assert(
    fc.property(anyProducts, fc.array(anyQuestion, { maxLength: 4 }), (products, questions) => {
      const catalogue = compileCatalogue(products);
      const memory = usedAgain();
      for (const question of questions) {
        const again = judgeCatalogue(catalogue, question, memory);
        const alone = judgeCatalogue(catalogue, question);
        expect(again).toEqual(alone);
        expect(standingOf(again, memory)).toEqual(standingOf(alone));
      }
    }),
  );
});
