import type { Counts, Verdict } from '../credit/batch.ts';
import type { CatalogueId } from '../credit/catalogue.ts';
import type { SupplierId } from '../ids.ts';
import type { BasisPoints } from '../rate.ts';
import type { BusinessDate } from '../time.ts';
import type { QualityFigure } from './definition.ts';
import type { Lateness } from './timely.ts';

export const groupings = ['supplier', 'catalogue', 'district', 'supplier_catalogue'] as const;
/** What one row of the table stands for. */
export type Grouping = (typeof groupings)[number];

/** The `district` of the cycles that a supplier of the whole city owes. */
export const WHOLE_CITY = 'city';

/** Whose figures a row gives, by the table's grouping. */
export type RowKey = {
  readonly supplier?: SupplierId;
  readonly catalogue?: CatalogueId;
  /** Division code, UNKNOWN, or WHOLE_CITY. */
  readonly district?: string;
};

/** A target that was missed, by how much. */
export type Gap = {
  readonly figure: QualityFigure;
  readonly target: BasisPoints;
  readonly actual: BasisPoints;
  /** Basis points below the target, at least 1. */
  readonly gap: BasisPoints;
};

/** Where most is lost: the figure furthest below its target, and of its losses the largest part. */
export type WeakPoint = Gap & {
  readonly supplier: SupplierId;
  readonly catalogue: CatalogueId;
  /** What became of the rows, how late they came, or that a cycle passed without a delivery. */
  readonly why: Verdict | Lateness | 'missed_cycle';
  /** Rows lost to it, or cycles. */
  readonly lost: number;
};

/** What the figures are shares of: rows, and cycles that were due. */
export type Figures = {
  readonly counts: Counts;
  /** Rows delivered in time; absent where the definition sets no days. */
  readonly timely?: number;
  readonly stored: number;
  readonly compliant: number;
  /** Cycles due and met by suppliers whose duties are registered; absent where none was due. */
  readonly due?: number;
  readonly met?: number;
  /** A rate is absent where there is nothing of which it would be a share. */
  readonly rates: { readonly [Figure in QualityFigure]?: BasisPoints };
  /** Widest first. */
  readonly missed: readonly Gap[];
  readonly weakest?: WeakPoint;
};

export type QualityRow = RowKey &
  Figures & {
    /** 1 is best, equals share a rank; absent where nothing can be graded. See rank.ts. */
    readonly rank?: number;
  };

export type QualityTable = {
  readonly definition: { readonly id: string; readonly version: number };
  readonly period: string;
  readonly from: BusinessDate;
  readonly to: BusinessDate;
  readonly by: Grouping;
  /** Everything together, as if it were one row. */
  readonly total: Figures;
  /** By rank. */
  readonly rows: readonly QualityRow[];
};
