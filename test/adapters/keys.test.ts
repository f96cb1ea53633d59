import { ScanCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { collections } from '#adapters/dynamodb/collections';
import { kinds } from '#adapters/dynamodb/keys';
import { profileKey, revisionKey } from '#adapters/dynamodb/profile-keys';
import { EVENT_PREFIX } from '#adapters/dynamodb/table';
import { expertCard } from '#domain/scoring/expert-card';
import { engineStore } from '#test/support/engine-store';
import { liveThroughTheSlice } from '#test/support/slice';

/*
 * Every key pattern is seen in a real table after the whole main job has run on it, and stands in the
 * golden file with the access pattern that it serves.
 */

let opened: Awaited<ReturnType<typeof engineStore>>;
let items: Record<string, string>[];

beforeAll(async () => {
  opened = await engineStore();
  await liveThroughTheSlice(opened.store);
  const { Items = [] } = await opened.client.send(new ScanCommand({ TableName: opened.tableName }));
  items = Items.map((item) =>
    Object.fromEntries(
      ['pk', 'sk', 'kind', 'gsi1pk', 'gsi1sk', 'gsi2pk', 'gsi2sk'].flatMap((name) =>
        item[name]?.S === undefined ? [] : [[name, patternOf(item[name].S)]],
      ),
    ),
  );
});
afterAll(() => opened.stop());

test('every kind of item and every revision occurs, and nothing else does', () => {
  const seen = new Set(
    items.map(({ kind, sk = '' }) => kind ?? (sk.startsWith(EVENT_PREFIX) ? 'event' : sk)),
  );
  expect([...seen].sort()).toEqual([...Object.keys(kinds), 'event', 'PROFILE', 'REVISION'].sort());
});

test('the golden file shows every key and index pattern in use, with what it serves', async () => {
  await expect(document()).toMatchFileSnapshot('../golden/keys.md');
});

test('every query of the store meets an item of the slice', () => {
  for (const [name, { index, pk, prefix = '' }] of Object.entries(collections)) {
    const partition = patternOf(pk(SAMPLE[name] ?? 'all'));
    const met = items.some((item) =>
      index
        ? item[`${index}pk`] === partition
        : item['pk'] === partition && item['sk']?.startsWith(prefix),
    );
    expect(met, `${name} (${partition})`).toBe(true);
  }
});

const CODE = '91320508MA0000269X';
const SAMPLE: Record<string, string> = {
  recordsOfEnterprise: CODE,
  batchesOfSupplier: 'supplier_city',
  pastScoresOf: CODE,
  comparisonsOfCard: `card_expert.${expertCard.version + 1}`,
  versionsOfProduct: 'product_quick',
  productDraftsOf: 'bank_gusu',
  needsOfEnterprise: CODE,
  editionsOfNeed: 'need_slice',
  listings: 'whitelist_slice',
  listedIn: 'whitelist_slice',
  refusalsOfBatch: 'batch_slice-registration',
  partsOfBatch: 'batch_slice-registration',
  talliesOf: '2026-03',
  casesOfEnterprise: CODE,
  readersOf: CODE,
  noticesTo: `firm/${CODE}`,
  identitiesOfEnterprise: CODE,
  identitiesOfNumber: 'x'.repeat(43),
  dueRefusals: 'refused_rows#2026-03',
  dueNotices: 'notices#2026-03',
  dueReadings: 'readings#2026-03',
  dueIdentities: 'identity_numbers#2026-03',
  dueReports: 'retention_reports#2026-03',
  dueScoreCounts: 'score_counts#2026-03',
  capacitiesOfEvent: 'event_slice',
  needsOfEvent: 'event_slice',
  needsGot: 'event_slice/bank_gusu',
  eventNeedsOfEnterprise: CODE,
  consentsOfEnterprise: CODE,
  outcomesOfEnterprise: CODE,
  consentsTo: 'bank/bank_gusu',
  accessesOfEnterprise: CODE,
  accessesOfReader: 'bank/bank_gusu',
  accessesOn: '2026-03-02',
  auditOf: 'need/need_slice',
  auditHead: 'need/need_slice',
  auditOn: '2026-03-02/0',
};

/** A key with what varies in it named. */
const patternOf = (key: string): string =>
  key
    .replace(/^AUDIT#\d{4}-\d\d-\d\d\/\d$/, 'AUDIT#<day>/<shard>')
    .replace(/^(AUDIT#|[\d-]+T[\d:.]+Z#)[A-Za-z]+\/[^#]+$/, '$1<stream>')
    .replace(/^[A-Za-z]+\/[^#]+#\d{10}$/, '<stream>#<seq>')
    .replace(/^\d{10}$/, '<seq>')
    .replace(/\b[0-9A-HJ-NPQRTUWXY]{18}\b/g, '<code>')
    .replace(/\b[0-9a-f]{64}\b/g, '<hash>')
    .replace(/EVENT#[0-9A-Z]{26}/, 'EVENT#<eventId>')
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '<instant>')
    .replace(
      /\b(whitelist|batch|need|product|supplier|case|card|scheme|verification|notice|consent|access|outcome|event)_[A-Za-z0-9.-]+/g,
      '<$1Id>',
    )
    .replace(/\d{4}-W\d\d/, '<week>')
    .replace(/RECORD#([a-z-]+)#.*$/, 'RECORD#<catalogue>#<key>')
    .replace(/REFUSALS#\d+#\d+/, 'REFUSALS#<line>#<part>')
    .replace(/PART#\d+/, 'PART#<part>')
    .replace(/VERSION#\d{4}$/, 'VERSION#<version>')
    .replace(/BANK#bank_\w+/, 'BANK#<bankId>')
    .replace(/(CAPACITY#|<eventId>\/)bank_\w+/, '$1<bankId>')
    .replace(/EDITION#\d+/, 'EDITION#<edition>')
    .replace(/TALLIES#\d{4}-\d\d/, 'TALLIES#<month>')
    .replace(/(?<![\d-])\d{4}-\d\d-\d\d(?![\dT])/g, '<day>')
    .replace(/(?:office\/city|bank\/bank_gusu)/, '<reader>')
    .replace(/IDNUMBER#[\w-]{43}/, 'IDNUMBER#<hash>')
    .replace(/RETENTION#(\w+)#\d{4}-\d\d/, 'RETENTION#$1#<month>')
    .replace(/(?<=IDENTITY#|<code>\/)tester$/, '<person>');

const at = (pk: string | undefined, sk: string | undefined) =>
  pk === undefined ? '' : `\`${pk}\` / \`${sk}\``;

function document(): string {
  const rows = (of: (item: Record<string, string>) => boolean) => items.find(of) ?? {};
  const kindRows = Object.entries(kinds).map(([name, { serves }]) => {
    // An entry that is in an index shows the pattern; not all of a kind need be there.
    const item =
      items.find(({ kind, gsi1pk, gsi2pk }) => kind === name && gsi1pk && gsi2pk) ??
      items.find(({ kind, gsi1pk }) => kind === name && gsi1pk) ??
      rows(({ kind }) => kind === name);
    const { pk, sk, gsi1pk, gsi1sk, gsi2pk, gsi2sk } = item;
    return `| ${name} | ${at(pk, sk)} | ${at(gsi1pk, gsi1sk)} | ${at(gsi2pk, gsi2sk)} | ${serves} |`;
  });
  const events = [
    ...new Set(
      items.filter(({ sk }) => sk?.startsWith(EVENT_PREFIX)).map(({ pk, sk }) => at(pk, sk)),
    ),
  ].sort();
  const revision = revisionKey('products');
  const profile = profileKey('<code>');
  const queries = Object.entries(collections).map(
    ([name, { serves, kind, index, pk, prefix, newestFirst }]) => {
      const partition = patternOf(pk(SAMPLE[name] ?? 'all'));
      return `| ${name} | ${kind} | ${index ?? 'table'} | \`${partition}\`${prefix ? ` / \`${prefix}…\`` : ''} | ${newestFirst ? 'descending' : 'ascending'} | ${serves} |`;
    },
  );
  return [
    '# Keys of the one table',
    '',
    'Made from a table on which the whole main job has run; `npm run generate` writes it anew.',
    '',
    '## Items',
    '',
    '| kind | key | gsi1 | gsi2 | serves |',
    '| --- | --- | --- | --- | --- |',
    ...kindRows,
    `| (event) | ${events.join('<br>')} | | | the outbox: what happened to an aggregate, published by the stream |`,
    `| (revision) | ${at(revision.pk, revision.sk)}<br>${at('REVISION#holdings', 'REVISION')} | | | has anything of these changed since I read them? |`,
    `| (profile) | ${at(profile.pk, profile.sk)} | | | a firm's records in small, one attribute each, and how often they have changed |`,
    '',
    '## Queries',
    '',
    '| collection | of | index | partition / sort key | order | serves |',
    '| --- | --- | --- | --- | --- | --- |',
    ...queries,
    '',
  ].join('\n');
}
