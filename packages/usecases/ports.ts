import type { WorkingCalendar } from '#domain/calendar';
import type { ProfileEntries } from '#domain/credit/profile';
import type { RawRow } from '#domain/credit/raw-row';
import type { CreditRecord } from '#domain/credit/record';
import type { Enterprise } from '#domain/enterprise/enterprise';
import type { DomainEvent } from '#domain/event';
import type { BatchId, EventId, UnifiedCode } from '#domain/ids';
import type { LprFixing } from '#domain/rate';
import type { Refusal } from '#domain/refusal';
import type { KeptScore } from '#domain/scoring/score';
import type { BusinessDate, Instant } from '#domain/time';

export type {
  Collection,
  Collections,
  CurrentWhitelist,
  Holdings,
  IdOf,
  ItemIn,
  Kept,
  Kind,
  Refusals,
} from './kept.ts';

import type { Collection, Collections, IdOf, ItemIn, Kept, Kind } from './kept.ts';

/** A kept value and its version: 1 when first written, one more with every commit. */
export type Versioned<Value> = { readonly value: Value; readonly version: number };

/** One aggregate to write, and the version that it must still have; 0 = must not exist yet. */
export type Change = {
  [K in Kind]: { readonly kind: K; readonly value: Kept[K]; readonly expected: number };
}[Kind];

/**
 * Counts the commits that touched something: two equal revisions mean that nothing changed between. Those of
 * a firm's records move with its profile.
 */
export type RevisionOf = 'products' | 'holdings' | `records:${UnifiedCode}`;

/** A firm whose records a commit writes: their entries enter its profile, and its revision moves on. */
export type ProfileChange = { readonly code: UnifiedCode; readonly entries: ProfileEntries };

export type KeptProfile = { readonly revision: number; readonly entries: ProfileEntries };

export type Commit = {
  readonly changes: readonly Change[];
  readonly events: readonly DomainEvent[];
  readonly revisions?: readonly ('products' | 'holdings')[];
  /** At most one for a firm. */
  readonly profiles?: readonly ProfileChange[];
};

/** Changes + events + revisions + profiles of one commit at most. */
export const MAX_COMMIT = 100;
/** What one value may fill once it is packed, in bytes: an item holds 400 KB with its keys. */
export const MAX_VALUE_BYTES = 390 * 1024;

/**
 * `conflict`: some version was not the expected one; load again, decide again. `too_large`: some value is
 * larger than MAX_VALUE_BYTES; nothing was written.
 */
export type CommitResult = 'committed' | 'conflict' | 'too_large';

export const MAX_PAGE = 500;
/** Ids of one `getMany` at most. */
export const MAX_GET = 1000;

/** All that one asks of a firm to score it. */
export type Dossier = {
  readonly enterprise: Enterprise | undefined;
  readonly records: readonly CreditRecord[];
  readonly score: Versioned<KeptScore> | undefined;
};

export type Page<Value> = { readonly items: readonly Versioned<Value>[]; readonly next?: string };

/**
 * The one store. A commit is whole or nothing: every change under its expected version, the events with them.
 */
export type Store = {
  readonly get: <K extends Kind>(kind: K, id: IdOf[K]) => Promise<Versioned<Kept[K]> | undefined>;
  /** At most MAX_GET ids; answers in the order of the ids, undefined where nothing is kept. */
  readonly getMany: <K extends Kind>(
    kind: K,
    ids: readonly IdOf[K][],
  ) => Promise<readonly (Versioned<Kept[K]> | undefined)[]>;
  /** `after` is the `next` of the page before; `limit` at most MAX_PAGE. */
  readonly list: <C extends Collection>(
    collection: C,
    of: Collections[C]['of'],
    page: { readonly limit: number; readonly after?: string },
  ) => Promise<Page<ItemIn<C>>>;
  /** The firm, its records and its score, which lie together, in one read. */
  readonly dossier: (code: UnifiedCode) => Promise<Dossier>;
  /** What a firm's profile is folded from, in one read; of a firm without records, nothing. */
  readonly profile: (code: UnifiedCode) => Promise<KeptProfile>;
  /** Those of at most MAX_GET firms, in their order. */
  readonly profiles: (codes: readonly UnifiedCode[]) => Promise<readonly KeptProfile[]>;
  readonly revisions: (of: readonly RevisionOf[]) => Promise<readonly number[]>;
  readonly commit: (commit: Commit) => Promise<CommitResult>;
};

/** Where delivered files lie until they are ingested. */
export type Inbox = {
  /** A URL to which the file may be PUT for a while, by whoever holds it. */
  readonly uploadUrl: (batch: BatchId, expiresInSeconds: number) => Promise<string>;
  readonly open: (batch: BatchId) => Promise<AsyncIterable<Uint8Array> | undefined>;
  /** Bytes of the file; undefined where there is none. */
  readonly size: (batch: BatchId) => Promise<number | undefined>;
};

/** Rows of a file, at most MAX_CHUNK_ROWS, and its header: for JSON the keys met so far, the same array until it grows. */
export type RowChunk = { readonly columns: readonly string[]; readonly rows: readonly RawRow[] };
export const MAX_CHUNK_ROWS = 1000;

/**
 * Bytes → rows, in chunks. A file with a header alone gives one chunk without rows. A damaged file ends with
 * a thrown `UnreadableFile`; rows before it have been given out.
 */
export type ReadRows = (bytes: AsyncIterable<Uint8Array>) => AsyncIterable<RowChunk>;

/** Thrown by `ReadRows` (and where its header is no header of the catalogue): an iterable has no other way to say no. */
export class UnreadableFile extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(`${refusal.code}: ${refusal.expected ?? refusal.field ?? ''}`);
    this.name = 'UnreadableFile';
    this.refusal = refusal;
  }
}

/** Reference data that the domain takes as values. */
export type Reference = {
  readonly calendar: WorkingCalendar;
  readonly lpr: readonly LprFixing[];
  /** GB/T 4754-2017: is this a code of the tree (letter, or letter + 2 to 4 digits)? */
  readonly isIndustry: (code: string) => boolean;
};

/** Signs what must be provable later: JWS compact, RS256. */
export type Signer = {
  readonly keyId: () => Promise<string>;
  readonly sign: (payload: string) => Promise<string>;
  readonly verify: (jws: string) => Promise<string | undefined>;
};

/** All that the world does for us. */
export type Ports = {
  readonly now: () => Instant;
  /** The business day on which one works: today in Asia/Shanghai, or the day the office asks for. */
  readonly today: () => BusinessDate;
  /** Sorts by time of making; never the same twice. */
  readonly newEventId: () => EventId;
  readonly store: Store;
  readonly inbox: Inbox;
  readonly readRows: ReadRows;
  readonly reference: Reference;
  /** SHA-256 in hex. */
  readonly digest: (text: string) => string;
  readonly signer: Signer;
};
