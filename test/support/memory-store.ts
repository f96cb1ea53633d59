import { gzipSync } from 'node:zlib';
import { assert } from '#domain/assert';
import { type AuditEntry, auditDay, shardOf } from '#domain/audit/audit-entry';
import type { ProfileEntries } from '#domain/credit/profile';
import type { DomainEvent } from '#domain/event';
import { identityId } from '#domain/identity/identity';
import type { UnifiedCode } from '#domain/ids';
import { editionId } from '#domain/need/need-edition';
import { isSealed } from '#domain/personal/sealed';
import { nameOfParty } from '#domain/principal';
import { isWaiting, versionIdOf } from '#domain/product/product-version';
import {
  type Counted,
  countCounts,
  identityCounts,
  noticeCounts,
  readingCounts,
  refusalsCount,
  reportCounts,
} from '#domain/retention/counts-from';
import { dateOf, monthOf } from '#domain/time';
import {
  type Change,
  type Collection,
  type Collections,
  type Commit,
  type IdOf,
  type ItemIn,
  type Kept,
  type Kind,
  MAX_COMMIT,
  MAX_GET,
  MAX_PAGE,
  MAX_VALUE_BYTES,
  type Store,
  type Versioned,
} from '#usecases/ports';

/**
 * The store port over maps, for fast tests of use-cases and of the API. It passes the very contract that the
 * table passes (test/contracts/store.test.ts); `events` is what was committed, in order.
 */
export type MemoryStore = Store & {
  readonly events: readonly DomainEvent[];
  /** The same content, from here on apart. */
  readonly copy: () => MemoryStore;
};

const empty = () => ({
  kept: new Map<string, Versioned<unknown>>(),
  counters: new Map<string, number>(),
  profiles: new Map<string, ProfileEntries>(),
  events: [] as DomainEvent[],
});

export function memoryStore(content = empty()): MemoryStore {
  const { kept, counters, profiles, events } = content;
  const find = <K extends Kind>(kind: K, id: IdOf[K]) =>
    kept.get(`${kind} ${id}`) as Versioned<Kept[K]> | undefined;

  const profileOf = (code: UnifiedCode) => ({
    revision: counters.get(`records:${code}`) ?? 0,
    entries: structuredClone(profiles.get(code) ?? {}),
  });

  const store: MemoryStore = {
    events,
    copy: () =>
      memoryStore({
        kept: new Map(kept),
        counters: new Map(counters),
        profiles: new Map(profiles),
        events: [...events],
      }),
    get: async (kind, id) => structuredClone(find(kind, id)),
    getMany: async (kind, ids) => {
      assert(ids.length <= MAX_GET, `at most ${MAX_GET} ids at once`);
      return ids.map((id) => structuredClone(find(kind, id)));
    },
    dossier: async (code) => ({
      enterprise: structuredClone(find('enterprise', code)?.value),
      records: [...kept]
        .filter(([key]) => key.startsWith('record '))
        .map(([, { value }]) => value as Kept['record'])
        .filter(({ subject }) => subject === code)
        .toSorted((a, b) => compare(a.id, b.id))
        .map((record) => structuredClone(record)),
      score: structuredClone(find('score', code)),
    }),
    profile: async (code) => profileOf(code),
    profiles: async (codes) => {
      assert(codes.length <= MAX_GET, `at most ${MAX_GET} firms at once`);
      return codes.map(profileOf);
    },
    revisions: async (of) => of.map((one) => counters.get(one) ?? 0),
    list: async <C extends Collection>(
      collection: C,
      of: Collections[C]['of'],
      page: { limit: number; after?: string },
    ) => {
      assert(page.limit > 0 && page.limit <= MAX_PAGE, `a page holds 1 to ${MAX_PAGE}`);
      const { kind, member, by, newestFirst } = orders[collection];
      const all = [...kept]
        .filter(([key]) => key.startsWith(`${kind} `))
        .map(([, value]) => value as Versioned<ItemIn<C>>)
        .filter(({ value }) => member(value, of))
        .map((item) => ({ item, key: by(item.value) }))
        .sort((a, b) => (newestFirst ? -1 : 1) * compare(a.key, b.key));
      const from =
        page.after === undefined
          ? 0
          : all.findIndex(({ key }) =>
              newestFirst ? compare(key, page.after ?? '') < 0 : compare(key, page.after ?? '') > 0,
            );
      const rest = from < 0 ? [] : all.slice(from);
      const items = rest.slice(0, page.limit);
      const last = items.at(-1);
      return {
        items: items.map(({ item }) => structuredClone(item)),
        ...(rest.length > items.length && last && { next: last.key }),
      };
    },
    // What is kept as values has no bytes that could be altered.
    inspect: async (collection, of, page) => {
      const { items, next } = await store.list(collection, of, page);
      return {
        items: items.map(({ value }) => ({ intact: true, value })),
        ...(next !== undefined && { next }),
      };
    },
    commit: async (commit: Commit) => {
      const profilesChanged = commit.profiles ?? [];
      const size =
        commit.changes.length +
        (commit.removals?.length ?? 0) +
        commit.events.length +
        (commit.revisions?.length ?? 0) +
        profilesChanged.length;
      assert(size > 0 && size <= MAX_COMMIT, `a commit holds 1 to ${MAX_COMMIT} writes`);
      const large = commit.changes.some(
        ({ value }) => gzipSync(JSON.stringify(value), { level: 4 }).byteLength > MAX_VALUE_BYTES,
      );
      const bulging = profilesChanged.some(
        ({ code, entries }) =>
          Buffer.byteLength(JSON.stringify({ ...profiles.get(code), ...entries })) >
          MAX_PROFILE_BYTES,
      );
      if (large || bulging) return 'too_large';
      const removed = (commit.removals ?? []).map(({ kind, id, expected }) => ({
        name: `${kind} ${id}`,
        expected,
      }));
      const met =
        commit.changes.every(
          (change) => (kept.get(nameOf(change))?.version ?? 0) === change.expected,
        ) && removed.every(({ name, expected }) => kept.get(name)?.version === expected);
      if (!met) return 'conflict';
      for (const change of commit.changes)
        kept.set(nameOf(change), {
          value: structuredClone(change.value),
          version: change.expected + 1,
        });
      for (const { name } of removed) kept.delete(name);
      for (const of of commit.revisions ?? []) counters.set(of, (counters.get(of) ?? 0) + 1);
      for (const { code, entries } of profilesChanged) {
        profiles.set(code, { ...profiles.get(code), ...structuredClone(entries) });
        counters.set(`records:${code}`, (counters.get(`records:${code}`) ?? 0) + 1);
      }
      events.push(...commit.events);
      return 'committed';
    },
  };
  return store;
}

/** An item of the table, and it lies there unpacked. */
const MAX_PROFILE_BYTES = 400 * 1024;

type Order<C extends Collection> = {
  readonly kind: Collections[C]['kind'];
  readonly member: (value: ItemIn<C>, of: Collections[C]['of']) => boolean;
  readonly by: (value: ItemIn<C>) => string;
  readonly newestFirst?: boolean;
};

const padded = (count: number, width: number) => String(count).padStart(width, '0');
const bySeq = ({ seq }: AuditEntry) => padded(seq, 10);
function dueIn<K extends Kind>(kind: K, countsFrom: (value: Kept[K]) => Counted | undefined) {
  return {
    kind,
    member: (value: Kept[K], month: string) => {
      const of = countsFrom(value);
      return of !== undefined && `${of.rule}#${monthOf(of.from)}` === month;
    },
    by: (value: Kept[K]) => `${countsFrom(value)?.from}#${idOf(kind, value)}`,
  };
}

const orders: { readonly [C in Collection]: Order<C> } = {
  enterprises: { kind: 'enterprise', member: () => true, by: (value) => value.code },
  recordsOfEnterprise: {
    kind: 'record',
    member: (value, code) => value.subject === code,
    by: (value) => `${value.catalogue}#${value.id.split('/').slice(2).join('/')}`,
  },
  pastScoresOf: {
    kind: 'pastScore',
    member: ({ basis }, code) => basis.code === code,
    by: ({ scoredAt }) => scoredAt,
    newestFirst: true,
  },
  cardVersions: { kind: 'cardVersion', member: () => true, by: (value) => value.id },
  schemeVersions: { kind: 'schemeVersion', member: () => true, by: (value) => value.id },
  cardComparisons: {
    kind: 'cardComparison',
    member: () => true,
    by: ({ asOf, challenger }) => `${asOf}#${challenger}`,
    newestFirst: true,
  },
  comparisonsOfCard: {
    kind: 'cardComparison',
    member: ({ challenger }, of) => challenger === of,
    by: ({ asOf }) => asOf,
    newestFirst: true,
  },
  products: {
    kind: 'product',
    member: ({ status }) => status !== 'delisted',
    by: (value) => value.id,
  },
  versionsOfProduct: {
    kind: 'productVersion',
    member: ({ id }, of) => id === of,
    by: ({ version }) => padded(version, 4),
    newestFirst: true,
  },
  productDrafts: { kind: 'productVersion', member: isWaiting, by: versionIdOf },
  productDraftsOf: {
    kind: 'productVersion',
    member: (value, of) => isWaiting(value) && value.bank.id === of,
    by: versionIdOf,
  },
  needs: { kind: 'need', member: () => true, by: (value) => value.id },
  needsOfEnterprise: {
    kind: 'need',
    member: (value, code) => value.code === code,
    by: (value) => `${value.submittedAt}#${value.id}`,
    newestFirst: true,
  },
  editionsOfNeed: {
    kind: 'needEdition',
    member: (value, need) => value.id === need,
    by: (value) => padded(value.edition, 3),
  },
  findable: {
    kind: 'findability',
    member: ({ status }) => status === 'allowed',
    by: ({ code }) => code,
  },
  whitelists: {
    kind: 'whitelist',
    member: () => true,
    by: (value) => `${value.requestedAt}#${value.id}`,
    newestFirst: true,
  },
  listings: {
    kind: 'listing',
    member: (value, whitelist) => value.whitelist === whitelist,
    by: (value) => value.code,
  },
  listedIn: {
    kind: 'listing',
    member: (value, whitelist) => value.whitelist === whitelist && value.listed,
    by: (value) => value.code,
  },
  batches: {
    kind: 'batch',
    member: () => true,
    by: (value) => `${value.openedAt}#${value.id}`,
    newestFirst: true,
  },
  batchesOfSupplier: {
    kind: 'batch',
    member: (value, supplier) => value.supplier === supplier,
    by: (value) => `${value.openedAt}#${value.id}`,
    newestFirst: true,
  },
  refusalsOfBatch: {
    kind: 'refusals',
    member: (value, batch) => value.batch === batch,
    by: (value) => `${padded(value.fromLine, 10)}#${padded(value.part, 3)}`,
  },
  partsOfBatch: {
    kind: 'batchPart',
    member: (value, batch) => value.batch === batch,
    by: (value) => padded(value.part, 3),
  },
  talliesOf: {
    kind: 'tally',
    member: (value, month) => value.deliveredOn.startsWith(month),
    by: (value) => `${value.deliveredOn}#${value.batch}`,
  },
  suppliers: { kind: 'supplier', member: () => true, by: (value) => value.id },
  casesOfEnterprise: {
    kind: 'case',
    member: (value, code) => value.code === code,
    by: (value) => `${value.filedAt}#${value.id}`,
    newestFirst: true,
  },
  casesOpen: {
    kind: 'case',
    member: ({ status }) => status === 'filed' || status === 'accepted',
    by: (value) => `${value.status === 'filed' ? value.acceptBy : value.decideBy}#${value.id}`,
  },
  noticesTo: {
    kind: 'notice',
    member: ({ to }, recipient) => nameOfParty(to) === recipient,
    by: (value) => `${value.createdAt}#${value.id}`,
    newestFirst: true,
  },
  readersOf: {
    kind: 'reading',
    member: (value, code) => value.code === code,
    by: ({ reader }) => nameOfParty(reader),
  },
  auditOf: { kind: 'auditEntry', member: (value, of) => value.stream === of, by: bySeq },
  auditHead: {
    kind: 'auditEntry',
    member: (value, of) => value.stream === of,
    by: bySeq,
    newestFirst: true,
  },
  auditOn: {
    kind: 'auditEntry',
    member: (value, of) => `${auditDay(value)}/${shardOf(value.stream)}` === of,
    by: (value) => `${value.stream}#${padded(value.seq, 10)}`,
  },
  auditStreams: {
    kind: 'auditEntry',
    member: ({ seq }) => seq === 1,
    by: ({ at, stream }) => `${at}#${stream}`,
  },
  auditCheckpoints: { kind: 'auditCheckpoint', member: () => true, by: ({ day }) => day },
  auditCheckpointIndex: { kind: 'auditCheckpoint', member: () => true, by: ({ day }) => day },
  auditCheckpointHead: {
    kind: 'auditCheckpoint',
    member: () => true,
    by: ({ day }) => day,
    newestFirst: true,
  },
  identitiesOfEnterprise: {
    kind: 'identity',
    member: (value, code) => value.code === code,
    by: ({ person }) => person,
  },
  identitiesOfNumber: {
    kind: 'identity',
    member: ({ idNumber }, hash) => isSealed(idNumber) && idNumber.hash === hash,
    by: ({ code, person }) => identityId(code, person),
  },
  retentionReports: {
    kind: 'retentionReport',
    member: () => true,
    by: ({ day }) => day,
    newestFirst: true,
  },
  dueRefusals: dueIn('refusals', refusalsCount),
  dueNotices: dueIn('notice', noticeCounts),
  dueReadings: dueIn('reading', readingCounts),
  dueIdentities: dueIn('identity', identityCounts),
  dueReports: dueIn('retentionReport', reportCounts),
  dueScoreCounts: dueIn('scoreCount', countCounts),
  consentsOfEnterprise: {
    kind: 'consent',
    member: (value, code) => value.code === code,
    by: (value) => `${value.madeAt}#${value.id}`,
    newestFirst: true,
  },
  consentsTo: {
    kind: 'consent',
    member: ({ recipient }, of) => nameOfParty(recipient) === of,
    by: (value) => `${value.madeAt}#${value.id}`,
    newestFirst: true,
  },
  consentsDue: {
    kind: 'consentClock',
    member: ({ lastDay }) => lastDay !== undefined,
    by: ({ lastDay, consent }) => `${lastDay}#${consent}`,
  },
  accessesOfEnterprise: {
    kind: 'access',
    member: (value, code) => value.code === code,
    by: (value) => `${value.at}#${value.id}`,
    newestFirst: true,
  },
  accessesOfReader: {
    kind: 'access',
    member: ({ reader }, of) => nameOfParty(reader) === of,
    by: (value) => `${value.at}#${value.id}`,
    newestFirst: true,
  },
  accessesOn: {
    kind: 'access',
    member: ({ at }, day) => dateOf(at) === day,
    by: (value) => `${value.at}#${value.id}`,
    newestFirst: true,
  },
  matchingEvents: {
    kind: 'matchingEvent',
    member: () => true,
    by: ({ openedAt, id }) => `${openedAt}#${id}`,
    newestFirst: true,
  },
  capacitiesOfEvent: {
    kind: 'eventCapacity',
    member: ({ event }, of) => event === of,
    by: ({ bank }) => bank,
  },
  needsOfEvent: {
    kind: 'eventNeed',
    member: ({ event }, of) => event === of,
    by: ({ need }) => need,
  },
  needsGot: {
    kind: 'eventNeed',
    member: (value, of) =>
      value.status === 'ranked' &&
      value.outcome?.status === 'assigned' &&
      `${value.event}/${value.outcome.bank}` === of,
    by: ({ need }) => need,
  },
  eventNeedsOfEnterprise: {
    kind: 'eventNeed',
    member: (value, code) => value.code === code,
    by: ({ joinedAt, event, need }) => `${joinedAt}#${event}/${need}`,
    newestFirst: true,
  },
  outcomes: { kind: 'outcome', member: () => true, by: ({ id }) => id },
  outcomesOfEnterprise: {
    kind: 'outcome',
    member: (value, code) => value.code === code,
    by: ({ id }) => id,
  },
  scoreMonitorings: {
    kind: 'scoreMonitoring',
    member: () => true,
    by: ({ week }) => week,
    newestFirst: true,
  },
};

const ids: { readonly [K in Kind]: (value: Kept[K]) => string } = {
  enterprise: (value) => value.code,
  record: (value) => value.id,
  score: (value) => value.code,
  pastScore: (value) => `${value.basis.code}/${value.scoredAt}`,
  card: (value) => value.hash,
  cardVersion: (value) => value.id,
  scheme: (value) => value.hash,
  schemeVersion: (value) => value.id,
  cardComparison: ({ challenger, asOf }) => `${challenger}/${asOf}`,
  whitelist: (value) => value.id,
  currentWhitelist: () => 'current',
  listing: (value) => `${value.whitelist}/${value.code}`,
  product: (value) => value.id,
  productVersion: versionIdOf,
  need: (value) => value.id,
  needEdition: editionId,
  matching: (value) => value.need,
  findability: ({ code }) => code,
  reach: ({ product }) => product,
  reachCount: () => 'city',
  batch: (value) => value.id,
  batchPart: (value) => `${value.batch}/${value.part}`,
  refusals: (value) => `${value.batch}/${value.fromLine}/${value.part}`,
  tally: (value) => value.batch,
  supplier: (value) => value.id,
  holdings: () => 'city',
  case: (value) => value.id,
  verification: (value) => value.id,
  notice: (value) => value.id,
  reading: (value) => `${value.code}/${nameOfParty(value.reader)}`,
  auditEntry: (value) => `${value.stream}/${value.seq}`,
  auditCheckpoint: (value) => value.day,
  identity: ({ code, person }) => identityId(code, person),
  vaultKey: () => 'hash',
  retentionReport: ({ day }) => day,
  consent: (value) => value.id,
  consentClock: (value) => value.consent,
  access: (value) => `${value.code}/${value.at}/${value.id}`,
  outcome: (value) => value.id,
  matchingEvent: (value) => value.id,
  eventCapacity: ({ event, bank }) => `${event}/${bank}`,
  eventNeed: ({ event, need }) => `${event}/${need}`,
  decision: (value) => value.id,
  approvals: () => 'city',
  scoreCount: ({ week }) => week,
  activationSample: ({ hash }) => hash,
  scoreMonitoring: ({ week }) => week,
};

const idOf = <K extends Kind>(kind: K, value: Kept[K]): string => ids[kind](value);

const nameOf = (change: Change): string => {
  const { kind, value } = change;
  return `${kind} ${idOf(kind, value as Kept[typeof kind])}`;
};

/** By code point, as UTF-8 bytes sort; JavaScript's own order goes by UTF-16 units. */
const compare = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));
