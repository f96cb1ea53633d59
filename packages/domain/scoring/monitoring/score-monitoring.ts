import type { BusinessDate } from '../../time.ts';
import type { Score } from '../score.ts';
import {
  type ActivationSample,
  isRescored,
  MIN_SAMPLE,
  type Rescoring,
  rescoringOf,
} from './activation-sample.ts';
import { type Discrimination, discriminationOf } from './discrimination.ts';
import { fairnessOfCounts, type GroupCount, type GroupFigures } from './fairness.ts';
import { type Grouping, rankOfGroup } from './groups.ts';
import { pointsIn } from './histogram.ts';
import type { IsoWeek } from './iso-week.ts';
import type { CardCount, OutcomeCount, ScoreCount } from './score-count.ts';
import { psiOf, readingOfPsi, type StabilityReading, sharesAmong, sharesIn } from './stability.ts';

/** Cells of fewer firms, or loans, are not told: a figure of few is a figure of somebody. */
export const MIN_CELL = 10;

export type Stability =
  | { readonly status: 'too_few'; readonly sample: number }
  /** The card is on its way through the city, and its sample is taken when it is through. */
  | ({ readonly status: 'rescoring' } & Rescoring)
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

/** The figures of a week that is counted. */
export function monitoringOf(
  count: ScoreCount,
  samples: readonly ActivationSample[],
): ScoreMonitoring {
  const cards = count.cards.map((of) =>
    cardMonitoring(
      of,
      samples.find(({ hash }) => hash === of.hash),
      rescoringOf(of, count),
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
      district: toldOf('district', district),
      industry: toldOf('industry', industry),
      size: toldOf('size', size),
      age: toldOf('age', age),
    },
  };
}

const nameOf = ({ card, hash }: CardMonitoring) => `${card.id}.${card.version}.${hash}`;

function cardMonitoring(
  of: CardCount,
  sample: ActivationSample | undefined,
  rescoring: Rescoring,
): CardMonitoring {
  const points = pointsIn(of.points);
  return {
    hash: of.hash,
    card: of.card,
    firms: points.length,
    grades: Object.entries(of.grades)
      .map(([grade, firms]) => ({ grade, firms }))
      .toSorted((a, b) => (a.grade < b.grade ? -1 : 1)),
    stability:
      sample || points.length === 0 || isRescored(rescoring)
        ? stabilityOf(of, points, sample)
        : { status: 'rescoring', ...rescoring },
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
  const [kept, defaulted] = [pointsIn(goods), pointsIn(bads)];
  return discriminationOf(
    [...kept, ...defaulted],
    Uint8Array.from([...kept.map(() => 0), ...defaulted.map(() => 1)]),
  );
}

/** Of few loans no rate is told, of few firms nothing. */
const toldOf = (by: Grouping, counts: Readonly<Record<string, GroupCount>>): readonly GroupTold[] =>
  fairnessOfCounts(counts)
    .toSorted((a, b) => (rankOfGroup(by, a.group) < rankOfGroup(by, b.group) ? -1 : 1))
    .map((figures): GroupTold => {
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
