import {
  AUDIT_SHARDS,
  type AuditHead,
  type AuditStream,
  auditDay,
} from '#domain/audit/audit-entry';
import { type AuditFault, type BrokenLink, mostSaid, placeOf } from '#domain/audit/audit-fault';
import { whyNotEntry } from '#domain/audit/check-entry';
import {
  type AuditCheckpoint,
  EMPTY_ROOT,
  rootAfter,
  sealedOf,
  whyNotCheckpoint,
} from '#domain/audit/checkpoint';
import type { Principal } from '#domain/principal';
import { accept, type Outcome } from '#domain/refusal';
import { sortedJson } from '#domain/sorted-json';
import { addDays, type BusinessDate, dateOf, parseDate } from '#domain/time';
import { entriesOf, entriesOn, inspectAll } from './audit-trail.ts';
import { digestBy } from './auditing.ts';
import type { Inspected, Ports } from './ports.ts';

export type AuditVerification = {
  readonly entries: number;
  readonly streams: number;
  readonly checkpoints: number;
  /** Until this day whatever was taken away or added would be known; absent before the first checkpoint. */
  readonly sealedUntil?: BusinessDate;
  /** Entries after that day: a chain holds each to the one before, but nobody has signed which is the last. */
  readonly unsealed: number;
  /** False where something is broken, or `atMost` was spent before the end: of what comes after nothing is said. */
  readonly complete: boolean;
  readonly firstBroken?: BrokenLink;
};

export type AuditAsked = {
  /** Reads and entries to spend, so that an answer is in time; as many as it takes unless told. */
  readonly atMost?: number;
  readonly onProgress?: (entries: number) => void;
};

type Walk = { entries: number; streams: number; unsealed: number; left: number };

/**
 * Proves the audit, or names its first broken link: every stream from its first entry, every checkpoint with its
 * signature, and every day with what was sealed. Each item is compared with what was written, to the byte. What is
 * gone from the end of a stream is missed once its day is sealed, and not before.
 */
export const verifyAudit =
  (ports: Ports) =>
  async (_asker: Principal, asked: AuditAsked): Promise<Outcome<AuditVerification>> => {
    const checkpoints: AuditCheckpoint[] = [];
    const { atMost: left = Number.POSITIVE_INFINITY, onProgress } = asked;
    const walk: Walk = { entries: 0, streams: 0, unsealed: 0, left };
    const firstBroken =
      (await brokenCheckpoint(ports, checkpoints)) ??
      (await brokenStream(ports, checkpoints.at(-1)?.day, { walk, onProgress })) ??
      (await brokenDay(ports, checkpoints, walk));
    const sealedUntil = checkpoints.at(-1)?.day;
    const { entries, streams, unsealed } = walk;
    return accept({
      entries,
      streams,
      checkpoints: checkpoints.length,
      ...(sealedUntil && { sealedUntil }),
      unsealed,
      complete: walk.left >= 0 && !firstBroken,
      ...(firstBroken && { firstBroken }),
    });
  };

/** Fills `checkpoints` with those that hold, in their order; the first seals the day of the first entry there is. */
async function brokenCheckpoint(
  ports: Ports,
  checkpoints: AuditCheckpoint[],
): Promise<BrokenLink | undefined> {
  const digestOf = digestBy(ports.digest);
  let due = await firstDay(ports);
  for await (const item of inspectAll(ports.store, 'auditCheckpoints', 'all')) {
    if (!item.intact) return { why: 'checkpoint_altered', ...dayNamed(item.names) };
    const { day } = item.value;
    const altered = await whyNotSigned(ports, item.value);
    if (altered) return { why: altered, day };
    const why = whyNotCheckpoint(item.value, checkpoints.at(-1), digestOf);
    if (why) return { why, day: why === 'checkpoint_missing' && due ? due : day };
    checkpoints.push(item.value);
    due = addDays(day, 1);
  }
  for await (const item of inspectAll(ports.store, 'auditCheckpointIndex', 'all'))
    if (!item.intact) return { why: 'checkpoint_altered', ...dayNamed(item.names) };
  return undefined;
}

const dayNamed = (names: readonly string[]): { readonly day?: BusinessDate } => {
  const day = parseDate(mostSaid(names) ?? '');
  return day ? { day } : {};
};

async function firstDay({ store }: Ports): Promise<BusinessDate | undefined> {
  for await (const item of inspectAll(store, 'auditStreams', 'all'))
    if (item.intact) return auditDay(item.value);
  return undefined;
}

async function whyNotSigned(
  { signer }: Ports,
  checkpoint: AuditCheckpoint,
): Promise<AuditFault | undefined> {
  const signed = await signer.verify(checkpoint.signature);
  if (signed === undefined) return 'signature_wrong';
  return signed === sortedJson(sealedOf(checkpoint)) ? undefined : 'checkpoint_altered';
}

async function brokenStream(
  ports: Ports,
  sealedUntil: BusinessDate | undefined,
  { walk, onProgress }: { readonly walk: Walk; readonly onProgress: AuditAsked['onProgress'] },
): Promise<BrokenLink | undefined> {
  const digestOf = digestBy(ports.digest);
  for await (const first of inspectAll(ports.store, 'auditStreams', 'all')) {
    if (!first.intact) return brokenItem(first);
    const { stream } = first.value;
    walk.streams += 1;
    walk.left -= 1;
    let head: AuditHead | undefined;
    for await (const item of entriesOf(ports.store, stream)) {
      walk.left -= 1;
      if (walk.left < 0) return undefined;
      if (!item.intact) return brokenItem(item);
      const why = whyNotEntry(item.value, head, digestOf);
      if (why) return { why, ...placeAfter(stream, head), day: auditDay(item.value) };
      head = item.value;
      walk.entries += 1;
      if (sealedUntil === undefined || auditDay(item.value) > sealedUntil) walk.unsealed += 1;
      if (walk.entries % 1_000 === 0) onProgress?.(walk.entries);
    }
    if (!head) return { why: 'entry_missing', ...placeAfter(stream, head) };
  }
  return undefined;
}

/** Every day in turn: what is sealed must be what was sealed, and of what is not yet, each item what was written. */
async function brokenDay(
  ports: Ports,
  checkpoints: readonly AuditCheckpoint[],
  walk: Walk,
): Promise<BrokenLink | undefined> {
  const digestOf = digestBy(ports.digest);
  const sealed = new Map(checkpoints.map((checkpoint) => [checkpoint.day, checkpoint]));
  const [first, last] = [await firstDay(ports), addDays(dateOf(ports.now()), 1)];
  const from = checkpoints[0]?.day ?? first;
  if (first && from && first < from) return { why: 'checkpoint_missing', day: first };
  for (let day = from; day !== undefined && day <= last; day = addDays(day, 1)) {
    walk.left -= AUDIT_SHARDS;
    if (walk.left < 0) return undefined;
    let [entries, root] = [0, EMPTY_ROOT];
    for await (const item of entriesOn(ports.store, day)) {
      if (!item.intact) return brokenItem(item);
      entries += 1;
      root = rootAfter(root, item.value, digestOf);
    }
    const checkpoint = sealed.get(day);
    if (checkpoint && (checkpoint.entries !== entries || checkpoint.root !== root))
      return { why: 'day_differs', day };
  }
  return undefined;
}

const placeAfter = (stream: AuditStream, head: AuditHead | undefined) => ({
  stream,
  seq: (head?.seq ?? 0) + 1,
});

/** An item that lies in the wrong place is named by whatever of it is still right. */
function brokenItem(item: Extract<Inspected<unknown>, { intact: false }>): BrokenLink {
  const name = mostSaid(item.names);
  return {
    why: item.why === 'altered' ? 'item_altered' : 'entry_unreadable',
    ...(name !== undefined && placeOf(name)),
  };
}
