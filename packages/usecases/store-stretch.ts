import { clipped } from '#domain/clip';
import {
  addCounts,
  type Batch,
  type Counts,
  NO_ROWS,
  type RefusedRow,
  type Verdict,
} from '#domain/credit/batch';
import type { Catalogue } from '#domain/credit/catalogue';
import type { RowReader } from '#domain/credit/prepare-reader';
import type { RawRow } from '#domain/credit/raw-row';
import { type RowContent, readRow } from '#domain/credit/read-row';
import type { UnifiedCode } from '#domain/ids';
import type { Refusal } from '#domain/refusal';
import { dateOf } from '#domain/time';
import { type Group, groupsOf } from './decide-subject.ts';
import type { Ports } from './ports.ts';
import { storeJobs } from './store-jobs.ts';

/** Rows of one stretch: few enough to decide again when a run is cut off, enough to gather a firm's rows. */
export const STRETCH_ROWS = 5_000;
/** Record keys lie in the table's sort key, which holds 1,024 bytes; Chinese takes three bytes a character. */
const MAX_KEY = 250;
/** Faults told of one row. */
const MAX_FAULTS = 12;
/** Records of one firm that are written together, so that they fit into a commit. */
const MAX_TOGETHER = 30;

const CHANGING: ReadonlySet<Verdict> = new Set(['accepted', 'warned', 'corrected', 'unlinked']);

export type ReadyRow = RowContent & { readonly row: number; readonly line: number };

/**
 * Decides and stores one stretch of a batch's rows, firm by firm. Done twice it stores nothing twice and
 * says the same of every row: what was stored remembers the row it came from.
 */
export async function storeStretch(
  ports: Ports,
  stretch: {
    readonly batch: Batch;
    readonly catalogue: Catalogue;
    readonly rows: readonly { readonly reader: RowReader; readonly row: RawRow }[];
  },
): Promise<{
  readonly counts: Counts;
  readonly refused: readonly RefusedRow[];
  /** The firms whose records this stretch has changed, now or when it was cut off before. */
  readonly changed: readonly UnifiedCode[];
}> {
  const { batch, catalogue } = stretch;
  const { bySubject, refused } = readAll(stretch, dateOf(batch.openedAt));
  const jobs = [...bySubject].flatMap(([subject, rows]) =>
    inParts(groupsOf(catalogue, batch, rows)).map((groups) => ({
      batch,
      catalogue,
      subject,
      groups,
    })),
  );
  const stored = await storeJobs(ports, jobs);
  const decided = stored.flatMap((answer) => answer);
  const late = decided.flatMap(({ line, refusals }) => (refusals ? [{ line, refusals }] : []));
  return {
    counts: countsOf([
      ...decided.map(({ verdict }) => verdict),
      ...refused.map(() => 'refused' as const),
    ]),
    refused: [...refused, ...late].sort((a, b) => a.line - b.line),
    changed: [
      ...new Set(
        jobs
          .filter((_, index) => stored[index]?.some(({ verdict }) => CHANGING.has(verdict)))
          .map(({ subject }) => subject),
      ),
    ],
  };
}

const inParts = (groups: readonly Group[]): readonly (readonly Group[])[] =>
  Array.from({ length: Math.ceil(groups.length / MAX_TOGETHER) }, (_, part) =>
    groups.slice(part * MAX_TOGETHER, (part + 1) * MAX_TOGETHER),
  );

function readAll(
  {
    batch,
    catalogue,
    rows,
  }: {
    readonly batch: Batch;
    readonly catalogue: Catalogue;
    readonly rows: readonly { readonly reader: RowReader; readonly row: RawRow }[];
  },
  today: ReturnType<typeof dateOf>,
) {
  const bySubject = new Map<UnifiedCode, ReadyRow[]>();
  const refused: RefusedRow[] = [];
  for (const [index, { reader, row }] of rows.entries()) {
    const read = readRow({ catalogue, reader, row, today });
    if (!read.ok) {
      refused.push({ line: row.line, refusals: read.refusals.slice(0, MAX_FAULTS).map(clipped) });
      continue;
    }
    if (read.key.length > MAX_KEY) {
      refused.push({ line: row.line, refusals: [keyTooLong(catalogue)] });
      continue;
    }
    const ready = { ...read, row: batch.rowsDone + index + 1, line: row.line };
    const others = bySubject.get(read.subject);
    if (others) others.push(ready);
    else bySubject.set(read.subject, [ready]);
  }
  return { bySubject, refused };
}

const keyTooLong = (catalogue: Catalogue): Refusal => ({
  code: 'too_long',
  field: catalogue.key.join(', '),
  expected: `at most ${MAX_KEY} characters together`,
});

function countsOf(verdicts: readonly Verdict[]): Counts {
  const counts = { ...NO_ROWS, delivered: verdicts.length };
  for (const verdict of verdicts) counts[verdict] += 1;
  return addCounts(NO_ROWS, counts);
}
