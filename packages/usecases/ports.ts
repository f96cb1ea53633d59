import type { WorkingCalendar } from '#domain/calendar';
import type { ProfileEntries } from '#domain/credit/profile';
import type { RawRow } from '#domain/credit/raw-row';
import type { CreditRecord } from '#domain/credit/record';
import type { Enterprise } from '#domain/enterprise/enterprise';
import type { DomainEvent } from '#domain/event';
import type { IdentityAnswer, IdentityClaim } from '#domain/identity/identity';
import type { BatchId, EventId, UnifiedCode } from '#domain/ids';
import type { Sealed } from '#domain/personal/sealed';
import type { Principal } from '#domain/principal';
import type { LprFixing } from '#domain/rate';
import type { Refusal } from '#domain/refusal';
import type { Reckoner } from '#domain/scoring/columns/firms-scorer';
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
  KeptRow,
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

/** One aggregate to delete for good, and the version that it must still have. */
export type Removal = {
  [K in Kind]: { readonly kind: K; readonly id: IdOf[K]; readonly expected: number };
}[Kind];

export type Commit = {
  readonly changes: readonly Change[];
  /** Retention alone deletes; nothing else may. */
  readonly removals?: readonly Removal[];
  readonly events: readonly DomainEvent[];
  /** Who writes, where no event says so: whatever is audited is somebody's. */
  readonly by?: Principal;
  readonly revisions?: readonly ('products' | 'holdings')[];
  /** At most one for a firm. */
  readonly profiles?: readonly ProfileChange[];
};

/** Changes + removals + events + revisions + profiles of one commit at most. */
export const MAX_COMMIT = 100;
/** Of a commit that is audited (audited-kinds.ts): one write is its audit entry. */
export const MAX_AUDITED_COMMIT = MAX_COMMIT - 1;
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

/** What is inspected as it lies there. */
export type InspectedCollection =
  | 'auditOf'
  | 'auditOn'
  | 'auditStreams'
  | 'auditCheckpoints'
  | 'auditCheckpointIndex';
/**
 * An item that is to the byte what would be written of its value, or is not: `unreadable`, holds no such value.
 * `names`: what its keys, its index keys and its body each call it.
 */
export type Inspected<Value> =
  | { readonly intact: true; readonly value: Value }
  | {
      readonly intact: false;
      readonly why: 'unreadable' | 'altered';
      readonly names: readonly string[];
    };

export type InspectedPage<Value> = {
  readonly items: readonly Inspected<Value>[];
  readonly next?: string;
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
  /** The same items as `list`, none of which makes it throw, each compared with what lies there. */
  readonly inspect: <C extends InspectedCollection>(
    collection: C,
    of: Collections[C]['of'],
    page: { readonly limit: number; readonly after?: string },
  ) => Promise<InspectedPage<ItemIn<C>>>;
  /** The firm, its records and its score, which lie together, in one read. */
  readonly dossier: (code: UnifiedCode) => Promise<Dossier>;
  /** What a firm's profile is folded from, in one read; of a firm without records, nothing. */
  readonly profile: (code: UnifiedCode) => Promise<KeptProfile>;
  /** Those of at most MAX_GET firms, in their order. */
  readonly profiles: (codes: readonly UnifiedCode[]) => Promise<readonly KeptProfile[]>;
  readonly revisions: (of: readonly RevisionOf[]) => Promise<readonly number[]>;
  readonly commit: (commit: Commit) => Promise<CommitResult>;
};

/** Counts one more request of somebody in a minute `YYYY-MM-DDTHH:MM`; answers how many those are by now. */
export type Meter = (who: string, minute: string) => Promise<number>;
/** Keeps personal numbers so that the store alone tells nothing of them. */
export type Vault = {
  /** Cipher, keyed hash and mask of a number. */
  readonly seal: (text: string) => Promise<Sealed>;
  /** The cipher alone, of what nobody searches for; this takes no right to open anything. */
  readonly lock: (text: string) => Promise<string>;
  /** Throws where the cipher was changed, or no key fits: never answers anything else than was sealed. */
  readonly open: (sealed: Pick<Sealed, 'cipher'>) => Promise<string>;
  /** The same for the same text, in all processes and under all wrapping keys. */
  readonly hashOf: (text: string) => Promise<string>;
};

/**
 * Whoever finds out whether people are who they say: answers alike when asked alike, and keeps `pending` open under
 * its reference.
 */
export type IdentityProvider = {
  readonly verify: (
    claim: IdentityClaim & { readonly enterpriseName: string; readonly reference?: string },
  ) => Promise<IdentityAnswer>;
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

/** Where each sealed day of the audit lies for years, and nobody can change or delete it. */
export type Archive = {
  /** Keeps the lines as gzipped NDJSON. What is there already under the key stays as it is. */
  readonly put: (key: string, lines: AsyncIterable<string>) => Promise<void>;
};

/** All that the world does for us. */
export type Ports = {
  readonly now: () => Instant;
  /** The business day on which one works: today in Asia/Shanghai, or the day the office asks for. */
  readonly today: () => BusinessDate;
  /** Sorts by time of making; never the same twice. */
  readonly newEventId: () => EventId;
  readonly store: Store;
  readonly meter: Meter;
  readonly inbox: Inbox;
  readonly vault: Vault;
  readonly identityProvider: IdentityProvider;
  readonly readRows: ReadRows;
  readonly reference: Reference;
  /** SHA-256 in hex. */
  readonly digest: (text: string) => string;
  readonly signer: Signer;
  readonly archive: Archive;
  /** Reckons many firms at once by a compiled card. */
  readonly reckoner: Reckoner;
};
