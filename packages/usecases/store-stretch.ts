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
import { catalogues } from '#domain/credit/catalogues';
import { keptCells } from '#domain/credit/kept-cells';
import type { RawRow } from '#domain/credit/raw-row';
import { type RowContent, readRow } from '#domain/credit/read-row';
import { addWarnings, type WarningTally } from '#domain/credit/warning-tally';
import type { UnifiedCode } from '#domain/ids';
import { startTally, type TallyCell, tallyDay, UNKNOWN } from '#domain/quality/tally';
import type { Refusal } from '#domain/refusal';
import type { BusinessDate } from '#domain/time';
import { type Decided, type Group, groupsOf } from './decide-subject.ts';
import { MAX_ITEM_CHARACTERS } from './keep-refused.ts';
import type { Ports } from './ports.ts';
import type { NumberedRow } from './read-batch-rows.ts';
import { getAll, storeJobs } from './store-jobs.ts';

/** Rows of one stretch: few enough to decide again when a run is cut off, enough to gather a firm's rows. */
export const STRETCH_ROWS = 5_000;
/** Characters after which a stretch ends however few its rows are: a row may have a million. */
export const STRETCH_CHARACTERS = 8_000_000;
/** Record keys lie in the table's sort key, which holds 1,024 bytes; Chinese takes three bytes a character. */
const MAX_KEY = 250;
/** Faults told of one row. */
const MAX_FAULTS = 12;
/** Records of one firm that are written together, so that they fit into a commit. */
const MAX_TOGETHER = 30;

const CHANGING: ReadonlySet<Verdict> = new Set(['accepted', 'warned', 'corrected', 'unlinked']);

export type ReadyRow = RowContent & { readonly row: number; readonly raw: RawRow };

/** A row that could not be read, and what could be read of it. */
type Unread = {
  readonly raw: RawRow;
  readonly refusals: readonly Refusal[];
  readonly subject?: UnifiedCode;
  readonly occurredOn?: BusinessDate;
};

type Stretch = { readonly batch: Batch; readonly rows: readonly NumberedRow[] };

/**
 * Decides and stores one stretch of a batch's rows, firm by firm. Done twice it stores nothing twice and
 * says the same of every row: what was stored remembers the row it came from.
 */
export async function storeStretch(
  ports: Ports,
  stretch: Stretch,
): Promise<{
  readonly counts: Counts;
  readonly warnings: readonly WarningTally[];
  readonly refused: readonly RefusedRow[];
  /** The firms whose records this stretch has changed, now or when it was cut off before. */
  readonly changed: readonly UnifiedCode[];
  readonly cells: readonly TallyCell[];
}> {
  const { batch } = stretch;
  const catalogue = catalogues[batch.catalogue];
  const { bySubject, unread } = readAll(stretch, catalogue);
  const jobs = [...bySubject].flatMap(([subject, rows]) =>
    inParts(groupsOf(catalogue, batch, rows)).map((groups) => ({
      batch,
      catalogue,
      subject,
      groups,
    })),
  );
  const stored = await storeJobs(ports, jobs);
  const decided = stored.flat();
  const late = decided.flatMap(({ raw, refusals }) => (refusals ? [{ raw, refusals }] : []));
  return {
    counts: countsOf([
      ...decided.map(({ verdict }) => verdict),
      ...unread.map(() => 'refused' as const),
    ]),
    warnings: addWarnings(
      decided.map(({ raw, warnings = [] }) =>
        warnings.map(({ code, field }) => ({
          code,
          ...(field !== undefined && { field }),
          rows: 1,
          firstLine: raw.line,
        })),
      ),
    ),
    refused: [...unread, ...late].map(refusedRow).sort((a, b) => a.line - b.line),
    changed: [
      ...new Set(
        jobs
          .filter((_, index) => stored[index]?.some(({ verdict }) => CHANGING.has(verdict)))
          .map(({ subject }) => subject),
      ),
    ],
    cells: await tallied(ports, batch, decided, unread),
  };
}

const inParts = (groups: readonly Group[]): readonly (readonly Group[])[] =>
  Array.from({ length: Math.ceil(groups.length / MAX_TOGETHER) }, (_, part) =>
    groups.slice(part * MAX_TOGETHER, (part + 1) * MAX_TOGETHER),
  );

/** Half of what an item holds is for what stood in the row, the rest for what is said of it. */
const refusedRow = ({ raw, refusals }: Pick<Unread, 'raw' | 'refusals'>): RefusedRow => ({
  line: raw.line,
  refusals: refusals.slice(0, MAX_FAULTS).map(clipped),
  cells: keptCells(raw.cells, MAX_ITEM_CHARACTERS / 2),
  ...(raw.raw !== undefined && { raw: raw.raw }),
});

function readAll({ batch, rows }: Stretch, catalogue: Catalogue) {
  const bySubject = new Map<UnifiedCode, ReadyRow[]>();
  const unread: Unread[] = [];
  for (const { number, reader, row: raw } of rows) {
    const read = readRow({ catalogue, reader, row: raw, today: batch.deliveredOn });
    if (!read.ok) {
      const { refusals, subject, occurredOn } = read;
      unread.push({
        raw,
        refusals,
        ...(subject && { subject }),
        ...(occurredOn && { occurredOn }),
      });
      continue;
    }
    if (read.key.length > MAX_KEY) {
      const { subject, occurredOn } = read;
      unread.push({ raw, refusals: [keyTooLong(catalogue)], subject, occurredOn });
      continue;
    }
    const ready = { ...read, row: number, raw };
    const others = bySubject.get(read.subject);
    if (others) others.push(ready);
    else bySubject.set(read.subject, [ready]);
  }
  return { bySubject, unread };
}

const keyTooLong = (catalogue: Catalogue): Refusal => ({
  code: 'too_long',
  field: catalogue.updateKey.join(', '),
  expected: `at most ${MAX_KEY} characters together`,
});

function countsOf(verdicts: readonly Verdict[]): Counts {
  const counts = { ...NO_ROWS, delivered: verdicts.length };
  for (const verdict of verdicts) counts[verdict] += 1;
  return addCounts(NO_ROWS, counts);
}

/** Where nobody knows the firm's district, the supplier's own stands in. */
async function tallied(
  ports: Ports,
  { deliveredOn, supplier, catalogue }: Batch,
  decided: readonly Decided[],
  unread: readonly Unread[],
): Promise<readonly TallyCell[]> {
  const own = (await ports.store.get('supplier', supplier))?.value.district ?? UNKNOWN;
  const firms = await getAll(ports, 'enterprise', [
    ...new Set(unread.flatMap(({ subject }) => subject ?? [])),
  ]);
  const packed = catalogues[catalogue].packedBy !== undefined;
  const tally = startTally();
  const count = (verdict: Verdict, district: string | undefined, day: BusinessDate | undefined) =>
    tally.count(verdict, district ?? own, tallyDay(day, { deliveredOn, packed }));
  for (const { verdict, district, occurredOn } of decided) count(verdict, district, occurredOn);
  for (const { subject, occurredOn } of unread)
    count('refused', subject && firms.get(subject)?.value.district, occurredOn);
  return tally.cells();
}
