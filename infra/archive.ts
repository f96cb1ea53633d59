import { Duration, Stack } from 'aws-cdk-lib';
import { AnyPrincipal, Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  CfnBucket,
  ObjectLockRetention,
} from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';
import type { PlatformFunction } from './function.ts';
import type { Stage } from './stage.ts';

/** Records of how personal data was handled are kept for three years at least (PIPL Art. 56); negative records for five. */
const LOCKED_YEARS = 5;
const DAYS_A_YEAR = 366;
const AUDIT_PREFIX = 'audit/';

export type ArchiveProps = { readonly stage: Stage; readonly key: IKey };

/**
 * Where each sealed day of the audit lies, written once: until its years are over nobody, not even the account's
 * owner, can change or delete it (Object Lock in compliance mode).
 */
export class Archive extends Construct {
  readonly bucket: Bucket;
  private readonly key: IKey;

  constructor(scope: Construct, id: string, props: ArchiveProps) {
    super(scope, id);
    this.key = props.key;
    this.bucket = new Bucket(this, 'Bucket', {
      objectLockEnabled: true,
      objectLockDefaultRetention: ObjectLockRetention.compliance(
        Duration.days(LOCKED_YEARS * DAYS_A_YEAR),
      ),
      versioned: true,
      encryption: BucketEncryption.KMS,
      encryptionKey: props.key,
      bucketKeyEnabled: true,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      removalPolicy: props.stage.removal,
    });
    this.bucket.addToResourcePolicy(
      new PolicyStatement({
        effect: Effect.DENY,
        principals: [new AnyPrincipal()],
        actions: [
          's3:DeleteObject',
          's3:DeleteObjectVersion',
          's3:BypassGovernanceRetention',
          's3:PutObjectLegalHold',
        ],
        resources: [this.bucket.arnForObjects('*')],
      }),
    );
    acknowledge(
      this.bucket,
      'AwsSolutions-S1',
      'Who wrote which object is in CloudTrail; access logs would be a second copy of that.',
    );
  }

  /** A day's name is known to whoever seals it; nobody reads here in the course of business. */
  grantPut(to: PlatformFunction): void {
    to.allow([this.bucket.arnForObjects(`${AUDIT_PREFIX}*`)], ['s3:PutObject']);
    to.allow([this.key.keyArn], ['kms:GenerateDataKey']);
    acknowledge(
      to,
      `AwsSolutions-IAM5[Resource::<${Stack.of(this).getLogicalId(this.resource)}.Arn>/${AUDIT_PREFIX}*]`,
      'One object per day, named when the day is sealed: the prefix is as narrow as it gets.',
    );
  }

  private get resource(): CfnBucket {
    const { defaultChild } = this.bucket.node;
    if (!(defaultChild instanceof CfnBucket)) throw new Error('The archive is not a bucket.');
    return defaultChild;
  }
}
