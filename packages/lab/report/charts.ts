import type { Outcomes } from '#domain/scoring/monitoring/outcomes';
import { curveOf, ksOf } from '#domain/scoring/monitoring/separation';
import { sharesIn } from '#domain/scoring/monitoring/stability';
import type { Calibration } from '../calibration.ts';
import type { Fit, FittedCard } from '../card.ts';
import type { measure } from '../measure.ts';
import { barChart, lineChart, type Point, rankChart } from './chart.ts';
import { figure, short } from './markup.ts';

type WithPoints = ReturnType<typeof measure>;

/** The charts of a card among some rows, each an SVG. */
export const chartsOf = (
  { fit }: FittedCard,
  measured: WithPoints,
  outcomes: Outcomes,
): readonly string[] => [
  rocChart(measured, outcomes),
  ksChart(measured, outcomes),
  distributionChart(measured.points, outcomes),
  calibrationChart(measured.calibration),
  stabilityChart(fit, measured),
  rankChart(
    'Information value',
    fit.characteristics
      .toSorted((a, b) => b.iv - a.iv)
      .slice(0, 20)
      .map(({ column, iv }) => [column, iv] as const),
  ),
];

const diagonal = (end: number): Point[] => [
  [0, 0],
  [end, end],
];

const rocChart = ({ points, auc }: WithPoints, outcomes: Outcomes): string =>
  lineChart(
    {
      title: `ROC, AUC ${figure(auc)}`,
      x: 'share of goods below',
      y: 'share of bads below',
      xEnds: [0, 1],
      yEnds: [0, 1],
    },
    [
      { name: 'chance', tone: 'faint', points: diagonal(1) },
      {
        name: 'card',
        tone: 'ink',
        points: curveOf(points, outcomes).map(({ goods, bads }) => [goods, bads]),
      },
    ],
  );

function ksChart({ points }: WithPoints, outcomes: Outcomes): string {
  const curve = curveOf(points, outcomes).slice(1);
  const { ks, at } = ksOf(points, outcomes);
  return lineChart(
    {
      title: `KS ${figure(ks)} at ${short(at)} points`,
      x: 'points',
      y: 'share at or below',
      yEnds: [0, 1],
    },
    [
      { name: 'bads', tone: 'bad', points: curve.map((one) => [one.points, one.bads]) },
      { name: 'goods', tone: 'good', points: curve.map((one) => [one.points, one.goods]) },
    ],
  );
}

function calibrationChart({ bands, slope }: Calibration): string {
  const widest = Math.max(0.01, ...bands.flatMap(({ expected, observed }) => [expected, observed]));
  return lineChart(
    {
      title: `Calibration, slope ${figure(slope, 2)}`,
      x: 'chance of bad by the card',
      y: 'share of bads',
      xEnds: [0, widest],
      yEnds: [0, widest],
    },
    [
      { name: 'equal', tone: 'faint', points: diagonal(widest) },
      {
        name: 'tenths',
        tone: 'ink',
        points: bands.map(({ expected, observed }) => [expected, observed]),
      },
    ],
    true,
  );
}

const stabilityChart = (
  { distribution: { edges, shares } }: Fit,
  { points, psi }: WithPoints,
): string =>
  barChart(
    {
      title: `Points against training, PSI ${figure(psi)}`,
      x: 'tenths of the training sample',
      y: 'share',
    },
    ['lowest', ...edges.map((edge) => `≥ ${edge}`)],
    [
      { name: 'training', tone: 'faint', values: shares },
      { name: 'these', tone: 'ink', values: sharesIn(points, edges) },
    ],
  );

const HISTOGRAM = 20;

function distributionChart(points: Float64Array, outcomes: Outcomes): string {
  const low = points.reduce((least, one) => Math.min(least, one), Number.POSITIVE_INFINITY);
  const high = points.reduce((most, one) => Math.max(most, one), Number.NEGATIVE_INFINITY);
  const width = (high - low) / HISTOGRAM || 1;
  const edges = Array.from({ length: HISTOGRAM - 1 }, (_, band) => low + (band + 1) * width);
  const of = (outcome: number) =>
    sharesIn(
      points.filter((_, row) => outcomes[row] === outcome),
      edges,
    );
  return barChart(
    { title: 'Distribution of the points', x: 'points', y: 'share of its outcome' },
    [low, ...edges].map((edge) => String(Math.round(edge))),
    [
      { name: 'bads', tone: 'bad', values: of(1) },
      { name: 'goods', tone: 'good', values: of(0) },
    ],
  );
}
