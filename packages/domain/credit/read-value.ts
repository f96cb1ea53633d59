import type { UnifiedCode } from '../ids.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { type BusinessDate, monthOf } from '../time.ts';
import type { Mapping } from './batch.ts';
import { type Field, type FieldType, MAX_TEXT } from './catalogue.ts';
import { parseAmountAsWritten } from './parse-amount.ts';
import { parseDayAsWritten, parseMonthAsWritten } from './parse-day.ts';
import { readChoice } from './read-choice.ts';
import { readCode, readLocalNumber } from './read-code.ts';
import type { FieldValue } from './record.ts';

/** What one file is like beyond its catalogue. */
export type FileHabits = Pick<Mapping, 'moneyUnit' | 'values' | 'standInCodes'> & {
  /** Does the file have one of the field's legacy headers? */
  readonly legacy: boolean;
};

/** No value: the cell is empty, or says that nothing is known. */
export type ReadValue =
  | {
      readonly ok: true;
      readonly value?: FieldValue;
      /** Instead of `value` where the field is a 统一社会信用代码. */
      readonly code?: UnifiedCode;
      readonly warnings?: readonly Refusal[];
    }
  | { readonly ok: false; readonly refusal: Refusal };

export type ValueReader = (text: string, today: BusinessDate) => ReadValue;

const ABSENT: ReadValue = { ok: true };

/** Text may have lines and tabs; every other control character is a sign of damage. */
const CONTROL_CHARACTER = /[^\P{Cc}\t\n\r]/u;

const MAX_SHOWN = 60;

/** A refused value as it is shown: enough to find it in the file. */
const shown = (text: string) => (text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}…` : text);

/**
 * Reads one field of one file. Refuses: wrong_type (damaged text), too_long, out_of_range, not_in_list,
 * code_*, date_wrong, date_in_future, money_wrong, money_negative, number_wrong.
 */
export function valueReader(field: Field, habits: FileHabits): ValueReader {
  const read = readers[field.type](field, habits);
  const absent = new Set((habits.legacy ? field.legacy?.absent : undefined) ?? field.absent);
  const respelt = new Map(Object.entries(habits.values?.[field.id] ?? {}));
  return (cell, today) => {
    const trimmed = cell.trim();
    const text = respelt.get(trimmed) ?? trimmed;
    if (text === '' || absent.has(text)) return ABSENT;
    if (CONTROL_CHARACTER.test(text) || !text.isWellFormed())
      return refuse('wrong_type', { field: field.id, expected: 'text without control characters' });
    return read(text, today);
  };
}

type ReaderOf = (field: Field, habits: FileHabits) => ValueReader;

const readText: ReaderOf = ({ id, maxLength = MAX_TEXT }) => {
  return (text) =>
    text.length <= maxLength
      ? { ok: true, value: text }
      : refuse('too_long', {
          field: id,
          expected: `at most ${maxLength} characters`,
          actual: String(text.length),
        });
};

const readSubject: ReaderOf = ({ id }, { standInCodes }) =>
  standInCodes ? (text) => readLocalNumber(id, text) : (text) => readCode(id, text);

const readDate: ReaderOf = ({ id, futureAllowed }) => {
  return (text, today) => {
    const value = parseDayAsWritten(text);
    if (value === undefined)
      return refuse('date_wrong', { field: id, expected: 'YYYY-MM-DD', actual: shown(text) });
    return futureAllowed || value <= today
      ? { ok: true, value }
      : refuse('date_in_future', { field: id, expected: `at most ${today}`, actual: value });
  };
};

const readMonth: ReaderOf = ({ id, futureAllowed }) => {
  return (text, today) => {
    const value = parseMonthAsWritten(text);
    if (value === undefined)
      return refuse('date_wrong', { field: id, expected: 'YYYY-MM', actual: shown(text) });
    const thisMonth = monthOf(today);
    return futureAllowed || value <= thisMonth
      ? { ok: true, value }
      : refuse('date_in_future', { field: id, expected: `at most ${thisMonth}`, actual: value });
  };
};

const readMoney: ReaderOf = ({ id, min = 0, max, unit = 'yuan' }, { moneyUnit = unit }) => {
  return (text) => {
    const value = parseAmountAsWritten(text, moneyUnit);
    if (value === undefined)
      return refuse('money_wrong', {
        field: id,
        expected: `an amount in ${moneyUnit === 'yuan' ? '元' : '万元'}, no finer than a fen`,
        actual: shown(text),
      });
    if (value < min && value < 0)
      return refuse('money_negative', { field: id, expected: `${min} fen or more`, actual: text });
    return outOfRange(id, value, min, max) ?? { ok: true, value };
  };
};

const readInteger: ReaderOf = ({ id, min = 0, max }) => {
  return (text) => {
    const plain = text.normalize('NFKC').replace(/[\s,]/g, '');
    if (!/^[+-]?\d{1,15}(\.0+)?$/.test(plain))
      return refuse('number_wrong', { field: id, expected: 'a whole number', actual: shown(text) });
    const value = Number(plain);
    return outOfRange(id, value, min, max) ?? { ok: true, value: value === 0 ? 0 : value };
  };
};

function outOfRange(field: string, value: number, min: number, max = Number.MAX_SAFE_INTEGER) {
  return value >= min && value <= max
    ? undefined
    : refuse('out_of_range', { field, expected: `${min} to ${max}`, actual: String(value) });
}

const readOneOf: ReaderOf = (field, { legacy }) => {
  const choices = (legacy ? field.legacy?.choices : undefined) ?? field.choices ?? {};
  const read = readChoice(choices, field.gravest ?? false);
  return (text) => {
    const value = read(text);
    return value === undefined
      ? refuse('not_in_list', {
          field: field.id,
          expected: Object.entries(choices)
            .map(([kept, [spelling]]) => (spelling === undefined ? kept : `${kept} (${spelling})`))
            .join(', '),
          actual: shown(text),
        })
      : { ok: true, value };
  };
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
