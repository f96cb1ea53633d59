import { type BasisPoints, shareOf } from '../../rate.ts';
import { columnsOf } from '../columns/columns.ts';
import { compileCard } from '../columns/compile-card.ts';
import { scoreColumns } from '../columns/score-columns.ts';
import type { KnownFacts } from '../facts.ts';
import type { Scorecard } from '../scorecard.ts';

/** How firms move from one card to another. */
export type CardComparison = {
  readonly firms: number;
  /** Firms by grade of the champion, then of the challenger. */
  readonly moved: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Of the challenger's points over the champion's: least, median, greatest. */
  readonly shift: { readonly least: number; readonly median: number; readonly greatest: number };
  /** Share of firms whose grade stays; undefined of no firm. */
  readonly sameGrade: BasisPoints | undefined;
};

/** The challenger in the champion's shadow, over the same facts. */
export function compareCards(
  champion: Scorecard,
  challenger: Scorecard,
  firms: readonly KnownFacts[],
): CardComparison {
  const [before, after] = [scoredBy(champion, firms), scoredBy(challenger, firms)];
  const pairs = before.map((one, row) => ({ one, other: after[row] ?? one }));
  const shifts = pairs.map(({ one, other }) => other.points - one.points).sort((a, b) => a - b);
  const moved = Object.fromEntries(
    [...Map.groupBy(pairs, ({ one }) => one.grade)].map(([grade, of]) => [
      grade,
      Object.fromEntries(
        [...Map.groupBy(of, ({ other }) => other.grade)].map(([to, some]) => [to, some.length]),
      ),
    ]),
  );
  const same = pairs.filter(({ one, other }) => one.grade === other.grade).length;
  return {
    firms: firms.length,
    moved,
    shift: {
      least: shifts.at(0) ?? 0,
      median: shifts[Math.floor(shifts.length / 2)] ?? 0,
      greatest: shifts.at(-1) ?? 0,
    },
    sameGrade: shareOf(same, firms.length),
  };
}

function scoredBy(card: Scorecard, firms: readonly KnownFacts[]) {
  const compiled = compileCard(card);
  const { points, grades } = scoreColumns(compiled, columnsOf(compiled.codings, firms));
  return firms.map((_, row) => ({
    points: points[row] ?? 0,
    grade: card.bands[grades[row] ?? 0]?.grade ?? '',
  }));
}
