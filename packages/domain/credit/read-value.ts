import type { Refusal, RefusalCode } from '../refusal.ts';
import { type BusinessDate, monthOf, parseDate } from '../time.ts';
import type { Mapping } from './batch.ts';
import { type Field, type FieldType, MAX_TEXT } from './catalogue.ts';
import { isFormula, maySpeakToExcel, withoutTextMarks } from './formula.ts';
import { parseAmountAsWritten } from './parse-amount.ts';
import { parseDayAsWritten, parseMonthAsWritten } from './parse-day.ts';
import { CUT } from './raw-row.ts';
import { readChoice } from './read-choice.ts';
import { readCode, readLocalNumber } from './read-code.ts';
import type { FieldValue } from './record.ts';
import { remembered } from './remembered.ts';

/** What one file is like beyond its catalogue. */
export type FileHabits = Pick<Mapping, 'moneyUnit' | 'values' | 'standInCodes'> & {
  /** Does the file have one of the field's legacy headers? */
  readonly legacy: boolean;
};

/** Why a cell has no value although something stands in it. */
export type Unread = { readonly refusal: Refusal };
/** A value that stands, and what is odd about it. */
export type Doubted = { readonly value: FieldValue; readonly warnings: readonly Refusal[] };
/**
 * What a cell says; undefined = it is empty, or says that nothing is known. A bare value where there
 * is nothing more to say, so that no object is made for each of twenty cells.
 */
export type Reading = FieldValue | undefined | Unread | Doubted;
export type ValueReader = (text: string, today: BusinessDate) => Reading;

/**
 * Text may have lines and tabs; every other control character is a sign of damage, and so is half a character. The
 * first pattern takes whole characters beyond 16 bits for halves, but a short cell 26 ns instead of 110.
 */
const SUSPECT = /[^\t\n\r -~\u00a0-\ud7ff\ue000-\uffff]/;
const CONTROL_CHARACTER = /[^\P{Cc}\t\n\r]/u;

const MAX_SHOWN = 60;

/** A refused value as it is shown: enough to find it in the file. */
const shown = (text: string) => (text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}…` : text);

/**
 * Reads one field of one file. Refuses: formula_in_cell, wrong_type (damaged text), too_long (also what was cut
 * when it came back), out_of_range, not_in_list, code_*, date_wrong, date_in_future, money_wrong,
 * money_negative, number_wrong.
 */
export function valueReader(field: Field, habits: FileHabits): ValueReader {
  const read = readers[field.type](field, habits);
  const isText = field.type === 'text';
  const absent = new Set((habits.legacy ? field.legacy?.absent : undefined) ?? field.absent);
  const respelt = new Map(Object.entries(habits.values?.[field.id] ?? {}));
  const { id } = field;
  return (cell, today) => {
    let text = cell.trim();
    if (respelt.size > 0) text = respelt.get(text) ?? text;
    if (text === '' || (absent.size > 0 && absent.has(text))) return undefined;
    if (maySpeakToExcel(text.charCodeAt(0))) {
      text = withoutTextMarks(text);
      if (text === '') return undefined;
      if (isFormula(text, isText))
        return no('formula_in_cell', id, 'the value itself, no formula', shown(text));
    }
    // Any whole text is a text; of the other types what can be read is whole, so they are asked first.
    if (isText) return damageIn(text, id) ?? read(text, today);
    const reading = read(text, today);
    return isUnread(reading) ? (damageIn(text, id) ?? reading) : reading;
  };
}

const isUnread = (reading: Reading): reading is Unread =>
  typeof reading === 'object' && 'refusal' in reading;

const LAST_OF_CUT = CUT.charCodeAt(CUT.length - 1);

function damageIn(text: string, id: string): Unread | undefined {
  if (text.charCodeAt(text.length - 1) === LAST_OF_CUT && text.endsWith(CUT))
    return no('too_long', id, 'the whole text: this cell was cut when it came back', CUT);
  return SUSPECT.test(text) && (CONTROL_CHARACTER.test(text) || !text.isWellFormed())
    ? no('wrong_type', id, 'text without control characters')
    : undefined;
}

const no = (code: RefusalCode, field: string, expected: string, actual?: string): Unread => ({
  refusal: { code, field, expected, ...(actual !== undefined && { actual }) },
});

type ReaderOf = (field: Field, habits: FileHabits) => ValueReader;

const readText: ReaderOf = ({ id, maxLength = MAX_TEXT }) => {
  return (text) =>
    text.length <= maxLength
      ? text
      : no('too_long', id, `at most ${maxLength} characters`, String(text.length));
};

const readSubject: ReaderOf = ({ id }, { standInCodes }) =>
  standInCodes ? (text) => readLocalNumber(id, text) : (text) => readCode(id, text);

const readDate: ReaderOf = ({ id, futureAllowed }) => {
  const asWritten = remembered(parseDayAsWritten);
  return (text, today) => {
    const value = parseDate(text) ?? asWritten(text);
    if (value === undefined) return no('date_wrong', id, 'YYYY-MM-DD', shown(text));
    return futureAllowed || value <= today
      ? value
      : no('date_in_future', id, `at most ${today}`, value);
  };
};

const readMonth: ReaderOf = ({ id, futureAllowed }) => {
  const asWritten = remembered(parseMonthAsWritten);
  return (text, today) => {
    const value = asWritten(text);
    if (value === undefined) return no('date_wrong', id, 'YYYY-MM', shown(text));
    const thisMonth = monthOf(today);
    return futureAllowed || value <= thisMonth
      ? value
      : no('date_in_future', id, `at most ${thisMonth}`, value);
  };
};

const readMoney: ReaderOf = ({ id, min = 0, max, unit = 'yuan' }, { moneyUnit = unit }) => {
  const expected = `an amount in ${moneyUnit === 'yuan' ? '元' : '万元'}, no finer than a fen`;
  return (text) => {
    const value = parseAmountAsWritten(text, moneyUnit);
    if (value === undefined) return no('money_wrong', id, expected, shown(text));
    if (value < min && value < 0) return no('money_negative', id, `${min} fen or more`, text);
    return inRange(id, value, min, max);
  };
};

const readInteger: ReaderOf = ({ id, min = 0, max }) => {
  return (text) => {
    const plain = text.normalize('NFKC').replace(/[\s,]/g, '');
    if (!/^[+-]?\d{1,15}(\.0+)?$/.test(plain))
      return no('number_wrong', id, 'a whole number', shown(text));
    const value = Number(plain);
    return inRange(id, value === 0 ? 0 : value, min, max);
  };
};

const inRange = (id: string, value: number, min: number, max = Number.MAX_SAFE_INTEGER) =>
  value >= min && value <= max ? value : no('out_of_range', id, `${min} to ${max}`, String(value));

const readOneOf: ReaderOf = (field, { legacy }) => {
  const choices = (legacy ? field.legacy?.choices : undefined) ?? field.choices ?? {};
  const read = remembered(readChoice(choices, field.gravest ?? false));
  const expected = Object.entries(choices)
    .map(([kept, [spelling]]) => (spelling === undefined ? kept : `${kept} (${spelling})`))
    .join(', ');
  return (text) => read(text) ?? no('not_in_list', field.id, expected, shown(text));
};

const readers: Readonly<Record<FieldType, ReaderOf>> = {
  code: readSubject,
  date: readDate,
  month: readMonth,
  money: readMoney,
  integer: readInteger,
  text: readText,
  choice: readOneOf,
};
