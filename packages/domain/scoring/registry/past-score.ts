import type { Instant } from '../../time.ts';
import type { KeptScore, Score } from '../score.ts';
import type { ScoreBasis } from './replay.ts';

/** A score as it was told once: what it was reckoned from, by which card, and what came of it. Never changes. */
export type PastScore = {
  readonly basis: ScoreBasis;
  readonly card: Score['card'];
  readonly cardHash: string;
  /** Which rule chose the card, and the SHA-256 of its scheme; absent on scores older than schemes in the registry. */
  readonly segment?: NonNullable<KeptScore['segment']>;
  readonly schemeHash?: string;
  readonly factsHash: string;
  /** SHA-256 of the score's JSON, so that a replay proves itself. */
  readonly scoreHash: string;
  readonly points: number;
  readonly grade: string;
  readonly scoredAt: Instant;
};
