import type { BusinessDate } from '../../time.ts';
import type { Score } from '../score.ts';
import { type Discrimination, discriminationOf } from './discrimination.ts';
import { fairnessOfCounts, type GroupCount, type GroupFigures } from './fairness.ts';
import type { Grouping } from './groups.ts';
import type { IsoWeek } from './iso-week.ts';
import type { CardCount, Histogram, OutcomeCount, ScoreCount } from './score-count.ts';
import {
  type Distribution,
  distributionOf,
  psiOf,
  readingOfPsi,
  type StabilityReading,
  sharesIn,
} from './stability.ts';

/** What a card gave when it had first scored the city: what it is held against for as long as it scores. */
export type ActivationSample = {
  /** Of the card. */
  readonly hash: string;
  readonly card: Score['card'];
  readonly takenOn: BusinessDate;
  readonly firms: number;
  readonly distribution: Distribution;
  /** Shares by attribute of each indicator. */
  readonly attributes: Readonly<Record<string, readonly number[]>>;
};

/** Of fewer firms an index of ten bands says more about chance than about the card. */
export const MIN_SAMPLE = 100;
/** Cells of fewer firms, or loans, are not told: a figure of few is a figure of somebody. */
export const MIN_CELL = 10;

export type Stability =
  | { readonly status: 'too_few'; readonly sample: number }
  | {
      readonly status: 'measured';
      readonly sampleOn: BusinessDate;
      readonly sample: number;
      readonly psi: number;
      readonly reading: StabilityReading;
      /** By band of points: those of the sample, and this week's. */
      readonly edges: readonly number[];
      readonly expected: readonly number[];
      readonly actual: readonly number[];
      /** The widest first. */
      readonly indicators: readonly {
        readonly indicator: string;
        readonly csi: number;
        readonly reading: StabilityReading;
      }[];
      /** Those to be watched or acted upon. */
      readonly drifted: readonly string[];
    };

export type CardMonitoring = {
  readonly hash: string;
  readonly card: Score['card'];
  readonly firms: number;
  readonly grades: readonly { readonly grade: string; readonly firms: number }[];
  readonly stability: Stability;
  /** Against the loans that banks have reported. */
  readonly discrimination: Discrimination;
};

/** `suppressed`: fewer than MIN_CELL firms, of whom nothing more is told. */
export type GroupTold =
  | (GroupFigures & { readonly known?: number })
  | { readonly group: string; readonly flag: 'suppressed' };

/** How the cards fared in a week. Never changes once it is reckoned. */
export type ScoreMonitoring = {
  readonly week: IsoWeek;
  readonly asOf: BusinessDate;
  readonly firms: number;
  readonly unscored: number;
  readonly outcomes: OutcomeCount;
  readonly cards: readonly CardMonitoring[];
  readonly fairness: Readonly<Record<Grouping, readonly GroupTold[]>>;
};

/** The sample that this week's count makes; undefined of too few firms. */
export function sampleOf(of: CardCount, takenOn: BusinessDate): ActivationSample | undefined {
  const points = expanded(of.points);
  if (points.length < MIN_SAMPLE) return undefined;
  return {
    hash: of.hash,
    card: of.card,
    takenOn,
    firms: points.length,
    distribution: distributionOf(points),
    attributes: Object.fromEntries(
      Object.entries(of.attributes).map(([indicator, counts]) => [indicator, sharesAmong(counts)]),
    ),
  };
}

/** The figures of a week that is counted. */
export function monitoringOf(
  count: ScoreCount,
  samples: readonly ActivationSample[],
): ScoreMonitoring {
  const cards = count.cards.map((of) =>
    cardMonitoring(
      of,
      samples.find(({ hash }) => hash === of.hash),
    ),
  );
  const { district, industry, size, age } = count.groups;
  return {
    week: count.week,
    asOf: count.asOf,
    firms: cards.reduce((all, { firms }) => all + firms, 0),
    unscored: count.unscored,
    outcomes: count.outcomes,
    cards: cards.toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1)),
    fairness: {
      district: toldOf(district),
      industry: toldOf(industry),
      size: toldOf(size),
      age: toldOf(age),
    },
  };
}

const nameOf = ({ card, hash }: CardMonitoring) => `${card.id}.${card.version}.${hash}`;

function cardMonitoring(of: CardCount, sample: ActivationSample | undefined): CardMonitoring {
  const points = expanded(of.points);
  return {
    hash: of.hash,
    card: of.card,
    firms: points.length,
    grades: Object.entries(of.grades)
      .map(([grade, firms]) => ({ grade, firms }))
      .toSorted((a, b) => (a.grade < b.grade ? -1 : 1)),
    stability: stabilityOf(of, points, sample),
    discrimination: discriminationIn(of),
  };
}

function stabilityOf(
  { attributes }: CardCount,
  points: readonly number[],
  sample: ActivationSample | undefined,
): Stability {
  if (!sample || points.length < MIN_SAMPLE)
    return { status: 'too_few', sample: sample?.firms ?? 0 };
  const { edges, shares } = sample.distribution;
  const actual = sharesIn(points, edges);
  const psi = psiOf(shares, actual);
  const indicators = Object.entries(sample.attributes)
    .map(([indicator, expected]) => {
      const csi = psiOf(expected, sharesAmong(attributes[indicator] ?? []));
      return { indicator, csi, reading: readingOfPsi(csi) };
    })
    .toSorted((a, b) => b.csi - a.csi);
  return {
    status: 'measured',
    sampleOn: sample.takenOn,
    sample: sample.firms,
    psi,
    reading: readingOfPsi(psi),
    edges,
    expected: shares,
    actual,
    indicators,
    drifted: indicators
      .filter(({ reading }) => reading !== 'stable')
      .map(({ indicator }) => indicator),
  };
}

function discriminationIn({ goods, bads }: CardCount): Discrimination {
  const [kept, defaulted] = [expanded(goods), expanded(bads)];
  return discriminationOf(
    [...kept, ...defaulted],
    Uint8Array.from([...kept.map(() => 0), ...defaulted.map(() => 1)]),
  );
}

/** Of few loans no rate is told, of few firms nothing. */
const toldOf = (counts: Readonly<Record<string, GroupCount>>): readonly GroupTold[] =>
  fairnessOfCounts(counts).map((figures): GroupTold => {
    const { group, firms } = figures;
    if (firms < MIN_CELL) return { group, flag: 'suppressed' };
    const { badRate, goodsSelected, ...rest } = figures;
    const { bads = 0, goods = 0 } = counts[group] ?? {};
    return {
      ...rest,
      ...(bads + goods >= MIN_CELL && {
        known: bads + goods,
        ...(badRate !== undefined && { badRate }),
      }),
      ...(goods >= MIN_CELL && goodsSelected !== undefined && { goodsSelected }),
    };
  });

/** Rising. */
const expanded = (histogram: Histogram): readonly number[] =>
  Object.entries(histogram)
    .flatMap(([points, count]) => new Array<number>(count).fill(Number(points)))
    .toSorted((a, b) => a - b);

function sharesAmong(counts: readonly number[]): readonly number[] {
  const all = counts.reduce((total, one) => total + one, 0);
  return counts.map((one) => one / Math.max(1, all));
}
