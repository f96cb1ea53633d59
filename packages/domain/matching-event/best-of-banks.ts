import type { BankId } from '../ids.ts';
import type { ProductMatch } from '../matching/matching.ts';
import type { Preference } from './participants.ts';

/** A preference, and how likely the bank is to approve in basis points: by this the bank ranks the need. */
export type Ranked = Preference & { readonly likelihood: number };

/** Of the products that fit a need, in the order of its matching, the first of each bank. */
export function bestOfBanks(products: readonly ProductMatch[]): readonly Ranked[] {
  const best = new Map<BankId, Ranked>();
  for (const match of products) {
    if (match.verdict !== 'yes' || best.has(match.bank)) continue;
    const { product, bank, points, why } = match;
    const likelihood = why.find(({ factor }) => factor === 'likelihood')?.value ?? 0;
    best.set(bank, { product, bank, points, likelihood });
  }
  return [...best.values()];
}
