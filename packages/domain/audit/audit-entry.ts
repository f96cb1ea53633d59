import type { EventId } from '../ids.ts';
import type { Principal } from '../principal.ts';
import { type BusinessDate, dateOf, type Instant } from '../time.ts';

/** `need/need_1`: one chain of entries, of an aggregate or of a shard of a kind (`score/0b`). */
export type AuditStream = `${string}/${string}`;
/** Characters: the name is part of a key, which holds 1,024 bytes. */
export const MAX_STREAM_NAME = 200;

/** SHA-256 in hex of a value's canonical JSON (`sorted-json.ts`). */
export type DigestOf = (value: unknown) => string;

/** An event of the commit: what it says where that is short, else its digest. */
export type AuditedHappening = {
  readonly type: string;
  readonly id: EventId;
  readonly content?: Readonly<Record<string, unknown>>;
  readonly digest?: string;
};

/** A value that the commit wrote: enough to prove what it was, not to read it. */
export type AuditedChange = {
  readonly kind: string;
  readonly id: string;
  readonly version: number;
  readonly digest: string;
};

/** One decision or administrative change, in the chain of its stream. Written with what it tells of, never again. */
export type AuditEntry = {
  readonly stream: AuditStream;
  /** From 1, without gaps. */
  readonly seq: number;
  /** The hash of the entry before, NO_HASH of the first. */
  readonly previous: string;
  /** Never before that of the entry before, whatever the clocks of two machines say. */
  readonly at: Instant;
  readonly by: Principal;
  readonly happenings: readonly AuditedHappening[];
  readonly changes: readonly AuditedChange[];
  /** Over everything else. */
  readonly hash: string;
};

/** What stands where nothing was before. */
export const NO_HASH = '0'.repeat(64);

/** The last entry of a stream, as far as the next one needs it. */
export type AuditHead = Pick<AuditEntry, 'seq' | 'hash' | 'at'>;

export function nextEntry(
  told: Pick<AuditEntry, 'stream' | 'by' | 'happenings' | 'changes'> & {
    readonly head: AuditHead | undefined;
    readonly now: Instant;
  },
  digestOf: DigestOf,
): AuditEntry {
  const { head, now, ...rest } = told;
  const entry = {
    ...rest,
    seq: (head?.seq ?? 0) + 1,
    previous: head?.hash ?? NO_HASH,
    at: head && head.at > now ? head.at : now,
  };
  return { ...entry, hash: digestOf(entry) };
}

/** The day to which an entry belongs, and with which it is sealed. */
export const auditDay = ({ at }: Pick<AuditEntry, 'at'>): BusinessDate => dateOf(at);

/** A day's entries lie in so many shards, since all of a city's decisions of a day would be one hot partition. */
export const AUDIT_SHARDS = 4;

export const shardOf = (stream: string): number =>
  [...stream].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0) % AUDIT_SHARDS;

/** Some events name hundreds of firms; past this many characters of canonical JSON a digest stands for the content. */
export const MAX_CONTENT = 1_000;
