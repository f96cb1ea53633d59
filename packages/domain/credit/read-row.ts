import { assert } from '../assert.ts';
import type { UnifiedCode } from '../ids.ts';
import type { Refusal } from '../refusal.ts';
import { type BusinessDate, parseDate } from '../time.ts';
import type { Catalogue } from './catalogue.ts';
import { lastDayOf, periodOf } from './period.ts';
import { type RowReader, type Source, textOf } from './prepare-reader.ts';
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
  | {
      readonly ok: false;
      readonly refusals: readonly Refusal[];
      /** What could be read of it all the same, for the figures of quality. */
      readonly subject?: UnifiedCode;
      readonly occurredOn?: BusinessDate;
    };

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
  const fields = readFields(reader, row, today);
  checkOrder(catalogue, fields);
  const { content, subject, refusals } = fields;
  const occurredOn = dayOf(catalogue, content);
  if (refusals.length > 0)
    return {
      ok: false,
      refusals,
      ...(subject !== undefined && { subject }),
      ...(occurredOn !== undefined && { occurredOn }),
    };
  assert(subject !== undefined, 'every catalogue requires the code of its subject');
  checkSums(catalogue, fields);
  return rowContent(catalogue, fields, subject, occurredOn ?? today);
}

type Fields = {
  readonly content: Record<string, FieldValue>;
  subject: UnifiedCode | undefined;
  readonly refusals: Refusal[];
  readonly warnings: Refusal[];
};

function readFields({ sources }: RowReader, row: RawRow, today: BusinessDate): Fields {
  const fields: Fields = { content: {}, subject: undefined, refusals: [], warnings: [] };
  for (const source of sources) {
    const { field } = source;
    if (field.discard) continue;
    const reading = source.read(textOf(source, row), today);
    if (reading === undefined) {
      if (field.required)
        fields.refusals.push({ code: 'required', field: field.id, expected: field.zh });
    } else if (typeof reading !== 'object') keep(fields, source, reading);
    else if ('refusal' in reading)
      (field.dispensable ? fields.warnings : fields.refusals).push(reading.refusal);
    else {
      keep(fields, source, reading.value);
      fields.warnings.push(...reading.warnings);
    }
  }
  return fields;
}

function keep(fields: Fields, { isSubject, field }: Source, value: FieldValue): void {
  // A subject's field is of type `code`, whose reader gives nothing else.
  if (isSubject) fields.subject = value as UnifiedCode;
  else fields.content[field.id] = value;
}

function checkOrder({ inOrder }: Catalogue, { content, refusals }: Fields): void {
  if (!inOrder) return;
  for (const [earlier, later] of inOrder) {
    const from = content[earlier];
    const to = content[later];
    if (from !== undefined && to !== undefined && to < from)
      refusals.push({
        code: 'out_of_range',
        field: later,
        expected: `${from} or later`,
        actual: String(to),
      });
  }
}

function checkSums({ sums }: Catalogue, { content, warnings }: Fields): void {
  if (!sums) return;
  for (const { total, parts } of sums) {
    const whole = content[total];
    const sum = sumOf(content, parts);
    if (typeof whole === 'number' && sum !== undefined && Math.abs(whole - sum) > ROUNDING)
      warnings.push({
        code: 'out_of_range',
        field: total,
        expected: `${parts.join(' + ')} = ${sum} fen`,
        actual: `${whole} fen`,
      });
  }
}

/** Undefined where a part is missing. */
function sumOf(content: Content, parts: readonly string[]): number | undefined {
  let sum = 0;
  for (const part of parts) {
    const share = content[part];
    if (typeof share !== 'number') return undefined;
    sum += share;
  }
  return sum;
}

/** A month counts by its last day; undefined where the field is absent. */
function dayOf(catalogue: Catalogue, content: Content): BusinessDate | undefined {
  const written = content[catalogue.occurredOn];
  if (typeof written !== 'string') return undefined;
  return parseDate(written) ?? lastDayOf(written);
}

function rowContent(
  catalogue: Catalogue,
  { content, warnings }: Fields,
  subject: UnifiedCode,
  occurredOn: BusinessDate,
): RowRead {
  const severity = catalogue.severityOf?.(content) ?? 'none';
  const to = catalogue.endOf?.(content, occurredOn, severity);
  const read = {
    ok: true,
    content,
    subject,
    key: keyOf(catalogue, content),
    occurredOn,
    severity,
    validity: to === undefined ? { from: occurredOn } : { from: occurredOn, to },
    warnings,
  } as const;
  const period = periodOf(catalogue, occurredOn);
  return period === undefined ? read : { ...read, period };
}

/** Absent values are left out of the key; a `|` inside a value is doubled, so that keys stay apart. */
function keyOf({ updateKey }: Catalogue, content: Content): string {
  let key: string | undefined;
  for (const field of updateKey) {
    const value = content[field];
    if (value === undefined) continue;
    const part = typeof value === 'string' ? value : String(value);
    const apart = part.includes('|') ? part.replaceAll('|', '||') : part;
    key = key === undefined ? apart : `${key}|${apart}`;
  }
  return key ?? '';
}
