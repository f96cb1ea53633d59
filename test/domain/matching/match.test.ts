import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileCatalogue } from '#domain/matching/compile-catalogue';
import { MATCHING_RULE_VERSION, match } from '#domain/matching/match';
import type { Matching, MatchingPage, ProductMatch } from '#domain/matching/matching';
import { MAX_MATCHES, MAX_MATCHING_BYTES } from '#domain/matching/page';
import type { Product } from '#domain/product/product';
import { basisPoints } from '#domain/rate';
import { makeProducts, makeQuestions } from '../../bench/match/city.ts';
import { anyApplicant } from '../../support/any-applicant.ts';
import { anyNeed } from '../../support/any-need.ts';
import { anyProduct, anyProducts } from '../../support/any-product.ts';
import { aNeed, anApplicant, aProduct, aStranger, LPR, TODAY } from '../../support/builders.ts';

const given = { need: aNeed(), applicant: anApplicant(), lpr: LPR, asOf: TODAY };
type Asked = Partial<Omit<Parameters<typeof match>[0], 'catalogue'>>;
const matched = (products: readonly Product[], asked: Asked = {}) =>
  match({
    ...given,
    page: { limit: MAX_MATCHES },
    ...asked,
    catalogue: compileCatalogue(products),
  });
const fixedAt = (rate: number) => ({
  kind: 'fixed' as const,
  min: basisPoints(rate),
  max: basisPoints(rate),
});
const idsOf = ({ products }: Pick<Matching, 'products'>) => products.map(({ product }) => product);
const fitting = ({ products }: Matching) => products.filter(({ verdict }) => verdict === 'yes');

/** Every page, one after the other. */
function wholeOf(products: readonly Product[], page: MatchingPage, asked: Asked = {}) {
  const pages = [matched(products, { ...asked, page })];
  for (let after = pages[0]?.next; after !== undefined; after = pages.at(-1)?.next)
    pages.push(matched(products, { ...asked, page: { ...page, after } }));
  return pages;
}

const shuffled = <Item>(items: readonly Item[], keys: Iterator<number>) =>
  items
    .map((item) => ({ item, key: keys.next().value }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);

/** Products of several banks, some of them alike, so that many stand equal. */
const anyMarket = fc
  .tuple(anyProducts, fc.array(fc.constantFrom('bank_a', 'bank_b', 'bank_c'), { minLength: 1 }))
  .map(([products, banks]) =>
    products.map((product, row): Product => {
      const id = banks[row % banks.length] ?? 'bank_a';
      return { ...product, bank: { id, name: id }, eligibility: product.eligibility.slice(0, 2) };
    }),
  );

describe('the order', () => {
  const order = (...products: Parameters<typeof aProduct>[0][]) =>
    idsOf(matched(products.map(aProduct)));

  test('a cheaper product stands before a dearer one', () => {
    expect(
      order({ id: 'product_a', pricing: fixedAt(500) }, { id: 'product_b', pricing: fixedAt(400) }),
    ).toEqual(['product_b', 'product_a']);
  });

  test('equal points stand by what the loan costs, then by product id', () => {
    expect(
      order(
        { id: 'product_c', pricing: fixedAt(402) },
        { id: 'product_b', pricing: fixedAt(401) },
        { id: 'product_a', pricing: fixedAt(402) },
      ),
    ).toEqual(['product_b', 'product_a', 'product_c']);
  });

  test('what fits, what is not known, what does not fit; fewest reasons first, then by id', () => {
    const income = { fact: 'declared_sales_12m_fen', atLeast: 1 } as const;
    const assets = { fact: 'collateral_value_fen', atLeast: 1 } as const;
    expect(
      order(
        { id: 'product_a', status: 'delisted', purposes: ['research'] },
        { id: 'product_c', purposes: ['research'] },
        { id: 'product_b', status: 'delisted' },
        { id: 'product_d', eligibility: [income, assets] },
        { id: 'product_f', eligibility: [income] },
        { id: 'product_e', pricing: fixedAt(3600) },
      ),
    ).toEqual(['product_e', 'product_f', 'product_d', 'product_b', 'product_c', 'product_a']);
  });

  test('does not depend on the order in which products come', () => {
    fc.assert(
      fc.property(anyMarket, anyNeed, anyApplicant, fc.infiniteStream(fc.nat()), (...drawn) => {
        const [products, need, applicant, keys] = drawn;
        const asked = { need, applicant };
        expect(matched(shuffled(products, keys), asked)).toEqual(matched(products, asked));
      }),
    );
  });

  test('a product more never changes the order of the others', () => {
    fc.assert(
      fc.property(anyMarket, anyProduct, fc.nat(30), anyNeed, anyApplicant, (...drawn) => {
        const [products, more, place, need, applicant] = drawn;
        const added = { ...more, id: `product_p${place}x` as const };
        const asked = { need, applicant };
        const before = wholeOf(products, { limit: MAX_MATCHES }, asked).flatMap(idsOf);
        const after = wholeOf([...products, added], { limit: MAX_MATCHES }, asked).flatMap(idsOf);
        expect(after.filter((id) => id !== added.id)).toEqual(before);
      }),
    );
  });

  test('where banks take turns none is second before each that fits was first; one bank keeps its order', () => {
    fc.assert(
      fc.property(anyMarket, (products) => {
        const plain = fitting(matched(products, { applicant: aStranger() }));
        const diverse = fitting(
          matched(products, {
            applicant: aStranger(),
            page: { limit: MAX_MATCHES, diverse: true },
          }),
        );
        const banks = [...new Set(plain.map(({ bank }) => bank))];
        expect(new Set(diverse.slice(0, banks.length).map(({ bank }) => bank))).toEqual(
          new Set(banks),
        );
        for (const bank of banks) {
          const ofBank = (found: readonly ProductMatch[]) =>
            idsOf({ products: found.filter((one) => one.bank === bank) });
          expect(ofBank(diverse)).toEqual(ofBank(plain));
        }
      }),
    );
  });
});

describe('the pages', () => {
  test('show every product once, those that fit ranked from one', () => {
    fc.assert(
      fc.property(anyMarket, anyNeed, anyApplicant, fc.integer({ min: 1, max: 9 }), (...drawn) => {
        const [products, need, applicant, limit] = drawn;
        const pages = wholeOf(products, { limit }, { need, applicant });
        const found = pages.flatMap((page) => page.products);
        expect(found.map(({ product }) => product).sort()).toEqual(
          products.map(({ id }) => id).sort(),
        );
        expect(found.flatMap((one) => (one.verdict === 'yes' ? [one.rank] : []))).toEqual(
          found.slice(0, pages[0]?.counts.yes).map((_, index) => index + 1),
        );
        for (const { products: told } of pages.slice(0, -1)) expect(told).toHaveLength(limit);
      }),
    );
  });

  test('name each finding once, and none that no product of the page has', () => {
    fc.assert(
      fc.property(anyMarket, anyNeed, anyApplicant, (products, need, applicant) => {
        for (const page of wholeOf(products, { limit: 7 }, { need, applicant })) {
          const told = page.products.flatMap((one) => (one.verdict === 'yes' ? [] : one.reasons));
          expect([...new Set(told)].sort((a, b) => a - b)).toEqual([...page.findings.keys()]);
          const texts = page.findings.map((finding) => JSON.stringify(finding));
          expect(new Set(texts).size).toBe(texts.length);
        }
      }),
    );
  });

  test('of one verdict hold that verdict alone; the counts are of all', () => {
    const products = makeProducts(350, 1);
    const [question] = makeQuestions(1, 4);
    const asked = question && { need: aNeed(question.need), applicant: question.applicant };
    const { counts } = matched(products, asked);
    for (const verdict of ['yes', 'unknown', 'no'] as const) {
      const pages = wholeOf(products, { limit: 100, verdict }, asked);
      const found = pages.flatMap((page) => page.products);
      expect(found).toHaveLength(counts[verdict]);
      expect(found.every((one) => one.verdict === verdict)).toBe(true);
      expect(pages[0]?.counts).toEqual(counts);
    }
  });

  test('of 2,000 products stay under 100 kB each, however many are asked for', () => {
    const products = makeProducts(2_000, 1);
    for (const { need, applicant } of makeQuestions(6, 2)) {
      const pages = wholeOf(products, { limit: 9_999 }, { need: aNeed(need), applicant });
      expect(pages.flatMap(idsOf)).toHaveLength(2_000);
      for (const page of pages) {
        expect(page.products.length).toBeLessThanOrEqual(MAX_MATCHES);
        expect(new TextEncoder().encode(JSON.stringify(page)).length).toBeLessThan(
          MAX_MATCHING_BYTES,
        );
      }
    }
  });

  test('begin anew after a product that is not there', () => {
    const page = { limit: 1, after: 'product_gone' };
    expect(idsOf(matched([aProduct()], { page }))).toEqual(['product_quick']);
  });
});

describe('a matching', () => {
  test('tells its need, edition, firm, day, rule and points', () => {
    const need = aNeed({ edition: 3 });
    expect(matched([], { need })).toEqual({
      need: 'need_one',
      edition: 3,
      code: need.code,
      asOf: TODAY,
      ruleVersion: MATCHING_RULE_VERSION,
      points: 720,
      counts: { yes: 0, unknown: 0, no: 0 },
      gaps: [],
      products: [],
      findings: [],
    });
    expect(matched([], { applicant: aStranger() })).not.toHaveProperty('points');
  });

  test('names what is offered, and the expected rate where the price is known', () => {
    const onLpr = { kind: 'lpr' as const, tenor: '1Y' as const };
    const pricing = { ...onLpr, min: basisPoints(50), max: basisPoints(50) };
    const named = { product: 'product_quick', version: 1, name: '信用快贷', bank: 'bank_gusu' };
    const product = aProduct({ pricing, status: 'suspended' });
    expect(matched([product]).products).toEqual([
      { ...named, bankName: '姑苏银行', expectedRate: 350, verdict: 'no', reasons: [0] },
    ]);
    expect(matched([product], { lpr: [] }).products[0]).not.toHaveProperty('expectedRate');
  });

  test('of a withdrawn need is a mistake of ours', () => {
    expect(() => matched([], { need: aNeed({ status: 'withdrawn' }) })).toThrow('withdrawn');
  });

  test('leaves the products it was given as they were', () => {
    const products = Object.freeze([aProduct({ id: 'product_b' }), aProduct({ id: 'product_a' })]);
    expect(() => matched(products)).not.toThrow();
  });
});
