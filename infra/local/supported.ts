import { isObject, type Json, type JsonObject } from './properties.ts';

/** `done` is what the runner acts upon; `moot` is known to mean nothing on one machine. A path covers what lies below it. */
type Support = { readonly done: readonly string[]; readonly moot: readonly string[] };

const supported: Readonly<Record<string, Support>> = {
  'AWS::ApiGatewayV2::Api': { done: ['ProtocolType'], moot: ['Name', 'Tags'] },
  'AWS::ApiGatewayV2::Authorizer': {
    done: ['ApiId', 'AuthorizerType', 'IdentitySource', 'JwtConfiguration'],
    moot: ['Name'],
  },
  'AWS::ApiGatewayV2::Integration': {
    done: ['ApiId', 'IntegrationType', 'IntegrationUri', 'PayloadFormatVersion'],
    moot: [],
  },
  'AWS::ApiGatewayV2::Route': {
    done: [
      'ApiId',
      'AuthorizationScopes',
      'AuthorizationType',
      'AuthorizerId',
      'RouteKey',
      'Target',
    ],
    moot: [],
  },
  'AWS::ApiGatewayV2::Stage': {
    done: ['ApiId', 'StageName', 'AutoDeploy'],
    moot: ['AccessLogSettings', 'DefaultRouteSettings', 'Tags'],
  },
  'AWS::DynamoDB::GlobalTable': {
    done: [
      'TableName',
      'AttributeDefinitions',
      'BillingMode',
      'GlobalSecondaryIndexes',
      'KeySchema',
      'StreamSpecification.StreamViewType',
    ],
    // Expired items stay: no engine removes them in time, and readers must filter on AWS too.
    moot: [
      'Replicas',
      'SSESpecification',
      'TimeToLiveSpecification',
      'WriteOnDemandThroughputSettings',
    ],
  },
  'AWS::Events::EventBus': { done: ['Name'], moot: ['Tags'] },
  'AWS::Events::Rule': {
    done: ['EventBusName', 'EventPattern', 'ScheduleExpression', 'State', 'Targets.Arn'],
    moot: ['Tags', 'Targets.Id', 'Targets.DeadLetterConfig', 'Targets.RoleArn'],
  },
  'AWS::Lambda::EventSourceMapping': {
    done: [
      'BatchSize',
      'EventSourceArn',
      'FunctionName',
      'FunctionResponseTypes',
      'MaximumBatchingWindowInSeconds',
      'ScalingConfig.MaximumConcurrency',
    ],
    moot: [],
  },
  'AWS::Lambda::Function': {
    done: ['Code.S3Key', 'Environment.Variables', 'Handler', 'MemorySize', 'Runtime', 'Timeout'],
    moot: ['Architectures', 'Code.S3Bucket', 'LoggingConfig', 'Role', 'Tags'],
  },
  'AWS::Pipes::Pipe': {
    done: [
      'Source',
      'SourceParameters.DynamoDBStreamParameters.DeadLetterConfig',
      'SourceParameters.DynamoDBStreamParameters.StartingPosition',
      'SourceParameters.FilterCriteria',
      'Target',
      'TargetParameters.EventBridgeEventBusParameters.DetailType',
      'TargetParameters.EventBridgeEventBusParameters.Source',
      'TargetParameters.InputTemplate',
    ],
    // The runner queues whole stretches of the stream in one transaction: nothing to retry or to halve.
    moot: [
      'LogConfiguration',
      'RoleArn',
      'SourceParameters.DynamoDBStreamParameters.BatchSize',
      'SourceParameters.DynamoDBStreamParameters.MaximumRetryAttempts',
      'SourceParameters.DynamoDBStreamParameters.OnPartialBatchItemFailure',
      'Tags',
    ],
  },
  'AWS::S3::Bucket': {
    done: ['NotificationConfiguration.EventBridgeConfiguration', 'ObjectLockEnabled'],
    moot: [
      'BucketEncryption',
      'LifecycleConfiguration',
      // Whatever is written once here stays as long as the folder.
      'ObjectLockConfiguration',
      'PublicAccessBlockConfiguration',
      'Tags',
      'VersioningConfiguration',
    ],
  },
  'AWS::SQS::Queue': {
    done: [
      'RedrivePolicy.deadLetterTargetArn',
      'RedrivePolicy.maxReceiveCount',
      'VisibilityTimeout',
    ],
    moot: ['KmsMasterKeyId', 'MessageRetentionPeriod', 'Tags'],
  },
  'AWS::StepFunctions::StateMachine': {
    done: ['DefinitionString', 'StateMachineType'],
    moot: [
      'EncryptionConfiguration',
      'LoggingConfiguration',
      'RoleArn',
      'StateMachineName',
      'Tags',
      'TracingConfiguration',
    ],
  },
};

/** Who may, who watches, who encrypts: on one machine there is one user, who reads the terminal. */
const mootTypes: readonly string[] = [
  'AWS::CloudWatch::Alarm',
  'AWS::IAM::Policy',
  'AWS::IAM::Role',
  'AWS::KMS::Key',
  'AWS::Lambda::Permission',
  'AWS::Logs::LogGroup',
  'AWS::S3::BucketPolicy',
  'AWS::SNS::Topic',
  'AWS::SNS::TopicPolicy',
  'AWS::SQS::QueuePolicy',
];

/** Throws a sentence that names the resource and what the runner does not know of it. */
export function refuseUnknown(id: string, type: string, properties: JsonObject): void {
  if (mootTypes.includes(type)) return;
  const support = supported[type];
  if (support === undefined)
    throw new Error(
      `The local runner does not know the resource type ${type} (${id}): teach it in infra/local/supported.ts, or list it there as moot.`,
    );
  const known = [...support.done, ...support.moot];
  for (const path of leaves(properties))
    if (!known.some((each) => path === each || path.startsWith(`${each}.`)))
      throw new Error(
        `The local runner does not know the property ${path} of ${type} (${id}): teach it in infra/local/supported.ts, or list it there as moot.`,
      );
}

function leaves(value: Json, path = ''): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((each) => leaves(each, path));
  if (!isObject(value) || (path !== '' && Object.keys(value).length === 0)) return [path];
  return Object.entries(value).flatMap(([key, each]) =>
    leaves(each, path === '' ? key : `${path}.${key}`),
  );
}
