import type { Refusal } from '../refusal.ts';
import type { ProductStatus } from './product.ts';
import type { ProductMove, ProductSide } from './product-version.ts';

/** What is done to a version that is there, by somebody who asks for it. */
export type AskedMove = Exclude<ProductMove, 'draft' | 'supersede'>;

/**
 * From which statuses a move is possible, what it makes of them, and for whom it is: 草稿 → 已审核 → 上架 ⇄ 暂停 → 下架
 * (domain.md C11). What a bank drafts another organisation checks, so there are four eyes on everything listed.
 * `says`: who has to tell why.
 */
export const productMoves = {
  check: { from: ['draft'], to: 'checked', by: ['office'], says: [] },
  return: { from: ['draft', 'checked'], to: 'draft', by: ['office'], says: ['office'] },
  publish: { from: ['checked'], to: 'listed', by: ['office'], says: [] },
  suspend: { from: ['listed'], to: 'suspended', by: ['bank', 'office'], says: ['office'] },
  // Whom the office has suspended the office alone resumes: `decideMove`.
  resume: { from: ['suspended'], to: 'listed', by: ['bank', 'office'], says: [] },
  // Of what was never listed: given up.
  delist: {
    from: ['draft', 'checked', 'listed', 'suspended'],
    to: 'delisted',
    by: ['bank', 'office'],
    says: ['office'],
  },
  supersede: {
    from: ['draft', 'checked', 'listed', 'suspended'],
    to: 'delisted',
    by: ['bank', 'office'],
    says: [],
  },
} as const satisfies Record<
  Exclude<ProductMove, 'draft'>,
  {
    readonly from: readonly ProductStatus[];
    readonly to: ProductStatus;
    readonly by: readonly ProductSide[];
    readonly says: readonly ProductSide[];
  }
>;

/** Why a move is not possible in a status, undefined where it is. */
export function whyNotMove(
  move: keyof typeof productMoves,
  status: ProductStatus,
): Refusal | undefined {
  const { from } = productMoves[move];
  return from.some((state) => state === status)
    ? undefined
    : { code: 'product_status_wrong', field: 'status', expected: from.join(', '), actual: status };
}
