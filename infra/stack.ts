import { Stack } from 'aws-cdk-lib';
import { Key } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import { AlarmBell } from './alarm.ts';
import { PlatformFunction } from './function.ts';
import { PlatformApi } from './http-api.ts';
import { BATCH_PREFIX, Inbox } from './inbox.ts';
import { EVENT_DETAIL_TYPE, EVENT_SOURCE, Outbox } from './outbox.ts';
import type { Stage } from './stage.ts';
import { PlatformTable } from './table.ts';
import { Worker } from './worker.ts';

/** HTTP API has given up by then (30 s); the function must have said so before. */
const API_SECONDS = 29;
const WORKER_SECONDS = 60;
/** The longest that Lambda grants; the ingest stops before and goes on from its checkpoint. */
const LONGEST_SECONDS = 15 * 60;
/** What a long call did not finish goes on a minute after it, not after the hour and a half that six timeouts would be. */
const AGAIN_SECONDS = LONGEST_SECONDS + 60;
/** Each receipt is a stretch of a quarter of an hour: the largest lawful file needs fewer. */
const INGEST_STRETCHES = 20;

export type PlatformStackProps = {
  readonly stage: Stage;
  /** The folder that infra/build.ts fills. */
  readonly bundles: string;
};

/**
 * callers ─> HTTP API ─> api ─> table ─ stream ─> pipe ─> bus ─> queues ─> score · match · whitelist
 * presigned PUT ─> inbox ─ Object Created ─> queue ─> ingest ─> table
 */
export class PlatformStack extends Stack {
  constructor(scope: Construct, id: string, props: PlatformStackProps) {
    const { stage, bundles } = props;
    super(scope, id, {
      env: { account: stage.account, region: stage.region },
      terminationProtection: stage.name === 'cloud',
    });
    const key = new Key(this, 'Key', { enableKeyRotation: true, removalPolicy: stage.removal });
    const bell = new AlarmBell(this, 'Bell', { key });
    const table = new PlatformTable(this, 'Table', { stage, key, bell });
    const inbox = new Inbox(this, 'Inbox', { stage, key });
    const outbox = new Outbox(this, 'Outbox', { stage, key, bell, table });
    const TABLE_NAME = table.table.tableName;
    const INBOX_BUCKET = inbox.bucket.bucketName;

    const api = new PlatformFunction(this, 'Api', {
      stage,
      bundles,
      bundle: 'api',
      timeoutSeconds: API_SECONDS,
      environment: { TABLE_NAME, INBOX_BUCKET },
    });
    new PlatformApi(this, 'Door', { stage, bell, handler: api });

    const score = new Worker(this, 'Score', {
      stage,
      key,
      bell,
      bundles,
      bundle: 'score',
      timeoutSeconds: LONGEST_SECONDS,
      // A delivery names the same firms file after file: gathered for a while, each is scored once.
      batchSize: 100,
      windowSeconds: 15,
      visibilitySeconds: AGAIN_SECONDS,
      environment: { TABLE_NAME },
      maxConcurrency: 10,
      losesWhenDead: 'A firm keeps an old score, although its records have changed.',
      late: {
        minutes: 15,
        loses:
          'Firms are judged by scores that do not know the records of the last quarter of an hour.',
      },
    });
    const rescore = new Worker(this, 'Rescore', {
      stage,
      key,
      bell,
      bundles,
      bundle: 'score',
      timeoutSeconds: WORKER_SECONDS,
      environment: { TABLE_NAME },
      maxConcurrency: 2,
      losesWhenDead:
        'Part of the city keeps scores that do not know what the city collects by now.',
      late: {
        minutes: 60,
        loses: 'The city waits for scores that follow a change of what it collects.',
      },
    });
    const match = new Worker(this, 'Match', {
      stage,
      key,
      bell,
      bundles,
      bundle: 'match',
      timeoutSeconds: WORKER_SECONDS,
      environment: { TABLE_NAME },
      maxConcurrency: 10,
      losesWhenDead: 'A firm that asked for money sees no products, or those of an old score.',
      late: { minutes: 5, loses: 'Firms wait for the products that fit their need.' },
    });
    const whitelist = new Worker(this, 'Whitelist', {
      stage,
      key,
      bell,
      bundles,
      bundle: 'whitelist',
      timeoutSeconds: WORKER_SECONDS,
      environment: { TABLE_NAME },
      maxConcurrency: 2,
      losesWhenDead: 'A recommended list stays unfinished, so banks and firms do not get it.',
      late: { minutes: 30, loses: 'The authority waits for a recommended list that it asked for.' },
    });
    const ingest = new Worker(this, 'Ingest', {
      stage,
      key,
      bell,
      bundles,
      bundle: 'ingest',
      timeoutSeconds: LONGEST_SECONDS,
      environment: { TABLE_NAME, INBOX_BUCKET },
      maxConcurrency: 5,
      batchSize: 1,
      maxReceives: INGEST_STRETCHES,
      visibilitySeconds: AGAIN_SECONDS,
      losesWhenDead: 'A delivered file is not taken in, so firms are judged without its records.',
      late: {
        minutes: 60,
        loses: 'Delivered files wait for over an hour before their records count.',
      },
    });

    const { bus } = outbox;
    score.listen(bus, domainEvents('records_changed'));
    rescore.listen(bus, domainEvents('city_rescoring'));
    match.listen(bus, domainEvents('need_submitted', 'enterprise_scored'));
    whitelist.listen(bus, domainEvents('whitelist_drafting'));
    ingest.listen('default', {
      source: ['aws.s3'],
      detailType: ['Object Created'],
      detail: { bucket: { name: [INBOX_BUCKET] }, object: { key: [{ prefix: BATCH_PREFIX }] } },
    });

    for (const { function: worker } of [score, rescore, match, whitelist, ingest])
      worker.grantTable(table);
    api.grantTable(table);
    inbox.grantUpload(api);
    inbox.grantRead(ingest.function);
  }
}

const domainEvents = (...types: string[]) => ({
  source: [EVENT_SOURCE],
  detailType: [EVENT_DETAIL_TYPE],
  detail: { type: types },
});
