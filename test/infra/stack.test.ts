import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { createTableInput } from '#adapters/dynamodb/table';
import { cloudRegions } from '#infra/stage';
import { inRegion, ofType, type SynthesisedStack, synthesised, theOnly } from './templates.ts';

let cloud: readonly SynthesisedStack[];
let local: readonly SynthesisedStack[];

beforeAll(async () => {
  cloud = await synthesised('cloud');
  local = await synthesised('local');
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
  const idBehind = (pointer: unknown) => /\["(\w+)","Arn"\]/.exec(JSON.stringify(pointer))?.[1];

  test('no ARN belongs to another partition', () => {
    const foreign = region.startsWith('cn-') ? 'arn:aws:' : 'arn:aws-cn:';
    expect(stack().text.includes(foreign)).toBe(false);
  });

  test('event source mappings carry no tags, which China refuses', () => {
    const mappings = all('AWS::Lambda::EventSourceMapping');
    expect(mappings).toHaveLength(5);
    for (const mapping of mappings) expect(mapping.at('Tags'), mapping.id).toBeUndefined();
  });

  test('personal numbers lie under a key of their own, which only those who seal are told', () => {
    const keys = all('AWS::KMS::Key').map((each) => each.id);
    expect(keys.map((id) => id.replace(/[0-9A-F]{8}$/, ''))).toEqual([
      'Key',
      'VaultKey',
      'SigningKey',
    ]);
    const told = all('AWS::Lambda::Function').filter(
      (each) => each.at('Environment.Variables.VAULT_KEY_ID') !== undefined,
    );
    expect(told.map((each) => each.id.replace(/[0-9A-F]{8}$/, ''))).toEqual([
      'ApiFunction',
      'IngestStepFunction',
    ]);
  });

  test('whoever verifies identities is told over HTTPS, never the stand-in of one machine', () => {
    const api = all('AWS::Lambda::Function').find((each) => each.id.startsWith('ApiFunction'));
    expect(api?.at('Environment.Variables.IDENTITY_URL')).toMatch(/^https:/);
  });

  test('retention runs every day', () => {
    const schedules = all('AWS::Events::Rule').flatMap(
      (rule) => rule.at('ScheduleExpression') ?? [],
    );
    expect(schedules).toContain('rate(1 day)');
  });

  test('every queue has dead letters or holds them', () => {
    const queues = all('AWS::SQS::Queue');
    const holders = [
      ...queues.map((queue) => idBehind(queue.at('RedrivePolicy.deadLetterTargetArn'))),
      ...all('AWS::Pipes::Pipe').map((pipe) =>
        idBehind(pipe.at('SourceParameters.DynamoDBStreamParameters.DeadLetterConfig.Arn')),
      ),
      ...all('AWS::Events::Rule').map((rule) =>
        idBehind(rule.at('Targets.0.DeadLetterConfig.Arn')),
      ),
    ];
    expect(queues.length).toBeGreaterThan(4);
    for (const queue of queues)
      expect(
        queue.at('RedrivePolicy') !== undefined || holders.includes(queue.id),
        `${queue.id} has no dead letters: give it a deadLetterQueue`,
      ).toBe(true);
  });

  test('no message comes again while its function may still be at work on it', () => {
    const find = (id: unknown) => stack().resources.find((each) => each.id === id);
    for (const mapping of all('AWS::Lambda::EventSourceMapping')) {
      const queue = find(idBehind(mapping.at('EventSourceArn')));
      const worker = find(mapping.at('FunctionName.Ref'));
      expect(queue?.at('VisibilityTimeout'), mapping.id).toBeGreaterThan(
        Number(worker?.at('Timeout')),
      );
    }
  });

  test('every mapping lets failed messages fail alone, and has a limit that protects the table', () => {
    for (const mapping of all('AWS::Lambda::EventSourceMapping')) {
      expect(mapping.at('FunctionResponseTypes'), mapping.id).toEqual(['ReportBatchItemFailures']);
      expect(mapping.at('ScalingConfig.MaximumConcurrency'), mapping.id).toBeGreaterThanOrEqual(2);
    }
  });

  test('every alarm rings somewhere and says in a sentence what a user loses', () => {
    const alarms = all('AWS::CloudWatch::Alarm');
    expect(alarms.length).toBeGreaterThan(10);
    for (const alarm of alarms) {
      expect(alarm.at('AlarmActions'), alarm.id).toHaveLength(1);
      expect(alarm.at('AlarmDescription'), alarm.id).toMatch(/^[A-Z].{40,}\.$/);
    }
  });

  test('every queue is watched', () => {
    const watched = all('AWS::CloudWatch::Alarm').map((alarm) =>
      JSON.stringify(alarm.at('Dimensions')),
    );
    for (const queue of all('AWS::SQS::Queue'))
      expect(
        watched.some((dimensions) => dimensions?.includes(`["${queue.id}","QueueName"]`)),
        `${queue.id} has no alarm`,
      ).toBe(true);
  });

  test('the table can be recovered, cannot be deleted, and lies under our own key', () => {
    const table = theOnly(stack(), 'AWS::DynamoDB::GlobalTable');
    expect(table.at('Replicas.0.PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled')).toBe(
      true,
    );
    expect(table.at('Replicas.0.DeletionProtectionEnabled')).toBe(true);
    expect(table.at('Replicas.0.SSESpecification.KMSMasterKeyId')).toHaveProperty('Fn::GetAtt');
  });

  test('functions are traced where X-Ray knows Lambda, and only there', () => {
    const modes = all('AWS::Lambda::Function').map((each) => each.at('TracingConfig.Mode'));
    const expected = region.startsWith('cn-') ? undefined : 'Active';
    expect(new Set(modes)).toEqual(new Set([expected]));
  });

  test('every function has its own log group, and every log group ends some day', () => {
    const groups = all('AWS::Lambda::Function').map((each) =>
      each.at('LoggingConfig.LogGroup.Ref'),
    );
    expect(groups).not.toContain(undefined);
    expect(new Set(groups).size).toBe(groups.length);
    for (const group of all('AWS::Logs::LogGroup'))
      expect(group.at('RetentionInDays'), group.id).toBeGreaterThan(0);
  });

  test('only functions that touch the inbox know its name', () => {
    const knowing = all('AWS::Lambda::Function').filter(
      (each) => each.at('Environment.Variables.INBOX_BUCKET') !== undefined,
    );
    expect(knowing.map((each) => each.id.replace(/[0-9A-F]{8}$/, ''))).toEqual([
      'ApiFunction',
      'IngestStepFunction',
    ]);
  });

  test('the inbox is private, encrypted under our key, and forgets', () => {
    const [bucket] = all('AWS::S3::Bucket').filter(({ id }) => id.startsWith('Inbox'));
    expect(Object.values(Object(bucket?.at('PublicAccessBlockConfiguration')))).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(JSON.stringify(bucket?.at('BucketEncryption'))).toContain('aws:kms');
    expect(bucket?.at('LifecycleConfiguration.Rules.0.ExpirationInDays')).toBeGreaterThan(0);
  });
});

test('the table has the keys and indexes of table.ts, on AWS and here', () => {
  const input = createTableInput('any');
  for (const stack of [...cloud, ...local]) {
    const table = theOnly(stack, 'AWS::DynamoDB::GlobalTable');
    for (const name of ['AttributeDefinitions', 'KeySchema', 'GlobalSecondaryIndexes'] as const)
      expect(table.at(name), `${stack.name} ${name}`).toEqual(input[name]);
    expect(table.at('StreamSpecification.StreamViewType')).toBe(
      input.StreamSpecification.StreamViewType,
    );
  }
});

test('the doors are locked here as on AWS', () => {
  const locks = (stack: SynthesisedStack) =>
    ofType(stack, 'AWS::ApiGatewayV2::Route')
      .map((route) => `${route.at('RouteKey')} ${route.at('AuthorizationType')}`)
      .sort();
  expect(local.map(locks)).toEqual([locks(inRegion(cloud, 'cn-north-1'))]);
});

test('here and on AWS the same kinds of things run, so that what is tried here is what is deployed', () => {
  const kinds = (stack: SynthesisedStack) =>
    stack.resources.map((resource) => resource.type).sort();
  expect(local.map(kinds)).toEqual([kinds(inRegion(cloud, 'cn-north-1'))]);
});
