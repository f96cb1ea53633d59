import type { BatchId } from '../ids.ts';
import type { Verdict } from './batch.ts';
import {
  type Content,
  type CreditRecord,
  type Line,
  MAX_PROVENANCE,
  type Provenance,
} from './record.ts';

/**
 * A row that was read, against what is kept under its key.
 * - `known`: the firm is registered, or this row registers it. · `warned`: the row was read with warnings.
 *
 * Rows of one batch are decided in the order of their numbers, and may be decided again from any earlier one
 * on: what a row has written says what it was told. A batch that contradicts itself under one key more than
 * MAX_PROVENANCE times may answer `duplicate` for what was `corrected` when it is repeated from before that.
 */
export function decideRecord(input: {
  readonly existing?: CreditRecord | undefined;
  readonly incoming: CreditRecord;
  readonly batch: BatchId;
  readonly row: number;
  readonly known: boolean;
  readonly warned: boolean;
  readonly dedupKey?: readonly string[];
}): { readonly verdict: Verdict; readonly write?: CreditRecord } {
  const { existing, incoming } = input;
  const { verdict, provenance } = decide({ ...input, content: incoming.content });
  return provenance
    ? {
        verdict,
        write: {
          ...incoming,
          ...standingOf(existing),
          id: existing?.id ?? incoming.id,
          provenance,
        },
      }
    : { verdict };
}

/** What a case did to a record outlives its deliveries; what was verified was the content as it stood then. */
const standingOf = (existing: CreditRecord | undefined): Partial<CreditRecord> => ({
  ...(existing?.disputedBy !== undefined && { disputedBy: existing.disputedBy }),
  ...(existing?.withdrawn && { withdrawn: existing.withdrawn }),
  ...(existing?.foundFalseOn && { foundFalseOn: existing.foundFalseOn }),
});

export type IncomingLine = {
  readonly row: number;
  readonly key: string;
  readonly content: Content;
  readonly warned: boolean;
};

/**
 * The rows of one firm and period, folded into one packed record. `packed` is that record without lines, as
 * it begins. One verdict per row, in the order of the rows; `write` only where some line changed.
 */
export function decideLines(input: {
  readonly existing?: CreditRecord | undefined;
  readonly packed: CreditRecord;
  readonly rows: readonly IncomingLine[];
  readonly batch: BatchId;
  readonly known: boolean;
  readonly dedupKey?: readonly string[];
}): { readonly verdicts: readonly Verdict[]; readonly write?: CreditRecord } {
  const { existing, packed, rows, batch, known, dedupKey } = input;
  const lines = new Map<string, Line>((existing?.lines ?? []).map((line) => [line.key, line]));
  let changed = false;
  const verdicts = rows.map(({ key, content, row, warned }) => {
    const kept = lines.get(key);
    const { verdict, provenance } = decide({
      existing: kept,
      content,
      batch,
      row,
      known,
      warned,
      ...(dedupKey && { dedupKey }),
    });
    if (provenance) {
      lines.set(key, { key, content, provenance });
      changed = true;
    }
    return verdict;
  });
  return changed ? { verdicts, write: { ...packed, lines: [...lines.values()] } } : { verdicts };
}

type Decision = { readonly verdict: Verdict; readonly provenance?: readonly Provenance[] };

/** `provenance` is there when something is to be written. */
function decide(input: {
  readonly existing?: Pick<CreditRecord, 'content' | 'provenance'> | undefined;
  readonly content: Content;
  readonly batch: BatchId;
  readonly row: number;
  readonly known: boolean;
  readonly warned: boolean;
  readonly dedupKey?: readonly string[];
}): Decision {
  const { existing, content, batch, row, known, warned, dedupKey } = input;
  if (!existing) {
    const verdict = known ? (warned ? 'warned' : 'accepted') : 'unlinked';
    return { verdict, provenance: [{ batch, row, verdict }] };
  }
  const told = existing.provenance.find((entry) => entry.batch === batch && entry.row === row);
  if (told) return { verdict: told.verdict };
  const passed = existing.provenance.some((entry) => entry.batch === batch && entry.row > row);
  if (passed || sameContent(existing.content, content, dedupKey)) return { verdict: 'duplicate' };
  const entry: Provenance = { batch, row, verdict: 'corrected' };
  return {
    verdict: 'corrected',
    provenance: [...existing.provenance, entry].slice(-MAX_PROVENANCE),
  };
}

function sameContent(left: Content, right: Content, by: readonly string[] | undefined): boolean {
  if (by) return by.every((field) => left[field] === right[field]);
  const fields = Object.keys(left);
  return (
    fields.length === Object.keys(right).length &&
    fields.every((field) => Object.hasOwn(right, field) && left[field] === right[field])
  );
}
