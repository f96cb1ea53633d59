import { assert } from '#domain/assert';
import {
  type AuditedChange,
  type AuditedHappening,
  type AuditHead,
  type AuditStream,
  type DigestOf,
  MAX_CONTENT,
  nextEntry,
} from '#domain/audit/audit-entry';
import type { DomainEvent } from '#domain/event';
import type { Principal } from '#domain/principal';
import { sortedJson } from '#domain/sorted-json';
import { auditedAs } from './audited-kinds.ts';
import { type Commit, MAX_COMMIT, type Ports, type Store } from './ports.ts';

/** Of so many that append to one stream at the same moment, the last one still gets its turn. */
const MAX_TRIES = 64;
const SHARDS = 16;

type World = Pick<Ports, 'store' | 'now' | 'digest'>;

/**
 * The same store, in which every commit that changes an audited kind (`audited-kinds.ts`) appends one entry to a
 * chain, in the same transaction: there is no decision without its entry and no entry without its decision. Such a
 * commit costs one more read and one more write. Who wrote is told by the first event, else by the commit's `by`.
 */
export const auditing = ({ store, now, digest }: World): Store => ({
  ...store,
  commit: async (commit) => {
    const digestOf = digestBy(digest);
    const told = entryOf(commit, digestOf);
    if (!told) return store.commit(commit);
    let head = await headOf(store, told.stream);
    for (let tried = 0; tried < MAX_TRIES; tried += 1) {
      const value = nextEntry({ ...told, head, now: now() }, digestOf);
      const entry = { kind: 'auditEntry', value, expected: 0 } as const;
      const result = await store.commit({ ...commit, changes: [...commit.changes, entry] });
      if (result !== 'conflict') return result;
      // Where nobody else has appended, it was the decision that came too late.
      const moved = await headOf(store, told.stream);
      if (moved?.seq === head?.seq) return result;
      head = moved;
    }
    return 'conflict';
  },
});

/** Of canonical JSON, so that neither a store's nor a client's order of keys matters. */
export const digestBy =
  (digest: Ports['digest']): DigestOf =>
  (value) =>
    digest(sortedJson(value));

async function headOf(store: Store, stream: AuditStream): Promise<AuditHead | undefined> {
  const { items } = await store.list('auditHead', stream, { limit: 1 });
  return items[0]?.value;
}

type Told = {
  readonly stream: AuditStream;
  readonly by: Principal;
  readonly happenings: readonly AuditedHappening[];
  readonly changes: readonly AuditedChange[];
};

/** What a commit has to tell; undefined where nothing of it is audited. */
function entryOf(commit: Commit, digestOf: DigestOf): Told | undefined {
  const audited = commit.changes.flatMap((change) => {
    const as = auditedAs(change);
    return as ? [{ ...change, ...as }] : [];
  });
  const [first] = audited;
  if (!first) return undefined;
  const by = commit.events[0]?.by ?? commit.by;
  assert(by !== undefined, `whoever commits a ${first.kind} is told, by an event or by itself`);
  assert(sizeOf(commit) < MAX_COMMIT, 'a commit that is audited leaves room for its entry');
  const own = audited.find(({ streams }) => streams === 'each');
  return {
    stream: own ? `${own.kind}/${own.chain}` : `${first.kind}/${shardOf(first.id, digestOf)}`,
    by,
    happenings: commit.events.map((event) => happeningOf(event, digestOf)),
    changes: audited.map(({ kind, id, value, expected }) => ({
      kind,
      id,
      version: expected + 1,
      digest: digestOf(value),
    })),
  };
}

const sizeOf = ({ changes, removals = [], events, revisions = [], profiles = [] }: Commit) =>
  changes.length + removals.length + events.length + revisions.length + profiles.length;

function happeningOf(event: DomainEvent, digestOf: DigestOf): AuditedHappening {
  const { type, id, at: _, by: __, ...content } = event;
  return sortedJson(content).length <= MAX_CONTENT
    ? { type, id, content }
    : { type, id, digest: digestOf(content) };
}

/** `00` to `0f`. */
const shardOf = (id: string, digestOf: DigestOf): string =>
  (Number.parseInt(digestOf(id).slice(0, 8), 16) % SHARDS).toString(16).padStart(2, '0');
