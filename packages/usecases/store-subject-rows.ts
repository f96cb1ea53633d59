import { assert } from '#domain/assert';
import type { Batch, Verdict } from '#domain/credit/batch';
import type { Catalogue } from '#domain/credit/catalogue';
import { decideLines, decideRecord } from '#domain/credit/decide-row';
import type { CreditRecord } from '#domain/credit/record';
import { recordOf } from '#domain/credit/record-of';
import type { Enterprise } from '#domain/enterprise/enterprise';
import { enterpriseOf } from '#domain/enterprise/enterprise-of';
import type { RecordId, UnifiedCode } from '#domain/ids';
import type { Refusal } from '#domain/refusal';
import type { Change, Ports, Versioned } from './ports.ts';
import type { ReadyRow } from './store-stretch.ts';

/** Records of one firm in one commit; beside them stand the firm itself, the event and the revision. */
const MAX_RECORDS = 90;
/** Lines of one packed record: below 400 KB gzipped. A firm with more in a period is delivered in shorter ones. */
const MAX_LINES = 12_000;
const MAX_TRIES = 20;

type Job = {
  readonly batch: Batch;
  readonly catalogue: Catalogue;
  readonly subject: UnifiedCode;
  readonly groups: readonly Group[];
};

/** What the table holds of a job. Looked up for a whole stretch at once; anew for one firm after a conflict. */
export type Found = {
  readonly enterprise: Versioned<Enterprise> | undefined;
  readonly record: (id: RecordId) => Versioned<CreditRecord> | undefined;
};

/** The rows that meet in one record, in the order of the file. */
export type Group = { readonly id: RecordId; readonly rows: readonly ReadyRow[] };

export const groupsOf = (
  catalogue: Catalogue,
  batch: Batch,
  rows: readonly ReadyRow[],
): readonly Group[] =>
  [...Map.groupBy(rows, (row) => incomingOf(catalogue, batch, row).id)].map(([id, group]) => ({
    id,
    rows: group,
  }));
type Decided = {
  readonly row: number;
  readonly line: number;
  readonly verdict: Verdict;
  readonly refusals?: readonly Refusal[];
};

/**
 * The rows of one firm: decided against what is kept, and stored. The firm itself is made or changed by its
 * registration in the same commit. Whoever else writes the same records meanwhile makes us load and decide
 * again. That they were stored is announced with the checkpoint of the stretch, which comes after them.
 */
export async function storeSubjectRows(
  ports: Ports,
  job: Job,
  found: Found,
): Promise<readonly Decided[]> {
  const decided: Decided[] = [];
  for (let start = 0; start < job.groups.length; start += MAX_RECORDS) {
    const part = job.groups.slice(start, start + MAX_RECORDS);
    // The firm's own version moves with the first part that registers it.
    let now = start === 0 ? found : await lookUp(ports, job.subject, part);
    for (let tried = 0; ; tried += 1) {
      assert(tried < MAX_TRIES, `the records of ${job.subject} come to rest`);
      const answer = await storeGroups(ports, { ...job, groups: part }, now);
      if (answer !== 'conflict') {
        decided.push(...answer);
        break;
      }
      now = await lookUp(ports, job.subject, part);
    }
  }
  return decided;
}

async function lookUp(
  ports: Ports,
  subject: UnifiedCode,
  groups: readonly Group[],
): Promise<Found> {
  const ids = groups.map(({ id }) => id);
  const [enterprise, records] = await Promise.all([
    ports.store.get('enterprise', subject),
    ports.store.getMany('record', ids),
  ]);
  const byId = new Map(ids.map((id, index) => [id, records[index]]));
  return { enterprise, record: (id) => byId.get(id) };
}

const incomingOf = (catalogue: Catalogue, batch: Batch, row: ReadyRow): CreditRecord =>
  recordOf(catalogue, row, { supplier: batch.supplier, receivedAt: batch.openedAt });

async function storeGroups(
  ports: Ports,
  job: Job,
  { enterprise, record }: Found,
): Promise<readonly Decided[] | 'conflict'> {
  const { catalogue, subject, groups } = job;
  const known = enterprise !== undefined || catalogue.id === 'enterprise-registration';
  const decided: Decided[] = [];
  const changes: Change[] = [];
  for (const group of groups) {
    const existing = record(group.id);
    const { verdicts, write } = decideGroup(job, group, existing, known);
    decided.push(...verdicts);
    if (!write) continue;
    changes.push({ kind: 'record', value: write, expected: existing?.version ?? 0 });
    const registered = enterpriseOf(write);
    if (registered)
      changes.push({
        kind: 'enterprise',
        value: registered,
        expected: enterprise?.version ?? 0,
      });
  }
  if (changes.length === 0) return decided;
  const result = await ports.store.commit({
    changes,
    events: [],
    revisions: [`records:${subject}`],
  });
  return result === 'conflict' ? result : decided;
}

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
    });
    if (decision.write) record = write = decision.write;
    return { row: row.row, line: row.line, verdict: decision.verdict };
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
  });
  const decided = taken.map(
    (row, index): Decided => ({
      row: row.row,
      line: row.line,
      verdict: verdicts[index] ?? 'refused',
    }),
  );
  const inside = new Set(taken);
  const over = rows.filter((row) => !inside.has(row)).map(refusedAsTooMany);
  return { verdicts: [...decided, ...over], ...(write && { write }) };
}

const refusedAsTooMany = (row: ReadyRow): Decided => ({
  row: row.row,
  line: row.line,
  verdict: 'refused',
  refusals: [
    {
      code: 'out_of_range',
      field: 'period',
      expected: `at most ${MAX_LINES} rows of one firm in ${row.period}`,
    },
  ],
});
