import type { CardVersionId, UnifiedCode } from '../../ids.ts';
import type { BusinessDate } from '../../time.ts';
import { psiOf } from '../monitoring/stability.ts';
import type { GradeBand } from '../scorecard.ts';

/** A firm in the eyes of both cards. */
export type TwoScores = {
  readonly code: UnifiedCode;
  /** Points of each, and the grade that each gives for them. */
  readonly champion: number;
  readonly challenger: number;
  readonly from: string;
  readonly to: string;
};

/** A challenger in its champion's shadow: the firms of the segment, scored by both from the same facts. */
export type CardComparison = {
  readonly challenger: CardVersionId;
  readonly champion: { readonly id: string; readonly version: number; readonly hash: string };
  /** SHA-256 of the segment rules that chose the firms; absent on comparisons older than these. */
  readonly scheme?: string;
  /** The day on which it was begun. */
  readonly asOf: BusinessDate;
  /** The last firm that was looked at; absent once it is finished. */
  readonly after?: string;
  readonly firms: number;
  /** Firms by the bands of the champion, into which the points of both are put. */
  readonly bands: readonly {
    readonly grade: string;
    readonly champion: number;
    readonly challenger: number;
  }[];
  /** Between the two distributions, to four places; see `psiOf`. */
  readonly psi: number;
  /** Points of the challenger over those of the champion: their sum, and their mean to two places. */
  readonly totalShift: number;
  readonly meanShift: number;
  /** Firms by the champion's grade and the challenger's, those that stay too. */
  readonly moves: readonly {
    readonly from: string;
    readonly to: string;
    readonly firms: number;
  }[];
  /** At most LARGEST, the largest first, of equal ones by code. */
  readonly largest: readonly TwoScores[];
};

export const LARGEST = 10;

export const startComparison = (
  terms: Pick<CardComparison, 'challenger' | 'champion' | 'scheme' | 'asOf'>,
  bands: readonly GradeBand[],
): CardComparison => ({
  ...terms,
  after: '',
  firms: 0,
  bands: bands.map(({ grade }) => ({ grade, champion: 0, challenger: 0 })),
  psi: 0,
  totalShift: 0,
  meanShift: 0,
  moves: [],
  largest: [],
});

/** The comparison with another stretch of firms; none is to be in two stretches. */
export function addFirms(
  before: CardComparison,
  scores: readonly TwoScores[],
  bands: readonly GradeBand[],
): CardComparison {
  const counted = before.bands.map((band, place) => ({
    grade: band.grade,
    champion: band.champion + countIn(scores, place, bands, ({ champion }) => champion),
    challenger: band.challenger + countIn(scores, place, bands, ({ challenger }) => challenger),
  }));
  const firms = before.firms + scores.length;
  const totalShift = scores.reduce((sum, one) => sum + shiftOf(one), before.totalShift);
  return {
    ...before,
    firms,
    bands: counted,
    psi: firms === 0 ? 0 : rounded(psiOf(...sharesOf(counted, firms)), 4),
    totalShift,
    meanShift: firms === 0 ? 0 : rounded(totalShift / firms, 2),
    moves: addMoves(before.moves, scores),
    largest: [...before.largest, ...scores.filter((one) => shiftOf(one) !== 0)]
      .toSorted(largestFirst)
      .slice(0, LARGEST),
  };
}

const shiftOf = ({ champion, challenger }: TwoScores) => challenger - champion;

const largestFirst = (a: TwoScores, b: TwoScores) =>
  Math.abs(shiftOf(b)) - Math.abs(shiftOf(a)) || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0);

const countIn = (
  scores: readonly TwoScores[],
  place: number,
  bands: readonly GradeBand[],
  pointsOf: (one: TwoScores) => number,
): number =>
  scores.filter((one) => bands.findIndex(({ from }) => pointsOf(one) >= from) === place).length;

const sharesOf = (
  bands: CardComparison['bands'],
  firms: number,
): [readonly number[], readonly number[]] => [
  bands.map(({ champion }) => champion / firms),
  bands.map(({ challenger }) => challenger / firms),
];

/** Never −0, which no store keeps apart. */
const rounded = (value: number, places: number): number =>
  Math.round(value * 10 ** places) / 10 ** places + 0;

function addMoves(
  before: CardComparison['moves'],
  scores: readonly TwoScores[],
): CardComparison['moves'] {
  const all = [...before, ...scores.map(({ from, to }) => ({ from, to, firms: 1 }))];
  const byMove = Map.groupBy(all, ({ from, to }) => `${from} ${to}`);
  return [...byMove]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, of]) =>
      of.slice(0, 1).map(({ from, to }) => ({
        from,
        to,
        firms: of.reduce((sum, one) => sum + one.firms, 0),
      })),
    );
}
