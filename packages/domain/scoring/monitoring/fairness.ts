/** One who was scored; `bad` where an outcome is known. */
export type Scored = {
  /** District, industry, size or age. */
  readonly group: string;
  readonly points: number;
  readonly bad?: boolean;
};

/** What is counted of a group. Loans that kept or defaulted may be more than its firms. */
export type GroupCount = {
  readonly firms: number;
  /** The sum. */
  readonly points: number;
  readonly selected: number;
  readonly bads: number;
  readonly goods: number;
  readonly goodsSelected: number;
};
export const NOBODY: GroupCount = {
  firms: 0,
  points: 0,
  selected: 0,
  bads: 0,
  goods: 0,
  goodsSelected: 0,
};

export type GroupFigures = {
  readonly group: string;
  readonly firms: number;
  /** Share with at least the points of the threshold. */
  readonly selectionRate: number;
  readonly meanPoints: number;
  /** Selection rate ÷ that of the reference group; absent where nobody there is selected. */
  readonly impactRatio?: number;
  /** Of those whose outcome is known; absent where none is. */
  readonly badRate?: number;
  /** Of the goods among them, how many were selected: equal opportunity. */
  readonly goodsSelected?: number;
  readonly flag: 'adverse' | 'small' | 'none';
};

/** Four fifths of the reference group's rate (EEOC Uniform Guidelines, 29 CFR 1607.4 D). */
export const ADVERSE_BELOW = 0.8;
/** Smaller groups are shown and not judged. */
export const MIN_GROUP = 30;

/**
 * How groups fare under a threshold. The reference is the group with the highest selection rate among those
 * that are large enough.
 */
export const fairnessOf = (scored: readonly Scored[], threshold: number): readonly GroupFigures[] =>
  fairnessOfCounts(
    Object.fromEntries(
      [...Map.groupBy(scored, ({ group }) => group)].map(([group, firms]) => [
        group,
        countOf(firms, threshold),
      ]),
    ),
  );

/** The same from counts, for cities of any number of firms; groups without a firm are left out. */
export function fairnessOfCounts(
  counts: Readonly<Record<string, GroupCount>>,
): readonly GroupFigures[] {
  const figures = Object.entries(counts)
    .filter(([, { firms }]) => firms > 0)
    .map(([group, count]) => figuresOf(group, count));
  const large = figures.filter(({ firms }) => firms >= MIN_GROUP);
  const reference = Math.max(0, ...large.map(({ selectionRate }) => selectionRate));
  return figures
    .map((one): GroupFigures => {
      const ratio = reference > 0 ? one.selectionRate / reference : undefined;
      const isAdverse = ratio !== undefined && ratio < ADVERSE_BELOW;
      return {
        ...one,
        ...(ratio !== undefined && { impactRatio: ratio }),
        flag: one.firms < MIN_GROUP ? 'small' : isAdverse ? 'adverse' : 'none',
      };
    })
    .toSorted((a, b) => (a.group < b.group ? -1 : 1));
}

function countOf(firms: readonly Scored[], threshold: number): GroupCount {
  const isSelected = ({ points }: Scored) => points >= threshold;
  const goods = firms.filter(({ bad }) => bad === false);
  return {
    firms: firms.length,
    points: firms.reduce((total, { points }) => total + points, 0),
    selected: firms.filter(isSelected).length,
    bads: firms.filter(({ bad }) => bad === true).length,
    goods: goods.length,
    goodsSelected: goods.filter(isSelected).length,
  };
}

function figuresOf(group: string, count: GroupCount): Omit<GroupFigures, 'flag'> {
  const { firms, points, selected, bads, goods, goodsSelected } = count;
  const known = bads + goods;
  return {
    group,
    firms,
    selectionRate: selected / firms,
    meanPoints: points / firms,
    ...(known > 0 && { badRate: bads / known }),
    ...(goods > 0 && { goodsSelected: goodsSelected / goods }),
  };
}
