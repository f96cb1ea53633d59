import type { Collection, Collections } from '#usecases/ports';

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
  pastScoresOf: {
    serves: 'the scores of a firm as they were told, newest first',
    kind: 'pastScore',
    pk: (code) => `ENTERPRISE#${code}#SCORES`,
    prefix: 'PAST#',
    newestFirst: true,
  },
  cardVersions: {
    serves: 'the versions of cards in the registry',
    kind: 'cardVersion',
    index: 'gsi1',
    pk: () => 'CARDVERSIONS',
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
  batchesOfSupplier: {
    serves: 'the batches of a supplier, newest first',
    kind: 'batch',
    index: 'gsi2',
    pk: (supplier) => `SUPPLIER#${supplier}#BATCHES`,
    newestFirst: true,
  },
  refusalsOfBatch: {
    serves: 'the refused rows of a batch in the order of the file',
    kind: 'refusals',
    pk: (id) => `BATCH#${id}`,
    prefix: 'REFUSALS#',
  },
  partsOfBatch: {
    serves: 'the parts of a batch',
    kind: 'batchPart',
    pk: (id) => `BATCH#${id}`,
    prefix: 'PART#',
  },
  talliesOf: {
    serves: 'the tallies of the batches of a month',
    kind: 'tally',
    index: 'gsi1',
    pk: (month) => `TALLIES#${month}`,
  },
  suppliers: {
    serves: 'all suppliers',
    kind: 'supplier',
    index: 'gsi1',
    pk: () => 'SUPPLIERS',
  },
  casesOfEnterprise: {
    serves: 'the cases of a firm, newest first',
    kind: 'case',
    index: 'gsi2',
    pk: (code) => `ENTERPRISE#${code}#CASES`,
    newestFirst: true,
  },
  casesOpen: {
    serves: 'the cases that wait for the office, the most urgent first',
    kind: 'case',
    index: 'gsi1',
    pk: () => 'CASES#OPEN',
  },
  noticesTo: {
    serves: 'the notices of a recipient, newest first',
    kind: 'notice',
    index: 'gsi1',
    pk: (recipient) => `NOTICES#${recipient}`,
    newestFirst: true,
  },
  readersOf: {
    serves: 'who has read the records of a firm',
    kind: 'reading',
    pk: (code) => `READERS#${code}`,
    prefix: 'READER#',
  },
};
