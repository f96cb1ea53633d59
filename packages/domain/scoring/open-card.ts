import type { Dimension, Indicator, Scorecard } from './scorecard.ts';

/** An indicator that reads any name, e.g. a column of a file. */
export type OpenIndicator = Omit<Indicator, 'fact'> & {
  readonly fact: string;
  /** Points of a value that no bin names; where it is absent such a value counts as missing. */
  readonly other?: number;
};
export type OpenDimension = Omit<Dimension, 'indicators'> & {
  readonly indicators: readonly OpenIndicator[];
};

/** How a card from elsewhere counts reasons. */
export type ReasonCounting = {
  readonly used: boolean;
  /** pointsBelow: baseline less points, where points are good; pointsAbove: points less baseline. */
  readonly algorithm: 'pointsBelow' | 'pointsAbove';
  readonly method: 'max' | 'min' | 'mean' | 'neutral' | 'other';
  /** By indicator; its highest points where absent. */
  readonly baselines: Readonly<Record<string, number>>;
  /** By indicator, where attributes have codes of their own: bins in order, other, missing; null = the indicator's. */
  readonly codes?: Readonly<Record<string, readonly (string | null)[]>>;
};

/** A card over any facts: what the laboratory makes and PMML brings. */
export type OpenCard = Omit<Scorecard, 'dimensions'> & {
  /** Points below the highest of the indicator where absent. */
  readonly counting?: ReasonCounting;
  /** Points that everybody starts with; 0 where absent. */
  readonly initial?: number;
  readonly dimensions: readonly OpenDimension[];
};
