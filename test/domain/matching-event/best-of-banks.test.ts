import { expect, test } from 'vitest';
import type { BankId } from '#domain/ids';
import type { ProductMatch } from '#domain/matching/matching';
import { bestOfBanks } from '#domain/matching-event/best-of-banks';
import { basisPoints } from '#domain/rate';

const offered = (number: number, bank: BankId) => ({
  product: `product_p${number}` as const,
  version: 1,
  name: '贷',
  bank,
  bankName: '银行',
});

const fits = (rank: number, bank: BankId, points: number): ProductMatch => ({
  ...offered(rank, bank),
  verdict: 'yes',
  rank,
  points,
  allInRate: basisPoints(400),
  why: [{ factor: 'likelihood', points: 10, max: 20, value: 5000 + rank }],
});

test('of each bank the product that ranks first counts, with its own likelihood, and what does not fit never does', () => {
  const products: readonly ProductMatch[] = [
    fits(1, 'bank_a', 80),
    fits(2, 'bank_b', 80),
    fits(3, 'bank_a', 79),
    { ...offered(4, 'bank_c'), verdict: 'unknown', reasons: [0] },
    { ...offered(5, 'bank_d'), verdict: 'no', reasons: [0] },
  ];
  expect(bestOfBanks(products)).toEqual([
    { product: 'product_p1', bank: 'bank_a', points: 80, likelihood: 5001 },
    { product: 'product_p2', bank: 'bank_b', points: 80, likelihood: 5002 },
  ]);
});
