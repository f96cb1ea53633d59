import type { FactName } from './facts.ts';

/** Half-open bins in rising order, `from` inclusive; the first may lack `from`. Choices are listed. */
export type Bin =
  | { readonly from?: number; readonly to?: number; readonly points: number }
  | { readonly is: readonly (string | boolean)[]; readonly points: number };

/** A characteristic of the firm and the points of each attribute. Missing is not zero: it has its own points. */
export type Indicator = {
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  readonly fact: FactName;
  readonly bins: readonly Bin[];
  /** Points where the fact is not known. */
  readonly missing: number;
  /** The code under which points below the maximum are explained, and its sentence. */
  readonly reason: string;
  readonly reasonZh: string;
  readonly reasonEn: string;
};

export type Dimension = {
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  readonly indicators: readonly Indicator[];
};

/**
 * A fact that caps the points whatever the rest says, e.g. a dishonest debtor in force. Its names are the
 * sentences of its code; a fact that is not known never vetoes.
 */
export type Veto = {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  readonly fact: FactName;
  readonly is: boolean;
  /** Points are never above this when the veto holds. */
  readonly cap: number;
};

export type GradeBand = { readonly grade: string; readonly from: number };

/** A scorecard is data: 1000 points over dimensions, bands, vetoes. Points are whole numbers. */
export type Scorecard = {
  readonly id: string;
  readonly version: number;
  readonly zh: string;
  readonly en: string;
  readonly dimensions: readonly Dimension[];
  readonly vetoes: readonly Veto[];
  /** From the highest; the last one starts at 0. */
  readonly bands: readonly GradeBand[];
};
