import type { Chance } from './chance.ts';
import { breakCode } from './code.ts';

/** One row's cells in the order of its sheet's columns. */
export type Row = readonly string[];

/**
 * A column as its department writes it. `role` says what can go wrong in a cell; a column without one is
 * never spoilt. `owed`: money that is never negative · `sum`: money of either sign.
 */
export type Column = {
  readonly header: string;
  readonly role?: 'code' | 'day' | 'owed' | 'sum' | 'choice' | 'required';
};

export type Sheet<Subject> = {
  readonly columns: readonly Column[];
  readonly rowsOf: (subject: Subject) => readonly Row[];
  /** The same row put right later: same key, other content. */
  readonly amend?: (row: Row) => Row;
};

/** Shares of a sheet's rows: unreadable ones (0.5-2 % in the field), repeats, corrections, strangers. */
export type Accidents = {
  readonly spoilt: number;
  readonly repeated: number;
  readonly amended: number;
  readonly unlinked: number;
};

/** What happens to rows on their way. `beside`: the spoilt row comes on top of the sound one. */
export type Mishaps = {
  readonly accidents: Accidents;
  readonly beside: boolean;
  readonly raggedRows: boolean;
  readonly strangers: readonly string[];
};

export function* deliverRows<Subject>(
  chance: Chance,
  sheet: Sheet<Subject>,
  subjects: Iterable<Subject>,
  mishaps: Mishaps,
): Generator<Row> {
  const { spoilt, repeated, amended, unlinked } = mishaps.accidents;
  const codeAt = sheet.columns.findIndex(({ role }) => role === 'code');
  for (const subject of subjects)
    for (const row of sheet.rowsOf(subject)) {
      const unlucky = chance.happens(spoilt);
      if (unlucky) yield spoil(chance, sheet.columns, row, mishaps.raggedRows);
      if (!unlucky || mishaps.beside) yield row;
      if (chance.happens(repeated)) yield row;
      if (sheet.amend && !unlucky && chance.happens(amended)) yield sheet.amend(row);
      if (chance.happens(unlinked)) yield row.with(codeAt, chance.pick(mishaps.strangers));
    }
}

/** Money goes wrong most often, so that even small files show it. */
const OWED_WEIGHT = 4;

/** Breaks one cell, or the row itself, in a way that a reader must notice. */
function spoil(chance: Chance, columns: readonly Column[], row: Row, raggedRows: boolean): Row {
  if (raggedRows && chance.happens(0.15))
    return chance.happens(0.5) ? row.slice(0, -2) : [...row, '', ''];
  const breakable = columns.flatMap(({ role }, place) =>
    role && row[place] ? [{ role, place, weight: role === 'owed' ? OWED_WEIGHT : 1 }] : [],
  );
  const { role, place } = chance.weighted(breakable);
  return row.with(place, chance.pick(broken[role])(row[place] ?? ''));
}

const broken: Readonly<Record<NonNullable<Column['role']>, readonly ((cell: string) => string)[]>> =
  {
    code: [breakCode, breakCode, (code) => code.slice(0, -1), () => ''],
    day: [(day) => day.replace(/^\d{4}/, '2098'), (day) => day.replace(/^(\d{4}).*/, '$1-02-30')],
    owed: [(money) => `-${money}`, (money) => `-${money}`, (money) => `约${money}万`],
    sum: [(money) => `${money}元整`, () => '#VALUE!'],
    choice: [() => '不详'],
    required: [() => ''],
  };
