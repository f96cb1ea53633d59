import type { Distribution } from '#domain/scoring/monitoring/stability';
import type { OpenCard } from '#domain/scoring/open-card';
import type { AsideReason } from './screen.ts';

/** points = offset + factor × ln(odds of good); factor = pdo ÷ ln 2. */
export type Scaling = {
  /** Points that double the odds. */
  readonly pdo: number;
  /** Points at which there are `odds` goods to one bad. */
  readonly base: number;
  readonly odds: number;
};

export type Figures = {
  readonly rows: number;
  readonly bads: number;
  readonly auc: number;
  readonly aucLow: number;
  readonly aucHigh: number;
  readonly ks: number;
  readonly gini: number;
  readonly brier: number;
};

export type FitTrial = {
  readonly recipe: string;
  readonly auc: number;
  readonly aucError: number;
  readonly loss: number;
  readonly steps?: number;
  readonly chosen: boolean;
};

export type FitCharacteristic = {
  readonly indicator: string;
  readonly column: string;
  readonly iv: number;
  readonly reading: string;
  /** Rows of the training sample by attribute: the bins in order, other, missing. */
  readonly shares: readonly number[];
};

export type FitCoefficient = {
  readonly column: string;
  readonly value: number;
  readonly standardError: number;
  readonly z: number;
  readonly p: number;
};

/** How a card came to be, so that it can be judged and made again. */
export type Fit = {
  readonly target: string;
  readonly bad: string;
  readonly method: 'regression' | 'boosting';
  readonly recipe: string;
  readonly rule: string;
  readonly seed: number;
  readonly folds: number;
  readonly trials: readonly FitTrial[];
  readonly calibration: { readonly slope: number; readonly shift: number };
  readonly scaling: Scaling;
  readonly training: Figures;
  /** On rows that had no part in the fit, where some were held back. */
  readonly heldBack?: Figures;
  readonly distribution: Distribution;
  readonly characteristics: readonly FitCharacteristic[];
  readonly regression?: {
    readonly coefficients: readonly FitCoefficient[];
    readonly aic: number;
    readonly ridged: boolean;
  };
  readonly setAside: readonly {
    readonly column: string;
    readonly reason: AsideReason;
    readonly auc?: number;
    readonly iv?: number;
    readonly repeats?: string;
  }[];
  /** Directions that were declared: how points move with the value. */
  readonly declared: Readonly<Record<string, 'rising' | 'falling'>>;
};

export type FittedCard = OpenCard & { readonly fit: Fit };

export const factorOf = ({ pdo }: Scaling): number => pdo / Math.LN2;
export const offsetOf = (scaling: Scaling): number =>
  scaling.base - factorOf(scaling) * Math.log(scaling.odds);

/** The chance of bad that some points stand for. */
export const chanceOf = (points: number, scaling: Scaling): number =>
  1 / (1 + Math.exp((points - offsetOf(scaling)) / factorOf(scaling)));
