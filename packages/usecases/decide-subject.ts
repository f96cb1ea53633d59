import { assert } from '#domain/assert';
import type { Batch, Verdict } from '#domain/credit/batch';
import type { Catalogue } from '#domain/credit/catalogue';
import { decideLines, decideRecord } from '#domain/credit/decide-row';
import { entryOf, type ProfileEntries } from '#domain/credit/profile';
import type { RawRow } from '#domain/credit/raw-row';
import type { CreditRecord } from '#domain/credit/record';
import { recordOf } from '#domain/credit/record-of';
import type { Enterprise } from '#domain/enterprise/enterprise';
import { enterpriseOf } from '#domain/enterprise/enterprise-of';
import type { RecordId, UnifiedCode } from '#domain/ids';
import type { Notice } from '#domain/notice/notice';
import type { Refusal } from '#domain/refusal';
import type { BusinessDate } from '#domain/time';
import type { Change, Versioned } from './ports.ts';
import type { ReadyRow } from './store-stretch.ts';

/** Lines of one packed record: below 400 KB gzipped. A firm with more in a period is delivered in shorter ones. */
const MAX_LINES = 12_000;

/** Rows of one firm, gathered by the record that they meet in, in the order of the file. */
export type Job = {
  readonly batch: Batch;
  readonly catalogue: Catalogue;
  readonly subject: UnifiedCode;
  readonly groups: readonly Group[];
};
export type Group = { readonly id: RecordId; readonly rows: readonly ReadyRow[] };

/** What the table holds of a job. */
export type Found = {
  readonly enterprise: Versioned<Enterprise> | undefined;
  readonly record: (id: RecordId) => Versioned<CreditRecord> | undefined;
};

export type Decided = {
  readonly raw: RawRow;
  readonly verdict: Verdict;
  readonly occurredOn: BusinessDate;
  /** Of the firm, where it is registered and the register tells. */
  readonly district?: string;
  readonly refusals?: readonly Refusal[];
  /** Of a row that was kept with a warning. */
  readonly warnings?: readonly Refusal[];
};

export const groupsOf = (
  catalogue: Catalogue,
  batch: Batch,
  rows: readonly ReadyRow[],
): readonly Group[] =>
  [...Map.groupBy(rows, (row) => incomingOf(catalogue, batch, row).id)].map(([id, group]) => ({
    id,
    rows: group,
  }));

export type SubjectDecided = {
  readonly decided: readonly Decided[];
  readonly changes: readonly Change[];
  /** What the firm's profile keeps of the records written. */
  readonly entries: ProfileEntries;
};

/**
 * Decides the rows of one firm against what is kept: a verdict for each, and what is to be written. A
 * registration makes or changes the firm itself; a record of a catalogue with `reminder` brings the notice
 * that `remind` makes of it, once (两书同达).
 */
export function decideSubject(
  job: Job,
  { enterprise, record }: Found,
  remind: (record: CreditRecord) => Notice,
): SubjectDecided {
  const known = enterprise !== undefined || job.catalogue.id === 'enterprise-registration';
  const decided: Decided[] = [];
  const changes: Change[] = [];
  const entries: Record<RecordId, ProfileEntries[RecordId]> = {};
  let firm = enterprise?.value;
  for (const group of job.groups) {
    const existing = record(group.id);
    const { verdicts, write } = decideGroup(job, group, existing, known);
    decided.push(...verdicts);
    if (!write) continue;
    changes.push({ kind: 'record', value: write, expected: existing?.version ?? 0 });
    entries[write.id] = entryOf(write);
    if (!existing && job.catalogue.reminder)
      changes.push({ kind: 'notice', value: remind(write), expected: 0 });
    const registered = enterpriseOf(write);
    if (!registered) continue;
    firm = registered;
    changes.push({ kind: 'enterprise', value: registered, expected: enterprise?.version ?? 0 });
  }
  const district = firm?.district;
  return {
    decided: district === undefined ? decided : decided.map((one) => ({ ...one, district })),
    changes,
    entries,
  };
}

const incomingOf = (catalogue: Catalogue, batch: Batch, row: ReadyRow): CreditRecord =>
  recordOf(catalogue, row, { supplier: batch.supplier, receivedAt: batch.openedAt });

function decideGroup(
  { batch, catalogue }: Job,
  { rows }: Group,
  existing: Versioned<CreditRecord> | undefined,
  known: boolean,
): { readonly verdicts: readonly Decided[]; readonly write?: CreditRecord } {
  return catalogue.packedBy
    ? decidePacked({ batch, catalogue, rows, existing: existing?.value, known })
    : decideSingle({ batch, catalogue, rows, existing: existing?.value, known });
}

type Question = {
  readonly batch: Batch;
  readonly catalogue: Catalogue;
  readonly rows: readonly ReadyRow[];
  readonly existing: CreditRecord | undefined;
  readonly known: boolean;
};

/** Several rows under one key: each is decided against what the one before it left. */
function decideSingle({ batch, catalogue, rows, existing, known }: Question) {
  let record = existing;
  let write: CreditRecord | undefined;
  const verdicts = rows.map((row): Decided => {
    const decision = decideRecord({
      existing: record,
      incoming: incomingOf(catalogue, batch, row),
      batch: batch.id,
      row: row.row,
      known,
      warned: row.warnings.length > 0,
      ...(catalogue.dedupKey && { dedupKey: catalogue.dedupKey }),
    });
    if (decision.write) record = write = decision.write;
    return decidedOn(row, decision.verdict);
  });
  return { verdicts, ...(write && { write }) };
}

function decidePacked({ batch, catalogue, rows, existing, known }: Question) {
  const [first] = rows;
  assert(first !== undefined, 'a group has a row');
  const keys = new Set((existing?.lines ?? []).map((line) => line.key));
  const taken = rows.filter((row) => {
    if (!keys.has(row.key) && keys.size >= MAX_LINES) return false;
    keys.add(row.key);
    return true;
  });
  const { verdicts, write } = decideLines({
    existing,
    packed: existing ?? incomingOf(catalogue, batch, first),
    rows: taken.map((row) => ({ ...row, warned: row.warnings.length > 0 })),
    batch: batch.id,
    known,
    ...(catalogue.dedupKey && { dedupKey: catalogue.dedupKey }),
  });
  const decided = taken.map((row, index) => decidedOn(row, verdicts[index] ?? 'refused'));
  const inside = new Set(taken);
  const over = rows.filter((row) => !inside.has(row)).map(refusedAsTooMany);
  return { verdicts: [...decided, ...over], ...(write && { write }) };
}

const decidedOn = ({ raw, occurredOn, warnings }: ReadyRow, verdict: Verdict): Decided => ({
  raw,
  occurredOn,
  verdict,
  ...(verdict === 'warned' && { warnings }),
});

const refusedAsTooMany = (row: ReadyRow): Decided => ({
  raw: row.raw,
  occurredOn: row.occurredOn,
  verdict: 'refused',
  refusals: [
    {
      code: 'out_of_range',
      field: 'period',
      expected: `at most ${MAX_LINES} rows of one firm in ${row.period}`,
    },
  ],
});
