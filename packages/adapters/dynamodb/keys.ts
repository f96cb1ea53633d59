import type { RecordId } from '#domain/ids';
import type { Collection, Collections, IdOf, Kept, Kind, RevisionOf } from '#usecases/ports';

/** The index an item appears in, and where. */
type IndexKey = { readonly pk: string; readonly sk: string };
type Primary = { readonly pk: string; readonly sk: string };

/**
 * The sort keys between which a firm, its records and its score lie, in one range; its events lie before it.
 */
export const DOSSIER = { from: 'PROFILE', to: 'SCORE' } as const;

/**
 * How each kind is kept: its primary key by id, and the index entries that its collections need.
 * The golden file test/golden/keys.md is made from this table and the one below.
 */
export const kinds: {
  readonly [K in Kind]: {
    readonly serves: string;
    readonly idOf: (value: Kept[K]) => IdOf[K];
    readonly key: (id: IdOf[K]) => Primary;
    readonly gsi1?: (value: Kept[K]) => IndexKey | undefined;
    readonly gsi2?: (value: Kept[K]) => IndexKey | undefined;
  };
} = {
  enterprise: {
    serves: 'one firm by its code',
    idOf: (value) => value.code,
    key: (code) => ({ pk: `ENTERPRISE#${code}`, sk: DOSSIER.from }),
    gsi1: (value) => ({ pk: 'ENTERPRISES', sk: value.code }),
  },
  record: {
    serves: 'one credit record; all records of a firm lie together',
    idOf: (value) => value.id,
    key: recordKey,
  },
  score: {
    serves: 'the latest score of a firm',
    idOf: (value) => value.code,
    key: (code) => ({ pk: `ENTERPRISE#${code}`, sk: DOSSIER.to }),
  },
  whitelist: {
    serves: 'one recommended list without its listings',
    idOf: (value) => value.id,
    key: (id) => ({ pk: `WHITELIST#${id}`, sk: 'WHITELIST' }),
    gsi1: (value) => ({ pk: 'WHITELISTS', sk: `${value.requestedAt}#${value.id}` }),
  },
  currentWhitelist: {
    serves: 'which recommended list is in effect',
    idOf: () => 'current',
    key: () => ({ pk: 'CURRENT', sk: 'WHITELIST' }),
  },
  listing: {
    serves: "a firm's entry in a recommended list, in or out",
    idOf: (value) => `${value.whitelist}/${value.code}`,
    key: (id) => {
      const [whitelist, code] = id.split('/');
      return { pk: `WHITELIST#${whitelist}`, sk: `LISTING#${code}` };
    },
    gsi1: (value) =>
      value.listed ? { pk: `WHITELIST#${value.whitelist}#LISTED`, sk: value.code } : undefined,
  },
  product: {
    serves: 'one credit product',
    idOf: (value) => value.id,
    key: (id) => ({ pk: `PRODUCT#${id}`, sk: 'PRODUCT' }),
    gsi1: (value) => ({ pk: 'PRODUCTS', sk: value.id }),
  },
  need: {
    serves: 'one financing need',
    idOf: (value) => value.id,
    key: (id) => ({ pk: `NEED#${id}`, sk: 'NEED' }),
    gsi1: (value) => ({ pk: 'NEEDS', sk: value.id }),
    gsi2: (value) => ({
      pk: `ENTERPRISE#${value.code}#NEEDS`,
      sk: `${value.submittedAt}#${value.id}`,
    }),
  },
  matching: {
    serves: 'the ranked products of a need',
    idOf: (value) => value.need,
    key: (id) => ({ pk: `NEED#${id}`, sk: 'MATCHING' }),
  },
  batch: {
    serves: 'one batch of records: state, checkpoint, counts',
    idOf: (value) => value.id,
    key: (id) => ({ pk: `BATCH#${id}`, sk: 'BATCH' }),
    gsi1: (value) => ({ pk: 'BATCHES', sk: `${value.openedAt}#${value.id}` }),
  },
  refusals: {
    serves: 'the refused rows of one stretch of a batch',
    idOf: (value) => `${value.batch}/${value.afterRow}`,
    key: (id) => {
      const [batch, row] = id.split('/');
      return { pk: `BATCH#${batch}`, sk: `REFUSALS#${padded(Number(row), 10)}` };
    },
  },
  holdings: {
    serves: 'the catalogues that the city collects',
    idOf: () => 'city',
    key: () => ({ pk: 'HOLDINGS', sk: 'HOLDINGS' }),
  },
};

/** How each collection is asked for. `prefix` bounds the sort key on the table itself. */
export const collections: {
  readonly [C in Collection]: {
    readonly serves: string;
    readonly kind: Collections[C]['kind'];
    readonly index?: 'gsi1' | 'gsi2';
    readonly pk: (of: string) => string;
    readonly prefix?: string;
    readonly newestFirst?: boolean;
  };
} = {
  enterprises: {
    serves: 'all firms by code',
    kind: 'enterprise',
    index: 'gsi1',
    pk: () => 'ENTERPRISES',
  },
  recordsOfEnterprise: {
    serves: 'the records of a firm by catalogue',
    kind: 'record',
    pk: (code) => `ENTERPRISE#${code}`,
    prefix: 'RECORD#',
  },
  products: {
    serves: 'the catalogue of products',
    kind: 'product',
    index: 'gsi1',
    pk: () => 'PRODUCTS',
  },
  needs: { serves: 'all needs', kind: 'need', index: 'gsi1', pk: () => 'NEEDS' },
  needsOfEnterprise: {
    serves: 'the needs of a firm, newest first',
    kind: 'need',
    index: 'gsi2',
    pk: (code) => `ENTERPRISE#${code}#NEEDS`,
    newestFirst: true,
  },
  whitelists: {
    serves: 'recommended lists, newest first',
    kind: 'whitelist',
    index: 'gsi1',
    pk: () => 'WHITELISTS',
    newestFirst: true,
  },
  listings: {
    serves: 'every entry of a recommended list by code',
    kind: 'listing',
    pk: (id) => `WHITELIST#${id}`,
    prefix: 'LISTING#',
  },
  listedIn: {
    serves: 'the firms on a recommended list by code',
    kind: 'listing',
    index: 'gsi1',
    pk: (id) => `WHITELIST#${id}#LISTED`,
  },
  batches: {
    serves: 'batches, newest first',
    kind: 'batch',
    index: 'gsi1',
    pk: () => 'BATCHES',
    newestFirst: true,
  },
  refusalsOfBatch: {
    serves: 'the refused rows of a batch in the order of the file',
    kind: 'refusals',
    pk: (id) => `BATCH#${id}`,
    prefix: 'REFUSALS#',
  },
};

/** Counters of commits; read together with what they guard. */
export const revisionKey = (of: RevisionOf): Primary =>
  of === 'products' || of === 'holdings'
    ? { pk: `REVISION#${of}`, sk: 'REVISION' }
    : { pk: `ENTERPRISE#${of.slice('records:'.length)}`, sk: 'REVISION' };

function recordKey(id: RecordId): Primary {
  const [catalogue, code, ...key] = id.split('/');
  return { pk: `ENTERPRISE#${code}`, sk: `RECORD#${catalogue}#${key.join('/')}` };
}

const padded = (count: number, width: number) => String(count).padStart(width, '0');
