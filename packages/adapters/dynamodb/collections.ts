import type { Collection, Collections, Kind } from '#usecases/ports';
import { findableCollection } from './finding-keys.ts';

/** What a retention rule counts from a month on, by day: how it finds what is due without looking at the rest. */
const due = <K extends Kind>(kind: K, what: string) =>
  ({
    serves: `the ${what} of a retention rule and a month, by day`,
    kind,
    index: 'gsi2',
    pk: (month: string) => `RETENTION#${month}`,
  }) as const;

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
  schemeVersions: {
    serves: 'the versions of the segment rules in the registry',
    kind: 'schemeVersion',
    index: 'gsi1',
    pk: () => 'SCHEMEVERSIONS',
  },
  cardComparisons: {
    serves: 'what became of challengers in the shadow, newest first',
    kind: 'cardComparison',
    index: 'gsi1',
    pk: () => 'CARDCOMPARISONS',
    newestFirst: true,
  },
  comparisonsOfCard: {
    serves: 'the comparisons of a challenger, newest first',
    kind: 'cardComparison',
    pk: (id) => `CARDVERSION#${id}`,
    prefix: 'COMPARISON#',
    newestFirst: true,
  },
  products: {
    serves: 'the catalogue of products, listed and suspended',
    kind: 'product',
    index: 'gsi1',
    pk: () => 'PRODUCTS',
  },
  versionsOfProduct: {
    serves: 'the versions of a product, newest first',
    kind: 'productVersion',
    pk: (id) => `PRODUCT#${id}`,
    prefix: 'VERSION#',
    newestFirst: true,
  },
  productDrafts: {
    serves: 'what banks have drafted and the office has not listed',
    kind: 'productVersion',
    index: 'gsi1',
    pk: () => 'PRODUCTDRAFTS',
  },
  productDraftsOf: {
    serves: 'what a bank has drafted and the office has not listed',
    kind: 'productVersion',
    index: 'gsi2',
    pk: (bank) => `BANK#${bank}#PRODUCTDRAFTS`,
  },
  needs: { serves: 'all needs', kind: 'need', index: 'gsi1', pk: () => 'NEEDS' },
  needsOfEnterprise: {
    serves: 'the needs of a firm, newest first',
    kind: 'need',
    index: 'gsi2',
    pk: (code) => `ENTERPRISE#${code}#NEEDS`,
    newestFirst: true,
  },
  editionsOfNeed: {
    serves: 'the editions of a need by number',
    kind: 'needEdition',
    pk: (id) => `NEED#${id}`,
    prefix: 'EDITION#',
  },
  findable: findableCollection,
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
  auditOf: {
    serves: 'the entries of an audit stream by number',
    kind: 'auditEntry',
    pk: (stream) => `AUDIT#${stream}`,
  },
  auditHead: {
    serves: 'the entries of an audit stream, newest first',
    kind: 'auditEntry',
    pk: (stream) => `AUDIT#${stream}`,
    newestFirst: true,
  },
  auditOn: {
    serves: 'the audit entries of a shard of a day by stream and number',
    kind: 'auditEntry',
    index: 'gsi1',
    pk: (shard) => `AUDIT#${shard}`,
  },
  auditStreams: {
    serves: 'the first entry of every audit stream by time',
    kind: 'auditEntry',
    index: 'gsi2',
    pk: () => 'AUDIT#STREAMS',
  },
  auditCheckpoints: {
    serves: 'what seals the audit, day by day',
    kind: 'auditCheckpoint',
    pk: () => 'AUDIT#CHECKPOINTS',
  },
  auditCheckpointIndex: {
    serves: 'the same, though their primary keys were altered',
    kind: 'auditCheckpoint',
    index: 'gsi1',
    pk: () => 'AUDIT#CHECKPOINTS',
  },
  auditCheckpointHead: {
    serves: 'what seals the audit, newest first',
    kind: 'auditCheckpoint',
    pk: () => 'AUDIT#CHECKPOINTS',
    newestFirst: true,
  },
  identitiesOfEnterprise: {
    serves: 'the people of a firm whose real name was asked for',
    kind: 'identity',
    pk: (code) => `IDENTITIES#${code}`,
    prefix: 'IDENTITY#',
  },
  identitiesOfNumber: {
    serves: 'whose identities an ID number stands in, by its keyed hash',
    kind: 'identity',
    index: 'gsi1',
    pk: (hash) => `IDNUMBER#${hash}`,
  },
  retentionReports: {
    serves: 'what retention has done, newest first',
    kind: 'retentionReport',
    pk: () => 'RETENTION',
    prefix: 'REPORT#',
    newestFirst: true,
  },
  dueRefusals: due('refusals', 'refused rows'),
  dueNotices: due('notice', 'notices'),
  dueReadings: due('reading', 'readings'),
  dueIdentities: due('identity', 'identities'),
  dueReports: due('retentionReport', 'retention reports'),
  dueScoreCounts: due('scoreCount', 'counts of scores'),
  consentsOfEnterprise: {
    serves: 'the consents of a firm, newest first',
    kind: 'consent',
    index: 'gsi1',
    pk: (code) => `ENTERPRISE#${code}#CONSENTS`,
    newestFirst: true,
  },
  consentsTo: {
    serves: 'the consents that a recipient was given, or has asked for, newest first',
    kind: 'consent',
    index: 'gsi2',
    pk: (recipient) => `CONSENTS#${recipient}`,
    newestFirst: true,
  },
  consentsDue: {
    serves: 'the consents that end by themselves, the most urgent first',
    kind: 'consentClock',
    index: 'gsi1',
    pk: () => 'CONSENTS#DUE',
  },
  accessesOfEnterprise: {
    serves: 'who read of a firm, newest first',
    kind: 'access',
    pk: (code) => `LEDGER#${code}`,
    prefix: 'ACCESS#',
    newestFirst: true,
  },
  accessesOfReader: {
    serves: 'what a reader has read, newest first',
    kind: 'access',
    index: 'gsi1',
    pk: (reader) => `LEDGER#${reader}`,
    newestFirst: true,
  },
  accessesOn: {
    serves: 'what was read on a day, newest first',
    kind: 'access',
    index: 'gsi2',
    pk: (day) => `LEDGER#${day}`,
    newestFirst: true,
  },
  outcomes: {
    serves: 'what banks report of loans',
    kind: 'outcome',
    index: 'gsi1',
    pk: () => 'OUTCOMES',
  },
  outcomesOfEnterprise: {
    serves: 'what banks report of the loans of a firm',
    kind: 'outcome',
    index: 'gsi2',
    pk: (code) => `ENTERPRISE#${code}#OUTCOMES`,
  },
  scoreMonitorings: {
    serves: 'how the cards fared, week by week, newest first',
    kind: 'scoreMonitoring',
    pk: () => 'MONITORING',
    prefix: 'WEEK#',
    newestFirst: true,
  },
};
