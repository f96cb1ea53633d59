import type { Enterprise } from '../../enterprise/enterprise.ts';
import type { BusinessDate } from '../../time.ts';
import type { FactValue } from '../facts.ts';
import type { Score } from '../score.ts';
import type { Scorecard } from '../scorecard.ts';
import { attributeCount, attributeOf, indicatorsOf, recommendedFrom } from './attributes.ts';
import { type GroupCount, NOBODY } from './fairness.ts';
import { type Grouping, groupings, groupsOf } from './groups.ts';
import { type Histogram, oneMore } from './histogram.ts';
import type { IsoWeek } from './iso-week.ts';

/** What one card has given. */
export type CardCount = {
  readonly hash: string;
  readonly card: Score['card'];
  readonly points: Histogram;
  readonly grades: Histogram;
  /** Firms by attribute of each indicator: bins in order, other, missing. */
  readonly attributes: Readonly<Record<string, readonly number[]>>;
  /** Loans by the points that their firms had before, kept and defaulted. */
  readonly goods: Histogram;
  readonly bads: Histogram;
};

export type OutcomeCount = {
  readonly reported: number;
  /** Kept so far, and not yet observed for the whole time. */
  readonly open: number;
  /** Held against the score that today's cards give as of the first day observed: nobody had told one then. */
  readonly retrospective: number;
  /** Of firms that have no score of either kind. */
  readonly unscored: number;
};

/**
 * How far the counting of a week is: sums alone, nobody in them. `outcomes` are counted once all scores are; `after`
 * is the firm or the outcome from which it goes on.
 */
export type ScoreCount = {
  readonly week: IsoWeek;
  /** The day on which the counting began. */
  readonly asOf: BusinessDate;
  readonly phase: 'scores' | 'outcomes' | 'counted';
  readonly after?: string;
  /** Firms without a score, or with one that does not name its card. */
  readonly unscored: number;
  readonly outcomes: OutcomeCount;
  readonly cards: readonly CardCount[];
  readonly groups: Readonly<Record<Grouping, Readonly<Record<string, GroupCount>>>>;
};

export const startCount = (week: IsoWeek, asOf: BusinessDate): ScoreCount => ({
  week,
  asOf,
  phase: 'scores',
  unscored: 0,
  outcomes: { reported: 0, open: 0, retrospective: 0, unscored: 0 },
  cards: [],
  groups: { district: {}, industry: {}, size: {}, age: {} },
});

type By = {
  readonly enterprise: Enterprise;
  readonly hash: string;
  readonly card: Scorecard;
  readonly points: number;
  readonly size: FactValue | undefined;
};
export type CountedScore = By & {
  readonly grade: string;
  readonly facts: Readonly<Record<string, FactValue>>;
};
export type CountedOutcome = By & { readonly bad: boolean };

/** A count with one more firm. */
export function withScore(count: ScoreCount, scored: CountedScore): ScoreCount {
  const { card, points, grade, facts } = scored;
  const isRecommended = points >= recommendedFrom(card);
  return {
    ...count,
    cards: withCard(count.cards, scored, (of) => ({
      ...of,
      points: oneMore(of.points, points),
      grades: oneMore(of.grades, grade),
      attributes: Object.fromEntries(
        indicatorsOf(card).map((indicator) => {
          const met = attributeOf(indicator, facts[indicator.fact]);
          const before =
            of.attributes[indicator.id] ?? new Array<number>(attributeCount(indicator)).fill(0);
          return [indicator.id, before.map((firms, at) => firms + (at === met ? 1 : 0))];
        }),
      ),
    })),
    groups: withGroups(count, scored, (of) => ({
      ...of,
      firms: of.firms + 1,
      points: of.points + points,
      selected: of.selected + (isRecommended ? 1 : 0),
    })),
  };
}

/** A count with one more loan of which is known what became of it. */
export function withOutcome(count: ScoreCount, told: CountedOutcome): ScoreCount {
  const { card, points, bad } = told;
  const isRecommended = points >= recommendedFrom(card);
  return {
    ...count,
    cards: withCard(count.cards, told, (of) =>
      bad ? { ...of, bads: oneMore(of.bads, points) } : { ...of, goods: oneMore(of.goods, points) },
    ),
    groups: withGroups(count, told, (of) => ({
      ...of,
      bads: of.bads + (bad ? 1 : 0),
      goods: of.goods + (bad ? 0 : 1),
      goodsSelected: of.goodsSelected + (!bad && isRecommended ? 1 : 0),
    })),
  };
}

function withCard(
  cards: readonly CardCount[],
  { hash, card: { id, version } }: By,
  counted: (of: CardCount) => CardCount,
): readonly CardCount[] {
  const none = { points: {}, grades: {}, attributes: {}, goods: {}, bads: {} };
  const known = cards.find((one) => one.hash === hash);
  const after = counted(known ?? { hash, card: { id, version }, ...none });
  return known ? cards.map((one) => (one === known ? after : one)) : [...cards, after];
}

function withGroups(
  { groups, asOf }: ScoreCount,
  { enterprise, size }: By,
  counted: (of: GroupCount) => GroupCount,
): ScoreCount['groups'] {
  const of = groupsOf(enterprise, size, asOf);
  const after = groupings.map((by) => {
    const group = of[by];
    return [by, { ...groups[by], [group]: counted(groups[by][group] ?? NOBODY) }] as const;
  });
  return { ...groups, ...Object.fromEntries(after) };
}
