import {
  distributionOf,
  psiPart,
  readingOfPsi,
  type StabilityReading,
  sharesIn,
  sharesOf,
} from '#domain/scoring/monitoring/stability';
import type { OpenCard } from '#domain/scoring/open-card';
import { attributeNames, rangeName } from './attribute-names.ts';
import { attributePoints, indicatorsOf, scoreTable } from './points.ts';
import type { RawTable } from './table.ts';

/** Shares of both samples in one bin, and what it adds to the index. */
export type BinShift = {
  readonly bin: string;
  readonly base: number;
  readonly other: number;
  readonly part: number;
};

export type CharacteristicShift = {
  readonly column: string;
  readonly csi: number;
  readonly reading: StabilityReading;
  /** Mean points that the move of this characteristic gives or takes. */
  readonly pointsShift: number;
  /** Bins, other and missing; those in which nobody is are left out. */
  readonly bins: readonly BinShift[];
};

/** How far a second sample has moved from a base in the eyes of a card. */
export type Drift = {
  readonly rows: { readonly base: number; readonly other: number };
  readonly psi: number;
  readonly reading: StabilityReading;
  /** Tenths of the base; fewer where many have the same points. */
  readonly bands: readonly BinShift[];
  /** The widest first. */
  readonly characteristics: readonly CharacteristicShift[];
  /** Facts of the card for which a sample has no column: counted as missing. */
  readonly absent: { readonly base: readonly string[]; readonly other: readonly string[] };
};

export function driftBetween(card: OpenCard, base: RawTable, other: RawTable): Drift {
  const [before, after] = [scoreTable(card, base), scoreTable(card, other)];
  const { edges } = distributionOf(before.points);
  const bands = shiftsOf(
    [...edges, undefined].map((to, band) => rangeName({ from: edges[band - 1], to })),
    sharesIn(before.points, edges),
    sharesIn(after.points, edges),
  );
  const psi = indexOf(bands);
  const characteristics = indicatorsOf(card).map((indicator, place): CharacteristicShift => {
    const names = attributeNames(indicator);
    const [was, is] = [before, after].map(({ attributes }) =>
      sharesOf(attributes[place] ?? new Uint16Array(), names.length),
    );
    const bins = shiftsOf(names, was ?? [], is ?? []);
    const csi = indexOf(bins);
    return {
      column: indicator.fact,
      csi,
      reading: readingOfPsi(csi),
      pointsShift: attributePoints(indicator).reduce(
        (sum, points, at) => sum + points * ((is?.[at] ?? 0) - (was?.[at] ?? 0)),
        0,
      ),
      bins: bins.filter((bin) => bin.base > 0 || bin.other > 0),
    };
  });
  return {
    rows: { base: base.rows.length, other: other.rows.length },
    psi,
    reading: readingOfPsi(psi),
    bands,
    characteristics: characteristics.toSorted((a, b) => b.csi - a.csi),
    absent: { base: before.absent, other: after.absent },
  };
}

const shiftsOf = (
  names: readonly string[],
  base: readonly number[],
  other: readonly number[],
): readonly BinShift[] =>
  names.map((bin, at) => {
    const [was, is] = [base[at] ?? 0, other[at] ?? 0];
    return { bin, base: was, other: is, part: psiPart(was, is) };
  });

const indexOf = (bins: readonly BinShift[]): number =>
  bins.reduce((total, { part }) => total + part, 0);
