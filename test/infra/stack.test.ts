import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { createTableInput } from '#adapters/dynamodb/table';
import { cloudRegions } from '#infra/stage';
import { inRegion, ofType, type SynthesisedStack, synthesised } from './templates.ts';

let cloud: readonly SynthesisedStack[];
let local: SynthesisedStack | undefined;

beforeAll(async () => {
  cloud = await synthesised('cloud');
  [local] = await synthesised('local');
});

test('the cloud stage is synthesised for both regions of China and one elsewhere', () => {
  expect(cloud.map((stack) => stack.region).sort()).toEqual([...cloudRegions].sort());
});

test('no ARN in infra/ names its partition: Stack.formatArn and grants know it', () => {
  const folder = new URL('../../infra/', import.meta.url);
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  );
  expect(sources.length).toBeGreaterThan(10);
  for (const file of sources)
    expect(readFileSync(new URL(file, folder), 'utf8').includes('arn:aws'), file).toBe(false);
});

describe.each(cloudRegions)('the cloud stack in %s', (region) => {
  const stack = () => inRegion(cloud, region);
  const all = (type: string) => ofType(stack(), type);

  test('no ARN belongs to another partition', () => {
    const foreign = region.startsWith('cn-') ? 'arn:aws:' : 'arn:aws-cn:';
    expect(stack().text.includes(foreign)).toBe(false);
  });

  test('event source mappings carry no tags, which China refuses', () => {
    expect(all('AWS::Lambda::EventSourceMapping')).toHaveLength(4);
    for (const [, { Properties }] of all('AWS::Lambda::EventSourceMapping'))
      expect(Properties).not.toHaveProperty('Tags');
  });

  test('every queue has dead letters or holds them', () => {
    const queues = all('AWS::SQS::Queue');
    const targets = queues.map(
      ([, { Properties }]) => Properties.RedrivePolicy?.deadLetterTargetArn['Fn::GetAtt'][0],
    );
    const pipes = all('AWS::Pipes::Pipe').map(
      ([, { Properties }]) =>
        Properties.SourceParameters.DynamoDBStreamParameters.DeadLetterConfig.Arn['Fn::GetAtt'][0],
    );
    expect(queues.length).toBeGreaterThan(4);
    for (const [id, { Properties }] of queues)
      expect(
        Properties.RedrivePolicy !== undefined || [...targets, ...pipes].includes(id),
        `${id} has no dead letters: give it a deadLetterQueue`,
      ).toBe(true);
  });

  test('no message comes again while its function may still be at work on it', () => {
    for (const [id, { Properties }] of all('AWS::Lambda::EventSourceMapping')) {
      const queue = stack().resources.get(Properties.EventSourceArn['Fn::GetAtt'][0]);
      const worker = stack().resources.get(Properties.FunctionName.Ref);
      expect(queue?.Properties.VisibilityTimeout, id).toBeGreaterThan(worker?.Properties.Timeout);
    }
  });

  test('every alarm rings somewhere and says in a sentence what a user loses', () => {
    const alarms = all('AWS::CloudWatch::Alarm');
    expect(alarms.length).toBeGreaterThan(10);
    for (const [id, { Properties }] of alarms) {
      expect(Properties.AlarmActions, id).toHaveLength(1);
      expect(Properties.AlarmDescription, id).toMatch(/^[A-Z].{40,}\.$/);
    }
  });

  test('every queue is watched', () => {
    const watched = all('AWS::CloudWatch::Alarm').flatMap(
      ([, { Properties }]) =>
        Properties.Dimensions?.map(
          (dimension: { Value: { 'Fn::GetAtt'?: string[] } }) => dimension.Value['Fn::GetAtt']?.[0],
        ) ?? [],
    );
    for (const [id] of all('AWS::SQS::Queue')) expect(watched, `${id} has no alarm`).toContain(id);
  });

  test('the table can be recovered, cannot be deleted, and lies under our own key', () => {
    const [[, table] = []] = all('AWS::DynamoDB::GlobalTable');
    const [replica] = table?.Properties.Replicas ?? [];
    expect(replica.PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled).toBe(true);
    expect(replica.DeletionProtectionEnabled).toBe(true);
    expect(replica.SSESpecification.KMSMasterKeyId).toHaveProperty('Fn::GetAtt');
  });

  test('functions are traced where X-Ray knows Lambda, and only there', () => {
    const modes = all('AWS::Lambda::Function').map(
      ([, { Properties }]) => Properties.TracingConfig?.Mode,
    );
    const expected = region.startsWith('cn-') ? undefined : 'Active';
    expect(new Set(modes)).toEqual(new Set([expected]));
  });

  test('every function has its own log group, which ends some day', () => {
    const functions = all('AWS::Lambda::Function');
    const groups = functions.map(([, { Properties }]) => Properties.LoggingConfig.LogGroup.Ref);
    expect(new Set(groups).size).toBe(functions.length);
    for (const [id, { Properties }] of all('AWS::Logs::LogGroup'))
      expect(Properties.RetentionInDays, id).toBeGreaterThan(0);
  });

  test('no route is open', () => {
    const routes = all('AWS::ApiGatewayV2::Route');
    expect(routes).toHaveLength(2);
    for (const [id, { Properties }] of routes)
      expect(Properties.AuthorizationType, id).toBe('AWS_IAM');
  });

  test('the inbox is private, encrypted under our key, and forgets', () => {
    const [[, bucket] = []] = all('AWS::S3::Bucket');
    expect(Object.values(bucket?.Properties.PublicAccessBlockConfiguration)).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(JSON.stringify(bucket?.Properties.BucketEncryption)).toContain('aws:kms');
    expect(bucket?.Properties.LifecycleConfiguration.Rules[0].ExpirationInDays).toBeGreaterThan(0);
  });
});

test('the table has the keys and indexes of table.ts, on AWS and here', () => {
  const { TableName: _, StreamSpecification, ...keys } = createTableInput('any');
  for (const stack of [...cloud, ...(local ? [local] : [])]) {
    const [[, table] = []] = ofType(stack, 'AWS::DynamoDB::GlobalTable');
    expect(table?.Properties, stack.name).toMatchObject(keys);
    expect(table?.Properties.StreamSpecification).toEqual({
      StreamViewType: StreamSpecification.StreamViewType,
    });
  }
});

test('the local stage has no door to unlock', () => {
  const routes = local ? ofType(local, 'AWS::ApiGatewayV2::Route') : [];
  expect(routes.map(([, { Properties }]) => Properties.AuthorizationType)).toEqual([
    'NONE',
    'NONE',
  ]);
});

test('here and on AWS the same kinds of things run, so that what is tried here is what is deployed', () => {
  const kinds = (stack: SynthesisedStack | undefined) =>
    [...(stack?.resources.values() ?? [])].map((resource) => resource.Type).sort();
  expect(kinds(local)).toEqual(kinds(inRegion(cloud, 'cn-north-1')));
});
