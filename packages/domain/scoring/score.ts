import type { RecordId, UnifiedCode } from '../ids.ts';
import type { BasisPoints } from '../rate.ts';
import type { BusinessDate, Instant } from '../time.ts';
import type { FactValue } from './facts.ts';

export type IndicatorPoints = {
  readonly id: string;
  readonly points: number;
  readonly max: number;
  /** Absent when the fact is not known. */
  readonly value?: FactValue;
};

export type DimensionPoints = {
  readonly id: string;
  readonly points: number;
  readonly max: number;
  readonly indicators: readonly IndicatorPoints[];
};

/** A principal reason: `points` are those by which the total would rise without it. */
export type ScoreReason = {
  readonly code: string;
  readonly points: number;
  readonly records: readonly RecordId[];
  /** Those of its records against which an objection is open. */
  readonly disputed?: readonly RecordId[];
};

/** An explained score, as of a day, by one version of one card. Same facts and card, same points for ever. */
export type Score = {
  readonly code: UnifiedCode;
  readonly asOf: BusinessDate;
  readonly card: { readonly id: string; readonly version: number };
  readonly points: number;
  readonly grade: string;
  /** Share of the card's points whose facts are known. */
  readonly coverage: BasisPoints;
  readonly dimensions: readonly DimensionPoints[];
  readonly vetoes: readonly string[];
  /** At most four; see `reasonsOf`. */
  readonly reasons: readonly ScoreReason[];
  /** The values of all facts in the order of their names, so that neither a match nor a replay costs records. */
  readonly facts: Readonly<Record<string, FactValue>>;
  readonly size?: 'large' | 'medium' | 'small' | 'micro';
};

/** A score as kept: with the revisions of the firm's records and of the city's holdings that it has seen. */
export type KeptScore = Score & {
  /** Which rule of which scheme chose the card; absent on scores older than segments. */
  readonly segment?: { readonly scheme: string; readonly version: number; readonly id: string };
  /** SHA-256 of the card, the scheme and the facts as canonical JSON; absent likewise. */
  readonly cardHash?: string;
  readonly schemeHash?: string;
  readonly factsHash?: string;
  readonly revision: number;
  readonly holdings: number;
  readonly scoredAt: Instant;
};
