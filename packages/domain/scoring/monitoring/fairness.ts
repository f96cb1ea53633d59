/** One who was scored; `bad` where an outcome is known. */
export type Scored = {
  /** District, industry, size or age. */
  readonly group: string;
  readonly points: number;
  readonly bad?: boolean;
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
export function fairnessOf(scored: readonly Scored[], threshold: number): readonly GroupFigures[] {
  const groups = Map.groupBy(scored, ({ group }) => group);
  const figures = [...groups].map(([group, firms]) => figuresOf(group, firms, threshold));
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

function figuresOf(
  group: string,
  firms: readonly Scored[],
  threshold: number,
): Omit<GroupFigures, 'flag'> {
  const isSelected = ({ points }: Scored) => points >= threshold;
  const known = firms.filter(({ bad }) => bad !== undefined);
  const goods = known.filter(({ bad }) => bad === false);
  const rate = (some: readonly Scored[], all: readonly Scored[]) => some.length / all.length;
  return {
    group,
    firms: firms.length,
    selectionRate: rate(firms.filter(isSelected), firms),
    meanPoints: firms.reduce((total, { points }) => total + points, 0) / firms.length,
    ...(known.length > 0 && {
      badRate: rate(
        known.filter(({ bad }) => bad === true),
        known,
      ),
    }),
    ...(goods.length > 0 && { goodsSelected: rate(goods.filter(isSelected), goods) }),
  };
}
