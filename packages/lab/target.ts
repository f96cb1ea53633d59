import type { Outcomes } from '#domain/scoring/monitoring/outcomes';
import { columnOf, type RawTable, rowsWhere } from './table.ts';

/** Rows whose outcome is known, and which of its values is bad. */
export type Known = {
  readonly ok: true;
  readonly table: RawTable;
  readonly outcomes: Outcomes;
  readonly bad: string;
  /** Rows without an outcome, which are left out. */
  readonly unknown: number;
};
/** `row` counts from 1 below the header. */
export type TargetFault = {
  readonly ok: false;
  readonly code: 'target_absent' | 'target_not_binary' | 'bad_absent' | 'outcomes_all_alike';
  readonly expected: string;
  readonly actual: string;
  readonly row?: number;
};

/** Pairs that say by themselves which is bad: the second. */
const pairs = [
  ['0', '1'],
  ['no', 'yes'],
  ['n', 'y'],
  ['false', 'true'],
  ['good', 'bad'],
  ['否', '是'],
] as const;

/** Reads a column of outcomes: the value `bad`, or the second of a usual pair. */
export function readTarget(table: RawTable, name: string, bad?: string): Known | TargetFault {
  if (!table.columns.includes(name))
    return fault('target_absent', `one of ${table.columns.slice(0, 40).join(', ')}`, name);
  const { cells, numbers } = columnOf(table, name);
  const values = cells.map((cell, row) => {
    const number = numbers[row] ?? Number.NaN;
    return number === 0 || number === 1 ? String(number) : cell;
  });
  const given = [...new Set(values.filter((value) => value !== ''))];
  const badValue = bad === undefined ? usualBad(given) : bad;
  if (badValue === undefined) {
    const odd = given.find((value) => !pairs.flat().some((usual) => usual === value.toLowerCase()));
    const row = values.indexOf(odd ?? given.at(-1) ?? '');
    const expected = '0 and 1, no and yes, or which value is bad (--bad VALUE)';
    return { ...fault('target_not_binary', expected, odd ?? given.join(', ')), row: row + 1 };
  }
  if (bad !== undefined && !given.includes(bad))
    return fault('bad_absent', `one of ${given.slice(0, 20).join(', ')}`, bad);
  if (given.length < 2) return fault('outcomes_all_alike', 'goods and bads', given.join(', '));
  const known = rowsWhere(table, (row) => values[row] !== '');
  return {
    ok: true,
    table: known,
    outcomes: Uint8Array.from(
      values.filter((value) => value !== ''),
      (value) => (isBad(value, badValue, bad) ? 1 : 0),
    ),
    bad: badValue,
    unknown: table.rows.length - known.rows.length,
  };
}

const isBad = (value: string, badValue: string, asked: string | undefined) =>
  asked === undefined ? value.toLowerCase() === badValue : value === badValue;

function usualBad(given: readonly string[]): string | undefined {
  const small = new Set(given.map((value) => value.toLowerCase()));
  return pairs.find((pair) =>
    [...small].every((value) => pair.some((usual) => usual === value)),
  )?.[1];
}

const fault = (code: TargetFault['code'], expected: string, actual: string): TargetFault => ({
  ok: false,
  code,
  expected,
  actual,
});

/** Whether a value says by itself that it is bad. */
export const isUsualBad = (value: string): boolean => pairs.some(([, bad]) => bad === value);
