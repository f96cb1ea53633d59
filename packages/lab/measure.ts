import type { Outcomes } from '#domain/scoring/monitoring/outcomes';
import { psiOf, sharesIn, sharesOf } from '#domain/scoring/monitoring/stability';
import { brierOf, type Calibration, calibrationOf } from './calibration.ts';
import { chanceOf, type Figures, type FittedCard, type Scaling } from './card.ts';
import { indicatorsOf, scoreTable } from './points.ts';
import { rankingOf } from './ranking.ts';
import type { RawTable } from './table.ts';

export type Measured = Figures & {
  /** Of the points against the training sample. */
  readonly psi: number;
  readonly calibration: Calibration;
  readonly csi: readonly { readonly column: string; readonly csi: number }[];
  /** Facts of the card that the file has no column for. */
  readonly absent: readonly string[];
};

/** The figures that depend on points and outcomes alone; risk falls where points rise. */
export function figuresOf(points: Float64Array, outcomes: Outcomes, scaling: Scaling): Figures {
  const ranking = rankingOf(points, outcomes);
  const chances = points.map((given) => chanceOf(given, scaling));
  return {
    ...ranking,
    gini: 2 * ranking.auc - 1,
    brier: brierOf(chances, outcomes),
  };
}

/** How well a card tells goods from bads among the rows of a table, and how far they differ from its training. */
export function measure(
  card: FittedCard,
  table: RawTable,
  outcomes: Outcomes,
): Measured & { readonly points: Float64Array } {
  const { points, attributes, absent } = scoreTable(card, table);
  const { scaling, distribution, characteristics } = card.fit;
  const chances = points.map((given) => chanceOf(given, scaling));
  return {
    ...figuresOf(points, outcomes, scaling),
    psi: psiOf(distribution.shares, sharesIn(points, distribution.edges)),
    calibration: calibrationOf(chances, outcomes),
    csi: indicatorsOf(card).map((indicator, place) => {
      const shares = sharesOf(attributes[place] ?? new Uint16Array(), indicator.bins.length + 2);
      const before = characteristics.find((one) => one.indicator === indicator.id)?.shares;
      return { column: indicator.fact, csi: before ? psiOf(before, shares) : Number.NaN };
    }),
    absent,
    points,
  };
}
