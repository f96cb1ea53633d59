import { assert } from '#domain/assert';
import { auditDay, NO_HASH } from '#domain/audit/audit-entry';
import { mostSaid } from '#domain/audit/audit-fault';
import { isWhole } from '#domain/audit/check-entry';
import {
  type AuditCheckpoint,
  checkpointHash,
  EMPTY_ROOT,
  lastClosedDay,
  rootAfter,
} from '#domain/audit/checkpoint';
import type { Principal } from '#domain/principal';
import { accept, type Outcome, refuse } from '#domain/refusal';
import { sortedJson } from '#domain/sorted-json';
import { addDays, type BusinessDate, type Instant } from '#domain/time';
import { entriesOn } from './audit-trail.ts';
import { digestBy } from './auditing.ts';
import type { Ports } from './ports.ts';

export type CheckpointsTaken = {
  readonly sealed: number;
  /** Days are left to seal, since the time was over. */
  readonly finished: boolean;
};

/** Under which a day lies in the archive. */
export const archiveKey = (day: BusinessDate): string =>
  `audit/${day.slice(0, 4)}/${day}.ndjson.gz`;

/**
 * Seals every day that is over and not sealed yet, from the first one that has an entry: a day's entries and its
 * signed checkpoint go to the archive first, then the checkpoint is kept, so that a sealed day is an archived day.
 * Ends at `stopAt`, after a whole day; may be repeated at will. Refuses: audit_broken (an entry of the day is not
 * what was written; names it): nothing of the day is sealed then.
 */
export const checkpointAudit =
  (ports: Ports) =>
  async (
    _asker: Principal,
    { stopAt }: { readonly stopAt?: Instant },
  ): Promise<Outcome<CheckpointsTaken>> => {
    const until = lastClosedDay(ports.now());
    let before = (await ports.store.list('auditCheckpointHead', 'all', { limit: 1 })).items[0]
      ?.value;
    const first = before ? addDays(before.day, 1) : await firstDay(ports);
    let sealed = 0;
    for (let day = first; day !== undefined && day <= until; day = addDays(day, 1)) {
      if (stopAt !== undefined && ports.now() >= stopAt) return accept({ sealed, finished: false });
      const outcome = await sealDay(ports, day, before);
      if (!outcome.ok) return outcome;
      before = outcome.value;
      sealed += 1;
    }
    return accept({ sealed, finished: true });
  };

async function firstDay({ store }: Ports): Promise<BusinessDate | undefined> {
  const { items } = await store.list('auditStreams', 'all', { limit: 1 });
  return items[0] && auditDay(items[0].value);
}

/** Twice is once: whoever seals the same day at the same moment signs the very same. */
async function sealDay(
  ports: Ports,
  day: BusinessDate,
  before: AuditCheckpoint | undefined,
): Promise<Outcome<AuditCheckpoint>> {
  const digestOf = digestBy(ports.digest);
  const weighed = await weigh(ports, day);
  if (!weighed.ok) return weighed;
  const previous = before ? checkpointHash(before, digestOf) : NO_HASH;
  const sealed = { day, ...weighed.value, previous };
  const value = { ...sealed, signature: await ports.signer.sign(sortedJson(sealed)) };
  await ports.archive.put(archiveKey(day), linesOf(ports, value));
  await ports.store.commit({
    changes: [{ kind: 'auditCheckpoint', value, expected: 0 }],
    events: [],
  });
  const kept = await ports.store.get('auditCheckpoint', day);
  assert(kept !== undefined, 'a checkpoint that was committed is there');
  return accept(kept.value);
}

async function weigh(
  { store, digest }: Ports,
  day: BusinessDate,
): Promise<Outcome<Pick<AuditCheckpoint, 'entries' | 'root'>>> {
  const digestOf = digestBy(digest);
  let [entries, root] = [0, EMPTY_ROOT];
  for await (const item of entriesOn(store, day)) {
    if (!item.intact) return refuse('audit_broken', brokenAt(mostSaid(item.names)));
    const { stream, seq } = item.value;
    if (!isWhole(item.value, digestOf)) return refuse('audit_broken', brokenAt(`${stream}/${seq}`));
    entries += 1;
    root = rootAfter(root, item.value, digestOf);
  }
  return accept({ entries, root });
}

const brokenAt = (name = 'unknown') => ({
  field: name,
  expected: 'the entry as it was written: see `xyd audit verify`',
});

/** The day's entries as they were sealed, and last the checkpoint that proves them. */
async function* linesOf({ store }: Ports, checkpoint: AuditCheckpoint): AsyncGenerator<string> {
  for await (const item of entriesOn(store, checkpoint.day))
    if (item.intact) yield sortedJson(item.value);
  yield sortedJson(checkpoint);
}
