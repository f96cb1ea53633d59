import type { Dimension, Indicator, Scorecard } from './scorecard.ts';

export type OpenIndicator = Indicator;
export type OpenDimension = Dimension;

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

/** A card over any facts: what the laboratory makes and PMML brings, and the engine runs. */
export type OpenCard = Scorecard & {
  /** Points below the highest of the indicator where absent. */
  readonly counting?: ReasonCounting;
};
