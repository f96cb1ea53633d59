import { beforeAll, describe, expect, test } from 'vitest';
import { cloudRegions } from '#infra/stage';
import { inRegion, ofType, type SynthesisedStack, synthesised, valueAt } from './templates.ts';

let cloud: readonly SynthesisedStack[];
beforeAll(async () => {
  cloud = await synthesised('cloud');
});

/** PIPL Art. 56. */
const LEAST_DAYS = 3 * 365;

describe.each(cloudRegions)('the audit in %s', (region) => {
  const stack = () => inRegion(cloud, region);
  const theArchive = () =>
    ofType(stack(), 'AWS::S3::Bucket').find(({ at }) => at('ObjectLockEnabled') === true);
  /** Roles whose policy allows an action on what bears the name. */
  const allowed = (action: string, on: string) =>
    ofType(stack(), 'AWS::IAM::Policy').flatMap((policy) =>
      [policy.at('PolicyDocument.Statement')]
        .flat()
        .filter(
          (statement) =>
            [valueAt(statement, 'Action')].flat().includes(action) &&
            JSON.stringify(valueAt(statement, 'Resource')).includes(on),
        )
        .map(() => String(policy.at('Roles.0.Ref')).replace(/Role[0-9A-F]+$/, '')),
    );

  test('lies where nobody can change it for the years of the law', () => {
    const archive = theArchive();
    const retention = 'ObjectLockConfiguration.Rule.DefaultRetention';
    expect(archive?.at(`${retention}.Mode`)).toBe('COMPLIANCE');
    expect(archive?.at(`${retention}.Days`)).toBeGreaterThanOrEqual(LEAST_DAYS);
    expect(archive?.at('VersioningConfiguration.Status')).toBe('Enabled');
    expect(archive?.at('LifecycleConfiguration')).toBeUndefined();
    expect(JSON.stringify(archive?.at('BucketEncryption'))).toContain('aws:kms');
    expect(Object.values(Object(archive?.at('PublicAccessBlockConfiguration')))).toEqual([
      true,
      true,
      true,
      true,
    ]);
  });

  test('is deleted by nobody, and written by the sweep alone', () => {
    const id = theArchive()?.id ?? 'none';
    const denied = ofType(stack(), 'AWS::S3::BucketPolicy')
      .filter(({ at }) => at('Bucket.Ref') === id)
      .flatMap(({ at }) => [at('PolicyDocument.Statement')].flat())
      .filter((statement) => valueAt(statement, 'Effect') === 'Deny')
      .flatMap((statement) => [valueAt(statement, 'Action')].flat());
    expect(denied).toEqual(
      expect.arrayContaining(['s3:*', 's3:DeleteObject', 's3:DeleteObjectVersion']),
    );
    expect(allowed('s3:PutObject', id)).toEqual(['SweepStep']);
    expect(stack().text).not.toMatch(/"s3:Delete[^"]*"[^\]]*\],"Effect":"Allow"/);
  });

  test('is signed by a key that never leaves KMS, by the door and the sweep alone', () => {
    const [key, ...more] = ofType(stack(), 'AWS::KMS::Key').filter(
      ({ at }) => at('KeyUsage') === 'SIGN_VERIFY',
    );
    expect(more).toEqual([]);
    expect(key?.at('KeySpec')).toBe('RSA_2048');
    expect(allowed('kms:Sign', key?.id ?? 'none').sort()).toEqual(['Api', 'SweepStep']);
  });

  test('is sealed every hour, and a sweep that fails rings', () => {
    const hourly = ofType(stack(), 'AWS::Events::Rule').filter(
      ({ at }) => at('ScheduleExpression') === 'rate(1 hour)',
    );
    expect(hourly.map(({ at }) => JSON.stringify(at('Targets.0.Arn')))).toEqual([
      expect.stringContaining('SweepStep'),
    ]);
    const rings = ofType(stack(), 'AWS::CloudWatch::Alarm').filter(
      ({ at }) =>
        at('MetricName') === 'Errors' && JSON.stringify(at('Dimensions')).includes('SweepStep'),
    );
    expect(rings).toHaveLength(1);
  });
});
