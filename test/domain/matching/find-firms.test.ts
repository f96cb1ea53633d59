import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Applicant } from '#domain/matching/applicant';
import { findFirms } from '#domain/matching/firms/find-firms';
import { factsAsked, firmAsks, firmVerdict, judgeFirm } from '#domain/matching/firms/firm-asks';
import { type FirmColumns, fillColumns } from '#domain/matching/firms/firm-columns';
import { greatestFirst } from '#domain/matching/firms/greatest-first';
import { judgeProduct } from '#domain/matching/judge-product';
import type { Product } from '#domain/product/product';
import { lprOn } from '#domain/rate';
import { anyApplicant } from '../../support/any-applicant.ts';
import { anyProduct } from '../../support/any-product.ts';
import { aProduct, aStranger, LPR, needTerms, TODAY } from '../../support/builders.ts';
import { codeOf } from '../../support/numbered-firms.ts';

const MOST = 7;

const numbered = (firms: readonly Applicant[]): readonly Applicant[] =>
  firms.map((firm, row) => ({ ...firm, code: codeOf(row) }));

function columnsFor(product: Product, firms: readonly Applicant[]): FirmColumns {
  const columns = fillColumns(factsAsked([product]));
  for (const firm of firms) columns.put(firm);
  return columns.finish();
}

/** The same, firm by firm. */
function plainly(product: Product, firms: readonly Applicant[]) {
  const verdicts = firms.map((firm) => judgeFirm(product, firm));
  const counted = (verdict: string) => verdicts.filter((one) => one === verdict).length;
  const lacking = firms.map((firm) =>
    firmAsks(product).map((ask) => firmVerdict(ask, firm) !== 'yes'),
  );
  const pointsOf = ({ facts: { points } }: Applicant) => (typeof points === 'number' ? points : -1);
  const best = firms
    .map((firm, row) => ({ row, points: pointsOf(firm), verdict: verdicts[row] }))
    .filter(({ verdict }) => verdict === 'yes')
    .toSorted((a, b) => b.points - a.points || a.row - b.row);
  return {
    counts: { yes: counted('yes'), unknown: counted('unknown'), no: counted('no') },
    gaps: firmAsks(product).map(({ code }, number) => ({
      code,
      alone: lacking.filter(
        (lacks) => lacks[number] === true && lacks.filter((lack) => lack).length === 1,
      ).length,
    })),
    best: best.slice(0, MOST).map(({ row }) => row),
  };
}

const inSmallNumbers = (firm: Applicant): Applicant => {
  const { points, ...facts } = firm.facts;
  return {
    ...firm,
    facts: { ...facts, ...(typeof points === 'number' && { points: points % 1000 }) },
  };
};
const anyFirms = fc
  .array(anyApplicant.map(inSmallNumbers), { maxLength: 40 })
  .map((firms) => numbered(firms));

test('columns of firms answer a product as each firm does alone', () => {
  fc.assert(
    fc.property(anyProduct, anyFirms, (product, firms) => {
      const { best, ...found } = findFirms(product, columnsFor(product, firms), MOST);
      expect({ ...found, best: [...best] }).toEqual(plainly(product, firms));
    }),
    { numRuns: 300 },
  );
});

test('a firm meets what is asked of firms just when a need that fits by itself fits whole', () => {
  const fixing = lprOn(LPR, TODAY);
  fc.assert(
    fc.property(anyProduct, anyApplicant, (product, applicant) => {
      const { principal, term, purposes, guarantees } = product;
      const need = needTerms({
        principal: principal.min,
        term: term.min,
        guarantees,
        ...(purposes[0] && { purpose: purposes[0] }),
      });
      const question = { need, applicant, asOf: TODAY, ...(fixing && { fixing }) };
      const { verdict } = judgeProduct({ ...product, status: 'listed' }, question);
      const isIn = product.validFrom <= TODAY && (product.validTo ?? TODAY) >= TODAY;
      if (isIn) expect(judgeFirm(product, applicant)).toBe(verdict);
    }),
    { numRuns: 300 },
  );
});

test('numbers of which no two firms tell the same are judged like those that many share', () => {
  const rows = 70_000;
  const fact = 'sales_12m_fen';
  const product = aProduct({
    eligibility: [
      { fact, atLeast: 1_000, atMost: 60_000 },
      { not: { fact, atLeast: 50_000 } },
      {
        any: [
          { fact, atMost: 30_000 },
          { fact: 'points', atLeast: 900 },
        ],
      },
    ],
  });
  const columns = fillColumns(factsAsked([product]));
  const firms = Array.from({ length: rows }, (_, row) =>
    aStranger({
      facts: row % 7 === 0 ? {} : { [fact]: row, points: row % 1000 },
    }),
  );
  for (const [row, firm] of firms.entries()) columns.put({ ...firm, code: codeOf(row) });
  const { best, ...found } = findFirms(product, columns.finish(), MOST);
  expect({ ...found, best: [...best] }).toEqual(plainly(product, firms));
  expect(found.counts.yes).toBeGreaterThan(20_000);
});

test('the best are those with the most points, of equal points by code', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -1, max: 12 })), fc.nat(20), (points, most) => {
      const rows = [...points.keys()];
      const sorted = [...rows].toSorted((a, b) => (points[b] ?? 0) - (points[a] ?? 0) || a - b);
      expect([...greatestFirst(rows, Int16Array.from(points), most)]).toEqual(
        sorted.slice(0, most),
      );
    }),
  );
});

test('firms that do not come in the order of their codes are a mistake of ours', () => {
  const { put } = fillColumns([]);
  put(aStranger());
  expect(() => put(aStranger())).toThrow('order of their codes');
});
