import { assert } from '../assert.ts';
import type { UnifiedCode } from '../ids.ts';
import type { Refusal } from '../refusal.ts';
import { type BusinessDate, parseDate } from '../time.ts';
import type { Catalogue } from './catalogue.ts';
import { lastDayOf, periodOf } from './period.ts';
import type { RowReader } from './prepare-reader.ts';
import type { RawRow } from './raw-row.ts';
import type { Content, FieldValue, Severity } from './record.ts';

export type RowContent = {
  /** Without the subject's code, which stands beside it. */
  readonly content: Content;
  readonly subject: UnifiedCode;
  /** The values of the catalogue's key, joined by `|`; empty where there is one record per firm. */
  readonly key: string;
  readonly occurredOn: BusinessDate;
  /** Where the catalogue is packed: the period whose record takes this row in as a line. */
  readonly period?: string;
  readonly severity: Severity;
  readonly validity: { readonly from: BusinessDate; readonly to?: BusinessDate };
  readonly warnings: readonly Refusal[];
};

export type RowRead =
  | ({ readonly ok: true } & RowContent)
  | { readonly ok: false; readonly refusals: readonly Refusal[] };

/** A whole that is off by more than this from the sum of its parts, in fen, is worth a warning. */
const ROUNDING = 1;

/**
 * Reads a row, or says everything that is wrong with it: a fault of the row itself alone, else those of its
 * fields in the catalogue's order (those of `valueReader`, and required; of dispensable fields they are
 * warnings), then out_of_range where dates run
 * backwards. `today` is the day of delivery: hand the same day when a row is read again.
 */
export function readRow(input: {
  readonly catalogue: Catalogue;
  readonly reader: RowReader;
  readonly row: RawRow;
  readonly today: BusinessDate;
}): RowRead {
  const { catalogue, reader, row, today } = input;
  if (row.fault) return { ok: false, refusals: [row.fault] };
  const { content, subject, refusals, warnings } = readFields(catalogue, reader, row, today);
  refusals.push(...backwards(catalogue, content));
  if (refusals.length > 0) return { ok: false, refusals };
  assert(subject !== undefined, 'every catalogue requires the code of its subject');
  warnings.push(...wrongSums(catalogue, content));
  return { ok: true, ...rowContent(catalogue, { content, subject, today }), warnings };
}

function readFields(catalogue: Catalogue, reader: RowReader, row: RawRow, today: BusinessDate) {
  const content: Record<string, FieldValue> = {};
  const refusals: Refusal[] = [];
  const warnings: Refusal[] = [];
  let subject: UnifiedCode | undefined;
  for (const { field, from, read } of reader.sources) {
    if (field.discard) continue;
    const text = 'constant' in from ? from.constant : row.cells[from.column];
    const found = read(text ?? '', today);
    if (!found.ok) (field.dispensable ? warnings : refusals).push(found.refusal);
    else if (found.code !== undefined && field.id === catalogue.subject) subject = found.code;
    else if (found.value !== undefined) content[field.id] = found.value;
    else if (field.required)
      refusals.push({ code: 'required', field: field.id, expected: field.zh });
    if (found.ok && found.warnings) warnings.push(...found.warnings);
  }
  return { content, subject, refusals, warnings };
}

function backwards(catalogue: Catalogue, content: Content): Refusal[] {
  return (catalogue.inOrder ?? []).flatMap(([earlier, later]) => {
    const from = content[earlier];
    const to = content[later];
    return from !== undefined && to !== undefined && to < from
      ? [{ code: 'out_of_range', field: later, expected: `${from} or later`, actual: String(to) }]
      : [];
  });
}

function wrongSums(catalogue: Catalogue, content: Content): Refusal[] {
  return (catalogue.sums ?? []).flatMap(({ total, parts }) => {
    const whole = content[total];
    const shares = parts.map((part) => content[part]).filter((share) => typeof share === 'number');
    if (typeof whole !== 'number' || shares.length < parts.length) return [];
    const sum = shares.reduce((left, right) => left + right, 0);
    return Math.abs(whole - sum) <= ROUNDING
      ? []
      : [
          {
            code: 'out_of_range',
            field: total,
            expected: `${parts.join(' + ')} = ${sum} fen`,
            actual: `${whole} fen`,
          },
        ];
  });
}

function rowContent(
  catalogue: Catalogue,
  row: { readonly content: Content; readonly subject: UnifiedCode; readonly today: BusinessDate },
): Omit<RowContent, 'warnings'> {
  const { content, subject, today } = row;
  const written = String(content[catalogue.occurredOn]);
  const occurredOn = parseDate(written) ?? lastDayOf(written) ?? today;
  const severity = catalogue.severityOf?.(content) ?? 'none';
  const to = catalogue.endOf?.(content, occurredOn, severity);
  const period = periodOf(catalogue, occurredOn);
  return {
    content,
    subject,
    key: keyOf(catalogue, content),
    occurredOn,
    ...(period !== undefined && { period }),
    severity,
    validity: { from: occurredOn, ...(to !== undefined && { to }) },
  };
}

/** Absent values are left out of the key; a `|` inside a value is doubled, so that keys stay apart. */
const keyOf = (catalogue: Catalogue, content: Content) =>
  catalogue.key
    .map((field) => content[field])
    .filter((value) => value !== undefined)
    .map((value) => String(value).replaceAll('|', '||'))
    .join('|');
