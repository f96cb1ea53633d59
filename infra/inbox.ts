import { Duration, Stack } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { BlockPublicAccess, Bucket, BucketEncryption, CfnBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';
import type { PlatformFunction } from './function.ts';
import type { Stage } from './stage.ts';

/** Delivered files lie under this prefix; anything else in the bucket starts nothing. */
export const BATCH_PREFIX = 'batches/';

/** Long enough to ingest again after a mended mapping, short enough that raw credit data does not pile up. */
const KEPT_DAYS = 90;
const KEPT_AFTER_REPLACED_DAYS = 7;

export type InboxProps = { readonly stage: Stage; readonly key: IKey };

/** Where delivered files wait to be ingested. Nobody reads it from a browser, so it has no CORS. */
export class Inbox extends Construct {
  readonly bucket: Bucket;
  private readonly key: IKey;

  constructor(scope: Construct, id: string, props: InboxProps) {
    super(scope, id);
    this.key = props.key;
    this.bucket = new Bucket(this, 'Bucket', {
      encryption: BucketEncryption.KMS,
      encryptionKey: props.key,
      bucketKeyEnabled: true,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      versioned: true,
      removalPolicy: props.stage.removal,
      lifecycleRules: [
        {
          expiration: Duration.days(KEPT_DAYS),
          noncurrentVersionExpiration: Duration.days(KEPT_AFTER_REPLACED_DAYS),
          abortIncompleteMultipartUploadAfter: Duration.days(1),
        },
      ],
    });
    // CDK's own switch for this one property brings a function of its own along.
    this.resource.notificationConfiguration = {
      eventBridgeConfiguration: { eventBridgeEnabled: true },
    };
    acknowledge(
      this.bucket,
      'AwsSolutions-S1',
      'Who read and wrote which object is in CloudTrail; access logs would be a second copy of that.',
    );
  }

  /** A presigned URL carries the rights of whoever signed it. */
  grantUpload(to: PlatformFunction): void {
    this.allow(to, 's3:PutObject');
    to.allow([this.key.keyArn], ['kms:GenerateDataKey']);
  }

  grantRead(to: PlatformFunction): void {
    this.allow(to, 's3:GetObject');
    to.allow([this.key.keyArn], ['kms:Decrypt']);
  }

  private allow(to: PlatformFunction, action: string): void {
    to.allow([this.bucket.arnForObjects(`${BATCH_PREFIX}*`)], [action]);
    acknowledge(
      to,
      `AwsSolutions-IAM5[Resource::<${Stack.of(this).getLogicalId(this.resource)}.Arn>/${BATCH_PREFIX}*]`,
      'One object per batch, named by the client: the prefix is as narrow as it gets.',
    );
  }

  private get resource(): CfnBucket {
    const { defaultChild } = this.bucket.node;
    if (!(defaultChild instanceof CfnBucket)) throw new Error('The inbox is not a bucket.');
    return defaultChild;
  }
}
