import { clip } from '../clip.ts';
import { withoutTextMarks } from '../credit/formula.ts';
import { CUT } from '../credit/raw-row.ts';
import { readChoice } from '../credit/read-choice.ts';
import { valueReader } from '../credit/read-value.ts';
import { ID_TAIL } from '../ids.ts';
import type { MoneyUnit } from '../money.ts';
import type { Refusal, RefusalCode } from '../refusal.ts';
import { date } from '../time.ts';
import { readFees } from './fee-text.ts';
import { type CellKind, LIST_SEPARATOR, type ProductColumn } from './product-column.ts';
import { type RateUnit, readRate } from './read-rate.ts';
import { markedText } from './text-mark.ts';

/** What a cell says, in the form that it has over HTTP, and what is wrong with it; nothing of both = it is empty. */
export type CellRead = { readonly value?: unknown; readonly refusals: readonly Refusal[] };
export type CellReader = (text: string) => CellRead;

/** What the cells of one column of one file are like. */
export type CellHabits = {
  readonly moneyUnit: MoneyUnit;
  readonly rateUnit: RateUnit;
  /** Spelling in the file → ours. */
  readonly spellings: ReadonlyMap<string, string>;
  /** Ids are another system's: whatever ours may not hold becomes a hyphen. */
  readonly foreignIds: boolean;
};

/**
 * Reads one column. Refuses: what `valueReader` refuses of texts, amounts, days, whole numbers and choices;
 * number_wrong (rates, months, working days), not_in_list (each word of a list), wrong_type (no JSON array), what
 * `readFees` refuses.
 */
export function cellReader(column: ProductColumn, habits: CellHabits): CellReader {
  const read = readers[column.cell](column, habits);
  return (cell) => {
    const text = cell.trim();
    if (text === '') return { refusals: [] };
    return read(habits.spellings.get(text) ?? text);
  };
}

type ReaderOf = (column: ProductColumn, habits: CellHabits) => CellReader;

const no = (code: RefusalCode, field: string, expected: string, actual: string): CellRead => ({
  refusals: [{ code, field, expected, actual: clip(actual) }],
});
const yes = (value: unknown): CellRead => ({ value, refusals: [] });

/** The days of products may lie ahead: none of them is held against today. */
const ANY_DAY = date('1900-01-01');

/** As the rows of departments are read: one value, by the type of its field. */
const plain: ReaderOf = (column, { moneyUnit }) => {
  const read = valueReader(column, { moneyUnit, legacy: false });
  return (text) => {
    const reading = read(text, ANY_DAY);
    if (typeof reading !== 'object') return yes(reading);
    return 'refusal' in reading ? { refusals: [reading.refusal] } : yes(reading.value);
  };
};

const readText: ReaderOf = (column, habits) => {
  const read = plain(column, habits);
  return (text) => {
    const marked = markedText(text);
    return marked === undefined || marked.endsWith(CUT) ? read(text) : yes(marked);
  };
};

const readId: ReaderOf = (column, { foreignIds }) => {
  const prefix = column.id === 'id' ? 'product_' : 'bank_';
  return (text) => {
    const tail = text.startsWith(prefix) ? text.slice(prefix.length) : text;
    const ours = foreignIds ? tail.replace(/[^A-Za-z0-9.-]/g, '-').replace(/^[.-]+/, '') : tail;
    return ID_TAIL.test(ours)
      ? yes(`${prefix}${ours}`)
      : no('id_wrong', column.id, `${prefix}, then at most 63 of A-Z a-z 0-9 . -`, text);
  };
};

const rate: ReaderOf =
  ({ id }, { rateUnit }) =>
  (text) => {
    const value = readRate(withoutTextMarks(text), rateUnit);
    const like = { percent: '3.85%', share: '0.0385', bp: '385bp' } as const;
    return value === undefined
      ? no(
          'number_wrong',
          id,
          `a rate such as ${like[rateUnit]}, no finer than a basis point`,
          text,
        )
      : yes(value);
  };

/** A whole number and a unit that may stand beside it: how many of them it makes. */
const whole =
  (units: Readonly<Record<string, number>>, expected: string): ReaderOf =>
  ({ id }) =>
  (text) => {
    const [, digits = '', unit = ''] =
      /^(\d{1,6})(?:\.0+)?(\D*)$/.exec(text.normalize('NFKC').replace(/\s/g, '').toLowerCase()) ??
      [];
    const times = unit === '' ? 1 : Object.hasOwn(units, unit) ? units[unit] : undefined;
    return digits === '' || times === undefined
      ? no('number_wrong', id, expected, text)
      : yes(Number(digits) * times);
  };

const months = { 月: 1, 个月: 1, month: 1, months: 1, 年: 12, year: 12, years: 12 };
const days = { 日: 1, 天: 1, 工作日: 1, 个工作日: 1, day: 1, days: 1 };

const list: ReaderOf =
  ({ id, choices }, { spellings }) =>
  (text) => {
    const items = text
      .split(LIST_SEPARATOR)
      .map((item) => item.trim())
      .filter((item) => item !== '')
      .map((item) => spellings.get(item) ?? item);
    if (!choices) return yes(items);
    const read = readChoice(choices, false);
    const expected = Object.entries(choices)
      .map(([code, [spelling = code]]) => spelling)
      .join(', ');
    const codes = items.map(read);
    const refusals = items.flatMap((actual, place): Refusal[] =>
      codes[place] === undefined
        ? [{ code: 'not_in_list', field: `${id}[${place}]`, expected, actual: clip(actual) }]
        : [],
    );
    return { value: codes, refusals };
  };

const flag: ReaderOf = (column, habits) => {
  const read = plain(column, habits);
  return (text) => {
    const { value, refusals } = read(text);
    return { ...(value !== undefined && { value: value === 'true' }), refusals };
  };
};

const json: ReaderOf =
  ({ id, example }) =>
  (text) => {
    const value = parsed(text);
    return Array.isArray(value) ? yes(value) : no('wrong_type', id, `JSON: ${example}`, text);
  };

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const fees: ReaderOf =
  ({ id }) =>
  (text) => {
    const { fees: value, refusals } = readFees(text, id);
    return { value, refusals };
  };

const readers: Readonly<Record<CellKind, ReaderOf>> = {
  id: readId,
  text: readText,
  money: plain,
  rate,
  months: whole(months, 'whole months'),
  days: whole(days, 'whole working days'),
  whole: plain,
  date: plain,
  word: plain,
  words: list,
  codes: list,
  flag,
  fees,
  json,
};
