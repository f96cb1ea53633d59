import type { ProductId, UnifiedCode } from '../../ids.ts';
import type { Product } from '../../product/product.ts';
import type { BusinessDate } from '../../time.ts';
import type { FirmCounts, FirmGap, FoundFirms } from './find-firms.ts';
import { firmAsks } from './firm-asks.ts';

/** How many firms of the city a version of a product reaches (覆盖面), counted from their scores: sums, nobody in them. */
export type Reach = {
  readonly product: ProductId;
  readonly version: number;
  /** The day on which the counting began. */
  readonly asOf: BusinessDate;
  readonly firms: FirmCounts;
  readonly gaps: readonly FirmGap[];
};

/** The whole city for one product; `best` of those that fit, by points, then by code. */
export type MatchedFirms = {
  readonly reach: Reach;
  readonly best: readonly { readonly code: UnifiedCode; readonly points?: number }[];
};

/** How far the counting of a day is; `after` is the firm from which it goes on. */
export type ReachCount = {
  readonly asOf: BusinessDate;
  readonly phase: 'counting' | 'counted' | 'told';
  readonly after?: string;
  readonly reaches: readonly Reach[];
};

export const startReach = (product: Product, asOf: BusinessDate): Reach => ({
  product: product.id,
  version: product.version,
  asOf,
  firms: { yes: 0, unknown: 0, no: 0 },
  gaps: firmAsks(product).map(({ code }) => ({ code, alone: 0 })),
});

/** With the firms of one more stretch. */
export const withFound = (
  reach: Reach,
  { counts, gaps }: Pick<FoundFirms, 'counts' | 'gaps'>,
): Reach => ({
  ...reach,
  firms: {
    yes: reach.firms.yes + counts.yes,
    unknown: reach.firms.unknown + counts.unknown,
    no: reach.firms.no + counts.no,
  },
  gaps: reach.gaps.map(({ code, alone }, place) => ({
    code,
    alone: alone + (gaps[place]?.alone ?? 0),
  })),
});

/** A count as a bank is told it: down to fives, so that no sum tells what a small one hides (domain.md C12: n ≥ 5). */
export type ToldCount = number | 'fewer_than_5';
const CELL = 5;

export const toldCount = (count: number): ToldCount =>
  count < CELL ? 'fewer_than_5' : count - (count % CELL);

/** A reach as it is told: to the office whole, to a bank without small cells. */
export type ToldReach = Omit<Reach, 'firms' | 'gaps'> & {
  readonly firms: { readonly [Verdict in keyof FirmCounts]: ToldCount };
  readonly gaps: readonly { readonly code: FirmGap['code']; readonly alone: ToldCount }[];
};

export const withoutSmallCells = ({ firms, gaps, ...reach }: Reach): ToldReach => ({
  ...reach,
  firms: {
    yes: toldCount(firms.yes),
    unknown: toldCount(firms.unknown),
    no: toldCount(firms.no),
  },
  gaps: gaps.map(({ code, alone }) => ({ code, alone: toldCount(alone) })),
});
