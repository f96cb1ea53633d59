import { judge } from '#domain/scoring/judge';
import type { OpenCard, OpenIndicator } from '#domain/scoring/open-card';
import type { Bin } from '#domain/scoring/scorecard';
import { type Column, columnOf, type RawTable } from './table.ts';

/** What a card reads of a row: a number, a word, or nothing. */
export type Value = number | string | boolean | undefined;

/** The place of the attribute that a value meets: a bin, `bins.length` = other, one more = missing. */
export function attributeOf({ bins }: OpenIndicator, value: Value): number {
  if (value === undefined) return bins.length + 1;
  const bin = bins.findIndex((one) => holds(one, value));
  return bin < 0 ? bins.length : bin;
}

function holds(bin: Bin, value: NonNullable<Value>): boolean {
  if ('is' in bin) return bin.is.some((choice) => choice === value);
  return (
    typeof value === 'number' &&
    (bin.from === undefined || value >= bin.from) &&
    (bin.to === undefined || value < bin.to)
  );
}

/** Points by attribute, in the order of `attributeOf`. */
export const attributePoints = ({ bins, other, missing }: OpenIndicator): readonly number[] => [
  ...bins.map(({ points }) => points),
  other ?? missing,
  missing,
];

export const indicatorsOf = (card: Pick<OpenCard, 'dimensions'>): readonly OpenIndicator[] =>
  card.dimensions.flatMap(({ indicators }) => indicators);

/** The points of one who is known by these facts, by the engine that scores firms. */
export function pointsOf(card: OpenCard, facts: Readonly<Record<string, Value>>): number {
  const known = Object.entries(facts).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, { value, evidence: [] }]],
  );
  return judge(card, Object.fromEntries(known)).points;
}

export type ScoredTable = {
  readonly points: Float64Array;
  /** The attribute of every row by indicator, in the order of the card. */
  readonly attributes: readonly Uint16Array[];
  /** Facts of the card that the table has no column for. */
  readonly absent: readonly string[];
};

/** The points of every row of a table whose columns are the facts of a card; an absent column is missing. */
export function scoreTable(card: OpenCard, table: RawTable): ScoredTable {
  const points = new Float64Array(table.rows.length).fill(card.initial ?? 0);
  const absent = new Set<string>();
  const attributes = indicatorsOf(card).map((indicator) => {
    if (!table.columns.includes(indicator.fact)) absent.add(indicator.fact);
    const column = columnOf(table, indicator.fact);
    const given = attributePoints(indicator);
    return Uint16Array.from({ length: points.length }, (_, row) => {
      const attribute = attributeOf(indicator, factAt(indicator, column, row));
      points[row] = (points[row] ?? 0) + (given[attribute] ?? 0);
      return attribute;
    });
  });
  return { points, attributes, absent: [...absent] };
}

/** Indicators with ranges read numbers, a word among them stays a word; those with choices read words. */
function factAt({ bins }: OpenIndicator, { cells, numbers }: Column, row: number): Value {
  const cell = cells[row] ?? '';
  if (cell === '') return undefined;
  const number = numbers[row] ?? Number.NaN;
  return bins.some((bin) => !('is' in bin)) && !Number.isNaN(number) ? number : cell;
}
