import { auditDay, shardOf } from '#domain/audit/audit-entry';
import type { Case } from '#domain/case/case';
import { identityId } from '#domain/identity/identity';
import type { RecordId } from '#domain/ids';
import { isSealed } from '#domain/personal/sealed';
import { nameOfParty } from '#domain/principal';
import {
  identityCounts,
  noticeCounts,
  readingCounts,
  refusalsCount,
  reportCounts,
} from '#domain/retention/counts-from';
import { dateOf } from '#domain/time';
import type { Kind } from '#usecases/ports';
import { cardKinds } from './card-keys.ts';
import { findingKinds } from './finding-keys.ts';
import { counted, type IndexKey, type KeysOf, type Primary } from './keys-of.ts';
import { matchingEventKinds } from './matching-event-keys.ts';
import { monitoringKinds } from './monitoring-keys.ts';
import { needKinds } from './need-keys.ts';
import { productKinds } from './product-keys.ts';

/**
 * The sort keys between which a firm, its profile, its records and its score lie, in one range; its events lie
 * before it.
 */
export const DOSSIER = { from: 'FIRM', to: 'SCORE' } as const;

/**
 * How each kind is kept: its primary key by id, and the index entries that its collections need.
 * The golden file test/golden/keys.md is made from this table and from collections.ts.
 */
export const kinds: KeysOf<Kind> = {
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
  ...cardKinds,
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
  ...productKinds,
  ...needKinds,
  ...findingKinds,
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
    gsi2: (value) => ({
      pk: `SUPPLIER#${value.supplier}#BATCHES`,
      sk: `${value.openedAt}#${value.id}`,
    }),
  },
  batchPart: {
    serves: 'how far one part of a batch is, and what it counted',
    idOf: (value) => `${value.batch}/${value.part}`,
    key: (id) => {
      const [batch, part] = id.split('/');
      return { pk: `BATCH#${batch}`, sk: `PART#${padded(Number(part), 3)}` };
    },
  },
  refusals: {
    serves: 'refused rows of one stretch of a batch',
    idOf: (value) => `${value.batch}/${value.fromLine}/${value.part}`,
    key: (id) => {
      const [batch, line, part] = id.split('/');
      return {
        pk: `BATCH#${batch}`,
        sk: `REFUSALS#${padded(Number(line), 10)}#${padded(Number(part), 3)}`,
      };
    },
    gsi2: (value) =>
      counted(refusalsCount(value), `${value.batch}/${value.fromLine}/${value.part}`),
  },
  tally: {
    serves: 'what a batch weighs in the figures of its supplier',
    idOf: (value) => value.batch,
    key: (id) => ({ pk: `BATCH#${id}`, sk: 'TALLY' }),
    gsi1: (value) => ({
      pk: `TALLIES#${value.deliveredOn.slice(0, 7)}`,
      sk: `${value.deliveredOn}#${value.batch}`,
    }),
  },
  supplier: {
    serves: 'one supplier and what it has to deliver',
    idOf: (value) => value.id,
    key: (id) => ({ pk: `SUPPLIER#${id}`, sk: 'SUPPLIER' }),
    gsi1: (value) => ({ pk: 'SUPPLIERS', sk: value.id }),
  },
  holdings: {
    serves: 'the catalogues that the city collects',
    idOf: () => 'city',
    key: () => ({ pk: 'HOLDINGS', sk: 'HOLDINGS' }),
  },
  case: {
    serves: 'one objection, or one request for repair',
    idOf: (value) => value.id,
    key: (id) => ({ pk: `CASE#${id}`, sk: 'CASE' }),
    gsi1: (value) => dueOf(value),
    gsi2: (value) => ({
      pk: `ENTERPRISE#${value.code}#CASES`,
      sk: `${value.filedAt}#${value.id}`,
    }),
  },
  verification: {
    serves: 'one verification of declared data',
    idOf: (value) => value.id,
    key: (id) => ({ pk: `VERIFICATION#${id}`, sk: 'VERIFICATION' }),
  },
  notice: {
    serves: 'one notice, which waits for its recipient',
    idOf: (value) => value.id,
    key: (id) => ({ pk: `NOTICE#${id}`, sk: 'NOTICE' }),
    gsi1: (value) => ({
      pk: `NOTICES#${nameOfParty(value.to)}`,
      sk: `${value.createdAt}#${value.id}`,
    }),
    gsi2: (value) => counted(noticeCounts(value), value.id),
  },
  reading: {
    serves: 'who has read the records of a firm',
    idOf: (value) => `${value.code}/${nameOfParty(value.reader)}`,
    key: (id) => {
      const [code, ...reader] = id.split('/');
      return { pk: `READERS#${code}`, sk: `READER#${reader.join('/')}` };
    },
    gsi2: (value) => counted(readingCounts(value), `${value.code}/${nameOfParty(value.reader)}`),
  },
  identity: {
    serves: 'a firm and one person, found to be who they say',
    idOf: ({ code, person }) => identityId(code, person),
    key: (id) => {
      const [code, ...person] = id.split('/');
      return { pk: `IDENTITIES#${code}`, sk: `IDENTITY#${person.join('/')}` };
    },
    gsi1: ({ idNumber, code, person }) =>
      isSealed(idNumber)
        ? { pk: `IDNUMBER#${idNumber.hash}`, sk: identityId(code, person) }
        : undefined,
    gsi2: (value) => counted(identityCounts(value), identityId(value.code, value.person)),
  },
  vaultKey: {
    serves: 'the wrapped key of the hashes of personal numbers',
    idOf: () => 'hash',
    key: () => ({ pk: 'VAULT', sk: 'HASHKEY' }),
  },
  retentionReport: {
    serves: 'what retention has done on a day',
    idOf: ({ day }) => day,
    key: (day) => ({ pk: 'RETENTION', sk: `REPORT#${day}` }),
    gsi2: (value) => counted(reportCounts(value), value.day),
  },
  auditEntry: {
    serves: 'one entry of an audit stream; those of a stream lie together',
    idOf: (value) => `${value.stream}/${value.seq}`,
    key: (id) => {
      const cut = id.lastIndexOf('/');
      return { pk: `AUDIT#${id.slice(0, cut)}`, sk: padded(Number(id.slice(cut + 1)), 10) };
    },
    gsi1: (value) => ({
      pk: `AUDIT#${auditDay(value)}/${shardOf(value.stream)}`,
      sk: `${value.stream}#${padded(value.seq, 10)}`,
    }),
    gsi2: (value) =>
      value.seq === 1 ? { pk: 'AUDIT#STREAMS', sk: `${value.at}#${value.stream}` } : undefined,
  },
  auditCheckpoint: {
    serves: 'what seals the audit of a day',
    idOf: (value) => value.day,
    key: (day) => ({ pk: 'AUDIT#CHECKPOINTS', sk: day }),
    // Finds the item whose primary key was altered, and names its day.
    gsi1: ({ day }) => ({ pk: 'AUDIT#CHECKPOINTS', sk: day }),
  },
  consent: {
    serves: 'one consent: its terms, its signature, its reads that still count',
    idOf: (value) => value.id,
    key: (id) => ({ pk: `CONSENT#${id}`, sk: 'CONSENT' }),
    gsi1: (value) => ({
      pk: `ENTERPRISE#${value.code}#CONSENTS`,
      sk: `${value.madeAt}#${value.id}`,
    }),
    gsi2: (value) => ({
      pk: `CONSENTS#${nameOfParty(value.recipient)}`,
      sk: `${value.madeAt}#${value.id}`,
    }),
  },
  consentClock: {
    serves: 'when a consent ends by itself',
    idOf: (value) => value.consent,
    key: (id) => ({ pk: `CONSENT#${id}`, sk: 'CLOCK' }),
    gsi1: ({ lastDay, consent }) =>
      lastDay === undefined ? undefined : { pk: 'CONSENTS#DUE', sk: `${lastDay}#${consent}` },
  },
  access: {
    serves: 'one line of the ledger: who read what of a firm',
    idOf: (value) => `${value.code}/${value.at}/${value.id}`,
    key: (id) => {
      const [code, at, access] = id.split('/');
      return { pk: `LEDGER#${code}`, sk: `ACCESS#${at}#${access}` };
    },
    gsi1: (value) => ({
      pk: `LEDGER#${nameOfParty(value.reader)}`,
      sk: `${value.at}#${value.id}`,
    }),
    gsi2: (value) => ({ pk: `LEDGER#${dateOf(value.at)}`, sk: `${value.at}#${value.id}` }),
  },
  ...monitoringKinds,
  ...matchingEventKinds,
};

/** Open cases alone, by the day until which the office has to act. */
const dueOf = ({ status, acceptBy, decideBy, id }: Case): IndexKey | undefined => {
  const due = { filed: acceptBy, accepted: decideBy }[String(status)];
  return due === undefined ? undefined : { pk: 'CASES#OPEN', sk: `${due}#${id}` };
};

function recordKey(id: RecordId): Primary {
  const [catalogue, code, ...key] = id.split('/');
  return { pk: `ENTERPRISE#${code}`, sk: `RECORD#${catalogue}#${key.join('/')}` };
}

const padded = (count: number, width: number) => String(count).padStart(width, '0');
