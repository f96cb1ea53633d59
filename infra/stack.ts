import { Stack } from 'aws-cdk-lib';
import { Key } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import { AlarmBell } from './alarm.ts';
import { Archive } from './archive.ts';
import { PlatformFunction } from './function.ts';
import { PlatformApi } from './http-api.ts';
import { Inbox } from './inbox.ts';
import { Ingestion } from './ingestion.ts';
import { Issuer } from './issuer.ts';
import { EVENT_DETAIL_TYPE, EVENT_SOURCE, Outbox } from './outbox.ts';
import { Rescoring } from './rescoring.ts';
import { Retention } from './retention.ts';
import { Sweep } from './schedule.ts';
import { SigningKey } from './signing-key.ts';
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

export type PlatformStackProps = {
  readonly stage: Stage;
  /** The folder that infra/build.ts fills. */
  readonly bundles: string;
};

/**
 * callers ─ token ─> HTTP API ─> api ─> table ─ stream ─> pipe ─> bus ─> queues ─> score · match · whitelist · compare · notify
 * bus ─ city_rescoring ─> state machine ─> rescore, range by range ─> table
 * presigned PUT ─> inbox ─ Object Created ─> state machine ─> ingest, part by part ─> table
 * schedule ─> sweep ─> table · archive, written once
 */
export class PlatformStack extends Stack {
  constructor(scope: Construct, id: string, props: PlatformStackProps) {
    const { stage, bundles } = props;
    super(scope, id, {
      env: { account: stage.account, region: stage.region },
      terminationProtection: stage.name === 'cloud',
    });
    const key = new Key(this, 'Key', { enableKeyRotation: true, removalPolicy: stage.removal });
    // Personal numbers lie under a key of their own: whoever may read the table may not read them.
    const vaultKey = new Key(this, 'VaultKey', {
      enableKeyRotation: true,
      removalPolicy: stage.removal,
    });
    const bell = new AlarmBell(this, 'Bell', { key });
    const table = new PlatformTable(this, 'Table', { stage, key, bell });
    const inbox = new Inbox(this, 'Inbox', { stage, key });
    const signingKey = new SigningKey(this, 'Signing', { stage });
    const archive = new Archive(this, 'Archive', { stage, key });
    const outbox = new Outbox(this, 'Outbox', { stage, key, bell, table });
    const issuer = new Issuer(this, 'SignIn', { stage });
    const TABLE_NAME = table.table.tableName;
    const INBOX_BUCKET = inbox.bucket.bucketName;

    // One machine has its key in a file, and a stand-in for whoever verifies identities.
    const sealing: Variables = stage.name === 'cloud' ? { VAULT_KEY_ID: vaultKey.keyArn } : {};
    const verifying: Variables =
      stage.name === 'cloud' ? { IDENTITY_URL: identityUrlOf(this) } : {};
    const api = new PlatformFunction(this, 'Api', {
      stage,
      bundles,
      bundle: 'api',
      timeoutSeconds: API_SECONDS,
      environment: {
        TABLE_NAME,
        INBOX_BUCKET,
        ...issuer.environment,
        ...signingKey.environment,
        ...sealing,
        ...verifying,
      },
    });
    new PlatformApi(this, 'Door', { stage, bell, issuer, handler: api });

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
    const rescoring = new Rescoring(this, 'Rescore', {
      stage,
      key,
      bell,
      bundles,
      timeoutSeconds: LONGEST_SECONDS,
      environment: { TABLE_NAME },
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
    const compare = new Worker(this, 'Compare', {
      stage,
      key,
      bell,
      bundles,
      bundle: 'compare',
      timeoutSeconds: WORKER_SECONDS,
      environment: { TABLE_NAME },
      maxConcurrency: 5,
      losesWhenDead: 'A firm that came onto a list keeps what the list should have ended.',
      late: { minutes: 15, loses: 'Firms that came onto a list are still recommended to banks.' },
    });
    const notify = new Worker(this, 'Notify', {
      stage,
      key,
      bell,
      bundles,
      bundle: 'notify',
      timeoutSeconds: WORKER_SECONDS,
      environment: { TABLE_NAME },
      maxConcurrency: 2,
      losesWhenDead: 'Whoever had read a record that was withdrawn goes on believing it.',
      late: { minutes: 60, loses: 'Readers learn late that a record was withdrawn.' },
    });
    const retention = new Retention(this, 'Retention', {
      stage,
      key,
      bell,
      bundles,
      timeoutSeconds: LONGEST_SECONDS,
      environment: { TABLE_NAME },
    });
    const ingestion = new Ingestion(this, 'Ingest', {
      stage,
      key,
      bell,
      bundles,
      timeoutSeconds: LONGEST_SECONDS,
      environment: { TABLE_NAME, INBOX_BUCKET, ...sealing },
      inbox,
    });

    const sweep = new Sweep(this, 'Sweep', {
      stage,
      key,
      bell,
      bundles,
      timeoutSeconds: LONGEST_SECONDS,
      everyHours: 1,
      environment: {
        TABLE_NAME,
        ARCHIVE_BUCKET: archive.bucket.bucketName,
        ...signingKey.environment,
      },
    });

    const { bus } = outbox;
    score.listen(bus, domainEvents('records_changed'));
    rescoring.listen(bus, domainEvents('city_rescoring'));
    match.listen(
      bus,
      domainEvents(
        'need_submitted',
        'need_edited',
        'enterprise_scored',
        'product_moved',
        'product_matching',
      ),
    );
    whitelist.listen(bus, domainEvents('whitelist_drafting', 'list_hit', 'record_withdrawn'));
    compare.listen(bus, domainEvents('records_changed'));
    notify.listen(bus, domainEvents('record_withdrawn'));

    for (const { function: worker } of [
      score,
      rescoring,
      match,
      whitelist,
      compare,
      notify,
      retention,
      ingestion,
      sweep,
    ])
      worker.grantTable(table);
    api.grantTable(table);
    retention.function.grantDelete(table);
    api.grantVault(vaultKey, 'seal', 'open');
    // It seals refused rows, and never opens any.
    ingestion.function.grantVault(vaultKey, 'seal');
    archive.grantPut(sweep.function);
    for (const signs of [api, sweep.function]) signingKey.grantSign(signs);
    inbox.grantUpload(api);
    inbox.grantRead(ingestion.function);
  }
}

type Variables = Readonly<Record<string, string>>;

/** `cdk deploy -c identityUrl=…` tells it; where it is not told, nobody is verified. */
const identityUrlOf = (stack: Stack): string =>
  String(stack.node.tryGetContext('identityUrl') ?? 'https://identity.invalid/verify');

const domainEvents = (...types: string[]) => ({
  source: [EVENT_SOURCE],
  detailType: [EVENT_DETAIL_TYPE],
  detail: { type: types },
});
