import type { Field } from '#domain/credit/catalogue';
import { isFormula, withoutTextMarks } from '#domain/credit/formula';
import { parseAmountAsWritten } from '#domain/credit/parse-amount';
import { parseDayAsWritten } from '#domain/credit/parse-day';
import { CUT } from '#domain/credit/raw-row';
import { parseUnifiedCode } from '#domain/enterprise/unified-code';
import { header, penalties, TODAY } from './penalties.ts';

// What no library knows: the same functions in every engine, so that the libraries are compared and not the rules.

/** Column → field. */
export const fieldOf: ReadonlyMap<string, Field> = new Map(
  penalties.fields.map((field, place) => [header[place] ?? '', field]),
);

export type Code = { readonly value: string; readonly isOdd: boolean };

export function codeOf(text: string): Code | undefined {
  const parsed = parseUnifiedCode(text);
  return parsed.ok ? { value: parsed.value, isOdd: parsed.warnings.length > 0 } : undefined;
}

export function dayOf(text: string, { futureAllowed }: Field): string | undefined {
  const day = parseDayAsWritten(text);
  return day !== undefined && (futureAllowed || day <= TODAY) ? day : undefined;
}

/** Fen. */
export function moneyOf(text: string, { unit = 'yuan' }: Field): number | undefined {
  const amount = parseAmountAsWritten(text, unit);
  return amount !== undefined && amount >= 0 ? amount : undefined;
}

export const spellingsOf = ({ choices = {} }: Field): ReadonlyMap<string, string> =>
  new Map([
    ...Object.entries(choices).flatMap(([value, spellings]) =>
      [value, ...spellings].map((spelling): [string, string] => [spelling, value]),
    ),
    ['警告;罚款', 'fine'],
  ]);

const CONTROL_CHARACTER = /[^\P{Cc}\t\n\r]/u;
export const isWhole = (text: string, isText: boolean): boolean =>
  !CONTROL_CHARACTER.test(text) &&
  text.isWellFormed() &&
  !text.endsWith(CUT) &&
  !isFormula(text, isText);

/** The cells that say something, by field. */
export function filled(record: Readonly<Record<string, string>>): Record<string, string> {
  const cells: Record<string, string> = {};
  for (const id in record) {
    const text = withoutTextMarks((record[id] ?? '').trim());
    if (text !== '' && !absent.get(id)?.has(text)) cells[id] = text;
  }
  return cells;
}

const absent = new Map(
  penalties.fields.flatMap(({ id, absent }) => (absent ? [[id, new Set(absent)]] : [])),
);

type Row = Readonly<Record<string, unknown>>;

export const runsBackwards = ({ decided_on: from, display_until: to }: Row): boolean =>
  typeof from === 'string' && typeof to === 'string' && to < from;

export const isSumOff = ({ total_amount, fine_amount, confiscated_amount }: Row): boolean =>
  typeof total_amount === 'number' &&
  typeof fine_amount === 'number' &&
  typeof confiscated_amount === 'number' &&
  Math.abs(total_amount - fine_amount - confiscated_amount) > 1;

/** The bytes of a file as they are, once they are seen to be UTF-8. */
export async function* checkedUtf8(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for await (const piece of bytes) {
    decoder.decode(piece, { stream: true });
    yield piece;
  }
  decoder.decode();
}

export async function* textsOf(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for await (const piece of bytes) yield decoder.decode(piece, { stream: true });
  yield decoder.decode();
}
